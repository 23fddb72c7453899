//! Lines of lists of requests.

use crate::auth::Viewer;
use crate::db::instant;
use crate::domain::calendar::Calendar;
use crate::domain::lifecycle;
use crate::domain::parameters::ids;
use crate::error::Result;
use crate::models;
use crate::models::requests::Request;
use crate::models::requests::clock::Pause;
use crate::policy::access::{self, Access};
use crate::policy::sla;
use crate::tx::Tx;
use contract::identity::{NamedRef, PersonRef};
use contract::requests::{RequestRow, SlaView};
use contract::{Action, Side, Situation, SlaStatus};
use std::collections::HashMap;

/// Lines for requests, in their order; those that the viewer may not see are left out.
///
/// # Errors
/// When the database does not answer.
pub fn rows(tx: &mut Tx<'_>, viewer: &Viewer, requests: Vec<Request>) -> Result<Vec<RequestRow>> {
    let services = models::services::by_id(tx.conn, requests.iter().map(|row| row.service_id))?;
    let reasons = models::suspension_reasons::all(tx.conn)?;
    let mut accesses = Vec::with_capacity(requests.len());
    for request in requests {
        let Some(service) = services.get(&request.service_id).cloned() else { continue };
        let reason = reasons.iter().find(|reason| Some(reason.id) == request.suspension_reason_id).cloned();
        accesses.extend(access::judge(tx, viewer, request, service, reason));
    }
    let context = RowContext::load(tx, viewer, &accesses)?;
    Ok(accesses.iter().map(|access| context.row(tx, viewer, access)).collect())
}

/// The line of one request.
///
/// # Errors
/// When the database does not answer.
pub fn row(tx: &mut Tx<'_>, viewer: &Viewer, access: &Access) -> Result<RequestRow> {
    let context = RowContext::load(tx, viewer, std::slice::from_ref(access))?;
    Ok(context.row(tx, viewer, access))
}

/// What many lines need, read once.
struct RowContext {
    people: HashMap<i64, PersonRef>,
    vips: Vec<i64>,
    groups: HashMap<i64, NamedRef>,
    calendars: HashMap<i64, Calendar>,
    pauses: HashMap<i64, Vec<Pause>>,
    attachments: HashMap<i64, i64>,
    show_title: bool,
}

impl RowContext {
    fn load(tx: &mut Tx<'_>, viewer: &Viewer, accesses: &[Access]) -> Result<Self> {
        let requests = || accesses.iter().map(|access| &access.request);
        let ids: Vec<i64> = requests().map(|row| row.id).collect();
        let people = models::people::names(
            tx.conn,
            requests().flat_map(|row| [Some(row.requester_id), row.responsible_id]).flatten(),
        )?;
        let mut calendars = HashMap::new();
        for access in accesses {
            if let std::collections::hash_map::Entry::Vacant(slot) = calendars.entry(access.service.calendar_id) {
                slot.insert(sla::calendar(tx, access.service.calendar_id)?);
            }
        }
        let mut pauses: HashMap<i64, Vec<Pause>> = HashMap::new();
        let cycles: HashMap<i64, i32> = requests().map(|row| (row.id, row.cycle)).collect();
        for (request, cycle, pause) in models::requests::clock::pauses_of(tx.conn, ids.clone())? {
            if cycles.get(&request) == Some(&cycle) {
                pauses.entry(request).or_default().push(pause);
            }
        }
        let desk = viewer.on_desk();
        Ok(Self {
            people,
            vips: if desk {
                models::people::vips(tx.conn, requests().map(|row| row.requester_id))?
            } else {
                Vec::new()
            },
            groups: models::groups::names(tx.conn)?,
            calendars,
            pauses,
            attachments: models::attachments::counts(tx.conn, ids, desk)?,
            show_title: tx.parameters.yes(ids::TITLE_IN_LISTS),
        })
    }

    fn row(&self, tx: &Tx<'_>, viewer: &Viewer, access: &Access) -> RequestRow {
        let request = &access.request;
        let waits = access.reason.as_ref().is_some_and(|reason| reason.waits_requester);
        let person = |id: i64| self.people.get(&id).cloned();
        let unread = if access.side == Side::Requester { request.unread_requester } else { request.unread_desk };
        RequestRow {
            number: request.number,
            request_type: request.request_type,
            service: NamedRef { id: access.service.id, name: access.service.name.clone() },
            title: self.show_title.then(|| request.title.clone()),
            opened_at: instant(request.opened_at),
            task: lifecycle::task(request.situation, request.responsible_id.is_some(), waits),
            group: request.group_id.and_then(|id| self.groups.get(&id).cloned()),
            responsible: request.responsible_id.and_then(person),
            requester: person(request.requester_id)
                .unwrap_or(PersonRef { id: request.requester_id, name: String::new() }),
            vip: access.on_desk() && self.vips.contains(&request.requester_id),
            situation: request.situation,
            suspension_reason: access.reason.as_ref().map(|reason| reason.name(viewer.language).to_owned()),
            sla: self.sla(tx, access),
            priority: request.priority,
            unread,
            attachments: self.attachments.get(&request.id).and_then(|count| i32::try_from(*count).ok()).unwrap_or(0),
            reopen_until: access
                .facts
                .reopen_until
                .filter(|_| matches!(request.situation, Situation::Resolved | Situation::Closed)),
            actions: access.actions(),
            version: request.version,
        }
    }

    fn sla(&self, tx: &Tx<'_>, access: &Access) -> SlaView {
        let request = &access.request;
        let pauses = self.pauses.get(&request.id).map_or(&[][..], Vec::as_slice);
        let cycle = sla::promised(request, pauses);
        let always = Calendar::always();
        let calendar = self.calendars.get(&access.service.calendar_id).unwrap_or(&always);
        let reading = cycle.read(calendar, tx.now);
        let cancelled = request.situation == Situation::Cancelled;
        SlaView {
            status: if cancelled { SlaStatus::None } else { reading.status },
            target: cycle.target,
            deadline_at: if cancelled { None } else { reading.deadline },
            used: reading.used,
            left: reading.left,
            left_wall: reading.left_wall,
            ended_at: cycle.ended_at,
            resumes_at: request.resumes_at.map(instant),
        }
    }
}

/// True when a viewer may do something with a line.
#[must_use]
pub fn may(row: &RequestRow, action: Action) -> bool {
    row.actions.contains(&action)
}
