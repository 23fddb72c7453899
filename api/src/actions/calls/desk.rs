//! What an attendant does with a call: chooses or registers the caller, reads the request, and concludes the call.

use super::ending::{End, finish};
use super::identify::Identified;
use super::saving::{save, tell_attendants};
use super::{child, identify, popups};
use crate::actions::{requesters, validate};
use crate::auth::Viewer;
use crate::db::instant;
use crate::error::{Check, Complaint, Error, Result};
use crate::models;
use crate::models::calls::popups::PopUp;
use crate::models::calls::{Call, CallRequestRow};
use crate::models::requests::Request;
use crate::policy::access;
use crate::policy::telephony::{may_conclude, require_on};
use crate::tx::Tx;
use actix_web::http::StatusCode;
use contract::calls::{CallRequestKind, CallResult, ConcludeCall, MatchedBy, RegisterCaller, ViewInCall};
use contract::requests::NewRequester;
use contract::{GroupPermission, limits};

/// The most characters of a browser tab's identifier.
const MAX_TAB_CHARS: usize = 40;

/// A call, and the viewer's pop-up of it while it is open.
fn open_at(tx: &mut Tx<'_>, viewer: &Viewer, id: i64) -> Result<(Call, PopUp)> {
    require_on(tx)?;
    models::calls::lock(tx.conn)?;
    let call = models::calls::find(tx.conn, id)?.ok_or_else(Error::not_found)?;
    let popup = models::calls::popups::find(tx.conn, id, viewer.id())?;
    let popup = popup.filter(|popup| popup.closed_at.is_none()).ok_or_else(Error::not_found)?;
    Ok((call, popup))
}

/// The attendant takes the pop-up up in one browser tab; the other tabs hide it.
///
/// # Errors
/// 404 when the viewer has no such pop-up.
pub fn take(tx: &mut Tx<'_>, viewer: &Viewer, id: i64, tab: &str) -> Result<()> {
    let (call, popup) = open_at(tx, viewer, id)?;
    save_tab(tx, popup, tab)?;
    tell_attendants(tx, call.id)
}

fn save_tab(tx: &mut Tx<'_>, popup: PopUp, tab: &str) -> Result<()> {
    let tab: String = tab.chars().filter(|c| !c.is_control()).take(MAX_TAB_CHARS).collect();
    let popup = PopUp { taken_by: Some(tab).filter(|tab| !tab.is_empty()), ..popup };
    Ok(models::calls::popups::save(tx.conn, &popup)?)
}

/// The attendant reads the request of a call, or works on it. Reading lets an attendant who is not in the request's
/// groups read it while the call lasts, which is audited, and opens the information child.
///
/// # Errors
/// 404 when the viewer has no such pop-up, when it is not about a request, or when the call left an attendant who is
/// not in the groups too long ago; 403 for *Execute* without the permission.
pub fn view(tx: &mut Tx<'_>, viewer: &Viewer, id: i64, how: &ViewInCall) -> Result<Request> {
    let (mut call, mut popup) = open_at(tx, viewer, id)?;
    let request = call.request_id.ok_or_else(Error::not_found)?;
    let request = models::requests::find(tx.conn, request)?.ok_or_else(Error::not_found)?;
    let own = access::of(tx, viewer, request.clone())?.filter(|access| !access.only_in_call);
    let executes = own.as_ref().is_some_and(|access| access.permission() == GroupPermission::Execute);
    if how.execute && !executes {
        return Err(Error::forbidden("action-not-yours"));
    }
    let now = tx.db_now();
    if own.is_none() && popup.reads_until.is_none_or(|until| until <= now) {
        let until = popups::readable_until(tx, &call, &popup);
        if until <= now {
            return Err(Error::refused(StatusCode::NOT_FOUND, "request-not-found"));
        }
        popup.reads_until = Some(until);
        let subject = ("request", Some(request.id));
        let number = request.number.to_string();
        models::audit::record(tx.conn, now, Some(viewer.id()), "request-read-in-call", subject, &number)?;
    }
    if !how.execute {
        child::open(tx, viewer, &mut call, &request)?;
    }
    relate(tx, viewer, &call, request.id, CallRequestKind::Viewed)?;
    save_tab(tx, popup, &how.tab)?;
    save(tx, &mut call)?;
    Ok(request)
}

fn relate(tx: &mut Tx<'_>, viewer: &Viewer, call: &Call, request: i64, kind: CallRequestKind) -> Result<()> {
    let (at, person_id) = (tx.db_now(), viewer.id());
    let row = CallRequestRow { call_id: call.id, request_id: request, kind: kind.into(), at, person_id };
    Ok(models::calls::relate(tx.conn, row)?)
}

/// Says who calls; none: nobody of those proposed.
///
/// # Errors
/// 404 when the viewer has no such pop-up; 422 for nobody active.
pub fn choose(tx: &mut Tx<'_>, viewer: &Viewer, id: i64, person: Option<i64>) -> Result<()> {
    let (mut call, _) = open_at(tx, viewer, id)?;
    if let Some(person) = person
        && models::people::active_of(tx.conn, &[person], 1)?.is_empty()
    {
        return Err(Error::field("person_id", "unknown"));
    }
    let found = Identified { by: person.map(|_| MatchedBy::Chosen), people: person.into_iter().collect() };
    identify::write(tx, &mut call, &found)?;
    save(tx, &mut call)
}

