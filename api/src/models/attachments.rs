//! Attachments, and uploads waiting to be attached.

use crate::db::Conn;
use crate::db::schema::attachments;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use std::collections::HashMap;

/// An attachment; one without a request waits to be attached.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = attachments)]
#[allow(missing_docs, reason = "the columns are documented in the migration")]
pub struct Attachment {
    pub id: i64,
    pub request_id: Option<i64>,
    pub occurrence_id: Option<i64>,
    pub name: String,
    pub size: i64,
    pub media_type: String,
    pub hash: String,
    pub uploader_id: i64,
    pub added_at: NaiveDateTime,
    pub internal: bool,
}

/// A new upload.
#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = attachments)]
#[allow(missing_docs, reason = "the columns are documented in the migration")]
pub struct NewUpload {
    pub name: String,
    pub size: i64,
    pub media_type: String,
    pub hash: String,
    pub uploader_id: i64,
    pub added_at: NaiveDateTime,
    pub internal: bool,
}

/// Adds an upload.
///
/// # Errors
/// When the database does not answer.
pub fn insert_upload(conn: &mut Conn, upload: NewUpload) -> QueryResult<i64> {
    diesel::insert_into(attachments::table).values(upload).returning(attachments::id).get_result(conn)
}

/// A waiting upload of a person.
///
/// # Errors
/// When the database does not answer.
pub fn find_upload(conn: &mut Conn, id: i64, uploader_id: i64) -> QueryResult<Option<Attachment>> {
    attachments::table
        .filter(attachments::id.eq(id))
        .filter(attachments::uploader_id.eq(uploader_id))
        .filter(attachments::request_id.is_null())
        .filter(attachments::removed_at.is_null())
        .select(Attachment::as_select())
        .first(conn)
        .optional()
}

/// How many uploads of a person wait.
///
/// # Errors
/// When the database does not answer.
pub fn waiting(conn: &mut Conn, uploader_id: i64) -> QueryResult<i64> {
    attachments::table
        .filter(attachments::uploader_id.eq(uploader_id))
        .filter(attachments::request_id.is_null())
        .count()
        .get_result(conn)
}

/// Forgets a waiting upload.
///
/// # Errors
/// When the database does not answer.
pub fn delete_upload(conn: &mut Conn, id: i64, uploader_id: i64) -> QueryResult<bool> {
    let gone = attachments::table
        .filter(attachments::id.eq(id))
        .filter(attachments::uploader_id.eq(uploader_id))
        .filter(attachments::request_id.is_null());
    Ok(diesel::delete(gone).execute(conn)? == 1)
}

/// Attaches a waiting upload; false when it is not waiting any more.
///
/// # Errors
/// When the database does not answer.
pub fn attach(
    conn: &mut Conn,
    id: i64,
    request_id: i64,
    occurrence_id: Option<i64>,
    internal: bool,
    at: NaiveDateTime,
) -> QueryResult<bool> {
    let waiting = attachments::table.filter(attachments::id.eq(id)).filter(attachments::request_id.is_null());
    let attached = diesel::update(waiting)
        .set((
            attachments::request_id.eq(request_id),
            attachments::occurrence_id.eq(occurrence_id),
            attachments::internal.eq(internal),
            attachments::added_at.eq(at),
        ))
        .execute(conn)?;
    Ok(attached == 1)
}

/// Attachments of a request, oldest first.
///
/// # Errors
/// When the database does not answer.
pub fn of_request(conn: &mut Conn, request_id: i64, with_internal: bool) -> QueryResult<Vec<Attachment>> {
    let mut query = attachments::table
        .filter(attachments::request_id.eq(request_id))
        .filter(attachments::removed_at.is_null())
        .into_boxed::<crate::db::DB>();
    if !with_internal {
        query = query.filter(attachments::internal.eq(false));
    }
    query.order(attachments::id).select(Attachment::as_select()).load(conn)
}

/// How many attachments each request has.
///
/// # Errors
/// When the database does not answer.
pub fn counts(conn: &mut Conn, request_ids: Vec<i64>, with_internal: bool) -> QueryResult<HashMap<i64, i64>> {
    if request_ids.is_empty() {
        return Ok(HashMap::new());
    }
    let mut query = attachments::table
        .filter(attachments::request_id.eq_any(request_ids))
        .filter(attachments::removed_at.is_null())
        .group_by(attachments::request_id)
        .select((attachments::request_id, diesel::dsl::count_star()))
        .into_boxed::<crate::db::DB>();
    if !with_internal {
        query = query.filter(attachments::internal.eq(false));
    }
    let rows: Vec<(Option<i64>, i64)> = query.load(conn)?;
    Ok(rows.into_iter().filter_map(|(id, count)| id.map(|id| (id, count))).collect())
}

/// One attachment of a request.
///
/// # Errors
/// When the database does not answer.
pub fn find(conn: &mut Conn, request_id: i64, id: i64) -> QueryResult<Option<Attachment>> {
    attachments::table
        .filter(attachments::id.eq(id))
        .filter(attachments::request_id.eq(request_id))
        .filter(attachments::removed_at.is_null())
        .select(Attachment::as_select())
        .first(conn)
        .optional()
}

/// Removes an attachment from view.
///
/// # Errors
/// When the database does not answer.
pub fn remove(conn: &mut Conn, id: i64, by: i64, at: NaiveDateTime) -> QueryResult<()> {
    diesel::update(attachments::table.find(id))
        .set((attachments::removed_at.eq(at), attachments::removed_by.eq(by)))
        .execute(conn)
        .map(|_| ())
}

/// Forgets uploads that nobody attached since `before`; gives their number.
///
/// # Errors
/// When the database does not answer.
pub fn sweep_uploads(conn: &mut Conn, before: NaiveDateTime) -> QueryResult<usize> {
    let waiting = attachments::table.filter(attachments::request_id.is_null());
    diesel::delete(waiting.filter(attachments::added_at.lt(before))).execute(conn)
}

/// Whether any row still needs the content of a hash.
///
/// # Errors
/// When the database does not answer.
pub fn hash_in_use(conn: &mut Conn, hash: &str) -> QueryResult<bool> {
    diesel::select(diesel::dsl::exists(attachments::table.filter(attachments::hash.eq(hash)))).get_result(conn)
}
