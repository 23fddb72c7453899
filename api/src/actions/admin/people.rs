//! People: registering and changing them, and what is done about their passwords
//! and sessions. Tax ids are in [`super::tax_ids`].

use super::{Edited, audited, person_check, saved};
use crate::actions::passwords;
use crate::auth::Viewer;
use crate::db::is_unique_violation;
use crate::error::{Check, Error, Result};
use crate::models;
use crate::models::people::Person;
use crate::tx::Tx;
use crate::views;
use contract::Role;
use contract::admin::{PersonEdit, PersonView};

/// One person.
///
/// # Errors
/// 404 when there is none.
pub fn show(tx: &mut Tx<'_>, id: i64) -> Result<PersonView> {
    let person = find(tx, id)?;
    views::people::person(tx, person)
}

fn find(tx: &mut Tx<'_>, id: i64) -> Result<Person> {
    models::people::find(tx.conn, id)?.ok_or_else(Error::not_found)
}

/// Registers a person. They get no password: an e-mailed link lets them set one.
///
/// # Errors
/// 422 with everything that is wrong.
pub fn create(tx: &mut Tx<'_>, viewer: &Viewer, edit: &PersonEdit) -> Result<PersonView> {
    let mut check = Check::new();
    let checked = person_check::person(tx, &mut check, None, edit)?;
    check.done()?;
    let now = tx.db_now();
    let id = models::people::insert(tx.conn, checked.values, now).map_err(taken)?;
    models::person_roles::set(tx.conn, id, &checked.roles)?;
    models::person_phones::set(tx.conn, id, &checked.phones, tx.parameters.area_code().as_deref())?;
    audited(tx, viewer, "person-created", ("person", Some(id)), "")?;
    show(tx, id)
}

/// Changes a person. Deactivated, they are logged out at once and their tokens
/// work no more; without the role of an attendant they leave their groups.
///
/// # Errors
/// 404 when there is none; 409 when no administrator would be left; 412 when
/// somebody changed the person since; 422 with everything that is wrong.
pub fn change(tx: &mut Tx<'_>, viewer: &Viewer, target: Edited, edit: &PersonEdit) -> Result<PersonView> {
    let before = find(tx, target.id)?;
    target.check(before.version)?;
    let mut check = Check::new();
    let checked = person_check::person(tx, &mut check, Some(&before), edit)?;
    check.done()?;
    let id = before.id;
    let roles_before = models::person_roles::of(tx.conn, id)?;
    let (active, roles) = (checked.values.active, checked.roles);
    if before.active && roles_before.contains(&Role::Administrator) {
        let stays = active && roles.contains(&Role::Administrator);
        keep_one_administrator(tx, stays)?;
    }
    let other_address = before.email != checked.values.email;
    match models::people::update(tx.conn, id, before.version, checked.values) {
        Err(error) if is_unique_violation(&error) => return Err(taken(error)),
        result => saved(result, "email")?,
    }
    models::person_roles::set(tx.conn, id, &roles)?;
    models::person_phones::set(tx.conn, id, &checked.phones, tx.parameters.area_code().as_deref())?;
    if !roles.contains(&Role::Attendant) {
        models::groups::remove_from_all(tx.conn, id)?;
    }
    if !active {
        models::sessions::end_others(tx, id, None)?;
    }
    if !active || other_address {
        models::sessions::forget_links(tx.conn, id)?;
    }
    note_changes(tx, viewer, &before, active, roles_before != roles)?;
    show(tx, id)
}

/// What is worth an entry of its own comes first.
fn note_changes(tx: &mut Tx<'_>, viewer: &Viewer, before: &Person, active: bool, other_roles: bool) -> Result<()> {
    let subject = ("person", Some(before.id));
    match (before.active, active) {
        (true, false) => audited(tx, viewer, "person-deactivated", subject, "")?,
        (false, true) => audited(tx, viewer, "person-activated", subject, "")?,
        _ => {}
    }
    if other_roles {
        audited(tx, viewer, "person-roles-changed", subject, "")?;
    }
    audited(tx, viewer, "person-changed", subject, "")
}

/// Refuses to take the role from the last active administrator.
fn keep_one_administrator(tx: &mut Tx<'_>, stays: bool) -> Result<()> {
    if stays {
        return Ok(());
    }
    models::person_roles::lock_administrators(tx.conn)?;
    if models::person_roles::count_active(tx.conn, Role::Administrator)? <= 1 {
        return Err(Error::conflict("last-administrator"));
    }
    Ok(())
}

/// A unique value that somebody took between the check and the writing.
fn taken(error: diesel::result::Error) -> Error {
    let text = match &error {
        diesel::result::Error::DatabaseError(_, info) if is_unique_violation(&error) => {
            format!("{} {}", info.message(), info.constraint_name().unwrap_or_default())
        }
        _ => return error.into(),
    };
    let field = if text.contains("employee_number") {
        "employee_number"
    } else if text.contains("tax_id") || text.contains("people_cpf") {
        "tax_id"
    } else {
        "email"
    };
    Error::field(field, "taken")
}

/// Sends a person a link to set a password.
///
/// # Errors
/// 404 when there is none; 409 when they are inactive or have no e-mail address.
pub fn send_password_link(tx: &mut Tx<'_>, viewer: &Viewer, id: i64) -> Result<()> {
    let person = find(tx, id)?;
    if !person.active {
        return Err(Error::conflict("person-inactive"));
    }
    if person.email.is_none() {
        return Err(Error::conflict("person-without-email"));
    }
    passwords::send_link_to(tx, &person)?;
    audited(tx, viewer, "password-link-sent", ("person", Some(id)), "")
}

/// Ends all sessions of a person.
///
/// # Errors
/// 404 when there is none.
pub fn end_sessions(tx: &mut Tx<'_>, viewer: &Viewer, id: i64) -> Result<()> {
    find(tx, id)?;
    models::sessions::end_others(tx, id, None)?;
    audited(tx, viewer, "sessions-ended", ("person", Some(id)), "")
}
