//! Groups of attendants, as administrators keep them. What the desk reads of them
//! is in [`super::catalogue`].

use super::catalogue::Group;
use crate::db::Conn;
use crate::db::schema::{group_members, groups, people, requests, services};
use crate::db::types::{Code, codes};
use crate::domain::lifecycle::UNFINISHED;
use contract::admin::MemberEdit;
use diesel::prelude::*;

/// What is written of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupValues {
    /// Name.
    pub name: String,
    /// E-mail address.
    pub email: Option<String>,
    /// Sees all requests but confidential ones.
    pub see_all: bool,
    /// Active.
    pub active: bool,
}

/// The group that bears a name.
///
/// # Errors
/// When the database does not answer.
pub fn named(conn: &mut Conn, name: &str) -> QueryResult<Option<i64>> {
    groups::table.filter(groups::name.eq(name)).select(groups::id).first(conn).optional()
}

/// Adds a group.
///
/// # Errors
/// When the name is taken, or the database does not answer.
pub fn insert(conn: &mut Conn, values: &GroupValues) -> QueryResult<i64> {
    diesel::insert_into(groups::table)
        .values((
            groups::name.eq(&values.name),
            groups::email.eq(&values.email),
            groups::see_all.eq(values.see_all),
            groups::active.eq(values.active),
            groups::version.eq(1),
        ))
        .returning(groups::id)
        .get_result(conn)
}

/// Changes a group, if nobody did since it was read.
///
/// # Errors
/// When the name is taken, or the database does not answer.
pub fn update(conn: &mut Conn, before: &Group, values: &GroupValues) -> QueryResult<bool> {
    let target = groups::table.filter(groups::id.eq(before.id)).filter(groups::version.eq(before.version));
    let changed = diesel::update(target)
        .set((
            groups::name.eq(&values.name),
            groups::email.eq(&values.email),
            groups::see_all.eq(values.see_all),
            groups::active.eq(values.active),
            groups::version.eq(before.version + 1),
        ))
        .execute(conn)?;
    Ok(changed == 1)
}

/// Replaces the members of a group. Inactive people, whom nobody sees in it, stay
/// members for when they come back.
///
/// # Errors
/// When the database does not answer.
pub fn set_members(conn: &mut Conn, group_id: i64, members: &[MemberEdit]) -> QueryResult<()> {
    let active = people::table.filter(people::active.eq(true)).select(people::id);
    let seen = group_members::table
        .filter(group_members::group_id.eq(group_id))
        .filter(group_members::person_id.eq_any(active));
    diesel::delete(seen).execute(conn)?;
    for member in members {
        diesel::insert_into(group_members::table)
            .values((
                group_members::group_id.eq(group_id),
                group_members::person_id.eq(member.person_id),
                group_members::permission.eq(Code(member.permission)),
                group_members::change_sla.eq(member.change_sla),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// Takes a person out of all groups.
///
/// # Errors
/// When the database does not answer.
pub fn remove_from_all(conn: &mut Conn, person_id: i64) -> QueryResult<usize> {
    diesel::delete(group_members::table.filter(group_members::person_id.eq(person_id))).execute(conn)
}

/// How many open requests a group has.
///
/// # Errors
/// When the database does not answer.
pub fn open_requests(conn: &mut Conn, group_id: i64) -> QueryResult<i64> {
    requests::table
        .filter(requests::group_id.eq(group_id))
        .filter(requests::situation.eq_any(codes(&UNFINISHED)))
        .count()
        .get_result(conn)
}

/// How many active services a group serves.
///
/// # Errors
/// When the database does not answer.
pub fn active_services(conn: &mut Conn, group_id: i64) -> QueryResult<i64> {
    services::table.filter(services::group_id.eq(group_id)).filter(services::active.eq(true)).count().get_result(conn)
}
