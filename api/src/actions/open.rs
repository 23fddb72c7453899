//! Opening a request.

use super::notify::{self, Mail};
use super::record::{self, Actor, Entry};
use super::{attach, calls, lifecycle, sla, validate};
use crate::auth::Viewer;
use crate::db::{end_of_time, stored};
use crate::domain::parameters::ids;
use crate::domain::sla::Cycle;
use crate::domain::tax_id::TaxId;
use crate::domain::text::fold;
use crate::error::{Check, Complaint, Error, Result};
use crate::models;
use crate::models::catalogue::Service;
use crate::models::people::{Person, PersonValues};
use crate::models::requests::Request;
use crate::tx::Tx;
use contract::live::{LiveKind, NotificationKind};
use contract::requests::{Contact, NewRequest, NewRequester};
use contract::{Category, Level, Origin, Role, Situation, limits};
use locales::text;

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
    let service = models::catalogue::offered(tx.conn, unit)?.into_iter().find(|service| service.id == new.service_id);
    if service.is_none() {
        check.add(Complaint::new("service_id", "service-unknown"));
    }
    let parent = parent(tx, &mut check, viewer, new.parent)?;
    let solution = new.solution.as_ref().map(|text| check.take(validate::lines("solution", text, limits::TEXT)));
    let uploads = attach::claimable(tx, &mut check, viewer, &new.upload_ids)?;
    check.done()?;
    let Some(service) = service else { return Err(Error::not_found()) };
    let requester = match (requester, &new.new_requester) {
        (Some(person), _) => person,
        (None, Some(person)) => register(tx, viewer, person, None)?,
        (None, None) => viewer.person.clone(),
    };
    let form = Form { title, description, contact, parent, new, information: false };
    let request = insert(tx, viewer, &service, &requester, form)?;
    attach::claim(tx, &request, None, false, &uploads)?;
    announce(tx, viewer, &request)?;
    if let Some(call) = new.call_id {
        calls::desk::opened(tx, viewer, call, &request)?;
    }
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

struct Form<'a> {
    title: String,
    description: String,
    contact: Option<Contact>,
    parent: Option<i64>,
    new: &'a NewRequest,
    /// For information only: it is over as it is opened.
    information: bool,
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
        check_new_requester(tx, check, person)?;
        return Ok(None);
    }
    let id = new.requester_id.unwrap_or(viewer.id());
    let person = models::people::find(tx.conn, id)?.filter(|person| person.active);
    if person.is_none() {
        check.add(Complaint::new("requester_id", "unknown"));
    }
    Ok(person)
}

fn check_new_requester(tx: &mut Tx<'_>, check: &mut Check, person: &NewRequester) -> Result<()> {
    check.take(validate::line("new_requester.name", &person.name, limits::NAME));
    if let Some(email) = check.take(validate::email("new_requester.email", person.email.as_deref()))
        && models::people::find_by_email(tx.conn, &email)?.is_some()
    {
        check.add(Complaint::new("new_requester.email", "taken"));
    }
    let phone = person.phone.as_deref().unwrap_or_default();
    check.take(validate::optional_line("new_requester.phone", phone, 40));
    if let Some(text) = person.tax_id.as_deref().filter(|text| !text.trim().is_empty()) {
        match TaxId::parse(text) {
            Err(_) => check.add(Complaint::new("new_requester.tax_id", "tax-id-invalid")),
            Ok(id @ TaxId::Cpf(_)) if !models::people::find_by_tax_id(tx.conn, id.as_str())?.is_empty() => {
                check.add(Complaint::new("new_requester.tax_id", "taken"));
            }
            Ok(_) => {}
        }
    }
    Ok(())
}

