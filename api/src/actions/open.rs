//! Opening a request.

use super::emails;
use super::history::{self, Entry};
use super::requests::{self, Opened};
use super::{attachments, lifecycle, requesters, validate};
use crate::actions::live;
use crate::actions::notifications;
use crate::auth::Viewer;
use crate::domain::parameters::ids;
use crate::error::{Check, Complaint, Error, Result};
use crate::mail::RequestEmail;
use crate::models;
use crate::models::people::Person;
use crate::models::requests::Request;
use crate::policy::access;
use crate::policy::actor::Actor;
use crate::policy::assignees::assignees;
use crate::tx::Tx;
use contract::live::{LiveKind, NotificationKind};
use contract::requests::{Contact, NewRequest};
use contract::{Category, Level, Role, limits};

/// Opens a request: number, priority and deadline are in what comes back.
///
/// # Errors
/// 422 with everything that is wrong; 403 for what only the desk may say.
pub fn open(tx: &mut Tx<'_>, viewer: &Viewer, new: &NewRequest) -> Result<Request> {
    let on_behalf = viewer.has(Role::Attendant) || viewer.has(Role::Integrator);
    refuse_desk_fields(viewer, new, on_behalf)?;
    let mut check = Check::new();
    let title = check.take(validate::line("title", &new.title, limits::TITLE));
    let description = check.take(validate::lines("description", &new.description, limits::TEXT));
    let contact = contact(&mut check, new.contact.as_ref());
    let requester = requester(tx, &mut check, viewer, new)?;
    let unit = requester.as_ref().map_or(viewer.person.unit_id, |person| person.unit_id);
    let service = models::services::offered(tx.conn, unit)?.into_iter().find(|service| service.id == new.service_id);
    if service.is_none() {
        check.add(Complaint::new("service_id", "service-unknown"));
    }
    let parent = parent(tx, &mut check, viewer, new.parent)?;
    let solution = new.solution.as_ref().map(|text| check.take(validate::lines("solution", text, limits::TEXT)));
    let uploads = attachments::claimable(tx, &mut check, viewer, &new.upload_ids)?;
    check.done()?;
    let Some(service) = service else { return Err(Error::not_found()) };
    let requester = match (requester, &new.new_requester) {
        (Some(person), _) => person,
        (None, Some(person)) => requesters::register(tx, viewer, person, None)?,
        (None, None) => viewer.person.clone(),
    };
    let origin = new.origin.unwrap_or(Actor::of(viewer, requester.id).origin);
    let (impact, urgency) = (new.impact.unwrap_or(service.impact), new.urgency.unwrap_or(Level::Medium));
    let opened = Opened { title, description, contact, parent, origin, impact, urgency };
    let request = requests::insert(tx, viewer, &service, &requester, opened)?;
    attachments::attach_uploads(tx, &request, None, false, &uploads)?;
    announce(tx, viewer, &request)?;
    match solution {
        Some(solution) if viewer.executes(request.group_id) => {
            let mut request = request;
            lifecycle::resolve_with(tx, viewer, &mut request, &solution, None, None)?;
            Ok(request)
        }
        Some(_) => Err(Error::field("solution", "solution-not-yours")),
        None => Ok(request),
    }
}

fn refuse_desk_fields(viewer: &Viewer, new: &NewRequest, on_behalf: bool) -> Result<()> {
    let for_others = new.requester_id.is_some_and(|id| id != viewer.id()) || new.new_requester.is_some();
    if (for_others || new.origin.is_some()) && !on_behalf {
        return Err(Error::forbidden("on-behalf"));
    }
    if (new.impact.is_some() || new.parent.is_some() || new.solution.is_some() || new.call_id.is_some())
        && !viewer.has(Role::Attendant)
    {
        return Err(Error::forbidden("desk-fields"));
    }
    Ok(())
}

fn contact(check: &mut Check, contact: Option<&Contact>) -> Option<Contact> {
    let contact = contact?;
    Some(Contact {
        name: check.take(validate::optional_line("contact.name", &contact.name, limits::NAME)),
        phone: check.take(validate::optional_line("contact.phone", &contact.phone, 40)),
        email: check.take(validate::email("contact.email", Some(&contact.email))).unwrap_or_default(),
        place: check.take(validate::optional_line("contact.place", &contact.place, limits::NAME)),
    })
}

fn requester(tx: &mut Tx<'_>, check: &mut Check, viewer: &Viewer, new: &NewRequest) -> Result<Option<Person>> {
    if let Some(person) = &new.new_requester {
        requesters::check(tx, check, person)?;
        return Ok(None);
    }
    let id = new.requester_id.unwrap_or(viewer.id());
    let person = models::people::find(tx.conn, id)?.filter(|person| person.active);
    if person.is_none() {
        check.add(Complaint::new("requester_id", "unknown"));
    }
    Ok(person)
}

fn parent(tx: &mut Tx<'_>, check: &mut Check, viewer: &Viewer, number: Option<i64>) -> Result<Option<i64>> {
    let Some(number) = number else { return Ok(None) };
    match access::find(tx, viewer, number) {
        Ok(access) => Ok(Some(access.request.id)),
        Err(Error::Refused { .. }) => {
            check.add(Complaint::new("parent", "unknown"));
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

fn announce(tx: &mut Tx<'_>, viewer: &Viewer, request: &Request) -> Result<()> {
    let actor = Actor::of(viewer, request.requester_id);
    let entry = Entry { origin: Some(request.origin), ..Entry::event(Category::Registration, "opened") };
    let id = history::append(tx, request, actor, entry)?;
    live::tell(tx, request, LiveKind::Opened, actor, true, &[])?;
    if let Some(parent) = request.parent_id
        && let Some(parent) = models::requests::find(tx.conn, parent)?
    {
        let entry = Entry::event(Category::Relation, "child-opened").arg("number", request.number);
        history::add(tx, &parent, actor, entry)?;
        let entry = Entry::event(Category::Relation, "child-of").arg("number", parent.number);
        history::append(tx, request, actor, entry)?;
    }
    if tx.parameters.yes(ids::NEW_REQUEST_NOTIFICATIONS) {
        let people = assignees(tx, request)?;
        notifications::add(tx, request, NotificationKind::Opened, actor, people, true)?;
    }
    // The requester is told even when they opened it themselves: it carries the number.
    let mail = RequestEmail::new(ids::OPENED_TEMPLATE, request, Actor { id: None, ..actor });
    let mail = RequestEmail { with_attachments: true, origin: Some(request.origin), ..mail };
    emails::to_requester(tx, mail.about(id, "", Category::Registration))
}
