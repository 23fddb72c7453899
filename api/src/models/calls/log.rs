//! The call log: its pages and counts.

use super::Call;
use crate::db::schema::{call_popups, call_requests, calls, requests};
use crate::db::types::Code;
use crate::db::{Conn, DB, like_pattern};
use crate::models::page::{Cursor, EXACT_TOTAL, Result, assemble, newest_first};
use chrono::NaiveDateTime;
use contract::Page;
use contract::calls::{CallCounts, CallDirection, CallResult};
use diesel::dsl::exists;
use diesel::prelude::*;

/// The order that cursors of the log carry.
const ORDER: &str = "calls";

/// Calls that need attention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Show {
    /// Inbound calls that nobody answered.
    Missed,
    /// Inbound calls that were answered or superseded, and that are neither linked to a request nor tagged.
    Unlinked,
}

/// Selects calls of the log.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// The attendant at whose extension they rang; all attendants when none is given.
    pub attendant: Option<i64>,
    /// When they began: from the first time until before the second.
    pub between: Option<(NaiveDateTime, NaiveDateTime)>,
    /// The attention that they need.
    pub show: Option<Show>,
    /// Folded words that must all occur in the search text, or be the number of a related request.
    pub words: Vec<String>,
}

type Query = calls::BoxedQuery<'static, DB>;

fn filtered(filter: &Filter) -> Query {
    let mut query = calls::table.into_boxed::<DB>();
    if let Some(person) = filter.attendant {
        let theirs =
            call_popups::table.filter(call_popups::call_id.eq(calls::id)).filter(call_popups::person_id.eq(person));
        query = query.filter(calls::attendant_id.eq(person).or(exists(theirs).nullable()));
    }
    if let Some((from, to)) = filter.between {
        query = query.filter(calls::started_at.ge(from)).filter(calls::started_at.lt(to));
    }
    for word in &filter.words {
        let numbered = call_requests::table
            .inner_join(requests::table.on(requests::id.eq(call_requests::request_id)))
            .filter(call_requests::call_id.eq(calls::id))
            .filter(requests::number.eq(word.parse().unwrap_or(-1)));
        query = query.filter(calls::search_text.like(like_pattern(word)).escape('\\').or(exists(numbered)));
    }
    match filter.show {
        Some(Show::Missed) => missed(query),
        Some(Show::Unlinked) => unlinked(query),
        None => query,
    }
}

fn missed(query: Query) -> Query {
    let nobody = [CallResult::Missed, CallResult::Busy, CallResult::Declined, CallResult::Abandoned];
    query
        .filter(calls::direction.eq(Code(CallDirection::Inbound)))
        .filter(calls::result.eq_any(nobody.map(Code).to_vec()))
}

fn unlinked(query: Query) -> Query {
    let superseded = calls::followed.eq(false).and(calls::result.is_null());
    query
        .filter(calls::direction.eq(Code(CallDirection::Inbound)))
        .filter(calls::answered_at.is_not_null().or(superseded))
        .filter(calls::ended_at.is_not_null())
        .filter(calls::concluded_at.is_null())
}

/// A page of the log, the newest first.
///
/// # Errors
/// 400 for a cursor of another list; when the database does not answer.
pub fn page(conn: &mut Conn, filter: &Filter, cursor: Option<&str>, size: i64) -> Result<Page<Call>> {
    let cursor = Cursor::decode(cursor, ORDER)?;
    let query = filtered(filter);
    let rows = newest_first!(query, calls::id, cursor.as_ref())
        .limit(size + 1)
        .select(Call::as_select())
        .load::<Call>(conn)?;
    let total = filtered(filter).count().get_result::<i64>(conn)?.min(EXACT_TOTAL + 1);
    Ok(assemble(rows, size, cursor.as_ref(), total, |call| (ORDER.to_owned(), String::new(), call.id)))
}

/// Counts of the inbound calls that a filter selects; its `show` is ignored.
///
/// # Errors
/// When the database does not answer.
pub fn counts(conn: &mut Conn, filter: &Filter) -> QueryResult<CallCounts> {
    let all = Filter { show: None, ..filter.clone() };
    let inbound = || filtered(&all).filter(calls::direction.eq(Code(CallDirection::Inbound)));
    let with = |results: &[CallResult]| {
        let results: Vec<_> = results.iter().copied().map(Code).collect();
        inbound().filter(calls::result.eq_any(results)).count()
    };
    let talked: Vec<i64> = inbound()
        .filter(calls::answered_at.is_not_null())
        .select(calls::talked_seconds.assume_not_null())
        .filter(calls::talked_seconds.is_not_null())
        .load(conn)?;
    let talks = i64::try_from(talked.len()).unwrap_or(i64::MAX);
    Ok(CallCounts {
        received: inbound().count().get_result(conn)?,
        answered: inbound().filter(calls::answered_at.is_not_null()).count().get_result(conn)?,
        missed: with(&[CallResult::Missed, CallResult::Busy, CallResult::Declined]).get_result(conn)?,
        abandoned: with(&[CallResult::Abandoned]).get_result(conn)?,
        unlinked: unlinked(filtered(&all)).count().get_result(conn)?,
        average_seconds: talked.iter().sum::<i64>().checked_div(talks),
    })
}
