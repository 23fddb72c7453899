//! Rows of telephone calls. Their pop-ups are in [`popups`], the lists of the log in [`log`].

pub mod log;
pub mod popups;

use crate::db::Conn;
use crate::db::schema::{call_candidates, call_requests, calls, counters, people};
use crate::db::types::Code;
use chrono::NaiveDateTime;
use contract::calls::{CallDirection, CallRequestKind, CallResult, CallSource, CallTag, MatchedBy};
use diesel::prelude::*;

/// A telephone call. Its row is saved as a whole.
#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = calls, treat_none_as_null = true)]
#[allow(missing_docs, reason = "the columns are documented in the migration")]
pub struct Call {
    #[diesel(skip_insertion)]
    pub id: i64,
    pub call_key: Option<String>,
    pub source: Code<CallSource>,
    pub direction: Code<CallDirection>,
    pub followed: bool,
    pub verified: bool,
    pub started_at: NaiveDateTime,
    pub answered_at: Option<NaiveDateTime>,
    pub ended_at: Option<NaiveDateTime>,
    pub talked_seconds: Option<i64>,
    pub result: Option<Code<CallResult>>,
    pub number: Option<String>,
    pub number_key: Option<String>,
    pub caller_name: Option<String>,
    pub queue: Option<String>,
    pub person_id: Option<i64>,
    pub matched_by: Option<Code<MatchedBy>>,
    pub claimed: Option<String>,
    pub extension: Option<String>,
    pub attendant_id: Option<i64>,
    pub service: Option<String>,
    pub fingerprint: Option<String>,
    pub asked_at: Option<NaiveDateTime>,
    pub request_id: Option<i64>,
    pub child_id: Option<i64>,
    pub tag: Option<Code<CallTag>>,
    pub concluded_at: Option<NaiveDateTime>,
    pub search_text: String,
}

impl Call {
    /// An inbound call about which nothing else is known yet.
    #[must_use]
    pub fn new(source: CallSource, started_at: NaiveDateTime) -> Self {
        Self {
            id: 0,
            call_key: None,
            source: Code(source),
            direction: Code(CallDirection::Inbound),
            followed: source != CallSource::Service,
            verified: true,
            started_at,
            answered_at: None,
            ended_at: None,
            talked_seconds: None,
            result: None,
            number: None,
            number_key: None,
            caller_name: None,
            queue: None,
            person_id: None,
            matched_by: None,
            claimed: None,
            extension: None,
            attendant_id: None,
            service: None,
            fingerprint: None,
            asked_at: None,
            request_id: None,
            child_id: None,
            tag: None,
            concluded_at: None,
            search_text: String::new(),
        }
    }

    /// Whether the other party withholds its number. A number that was not reported is not withheld.
    #[must_use]
    pub fn withholds_number(&self) -> bool {
        self.number.as_deref() == Some("")
    }
}

/// Locks calls until the transaction ends, because the exchange, the web services and attendants report the same call at
/// the same time. Every transaction that writes calls begins with it. SQLite needs no lock: it has one writer.
///
/// # Errors
/// When the database does not answer.
pub fn lock(conn: &mut Conn) -> QueryResult<()> {
    if !conn.locks_rows() {
        return Ok(());
    }
    diesel::update(counters::table.filter(counters::name.eq("calls")))
        .set(counters::value.eq(counters::value))
        .execute(conn)
        .map(|_| ())
}

/// The call with an identifier.
///
/// # Errors
/// When the database does not answer.
pub fn find(conn: &mut Conn, id: i64) -> QueryResult<Option<Call>> {
    calls::table.find(id).select(Call::as_select()).first(conn).optional()
}

/// The call with an identifier at the exchange.
///
/// # Errors
/// When the database does not answer.
pub fn find_by_key(conn: &mut Conn, key: &str) -> QueryResult<Option<Call>> {
    calls::table.filter(calls::call_key.eq(key)).select(Call::as_select()).first(conn).optional()
}

/// The newest call that was announced with the same fingerprint since a time. A call that ended at the exchange is left
/// out, because the announcement is about another.
///
/// # Errors
/// When the database does not answer.
pub fn find_by_fingerprint(conn: &mut Conn, fingerprint: &str, since: NaiveDateTime) -> QueryResult<Option<Call>> {
    calls::table
        .filter(calls::fingerprint.eq(fingerprint))
        .filter(calls::asked_at.ge(since))
        .filter(calls::ended_at.is_null().or(calls::followed.eq(false)))
        .order(calls::id.desc())
        .select(Call::as_select())
        .first(conn)
        .optional()
}

/// The newest call that goes on at an extension and began since a time: one that the exchange reports when `followed`,
/// otherwise one that only the web services announced.
///
/// # Errors
/// When the database does not answer.
pub fn at_extension(
    conn: &mut Conn,
    extension: &str,
    followed: bool,
    since: NaiveDateTime,
) -> QueryResult<Option<Call>> {
    calls::table
        .filter(calls::extension.eq(extension))
        .filter(calls::ended_at.is_null())
        .filter(calls::followed.eq(followed))
        .filter(calls::started_at.ge(since))
        .order(calls::id.desc())
        .select(Call::as_select())
        .first(conn)
        .optional()
}

