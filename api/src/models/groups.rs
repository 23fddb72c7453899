//! Groups of attendants, and their members.

use crate::db::schema::{group_members, groups, people, requests, services};
use crate::db::types::{Code, codes};
use crate::db::{Conn, DB};
use crate::domain::lifecycle::UNFINISHED;
use contract::GroupPermission;
use contract::admin::MemberEdit;
use contract::identity::{Membership, NamedRef, PersonRef};
use diesel::prelude::*;
use std::collections::HashMap;

/// A group.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = groups)]
pub struct Group {
    /// Identifier.
    pub id: i64,
    /// Name.
    pub name: String,
    /// E-mail address.
    pub email: Option<String>,
    /// Sees all requests but confidential ones.
    pub see_all: bool,
    /// Active.
    pub active: bool,
    /// Changes with every edit.
    pub version: i32,
}

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

/// One group.
///
/// # Errors
/// When the database does not answer.
pub fn find(conn: &mut Conn, id: i64) -> QueryResult<Option<Group>> {
    groups::table.find(id).select(Group::as_select()).first(conn).optional()
}

/// All groups, by name.
///
/// # Errors
/// When the database does not answer.
pub fn all(conn: &mut Conn) -> QueryResult<Vec<Group>> {
    groups::table.order((groups::name, groups::id)).select(Group::as_select()).load(conn)
}

/// Names of groups, by identifier.
///
/// # Errors
/// When the database does not answer.
pub fn names(conn: &mut Conn) -> QueryResult<HashMap<i64, NamedRef>> {
    let rows: Vec<(i64, String)> = groups::table.select((groups::id, groups::name)).load(conn)?;
    Ok(rows.into_iter().map(|(id, name)| (id, NamedRef { id, name })).collect())
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

/// A member of a group.
#[derive(Debug, Clone, Queryable)]
pub struct Member {
    /// Group.
    pub group_id: i64,
    /// Person.
    pub person_id: i64,
    /// Their name.
    pub name: String,
    /// View or execute.
    pub permission: Code<GroupPermission>,
    /// May change priority and deadline.
    pub change_sla: bool,
}

/// Active members of a group, or of all groups, by name.
///
/// # Errors
/// When the database does not answer.
pub fn members(conn: &mut Conn, group_id: Option<i64>) -> QueryResult<Vec<Member>> {
    let mut query = group_members::table
        .inner_join(people::table.on(people::id.eq(group_members::person_id)))
        .filter(people::active.eq(true))
        .into_boxed::<DB>();
    if let Some(group_id) = group_id {
        query = query.filter(group_members::group_id.eq(group_id));
    }
    query
        .order((people::name, people::id))
        .select((
            group_members::group_id,
            group_members::person_id,
            people::name,
            group_members::permission,
            group_members::change_sla,
        ))
        .load(conn)
}

/// Active executors of a group.
///
/// # Errors
/// When the database does not answer.
pub fn executors(conn: &mut Conn, group_id: i64) -> QueryResult<Vec<PersonRef>> {
    Ok(members(conn, Some(group_id))?
        .into_iter()
        .filter(|member| member.permission.0 == GroupPermission::Execute)
        .map(|member| PersonRef { id: member.person_id, name: member.name })
        .collect())
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

/// A group of a person, with what they may do there.
#[derive(Debug, Clone, Queryable)]
pub struct MembershipRow {
    /// Group.
    pub group_id: i64,
    /// Its name.
    pub group_name: String,
    /// View or execute.
    pub permission: Code<GroupPermission>,
    /// May change priority and deadline.
    pub change_sla: bool,
    /// The group sees all requests but confidential ones.
    pub see_all: bool,
}

impl From<&MembershipRow> for Membership {
    fn from(row: &MembershipRow) -> Self {
        Self { group: NamedRef { id: row.group_id, name: row.group_name.clone() }, permission: row.permission.0 }
    }
}

/// Active groups of a person.
///
/// # Errors
/// When the database does not answer.
pub fn memberships(conn: &mut Conn, id: i64) -> QueryResult<Vec<MembershipRow>> {
    group_members::table
        .inner_join(groups::table.on(groups::id.eq(group_members::group_id)))
        .filter(group_members::person_id.eq(id))
        .filter(groups::active.eq(true))
        .order(groups::name)
        .select((groups::id, groups::name, group_members::permission, group_members::change_sla, groups::see_all))
        .load(conn)
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
