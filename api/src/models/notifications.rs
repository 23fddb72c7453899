//! Notifications of people.

use crate::db::schema::notifications;
use crate::db::types::Code;
use crate::db::{Conn, DB};
use chrono::NaiveDateTime;
use contract::live::NotificationKind;
use diesel::prelude::*;

/// A notification.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = notifications)]
#[allow(missing_docs, reason = "the columns are documented in the migration")]
pub struct Notification {
    pub id: i64,
    #[diesel(deserialize_as = Code<NotificationKind>)]
    pub kind: NotificationKind,
    pub request_id: i64,
    pub actor_id: Option<i64>,
    pub desk: bool,
    pub at: NaiveDateTime,
    pub read_at: Option<NaiveDateTime>,
}

/// A new notification.
#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = notifications)]
#[allow(missing_docs, reason = "the columns are documented in the migration")]
pub struct NewNotification {
    pub person_id: i64,
    #[diesel(serialize_as = Code<NotificationKind>)]
    pub kind: NotificationKind,
    pub request_id: i64,
    pub actor_id: Option<i64>,
    pub desk: bool,
    pub at: NaiveDateTime,
}

/// Adds a notification.
///
/// # Errors
/// When the database does not answer.
pub fn insert(conn: &mut Conn, notification: NewNotification) -> QueryResult<()> {
    diesel::insert_into(notifications::table).values(notification).execute(conn).map(|_| ())
}

/// Notifications of a person, newest first.
///
/// # Errors
/// When the database does not answer.
pub fn of_person(conn: &mut Conn, person_id: i64, before: Option<i64>, limit: i64) -> QueryResult<Vec<Notification>> {
    let mut query = notifications::table.filter(notifications::person_id.eq(person_id)).into_boxed::<DB>();
    if let Some(before) = before {
        query = query.filter(notifications::id.lt(before));
    }
    query.order(notifications::id.desc()).limit(limit).select(Notification::as_select()).load(conn)
}

/// How many notifications a person has in all.
///
/// # Errors
/// When the database does not answer.
pub fn count(conn: &mut Conn, person_id: i64) -> QueryResult<i64> {
    notifications::table.filter(notifications::person_id.eq(person_id)).count().get_result(conn)
}

/// How many notifications a person has not read.
///
/// # Errors
/// When the database does not answer.
pub fn unread(conn: &mut Conn, person_id: i64) -> QueryResult<i64> {
    notifications::table
        .filter(notifications::person_id.eq(person_id))
        .filter(notifications::read_at.is_null())
        .count()
        .get_result(conn)
}

/// Whether a person has a notification of a kind that they have not read.
///
/// # Errors
/// When the database does not answer.
pub fn has_unread(conn: &mut Conn, person_id: i64, kind: NotificationKind) -> QueryResult<bool> {
    let unread = notifications::table
        .filter(notifications::person_id.eq(person_id))
        .filter(notifications::kind.eq(Code(kind)))
        .filter(notifications::read_at.is_null());
    diesel::select(diesel::dsl::exists(unread)).get_result(conn)
}

/// Marks notifications of a person as read, up to one or all.
///
/// # Errors
/// When the database does not answer.
pub fn mark_read(conn: &mut Conn, person_id: i64, up_to: Option<i64>, at: NaiveDateTime) -> QueryResult<usize> {
    diesel::update(
        notifications::table
            .filter(notifications::person_id.eq(person_id))
            .filter(notifications::read_at.is_null())
            .filter(notifications::id.le(up_to.unwrap_or(i64::MAX))),
    )
    .set(notifications::read_at.eq(at))
    .execute(conn)
}

/// Marks the notifications of a person about a request as read.
///
/// # Errors
/// When the database does not answer.
pub fn mark_request_read(conn: &mut Conn, person_id: i64, request_id: i64, at: NaiveDateTime) -> QueryResult<usize> {
    diesel::update(
        notifications::table
            .filter(notifications::person_id.eq(person_id))
            .filter(notifications::request_id.eq(request_id))
            .filter(notifications::read_at.is_null()),
    )
    .set(notifications::read_at.eq(at))
    .execute(conn)
}
