//! Rows of requests: inserting and saving them.

use super::sla_clock;
use crate::auth::Viewer;
use crate::db::stored;
use crate::domain::parameters::ids;
use crate::domain::priority;
use crate::domain::sla::Cycle;
use crate::domain::text::fold;
use crate::error::{Error, Result};
use crate::models;
use crate::models::people::Person;
use crate::models::requests::Request;
use crate::models::services::Service;
use crate::policy::sla;
use crate::tx::Tx;
use contract::requests::Contact;
use contract::{Level, Origin, Situation};
use locales::text;

/// Saves a request.
///
/// # Errors
/// 409 when somebody changed it in between.
pub(super) fn save(tx: &mut Tx<'_>, request: &mut Request) -> Result<()> {
    if models::requests::save(tx.conn, request)? { Ok(()) } else { Err(Error::conflict("changed-meanwhile")) }
}

/// What is written on a request as it is opened; all of it was checked.
pub(super) struct Opened {
    pub title: String,
    pub description: String,
    /// What was typed of whom to call; the requester's own data fill it up.
    pub contact: Option<Contact>,
    pub parent: Option<i64>,
    pub origin: Origin,
    pub impact: Level,
    pub urgency: Level,
}

/// Inserts a request: its number, priority and deadline are in what comes back.
///
/// # Errors
/// When the database does not answer.
pub(super) fn insert(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    service: &Service,
    requester: &Person,
    opened: Opened,
) -> Result<Request> {
    let mut request = new_row(tx, viewer, service, requester, opened)?;
    let targets = sla::targets(tx, service, request.impact, request.urgency)?;
    let calendar = sla::calendar(tx, service.calendar_id)?;
    request.capture_deadline_at = Cycle::starting(targets.capture, tx.now).deadline(&calendar).map(stored);
    sla_clock::write(&mut request, &Cycle::starting(targets.resolve, tx.now), &calendar);
    Ok(models::requests::insert(tx.conn, request)?)
}

/// Inserts the child that says that a request was read out over the phone. It is closed as it is opened: no deadline, no
/// e-mail, no survey. Its history is the caller's to write.
///
/// # Errors
/// When the database does not answer.
pub(super) fn insert_information(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    service: &Service,
    parent: &Request,
) -> Result<Request> {
    let requester = models::people::find(tx.conn, parent.requester_id)?.ok_or_else(Error::not_found)?;
    let (language, number) = (requester.language, parent.number.to_string());
    let opened = Opened {
        title: text!(language, "told-by-phone-title", number = number.clone()),
        description: text!(language, "told-by-phone-text", number = number, title = parent.title.clone()),
        contact: None,
        parent: Some(parent.id),
        origin: Origin::Telephone,
        impact: service.impact,
        urgency: Level::Medium,
    };
    let row = new_row(tx, viewer, service, &requester, opened)?;
    let (situation, ended_at) = (Situation::Closed, Some(tx.db_now()));
    let request = Request { situation, ended_at, information: true, ..row };
    Ok(models::requests::insert(tx.conn, request)?)
}

/// The row, with its number and priority, before its clock is set.
fn new_row(tx: &mut Tx<'_>, viewer: &Viewer, service: &Service, requester: &Person, opened: Opened) -> Result<Request> {
    let contact = filled(tx, opened.contact, requester)?;
    let number = models::counters::next_number(tx.conn, tx.parameters.number(ids::FIRST_NUMBER))?;
    let (impact, urgency) = (opened.impact, opened.urgency);
    Ok(Request {
        search_text: search_text(number, &opened.title, &opened.description, requester, &service.name),
        sort_title: fold(&opened.title),
        title: opened.title,
        description: opened.description,
        opened_by: viewer.id(),
        origin: opened.origin,
        group_id: service.group_id.or_else(|| tx.parameters.id_of(ids::DEFAULT_GROUP)),
        impact,
        urgency,
        priority: priority::priority(impact, urgency, service.fixed_priority),
        contact_name: contact.name,
        contact_phone: contact.phone,
        contact_email: contact.email,
        contact_place: contact.place,
        parent_id: opened.parent,
        ..Request::new(number, service, requester.id, tx.db_now())
    })
}

/// The contact that was typed; what was left empty comes from the requester's own data.
fn filled(tx: &mut Tx<'_>, typed: Option<Contact>, person: &Person) -> Result<Contact> {
    let phones = models::person_phones::of(tx.conn, person.id)?;
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

/// Folded text that a request is found by, its messages and notes apart.
#[must_use]
pub fn search_text(number: i64, title: &str, description: &str, requester: &Person, service: &str) -> String {
    let extension = requester.extension.as_deref().unwrap_or_default();
    fold(&format!("{number} {title} {} {extension} {service} {description}", requester.name))
}