/// Registers the caller.
///
/// # Errors
/// 404 when the viewer has no such pop-up; 422 with all that is wrong.
pub fn register(tx: &mut Tx<'_>, viewer: &Viewer, id: i64, caller: &RegisterCaller) -> Result<i64> {
    let (mut call, _) = open_at(tx, viewer, id)?;
    let mut check = Check::new();
    let new = NewRequester {
        name: check.take(validate::line("name", &caller.name, limits::NAME)),
        email: check.take(validate::email("email", caller.email.as_deref())),
        phone: caller.phone.clone(),
        ..NewRequester::default()
    };
    check.take(validate::optional_line("phone", caller.phone.as_deref().unwrap_or_default(), limits::PHONE));
    if let Some(email) = &new.email
        && models::people::find_by_email(tx.conn, email)?.is_some()
    {
        check.add(Complaint::new("email", "taken"));
    }
    if let Some(unit) = caller.unit_id
        && models::units::name(tx.conn, Some(unit))?.is_none()
    {
        check.add(Complaint::new("unit_id", "unknown"));
    }
    check.done()?;
    let person = requesters::register(tx, viewer, &new, caller.unit_id)?;
    let found = Identified { by: Some(MatchedBy::Registered), people: vec![person.id] };
    identify::write(tx, &mut call, &found)?;
    save(tx, &mut call)?;
    Ok(person.id)
}

/// A request was opened during a call: it is what the call was about.
///
/// # Errors
/// 422 when the viewer has no such pop-up.
pub fn opened(tx: &mut Tx<'_>, viewer: &Viewer, id: i64, request: &Request) -> Result<()> {
    let (mut call, _) = open_at(tx, viewer, id).map_err(|error| match error {
        Error::Refused { .. } => Error::field("call_id", "unknown"),
        error => error,
    })?;
    if call.person_id.is_none() {
        let found = Identified { by: Some(MatchedBy::Chosen), people: vec![request.requester_id] };
        identify::write(tx, &mut call, &found)?;
    }
    relate(tx, viewer, &call, request.id, CallRequestKind::Opened)?;
    close_concluded(tx, viewer, &mut call)
}

/// Concludes a call: says what it was about, a request that the viewer may see or a tag. This is also possible later,
/// from the log.
///
/// # Errors
/// 404 for a call that is not the viewer's; 422 when neither or both are given.
pub fn conclude(tx: &mut Tx<'_>, viewer: &Viewer, id: i64, what: &ConcludeCall) -> Result<()> {
    require_on(tx)?;
    models::calls::lock(tx.conn)?;
    let mut call = models::calls::find(tx.conn, id)?.ok_or_else(Error::not_found)?;
    if !may_conclude(tx, viewer, &call)? {
        return Err(Error::not_found());
    }
    match (what.number, what.tag) {
        (Some(number), None) => {
            let found = access::find(tx, viewer, number);
            let access = found.map_err(|error| match error {
                Error::Refused { .. } => Error::field("number", "request-unknown"),
                error => error,
            })?;
            relate(tx, viewer, &call, access.request.id, CallRequestKind::Linked)?;
        }
        (None, Some(tag)) => call.tag = Some(tag.into()),
        (None, None) => return Err(Error::field("number", "required")),
        (Some(_), Some(_)) => return Err(Error::field("tag", "request-or-tag")),
    }
    close_concluded(tx, viewer, &mut call)
}

fn close_concluded(tx: &mut Tx<'_>, viewer: &Viewer, call: &mut Call) -> Result<()> {
    call.concluded_at = Some(call.concluded_at.unwrap_or(tx.db_now()));
    if !call.followed && call.result.is_none() {
        let at = call.ended_at.map_or(tx.now, instant);
        let end = End { result: Some(CallResult::Answered), talked: None, began: None, at };
        finish(tx, call, &end)?;
    }
    let now = Some(tx.db_now());
    for popup in models::calls::popups::of_call(tx.conn, call.id)? {
        // Other attendants who still have the call keep their pop-ups until it leaves them.
        let done = popup.person_id == viewer.id() || popup.left_at.is_some();
        if done && popup.closed_at.is_none() {
            models::calls::popups::save(tx.conn, &PopUp { closed_at: now, ..popup })?;
        }
    }
    save(tx, call)
}

/// The attendant ends a call whose end the exchange does not report.
///
/// # Errors
/// 404 when the viewer has no such pop-up; 409 when the exchange reports it.
pub fn end(tx: &mut Tx<'_>, viewer: &Viewer, id: i64) -> Result<()> {
    let (mut call, popup) = open_at(tx, viewer, id)?;
    if call.followed {
        return Err(Error::conflict("call-followed"));
    }
    let at = popup.answered_at.unwrap_or(popup.raised_at);
    models::calls::popups::save(tx.conn, &PopUp { answered_at: Some(at), ..popup })?;
    call.answered_at = Some(call.answered_at.unwrap_or(at));
    let end = End { result: Some(CallResult::Answered), talked: None, began: None, at: tx.now };
    finish(tx, &mut call, &end)?;
    popups::leave_all(tx, &call, None)?;
    save(tx, &mut call)
}