/// Calls that go on at an extension and that only the web services announced, except one call.
///
/// # Errors
/// When the database does not answer.
pub fn announced_at(conn: &mut Conn, extension: &str, but: i64) -> QueryResult<Vec<Call>> {
    calls::table
        .filter(calls::extension.eq(extension))
        .filter(calls::ended_at.is_null())
        .filter(calls::followed.eq(false))
        .filter(calls::id.ne(but))
        .order(calls::id)
        .select(Call::as_select())
        .load(conn)
}

/// Adds a call (its `id` is ignored) and returns it with its identifier.
///
/// # Errors
/// When its key is known already, or the database does not answer.
pub fn insert(conn: &mut Conn, call: Call) -> QueryResult<Call> {
    let id = diesel::insert_into(calls::table).values(call.clone()).returning(calls::id).get_result(conn)?;
    Ok(Call { id, ..call })
}

/// Saves a call.
///
/// # Errors
/// When the database does not answer.
pub fn save(conn: &mut Conn, call: &Call) -> QueryResult<()> {
    diesel::update(calls::table.find(call.id)).set(call.clone()).execute(conn).map(|_| ())
}

/// The people among whom the caller may be.
///
/// # Errors
/// When the database does not answer.
pub fn candidates(conn: &mut Conn, call: i64) -> QueryResult<Vec<i64>> {
    call_candidates::table
        .inner_join(people::table.on(people::id.eq(call_candidates::person_id)))
        .filter(call_candidates::call_id.eq(call))
        .order((people::name, people::id))
        .select(people::id)
        .load(conn)
}

/// Replaces the people among whom the caller may be.
///
/// # Errors
/// When the database does not answer.
pub fn set_candidates(conn: &mut Conn, call: i64, people: &[i64]) -> QueryResult<()> {
    diesel::delete(call_candidates::table.filter(call_candidates::call_id.eq(call))).execute(conn)?;
    for person in people {
        diesel::insert_into(call_candidates::table)
            .values((call_candidates::call_id.eq(call), call_candidates::person_id.eq(*person)))
            .execute(conn)?;
    }
    Ok(())
}

/// A request's relation to a call.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = call_requests)]
pub struct CallRequestRow {
    /// The call.
    pub call_id: i64,
    /// The request.
    pub request_id: i64,
    /// What.
    pub kind: Code<CallRequestKind>,
    /// When.
    pub at: NaiveDateTime,
    /// By whom.
    pub person_id: i64,
}

/// Relates a request to a call. A request that was only viewed may become linked or opened; otherwise the first relation
/// stays.
///
/// # Errors
/// When the database does not answer.
pub fn relate(conn: &mut Conn, row: CallRequestRow) -> QueryResult<()> {
    let before: Option<Code<CallRequestKind>> =
        call_requests::table.find((row.call_id, row.request_id)).select(call_requests::kind).first(conn).optional()?;
    match before {
        None => diesel::insert_into(call_requests::table).values(row).execute(conn).map(|_| ()),
        Some(Code(CallRequestKind::Viewed)) if row.kind.0 != CallRequestKind::Viewed => {
            diesel::update(call_requests::table.find((row.call_id, row.request_id)))
                .set(call_requests::kind.eq(row.kind))
                .execute(conn)
                .map(|_| ())
        }
        Some(_) => Ok(()),
    }
}

/// The requests of calls, in the order in which they were related.
///
/// # Errors
/// When the database does not answer.
pub fn requests_of(conn: &mut Conn, calls: Vec<i64>) -> QueryResult<Vec<CallRequestRow>> {
    call_requests::table
        .filter(call_requests::call_id.eq_any(calls))
        .order((call_requests::at, call_requests::request_id))
        .select(CallRequestRow::as_select())
        .load(conn)
}

/// Calls that go on and that the monitored exchange reports, even if a web service announced them first.
///
/// # Errors
/// When the database does not answer.
pub fn watched(conn: &mut Conn) -> QueryResult<Vec<Call>> {
    calls::table
        .filter(calls::ended_at.is_null())
        .filter(calls::followed.eq(true))
        .filter(calls::source.ne(Code(CallSource::Events)))
        .order(calls::id)
        .select(Call::as_select())
        .load(conn)
}

/// Calls that began before a time and have not ended, at most 1000.
///
/// # Errors
/// When the database does not answer.
pub fn going_on_since_before(conn: &mut Conn, before: NaiveDateTime) -> QueryResult<Vec<Call>> {
    calls::table
        .filter(calls::ended_at.is_null())
        .filter(calls::started_at.lt(before))
        .order(calls::id)
        .limit(1_000)
        .select(Call::as_select())
        .load(conn)
}
