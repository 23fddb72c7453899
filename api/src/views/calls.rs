//! Calls as attendants see them: pop-ups and the log.

use super::people::masked;
use super::rows;
use crate::auth::Viewer;
use crate::db::instant;
use crate::domain::lifecycle::UNFINISHED;
use crate::domain::parameters::ids;
use crate::domain::telephone::Caller as Number;
use crate::error::Result;
use crate::models;
use crate::models::calls::log;
use crate::models::calls::popups::PopUp;
use crate::models::calls::{Call, CallRequestRow};
use crate::models::page::{self, Order, Sort};
use crate::models::people::Person;
use crate::models::requests::lists::{Filter, Scope};
use crate::policy::{access, telephony};
use crate::tx::Tx;
use contract::calls::{CallCounts, CallLink, CallPopUp, CallRequest, CallRow, CallState, Caller};
use contract::desk::OtherRequest;
use contract::identity::PersonRef;
use contract::{GroupPermission, Page, SlaStatus};
use std::collections::HashMap;

/// How many of a caller's open requests are shown.
const MAX_OPEN_REQUESTS: i64 = 3;

/// The viewer's open pop-ups, the oldest first.
///
/// # Errors
/// When the database does not answer.
pub fn popups(tx: &mut Tx<'_>, viewer: &Viewer) -> Result<Vec<CallPopUp>> {
    let mut views = Vec::new();
    for popup in models::calls::popups::open_of(tx.conn, viewer.id())? {
        if let Some(call) = models::calls::find(tx.conn, popup.call_id)? {
            views.push(view(tx, viewer, &call, popup)?);
        }
    }
    Ok(views)
}

fn view(tx: &mut Tx<'_>, viewer: &Viewer, call: &Call, popup: PopUp) -> Result<CallPopUp> {
    let ended = popup.left_at.or(call.ended_at);
    let state = match (popup.answered_at, ended) {
        (_, Some(_)) => CallState::Ended,
        (Some(_), None) => CallState::Talking,
        (None, None) => CallState::Ringing,
    };
    let caller = match call.person_id {
        Some(id) => models::people::find(tx.conn, id)?.map(|person| caller(tx, viewer, person)).transpose()?,
        None => None,
    };
    let candidates = if caller.is_none() { models::calls::candidates(tx.conn, call.id)? } else { Vec::new() };
    let related = models::calls::requests_of(tx.conn, vec![call.id])?;
    Ok(CallPopUp {
        call_id: call.id,
        state,
        extension: popup.extension,
        raised_at: instant(popup.raised_at),
        answered_at: popup.answered_at.map(instant),
        ended_at: ended.map(instant),
        number: for_people(tx, call.number.as_deref()),
        number_withheld: call.withholds_number(),
        caller_name: call.caller_name.clone(),
        queue: call.queue.clone(),
        verified: call.verified,
        followed: call.followed,
        caller,
        matched_by: call.matched_by.map(|by| by.0),
        candidates: callers(tx, viewer, &candidates)?,
        claimed: call.claimed.clone(),
        request: request(tx, viewer, call)?,
        requests: links(tx, viewer, related, true)?,
        taken_by: popup.taken_by,
    })
}

/// Several people as callers, in their order.
///
/// # Errors
/// When the database does not answer.
pub fn callers(tx: &mut Tx<'_>, viewer: &Viewer, ids: &[i64]) -> Result<Vec<Caller>> {
    let mut callers = Vec::with_capacity(ids.len());
    for id in ids {
        if let Some(person) = models::people::find(tx.conn, *id)? {
            callers.push(caller(tx, viewer, person)?);
        }
    }
    Ok(callers)
}

/// A number as people read it; none when it is not known or withheld.
pub(super) fn for_people(tx: &Tx<'_>, number: Option<&str>) -> Option<String> {
    let read = Number::parse(number?, tx.parameters.area_code().as_deref()).for_people();
    Some(read).filter(|read| !read.is_empty())
}

fn caller(tx: &mut Tx<'_>, viewer: &Viewer, person: Person) -> Result<Caller> {
    let theirs = Filter { situations: UNFINISHED.to_vec(), ..Filter::new(Scope::Of(person.id), tx.db_now()) };
    let overdue = Filter { sla: Some(SlaStatus::Overdue), ..theirs.clone() };
    let phone = models::person_phones::of(tx.conn, person.id)?.into_iter().next().map(|phone| phone.number);
    Ok(Caller {
        person: person.as_ref(),
        vip: person.vip,
        tax_id_masked: masked(person.tax_id.as_deref()),
        phone,
        unit: models::units::name(tx.conn, person.unit_id)?,
        open: models::requests::lists::count(tx.conn, &theirs)?,
        overdue: models::requests::lists::count(tx.conn, &overdue)?,
        open_requests: open_requests(tx, viewer, &theirs)?,
        email: person.email,
        extension: person.extension,
        place: person.place,
    })
}

/// The open requests of a person that the viewer may see, the nearest deadline first. `theirs` selects the person's.
pub(super) fn open_requests(tx: &mut Tx<'_>, viewer: &Viewer, theirs: &Filter) -> Result<Vec<OtherRequest>> {
    let order = Order { sort: Sort::Deadline, descending: false };
    let page = models::requests::lists::page(tx.conn, theirs, order, None, MAX_OPEN_REQUESTS)?;
    let titles: HashMap<i64, String> = page.items.iter().map(|row| (row.number, row.title.clone())).collect();
    let rows = rows::rows(tx, viewer, page.items)?;
    let other = |row: contract::requests::RequestRow| OtherRequest {
        title: titles.get(&row.number).cloned().unwrap_or_default(),
        number: row.number,
        situation: row.situation,
        sla: row.sla.status,
        deadline_at: row.sla.deadline_at,
    };
    Ok(rows.into_iter().map(other).collect())
}

