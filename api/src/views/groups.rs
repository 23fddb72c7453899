//! Groups, as administrators and attendants see them.

use crate::error::{Error, Result};
use crate::models;
use crate::models::groups::{Group, Member};
use crate::tx::Tx;
use contract::admin::{GroupView, MemberView};
use contract::identity::PersonRef;
use std::collections::HashMap;

/// All groups with their active members, by name.
///
/// # Errors
/// When the database does not answer.
pub fn all(tx: &mut Tx<'_>) -> Result<Vec<GroupView>> {
    let mut members: HashMap<i64, Vec<Member>> = HashMap::new();
    for member in models::groups::members(tx.conn, None)? {
        members.entry(member.group_id).or_default().push(member);
    }
    let groups = models::groups::all(tx.conn)?;
    Ok(groups.into_iter().map(|group| of(members.remove(&group.id).unwrap_or_default(), group)).collect())
}

/// One group.
///
/// # Errors
/// 404 when there is none.
pub fn view(tx: &mut Tx<'_>, id: i64) -> Result<GroupView> {
    let group = models::groups::find(tx.conn, id)?.ok_or_else(Error::not_found)?;
    Ok(of(models::groups::members(tx.conn, Some(id))?, group))
}

fn of(members: Vec<Member>, group: Group) -> GroupView {
    let member = |row: Member| MemberView {
        person: PersonRef { id: row.person_id, name: row.name },
        permission: row.permission.0,
        change_sla: row.change_sla,
    };
    GroupView {
        id: group.id,
        name: group.name,
        email: group.email,
        see_all: group.see_all,
        active: group.active,
        members: members.into_iter().map(member).collect(),
        version: group.version,
    }
}
