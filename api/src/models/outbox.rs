//! The outbox as its worker sees it. A claim's end names the claim: what a worker
//! notes counts only while its claim is the latest.

use crate::db::Conn;
use crate::db::schema::emails;
use crate::db::types::Code;
use crate::tx::Tx;
use chrono::NaiveDateTime;
use contract::{EmailState, SuppressReason};
use diesel::dsl::{exists, not};
use diesel::prelude::*;

/// E-mails that are due and not claimed, the longest due first. One waits while an
/// older one about the same request is on its way to the same address.
///
/// # Errors
/// When the database does not answer.
pub fn due(conn: &mut Conn, now: NaiveDateTime, limit: i64) -> QueryResult<Vec<i64>> {
    let older = diesel::alias!(emails as older);
    let earlier = older
        .filter(older.field(emails::request_id).eq(emails::request_id))
        .filter(older.field(emails::address).eq(emails::address))
        .filter(older.field(emails::state).eq(Code(EmailState::Pending)))
        .filter(older.field(emails::id).lt(emails::id));
    emails::table
        .filter(emails::state.eq(Code(EmailState::Pending)))
        .filter(emails::next_attempt_at.le(now))
        .filter(emails::claimed_until.is_null().or(emails::claimed_until.lt(now)))
        .filter(not(exists(earlier)))
        .order((emails::next_attempt_at, emails::id))
        .limit(limit)
        .select(emails::id)
        .load(conn)
}

/// Suppresses a waiting e-mail.
///
/// # Errors
/// When the database does not answer.
pub fn suppress(conn: &mut Conn, id: i64, reason: SuppressReason) -> QueryResult<()> {
    diesel::update(emails::table.filter(emails::id.eq(id)).filter(emails::state.eq(Code(EmailState::Pending))))
        .set((
            emails::state.eq(Code(EmailState::Suppressed)),
            emails::suppress_reason.eq(Code(reason)),
            emails::next_attempt_at.eq(None::<NaiveDateTime>),
        ))
        .execute(conn)
        .map(|_| ())
}

/// Notes a failure of the claim that ends at `claim`: tried again at `next`, or
/// given up. False when the claim ran out and another worker has it.
///
/// # Errors
/// When the database does not answer.
pub fn failed(
    conn: &mut Conn,
    id: i64,
    claim: NaiveDateTime,
    error: &str,
    next: Option<NaiveDateTime>,
) -> QueryResult<bool> {
    let mine = emails::table
        .filter(emails::id.eq(id))
        .filter(emails::state.eq(Code(EmailState::Pending)))
        .filter(emails::claimed_until.eq(claim));
    let state = if next.is_some() { EmailState::Pending } else { EmailState::Failed };
    let noted = diesel::update(mine)
        .set((
            emails::state.eq(Code(state)),
            emails::last_error.eq(error),
            emails::next_attempt_at.eq(next),
            emails::claimed_until.eq(None::<NaiveDateTime>),
        ))
        .execute(conn)?;
    Ok(noted == 1)
}

/// Puts e-mails up for an attempt now that wait because of one of these causes
/// (codes that their failure begins with): it is gone.
///
/// # Errors
/// When the database does not answer.
pub fn hurry(tx: &mut Tx<'_>, causes: &[&str]) -> QueryResult<usize> {
    let (now, mut hurried) = (tx.db_now(), 0);
    for cause in causes {
        let waiting = emails::table
            .filter(emails::state.eq(Code(EmailState::Pending)))
            .filter(emails::next_attempt_at.gt(now))
            .filter(emails::last_error.like(format!("{cause}%")))
            .filter(emails::claimed_until.is_null().or(emails::claimed_until.lt(now)));
        hurried += diesel::update(waiting).set(emails::next_attempt_at.eq(now)).execute(tx.conn)?;
    }
    tx.made.mail |= hurried > 0;
    Ok(hurried)
}