/// The request that a call is about. An attendant whose telephone rings sees these facts of it. The rest of the request
/// they see only if their groups, or the call, permit it.
fn request(tx: &mut Tx<'_>, viewer: &Viewer, call: &Call) -> Result<Option<CallRequest>> {
    let Some(request) = call.request_id else { return Ok(None) };
    let Some(request) = models::requests::find(tx.conn, request)? else { return Ok(None) };
    let own = access::of(tx, viewer, request.clone())?.filter(|access| !access.only_in_call);
    let access = match &own {
        Some(access) => access.clone(),
        None => access::in_call(tx, viewer, request)?,
    };
    let child_service = match call.child_id {
        None if tx.parameters.yes(ids::VIEWING_CHILD) => {
            telephony::information_service(tx)?.map(|service| service.name)
        }
        _ => None,
    };
    let child = match call.child_id {
        Some(id) => models::requests::find(tx.conn, id)?.map(|child| child.number),
        None => None,
    };
    Ok(Some(CallRequest {
        row: rows::row(tx, viewer, &access)?,
        executes: own.as_ref().is_some_and(|access| access.permission() == GroupPermission::Execute),
        only_in_this_call: own.is_none(),
        child_service,
        child,
    }))
}

/// The requests of a call, with their titles: those that the viewer may see, or all of them when the viewer took the
/// call.
fn links(tx: &mut Tx<'_>, viewer: &Viewer, related: Vec<CallRequestRow>, all: bool) -> Result<Vec<CallLink>> {
    let mut links = Vec::new();
    for row in related {
        let Some(request) = models::requests::find(tx.conn, row.request_id)? else { continue };
        let link = CallLink { number: request.number, title: request.title.clone(), kind: row.kind.0 };
        if all || access::of(tx, viewer, request)?.is_some() {
            links.push(link);
        }
    }
    Ok(links)
}

/// A page of the log, the newest call first.
///
/// # Errors
/// 400 for an invalid cursor; when the database does not answer.
pub fn page(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    filter: &log::Filter,
    cursor: Option<&str>,
    size: i64,
) -> Result<Page<CallRow>> {
    let mut page = log::page(tx.conn, filter, cursor, size)?;
    let items = rows_of(tx, viewer, std::mem::take(&mut page.items))?;
    Ok(page::map(page, items))
}

/// Counts of the log.
///
/// # Errors
/// When the database does not answer.
pub fn counts(tx: &mut Tx<'_>, filter: &log::Filter) -> Result<CallCounts> {
    Ok(log::counts(tx.conn, filter)?)
}

fn rows_of(tx: &mut Tx<'_>, viewer: &Viewer, calls: Vec<Call>) -> Result<Vec<CallRow>> {
    let ids: Vec<i64> = calls.iter().map(|call| call.id).collect();
    let people = calls.iter().flat_map(|call| call.person_id.into_iter().chain(call.attendant_id));
    let people = models::people::names(tx.conn, people)?;
    let due: HashMap<_, _> = models::call_backs::due_of_calls(tx.conn, ids.clone())?.into_iter().collect();
    let mut related: HashMap<i64, Vec<CallRequestRow>> = HashMap::new();
    for row in models::calls::requests_of(tx.conn, ids)? {
        related.entry(row.call_id).or_default().push(row);
    }
    let mut rows = Vec::with_capacity(calls.len());
    for call in calls {
        let requests = related.remove(&call.id).unwrap_or_default();
        rows.push(row(tx, viewer, call, requests, &people, &due)?);
    }
    Ok(rows)
}

fn row(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    call: Call,
    requests: Vec<CallRequestRow>,
    people: &HashMap<i64, PersonRef>,
    due: &HashMap<i64, chrono::NaiveDateTime>,
) -> Result<CallRow> {
    let state = match (call.answered_at, call.ended_at) {
        (_, Some(_)) => CallState::Ended,
        (Some(_), None) => CallState::Talking,
        (None, None) => CallState::Ringing,
    };
    let rang = call.ended_at.filter(|_| call.answered_at.is_none() && call.result.is_some());
    let rang = rang.map(|at| (at - call.started_at).num_seconds());
    let candidates = models::calls::candidates(tx.conn, call.id)?.len();
    Ok(CallRow {
        id: call.id,
        at: instant(call.started_at),
        direction: call.direction.0,
        number: for_people(tx, call.number.as_deref()),
        number_withheld: call.withholds_number(),
        verified: call.verified,
        person: call.person_id.and_then(|id| people.get(&id).cloned()),
        matched_by: call.matched_by.map(|by| by.0),
        candidates: i64::try_from(candidates).unwrap_or_default(),
        attendant: call.attendant_id.and_then(|id| people.get(&id).cloned()),
        state,
        result: call.result.map(|result| result.0),
        seconds: call.talked_seconds.or(rang).filter(|_| call.ended_at.is_some()),
        requests: links(tx, viewer, requests, call.attendant_id == Some(viewer.id()))?,
        tag: call.tag.map(|tag| tag.0),
        call_back_due_at: due.get(&call.id).copied().map(instant),
        may_conclude: telephony::may_conclude(tx, viewer, &call)?,
        extension: call.extension,
        queue: call.queue,
        caller_name: call.caller_name,
    })
}
