//! People: registering and changing them, and what is done about their passwords
//! and sessions. Tax ids are in [`super::tax_ids`].

use super::edits::{Edited, saved};
use super::person_check;
use crate::actions::audit::{self, Subject};
use crate::actions::passwords;
use crate::auth::Viewer;
use crate::db::is_unique_violation;
use crate::error::{Check, Error, Result};
use crate::models;
use crate::models::people::Person;
use crate::tx::Tx;
use contract::Role;
use contract::admin::PersonEdit;

fn find(tx: &mut Tx<'_>, id: i64) -> Result<Person> {
    models::people::find(tx.conn, id)?.ok_or_else(Error::not_found)
}

/// Registers a person, and gives their identifier. `author` is none for the command line. They have no password yet: an
/// e-mailed link lets them set one.
///
/// # Errors
/// 422 with everything that is wrong.
pub fn create(tx: &mut Tx<'_>, author: Option<i64>, edit: &PersonEdit) -> Result<i64> {
    let mut check = Check::new();
    let checked = person_check::person(tx, &mut check, None, edit)?;
    check.done()?;
    let now = tx.db_now();
    let id = models::people::insert(tx.conn, checked.values, now).map_err(taken)?;
    models::person_roles::set(tx.conn, id, &checked.roles)?;
    models::person_phones::set(tx.conn, id, &checked.phones, tx.parameters.area_code().as_deref())?;
    audit::record(tx, author, "person-created", Subject::person(id), "")?;
    Ok(id)
}

/// Changes a person. When they are deactivated, their sessions end and their tokens stop working. When they lose the role
/// of an attendant, they leave their groups.
///
/// # Errors
/// 404 when there is none; 409 when no administrator would be left; 412 when
/// somebody changed the person since; 422 with everything that is wrong.
pub fn change(tx: &mut Tx<'_>, viewer: &Viewer, target: Edited, edit: &PersonEdit) -> Result<()> {
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
    note_changes(tx, viewer, &before, active, roles_before != roles)
}

/// Notes the change in the audit trail. Activation and other roles get an entry of their own.
fn note_changes(tx: &mut Tx<'_>, viewer: &Viewer, before: &Person, active: bool, other_roles: bool) -> Result<()> {
    let (author, subject) = (Some(viewer.id()), Subject::person(before.id));
    match (before.active, active) {
        (true, false) => audit::record(tx, author, "person-deactivated", subject, "")?,
        (false, true) => audit::record(tx, author, "person-activated", subject, "")?,
        _ => {}
    }
    if other_roles {
        audit::record(tx, author, "person-roles-changed", subject, "")?;
    }
    audit::record(tx, author, "person-changed", subject, "")
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

/// Names the field whose unique value somebody took between the check and the writing.
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
    audit::record(tx, Some(viewer.id()), "password-link-sent", Subject::person(id), "")
}

/// Ends all sessions of a person.
///
/// # Errors
/// 404 when there is none.
pub fn end_sessions(tx: &mut Tx<'_>, viewer: &Viewer, id: i64) -> Result<()> {
    find(tx, id)?;
    models::sessions::end_others(tx, id, None)?;
    audit::record(tx, Some(viewer.id()), "sessions-ended", Subject::person(id), "")
}