/// Registers somebody who was not known, as an attendant (or an integrator) does on
/// their behalf; what is given was checked.
///
/// # Errors
/// When the database does not answer.
pub(super) fn register(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    person: &NewRequester,
    unit_id: Option<i64>,
) -> Result<Person> {
    let email = validate::email("email", person.email.as_deref()).ok().flatten();
    let tax_id = person.tax_id.as_deref().and_then(|text| TaxId::parse(text).ok());
    let name = crate::domain::text::squeeze(&person.name);
    let values = PersonValues {
        search_text: models::people::search_text(&name, email.as_deref(), None, None),
        name,
        email,
        tax_id: tax_id.map(|id| id.as_str().to_owned()),
        employee_number: None,
        unit_id,
        job_title: None,
        extension: None,
        place: None,
        language: viewer.person.language,
        time_zone: viewer.person.time_zone.clone(),
        vip: false,
        active: true,
    };
    let now = tx.stamp();
    let id = models::people::insert(tx.conn, values, now)?;
    models::people::set_roles(tx.conn, id, &[Role::Requester])?;
    if let Some(number) = person.phone.as_deref().map(str::trim).filter(|number| !number.is_empty()) {
        let phone = contract::identity::Phone { kind: contract::PhoneKind::Mobile, number: number.to_owned() };
        models::people::set_phones(tx.conn, id, &[phone], tx.parameters.area_code().as_deref())?;
    }
    models::audit::record(tx.conn, now, Some(viewer.id()), "person-registered", ("person", Some(id)), "")?;
    models::people::find(tx.conn, id)?.ok_or_else(Error::not_found)
}

