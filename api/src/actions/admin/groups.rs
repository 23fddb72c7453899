//! Groups of attendants.

use super::edits::{Edited, name, saved, taken};
use crate::actions::audit::{self, Subject};
use crate::actions::validate;
use crate::auth::Viewer;
use crate::domain::parameters::ids;
use crate::error::{Check, Complaint, Error, Result};
use crate::models;
use crate::models::groups::GroupValues;
use crate::tx::Tx;
use contract::Role;
use contract::admin::{GroupEdit, MemberEdit};
use std::collections::BTreeSet;

/// Adds a group, and gives its identifier.
///
/// # Errors
/// 422 for a name that is missing or taken, an invalid address, members who are not active attendants.
pub fn create(tx: &mut Tx<'_>, viewer: &Viewer, edit: &GroupEdit) -> Result<i64> {
    let values = checked(tx, None, edit)?;
    let id = models::groups::insert(tx.conn, &values).map_err(|error| taken(error, "name"))?;
    models::groups::set_members(tx.conn, id, &edit.members)?;
    audit::record(tx, Some(viewer.id()), "group-created", Subject::of("group", id), &values.name)?;
    Ok(id)
}

/// Changes a group; its members are replaced.
///
/// # Errors
/// 404 when there is none; 412 when somebody changed it since; 409 when it is to be
/// deactivated while something needs it; 422 as [`create`].
pub fn change(tx: &mut Tx<'_>, viewer: &Viewer, target: Edited, edit: &GroupEdit) -> Result<()> {
    let before = models::groups::find(tx.conn, target.id)?.ok_or_else(Error::not_found)?;
    target.check(before.version)?;
    let values = checked(tx, Some(before.id), edit)?;
    if before.active && !values.active {
        refuse_while_needed(tx, before.id)?;
    }
    saved(models::groups::update(tx.conn, &before, &values), "name")?;
    models::groups::set_members(tx.conn, before.id, &edit.members)?;
    audit::record(tx, Some(viewer.id()), "group-changed", Subject::of("group", before.id), &values.name)
}

/// Refuses to deactivate a group while open requests, active services or parameters name it.
fn refuse_while_needed(tx: &mut Tx<'_>, id: i64) -> Result<()> {
    let requests = models::groups::open_requests(tx.conn, id)?;
    if requests > 0 {
        return Err(Error::conflict("group-has-requests").with("count", requests));
    }
    let services = models::groups::active_services(tx.conn, id)?;
    if services > 0 {
        return Err(Error::conflict("group-has-services").with("count", services));
    }
    let named =
        [ids::DEFAULT_GROUP, ids::POOR_GRADE_GROUP].into_iter().find(|number| tx.parameters.id_of(*number) == Some(id));
    match named {
        Some(number) => Err(Error::conflict("group-in-parameter").with("parameter", number)),
        None => Ok(()),
    }
}

fn checked(tx: &mut Tx<'_>, own: Option<i64>, edit: &GroupEdit) -> Result<GroupValues> {
    let mut check = Check::new();
    let name = check.take(name(&edit.name, own, |name| Ok(models::groups::named(tx.conn, name)?))?);
    let email = check.take(validate::email("email", edit.email.as_deref()));
    check_members(tx, &mut check, &edit.members)?;
    check.done()?;
    Ok(GroupValues { name, email, see_all: edit.see_all, active: edit.active })
}

fn check_members(tx: &mut Tx<'_>, check: &mut Check, members: &[MemberEdit]) -> Result<()> {
    let ids: Vec<i64> = members.iter().map(|member| member.person_id).collect();
    let people = models::people::by_id(tx.conn, &ids)?;
    let roles = models::person_roles::of_many(tx.conn, &ids)?;
    let mut seen = BTreeSet::new();
    for (index, id) in ids.into_iter().enumerate() {
        let attends = roles.get(&id).is_some_and(|roles| roles.contains(&Role::Attendant));
        let code = match people.get(&id) {
            None => "unknown",
            Some(_) if !seen.insert(id) => "member-twice",
            Some(person) if !person.active => "person-inactive",
            Some(_) if !attends => "not-attendant",
            Some(_) => continue,
        };
        check.add(Complaint::new(format!("members.{index}.person_id"), code));
    }
    Ok(())
}
