//! The history: an append-only list of occurrences, messages and notes included.

use crate::db::schema::{message_reads, occurrences};
use crate::db::types::Code;
use crate::db::{Conn, DB};
use crate::domain::visibility::RowFacts;
use chrono::NaiveDateTime;
use contract::{Category, OccurrenceKind, Origin, Side};
use diesel::prelude::*;

/// An occurrence.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = occurrences)]
#[allow(missing_docs, reason = "the columns are documented in the migration")]
pub struct Occurrence {
    pub id: i64,
    pub request_id: i64,
    #[diesel(deserialize_as = Code<OccurrenceKind>)]
    pub kind: OccurrenceKind,
    #[diesel(deserialize_as = Code<Category>)]
    pub category: Category,
    #[diesel(deserialize_as = Code<Origin>)]
    pub origin: Origin,
    #[diesel(deserialize_as = Code<Side>)]
    pub side: Side,
    pub author_id: Option<i64>,
    pub at: NaiveDateTime,
    pub event: Option<String>,
    pub data: Option<String>,
    pub text: Option<String>,
    pub public: bool,
    pub minutes: Option<i32>,
    pub redacted_at: Option<NaiveDateTime>,
}

impl Occurrence {
    /// What decides who reads its text.
    #[must_use]
    pub fn facts(&self) -> RowFacts<'_> {
        RowFacts { kind: self.kind, category: self.category, public: self.public, event: self.event.as_deref() }
    }
}

/// A new occurrence.
#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = occurrences)]
#[allow(missing_docs, reason = "the columns are documented in the migration")]
pub struct NewOccurrence {
    pub request_id: i64,
    #[diesel(serialize_as = Code<OccurrenceKind>)]
    pub kind: OccurrenceKind,
    #[diesel(serialize_as = Code<Category>)]
    pub category: Category,
    #[diesel(serialize_as = Code<Origin>)]
    pub origin: Origin,
    #[diesel(serialize_as = Code<Side>)]
    pub side: Side,
    pub author_id: Option<i64>,
    pub at: NaiveDateTime,
    pub event: Option<String>,
    pub data: Option<String>,
    pub text: Option<String>,
    pub public: bool,
    pub minutes: Option<i32>,
    pub search_text: String,
}

/// Appends an occurrence.
///
/// # Errors
/// When the database does not answer.
pub fn insert(conn: &mut Conn, occurrence: NewOccurrence) -> QueryResult<i64> {
    diesel::insert_into(occurrences::table).values(occurrence).returning(occurrences::id).get_result(conn)
}

/// One occurrence of a request.
///
/// # Errors
/// When the database does not answer.
pub fn find(conn: &mut Conn, request_id: i64, id: i64) -> QueryResult<Option<Occurrence>> {
    occurrences::table
        .filter(occurrences::id.eq(id))
        .filter(occurrences::request_id.eq(request_id))
        .select(Occurrence::as_select())
        .first(conn)
        .optional()
}

/// Which occurrences a viewer reads.
#[derive(Debug, Clone, Default)]
pub struct TimelineFilter {
    /// Only public ones.
    pub public_only: bool,
    /// Kinds; none when empty.
    pub kinds: Vec<OccurrenceKind>,
    /// Only older than this one.
    pub before: Option<i64>,
}

fn filtered(request_id: i64, filter: &TimelineFilter) -> occurrences::BoxedQuery<'static, DB> {
    let kinds: Vec<_> = filter.kinds.iter().copied().map(Code).collect();
    let mut query = occurrences::table
        .filter(occurrences::request_id.eq(request_id))
        .filter(occurrences::kind.eq_any(kinds))
        .into_boxed::<DB>();
    if filter.public_only {
        query = query.filter(occurrences::public.eq(true));
    }
    if let Some(before) = filter.before {
        query = query.filter(occurrences::id.lt(before));
    }
    query
}

/// Occurrences of a request, newest first.
///
/// # Errors
/// When the database does not answer.
pub fn timeline(conn: &mut Conn, request_id: i64, filter: &TimelineFilter, limit: i64) -> QueryResult<Vec<Occurrence>> {
    filtered(request_id, filter).order(occurrences::id.desc()).limit(limit).select(Occurrence::as_select()).load(conn)
}

/// How many occurrences of each kind a viewer may read.
///
/// # Errors
/// When the database does not answer.
pub fn counts(conn: &mut Conn, request_id: i64, filter: &TimelineFilter) -> QueryResult<Vec<(OccurrenceKind, i64)>> {
    let mut query = occurrences::table
        .filter(occurrences::request_id.eq(request_id))
        .group_by(occurrences::kind)
        .select((occurrences::kind, diesel::dsl::count_star()))
        .into_boxed::<DB>();
    if filter.public_only {
        query = query.filter(occurrences::public.eq(true));
    }
    let rows: Vec<(Code<OccurrenceKind>, i64)> = query.load(conn)?;
    Ok(rows.into_iter().map(|(kind, count)| (kind.0, count)).filter(|(kind, _)| filter.kinds.contains(kind)).collect())
}

/// Blanks the text of an occurrence; false when it was blanked before.
///
/// # Errors
/// When the database does not answer.
pub fn redact(conn: &mut Conn, id: i64, by: i64, at: NaiveDateTime) -> QueryResult<bool> {
    let rows =
        diesel::update(occurrences::table.filter(occurrences::id.eq(id)).filter(occurrences::redacted_at.is_null()))
            .set((
                occurrences::text.eq(None::<String>),
                occurrences::data.eq(None::<String>),
                occurrences::search_text.eq(""),
                occurrences::redacted_at.eq(at),
                occurrences::redacted_by.eq(by),
            ))
            .execute(conn)?;
    Ok(rows == 1)
}

/// Notes that a side has read the messages up to one.
///
/// # Errors
/// When the database does not answer.
pub fn mark_read(
    conn: &mut Conn,
    request_id: i64,
    side: Side,
    up_to: i64,
    person_id: i64,
    at: NaiveDateTime,
) -> QueryResult<()> {
    diesel::insert_into(message_reads::table)
        .values((
            message_reads::request_id.eq(request_id),
            message_reads::side.eq(Code(side)),
            message_reads::up_to.eq(up_to),
            message_reads::person_id.eq(person_id),
            message_reads::at.eq(at),
        ))
        .execute(conn)
        .map(|_| ())
}

/// What was read when: (side, up to, at), oldest first.
///
/// # Errors
/// When the database does not answer.
pub fn reads(conn: &mut Conn, request_id: i64) -> QueryResult<Vec<(Side, i64, NaiveDateTime)>> {
    let rows: Vec<(Code<Side>, i64, NaiveDateTime)> = message_reads::table
        .filter(message_reads::request_id.eq(request_id))
        .order(message_reads::id)
        .select((message_reads::side, message_reads::up_to, message_reads::at))
        .load(conn)?;
    Ok(rows.into_iter().map(|(side, up_to, at)| (side.0, up_to, at)).collect())
}

/// How many messages of the other side are newer than `after`.
///
/// # Errors
/// When the database does not answer.
pub fn unread_after(conn: &mut Conn, request_id: i64, reader: Side, after: i64) -> QueryResult<i64> {
    let writer = if reader == Side::Requester { Side::Desk } else { Side::Requester };
    occurrences::table
        .filter(occurrences::request_id.eq(request_id))
        .filter(occurrences::kind.eq(Code(OccurrenceKind::Message)))
        .filter(occurrences::side.eq(Code(writer)))
        .filter(occurrences::id.gt(after))
        .count()
        .get_result(conn)
}