fn parent(tx: &mut Tx<'_>, check: &mut Check, viewer: &Viewer, number: Option<i64>) -> Result<Option<i64>> {
    let Some(number) = number else { return Ok(None) };
    match super::access::find(tx, viewer, number) {
        Ok(access) => Ok(Some(access.request.id)),
        Err(Error::Refused { .. }) => {
            check.add(Complaint::new("parent", "unknown"));
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

/// Whom to call: what was typed, filled up with the requester's own data.
fn filled(tx: &mut Tx<'_>, typed: Option<Contact>, person: &Person) -> Result<Contact> {
    let phones = models::people::phones(tx.conn, person.id)?;
    let own = Contact {
        name: person.name.clone(),
        phone: phones
            .first()
            .map(|phone| phone.number.clone())
            .or_else(|| person.extension.clone())
            .unwrap_or_default(),
        email: person.email.clone().unwrap_or_default(),
        place: person.place.clone().unwrap_or_default(),
    };
    let Some(typed) = typed else { return Ok(own) };
    let either = |typed: String, own: String| if typed.is_empty() { own } else { typed };
    Ok(Contact {
        name: either(typed.name, own.name),
        phone: either(typed.phone, own.phone),
        email: either(typed.email, own.email),
        place: either(typed.place, own.place),
    })
}

fn insert(tx: &mut Tx<'_>, viewer: &Viewer, service: &Service, requester: &Person, form: Form<'_>) -> Result<Request> {
    let urgency = form.new.urgency.unwrap_or(Level::Medium);
    let impact = form.new.impact.unwrap_or(service.impact);
    let mut targets = sla::targets(tx, service, impact, urgency)?;
    if form.information {
        (targets.capture, targets.resolve) = (None, None);
    }
    let calendar = sla::calendar(tx, service.calendar_id)?;
    let cycle = Cycle::starting(targets.resolve, tx.now);
    let contact = filled(tx, form.contact, requester)?;
    let number = models::counters::next_number(tx.conn, tx.parameters.number(ids::FIRST_NUMBER))?;
    let actor = Actor::of(viewer, requester.id);
    let now = tx.stamp();
    let mut request = Request {
        id: 0,
        number,
        request_type: service.request_type,
        service_id: service.id,
        search_text: search_text(number, &form.title, &form.description, requester, &service.name),
        sort_title: fold(&form.title),
        title: form.title,
        description: form.description,
        requester_id: requester.id,
        opened_by: viewer.id(),
        origin: form.new.origin.unwrap_or(actor.origin),
        situation: if form.information { Situation::Closed } else { Situation::InProgress },
        group_id: service.group_id.or_else(|| tx.parameters.id_of(ids::DEFAULT_GROUP)),
        responsible_id: None,
        impact,
        urgency,
        priority: targets.priority,
        contact_name: contact.name,
        contact_phone: contact.phone,
        contact_email: contact.email,
        contact_place: contact.place,
        opened_at: now,
        solution: None,
        resolved_at: None,
        resolved_by: None,
        ended_at: form.information.then_some(now),
        closes_at: None,
        parent_id: form.parent,
        duplicate_of_id: None,
        suspension_reason_id: None,
        resumes_at: None,
        cycle: 1,
        cycle_started_at: now,
        target_seconds: targets.resolve,
        deadline_at: None,
        deadline_by_hand: None,
        warn_at: None,
        warned_at: None,
        sla_met: None,
        sort_deadline: end_of_time(),
        capture_deadline_at: Cycle::starting(targets.capture, tx.now).deadline(&calendar).map(stored),
        captured_at: None,
        unread_requester: 0,
        unread_desk: 0,
        grade: None,
        grade_comment: None,
        graded_at: None,
        version: 1,
        information: form.information,
    };
    sla::write(&mut request, &cycle, &calendar);
    Ok(models::requests::insert(tx.conn, request)?)
}

/// Opens the child that says that a request was read out over the phone, and closes
/// it at once: no deadline, no e-mail, no survey. Its history is the caller's to write.
///
/// # Errors
/// When the database does not answer.
pub(super) fn information(tx: &mut Tx<'_>, viewer: &Viewer, service: &Service, parent: &Request) -> Result<Request> {
    let requester = models::people::find(tx.conn, parent.requester_id)?.ok_or_else(Error::not_found)?;
    let language = requester.language;
    let new = NewRequest { origin: Some(Origin::Telephone), ..NewRequest::default() };
    let form = Form {
        title: text!(language, "told-by-phone-title", number = parent.number.to_string()),
        description: text!(
            language,
            "told-by-phone-text",
            number = parent.number.to_string(),
            title = parent.title.clone()
        ),
        contact: None,
        parent: Some(parent.id),
        new: &new,
        information: true,
    };
    insert(tx, viewer, service, &requester, form)
}

/// Folded text that a request is found by, its messages and notes apart.
#[must_use]
pub fn search_text(number: i64, title: &str, description: &str, requester: &Person, service: &str) -> String {
    let extension = requester.extension.as_deref().unwrap_or_default();
    fold(&format!("{number} {title} {} {extension} {service} {description}", requester.name))
}

fn announce(tx: &mut Tx<'_>, viewer: &Viewer, request: &Request) -> Result<()> {
    let actor = Actor::of(viewer, request.requester_id);
    let entry = Entry { origin: Some(request.origin), ..Entry::event(Category::Registration, "opened") };
    let id = record::append(tx, request, actor, entry)?;
    record::tell(tx, request, LiveKind::Opened, actor, true, &[])?;
    if let Some(parent) = request.parent_id
        && let Some(parent) = models::requests::find(tx.conn, parent)?
    {
        let entry = Entry::event(Category::Relation, "child-opened").arg("number", request.number);
        record::record(tx, &parent, actor, entry)?;
        let entry = Entry::event(Category::Relation, "child-of").arg("number", parent.number);
        record::append(tx, request, actor, entry)?;
    }
    if tx.parameters.yes(ids::NEW_REQUEST_NOTIFICATIONS) {
        let servers = record::servers(tx, request)?;
        record::notify(tx, request, NotificationKind::Opened, actor, servers, true)?;
    }
    // The requester is told even when they opened it themselves: it carries the number.
    let mail = Mail::new(ids::OPENED_TEMPLATE, request, Actor { id: None, ..actor });
    let mail = Mail { with_attachments: true, origin: Some(request.origin), ..mail };
    notify::requester(tx, mail.about(id, "", Category::Registration))
}
