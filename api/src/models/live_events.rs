//! Events for open pages, kept for some days so that a client that was away
//! catches up.

use crate::db::schema::live_events;
use crate::db::types::Code;
use crate::db::{Conn, live_position, visible_horizon};
use crate::tx::Tx;
use chrono::NaiveDateTime;
use contract::live::{LiveKind, Position};
use diesel::prelude::*;

/// An event.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = live_events)]
#[allow(missing_docs, reason = "the columns are documented in the migration")]
pub struct Event {
    pub id: i64,
    pub tx: i64,
    #[diesel(deserialize_as = Code<LiveKind>)]
    pub kind: LiveKind,
    pub number: Option<i64>,
    pub actor_id: Option<i64>,
    pub person_id: Option<i64>,
    pub requester_id: Option<i64>,
    pub group_id: Option<i64>,
    pub confidential: bool,
}

impl Event {
    /// Its place in the stream.
    #[must_use]
    pub fn position(&self) -> Position {
        Position { tx: self.tx, id: self.id }
    }
}

/// For whom an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Audience {
    /// One person.
    pub person_id: Option<i64>,
    /// The requester.
    pub requester_id: Option<i64>,
    /// A group, and whoever sees all.
    pub group_id: Option<i64>,
    /// See-all groups are left out.
    pub confidential: bool,
}

/// Appends an event, which is told to open pages once it is committed.
///
/// # Errors
/// When the database does not answer.
pub fn add(
    tx: &mut Tx<'_>,
    kind: LiveKind,
    number: Option<i64>,
    actor_id: Option<i64>,
    audience: Audience,
) -> QueryResult<()> {
    let (position, at) = (live_position(tx.conn)?, tx.db_now());
    diesel::insert_into(live_events::table)
        .values((
            live_events::tx.eq(position),
            live_events::at.eq(at),
            live_events::kind.eq(Code(kind)),
            live_events::number.eq(number),
            live_events::actor_id.eq(actor_id),
            live_events::person_id.eq(audience.person_id),
            live_events::requester_id.eq(audience.requester_id),
            live_events::group_id.eq(audience.group_id),
            live_events::confidential.eq(audience.confidential),
        ))
        .execute(tx.conn)?;
    tx.made.live_events = true;
    Ok(())
}

/// Events after a position, in commit order.
///
/// # Errors
/// When the database does not answer.
pub fn after(conn: &mut Conn, position: Position, limit: i64) -> QueryResult<Vec<Event>> {
    let horizon = visible_horizon(conn)?;
    live_events::table
        .filter(live_events::tx.lt(horizon))
        .filter(
            live_events::tx.gt(position.tx).or(live_events::tx.eq(position.tx).and(live_events::id.gt(position.id))),
        )
        .order((live_events::tx, live_events::id))
        .limit(limit)
        .select(Event::as_select())
        .load(conn)
}

/// The newest position that everything before is visible of.
///
/// # Errors
/// When the database does not answer.
pub fn newest(conn: &mut Conn) -> QueryResult<Position> {
    let horizon = visible_horizon(conn)?;
    let newest: Option<(i64, i64)> = live_events::table
        .filter(live_events::tx.lt(horizon))
        .order((live_events::tx.desc(), live_events::id.desc()))
        .select((live_events::tx, live_events::id))
        .first(conn)
        .optional()?;
    Ok(newest.map_or(Position::default(), |(tx, id)| Position { tx, id }))
}

/// Whether events after a position may have been swept already.
///
/// # Errors
/// When the database does not answer.
pub fn is_swept(conn: &mut Conn, position: Position) -> QueryResult<bool> {
    let oldest: Option<(i64, i64)> = live_events::table
        .order((live_events::tx, live_events::id))
        .select((live_events::tx, live_events::id))
        .first(conn)
        .optional()?;
    // The event at the position, or an older one, must still be there.
    Ok(match oldest {
        Some((tx, id)) => position < (Position { tx, id }) && position != Position::default(),
        None => position != Position::default(),
    })
}

/// Removes events older than `before`, but always keeps the newest.
///
/// # Errors
/// When the database does not answer.
pub fn sweep(conn: &mut Conn, before: NaiveDateTime) -> QueryResult<usize> {
    let newest: Option<i64> = live_events::table.select(diesel::dsl::max(live_events::id)).first(conn)?;
    diesel::delete(
        live_events::table.filter(live_events::at.lt(before)).filter(live_events::id.lt(newest.unwrap_or(0))),
    )
    .execute(conn)
}
