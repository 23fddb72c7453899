//! Parameters. An edit is checked against the parameters as they would be after it, and is made whole or not at all.

use super::edits::stale;
use crate::actions::audit::{self, Subject};
use crate::auth::Viewer;
use crate::db::is_unique_violation;
use crate::domain::parameters::{Definition, ParameterError, Parameters, definition, ids, is_secret, validate_shape};
use crate::error::{Check, Complaint, Error, Result};
use crate::models;
use crate::models::services::Service;
use crate::tx::Tx;
use contract::admin::{ParameterType, SECRET_SET};
use contract::{Language, RequestType};
use std::collections::BTreeMap;

/// Changes parameters; those given with the value in force are left alone.
/// `field` names the field of a parameter's value.
///
/// # Errors
/// 409 when somebody else sets one for the first time right now; 412 when `seen` is
/// given and a parameter was changed since; 422 with all values that cannot work.
pub fn change(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    seen: Option<i32>,
    edits: &BTreeMap<i32, String>,
    field: impl Fn(i32) -> String,
) -> Result<()> {
    let present = models::parameters::version(tx.conn)?;
    if seen.is_some_and(|seen| seen != present) {
        return Err(stale());
    }
    let before = tx.parameters.clone();
    let values = checked(tx, viewer.language, edits, field)?;
    write(tx, viewer, &before, &values)?;
    tx.parameters = models::parameters::load(tx.conn)?;
    let area = tx.parameters.area_code();
    if area != before.area_code() {
        models::phone_keys::rewrite(tx.conn, area.as_deref())?;
    }
    if !before.yes(ids::MAIL_OFF) && tx.parameters.yes(ids::MAIL_OFF) {
        let now = tx.db_now();
        models::emails::suppress_pending(tx.conn, now)?;
    }
    Ok(())
}

/// The values that differ from those in force, normalised.
fn checked(
    tx: &mut Tx<'_>,
    language: Language,
    edits: &BTreeMap<i32, String>,
    field: impl Fn(i32) -> String,
) -> Result<BTreeMap<i32, String>> {
    let mut check = Check::new();
    let mut complain = |id: i32, error: ParameterError| check.add(complaint(field(id), error, language));
    let mut values = BTreeMap::new();
    let kept = |id: i32, value: &str| is_secret(id) && value.trim() == SECRET_SET;
    for (id, value) in edits.iter().filter(|(id, value)| !kept(**id, value)) {
        match shaped(*id, value) {
            Err(error) => complain(*id, error),
            Ok(value) => {
                values.insert(*id, value);
            }
        }
    }
    let before = tx.parameters.clone();
    let after = values.iter().fold(before.clone(), |all, (id, value)| all.with(*id, value));
    values.retain(|id, _| before.value(*id) != after.value(*id));
    for id in values.keys() {
        if let Some(error) = names_nothing(tx, &after, *id)? {
            complain(*id, error);
        }
    }
    if values.contains_key(&ids::FIRST_NUMBER)
        && let Some(last) = models::counters::last_number(tx.conn)?
    {
        check.add(Complaint::new(field(ids::FIRST_NUMBER), "first-number-given").with("last", last));
    }
    check.done()?;
    Ok(values)
}

fn write(tx: &mut Tx<'_>, viewer: &Viewer, before: &Parameters, values: &BTreeMap<i32, String>) -> Result<()> {
    let now = tx.db_now();
    for (id, value) in values {
        models::parameters::set(tx, *id, &before.value(*id), value, Some(viewer.id()), now).map_err(|error| {
            if is_unique_violation(&error) { Error::conflict("changed-meanwhile") } else { error.into() }
        })?;
        let subject = Subject::of("parameter", i64::from(*id));
        audit::record(tx, Some(viewer.id()), "parameter-changed", subject, &id.to_string())?;
    }
    Ok(())
}

fn complaint(field: String, error: ParameterError, language: Language) -> Complaint {
    Complaint::worded(field, error.code(), error.message(language))
}

fn shaped(id: i32, value: &str) -> std::result::Result<String, ParameterError> {
    validate_shape(definition(id).ok_or(ParameterError::UnknownParameter)?, value)
}

/// What is wrong with the identifier that a parameter holds, if anything is.
fn names_nothing(tx: &mut Tx<'_>, after: &Parameters, id: i32) -> Result<Option<ParameterError>> {
    if id == ids::VIEWING_CHILD {
        // The child needs its service; 283 may name it in the same edit.
        let missing = after.yes(id) && names_nothing(tx, after, ids::VIEWING_SERVICE)?.is_some()
            || after.yes(id) && after.id_of(ids::VIEWING_SERVICE).is_none();
        return Ok(missing.then_some(ParameterError::NoViewingService));
    }
    if id == ids::VIEWING_SERVICE && after.yes(ids::VIEWING_CHILD) && after.id_of(id).is_none() {
        return Ok(Some(ParameterError::NoViewingService));
    }
    let (Some(parameter), Some(named)) = (definition(id), after.id_of(id)) else { return Ok(None) };
    let conn = &mut *tx.conn;
    let (found, error) = match parameter.value_type {
        ParameterType::Template => return no_such_template(tx, parameter, named),
        ParameterType::Group => {
            let group = models::groups::find(conn, named)?;
            (group.is_some_and(|group| group.active), ParameterError::NoSuchGroup)
        }
        ParameterType::Person => {
            let person = models::people::find(conn, named)?;
            (person.is_some_and(|person| person.active), ParameterError::NoSuchPerson)
        }
        ParameterType::Service => {
            let service = models::services::find(conn, named)?;
            let right =
                |service: &Service| id != ids::VIEWING_SERVICE || service.request_type == RequestType::ServiceRequest;
            let found = service.is_some_and(|service| service.active && right(&service));
            let error = if id == ids::VIEWING_SERVICE {
                ParameterError::NoServiceRequest
            } else {
                ParameterError::NoSuchService
            };
            (found, error)
        }
        ParameterType::YesNo
        | ParameterType::Number
        | ParameterType::Text
        | ParameterType::Secret
        | ParameterType::Category
        | ParameterType::Origin => return Ok(None),
    };
    Ok((!found).then_some(error))
}

fn no_such_template(tx: &mut Tx<'_>, parameter: &Definition, named: i64) -> Result<Option<ParameterError>> {
    let template = models::templates::find(tx.conn, named)?;
    Ok(match template {
        None => Some(ParameterError::NoSuchTemplate),
        Some(template) if Some(template.kind) != parameter.template_kind => Some(ParameterError::OtherTemplateKind),
        Some(_) => None,
    })
}
