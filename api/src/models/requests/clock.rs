//! What the clocks of requests did: pauses and earlier cycles.

use super::Request;
use crate::db::Conn;
use crate::db::schema::{sla_cycles, sla_pauses};
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// A stretch in which the clock does not count.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = sla_pauses)]
pub struct Pause {
    /// Identifier.
    pub id: i64,
    /// From.
    pub started_at: NaiveDateTime,
    /// To; none while it lasts.
    pub ended_at: Option<NaiveDateTime>,
    /// Why.
    pub reason_id: i64,
}

/// Pauses of a cycle, oldest first.
///
/// # Errors
/// When the database does not answer.
pub fn pauses(conn: &mut Conn, request_id: i64, cycle: i32) -> QueryResult<Vec<Pause>> {
    sla_pauses::table
        .filter(sla_pauses::request_id.eq(request_id))
        .filter(sla_pauses::cycle.eq(cycle))
        .order(sla_pauses::id)
        .select(Pause::as_select())
        .load(conn)
}

/// Pauses of many requests' present cycles: (request, cycle, pause).
///
/// # Errors
/// When the database does not answer.
pub fn pauses_of(conn: &mut Conn, ids: Vec<i64>) -> QueryResult<Vec<(i64, i32, Pause)>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    sla_pauses::table
        .filter(sla_pauses::request_id.eq_any(ids))
        .order(sla_pauses::id)
        .select((sla_pauses::request_id, sla_pauses::cycle, Pause::as_select()))
        .load(conn)
}

/// Begins a pause.
///
/// # Errors
/// When the database does not answer.
pub fn begin_pause(conn: &mut Conn, request: &Request, reason_id: i64, at: NaiveDateTime) -> QueryResult<()> {
    diesel::insert_into(sla_pauses::table)
        .values((
            sla_pauses::request_id.eq(request.id),
            sla_pauses::cycle.eq(request.cycle),
            sla_pauses::started_at.eq(at),
            sla_pauses::reason_id.eq(reason_id),
        ))
        .execute(conn)
        .map(|_| ())
}

/// Ends the open pause of a request.
///
/// # Errors
/// When the database does not answer.
pub fn end_pause(conn: &mut Conn, request_id: i64, at: NaiveDateTime) -> QueryResult<()> {
    let open = sla_pauses::table.filter(sla_pauses::request_id.eq(request_id)).filter(sla_pauses::ended_at.is_null());
    diesel::update(open).set(sla_pauses::ended_at.eq(at)).execute(conn).map(|_| ())
}

/// An earlier SLA cycle.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = sla_cycles)]
#[allow(missing_docs, reason = "the columns are documented in the migration")]
pub struct Cycle {
    pub request_id: i64,
    pub number: i32,
    pub started_at: NaiveDateTime,
    pub ended_at: Option<NaiveDateTime>,
    pub target_seconds: Option<i64>,
    pub deadline_at: Option<NaiveDateTime>,
    pub met: Option<bool>,
}

/// Earlier cycles of a request.
///
/// # Errors
/// When the database does not answer.
pub fn earlier_cycles(conn: &mut Conn, request_id: i64) -> QueryResult<Vec<Cycle>> {
    sla_cycles::table
        .filter(sla_cycles::request_id.eq(request_id))
        .order(sla_cycles::number)
        .select(Cycle::as_select())
        .load(conn)
}

/// Keeps the result of a cycle.
///
/// # Errors
/// When the database does not answer.
pub fn keep_cycle(conn: &mut Conn, cycle: Cycle) -> QueryResult<()> {
    diesel::insert_into(sla_cycles::table).values(cycle).execute(conn).map(|_| ())
}
