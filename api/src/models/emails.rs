//! E-mails: the outbox, and what its workers note. A worker leases an e-mail until a time; that time names the lease,
//! and what a worker notes of a failure counts only while its lease is the latest.

use super::page::{self, Cursor, newest_first};
use crate::db::functions::lower;
use crate::db::schema::{emails, people};
use crate::db::types::Code;
use crate::db::{Conn, DB, like_pattern};
use crate::domain::parameters::ids;
use crate::domain::text::fold;
use crate::tx::Tx;
use chrono::NaiveDateTime;
use contract::{EmailState, Language, Page, SuppressReason};
use diesel::dsl::{exists, not};
use diesel::prelude::*;

/// The order of the outbox: a cursor of another list is refused.
const ORDER: &str = "outbox";

/// An e-mail.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = emails)]
#[allow(missing_docs, reason = "the columns are documented in the migration")]
pub struct Email {
    pub id: i64,
    pub request_id: Option<i64>,
    pub parameter: Option<i32>,
    pub template_id: Option<i64>,
    pub recipient_name: Option<String>,
    pub address: Option<String>,
    #[diesel(deserialize_as = Code<Language>)]
    pub language: Language,
    pub subject: Option<String>,
    pub html: Option<String>,
    pub text: Option<String>,
    pub message_id: String,
    pub attachment_ids: String,
    #[diesel(deserialize_as = Code<EmailState>)]
    pub state: EmailState,
    pub suppress_reason: Option<Code<SuppressReason>>,
    pub attempts: i32,
    pub last_error: Option<String>,
    pub created_at: NaiveDateTime,
    pub next_attempt_at: Option<NaiveDateTime>,
    pub sent_at: Option<NaiveDateTime>,
}

/// A new e-mail.
#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = emails)]
#[allow(missing_docs, reason = "the columns are documented in the migration")]
pub struct NewEmail {
    pub request_id: Option<i64>,
    pub occurrence_id: Option<i64>,
    pub parameter: Option<i32>,
    pub template_id: Option<i64>,
    pub recipient_id: Option<i64>,
    pub recipient_name: Option<String>,
    pub address: Option<String>,
    #[diesel(serialize_as = Code<Language>)]
    pub language: Language,
    pub subject: Option<String>,
    pub html: Option<String>,
    pub text: Option<String>,
    pub message_id: String,
    pub attachment_ids: String,
    #[diesel(serialize_as = Code<EmailState>)]
    pub state: EmailState,
    pub suppress_reason: Option<Code<SuppressReason>>,
    pub attempts: i32,
    pub created_at: NaiveDateTime,
    pub next_attempt_at: Option<NaiveDateTime>,
}

/// Adds an e-mail to the outbox, which sends it once it is committed.
///
/// # Errors
/// When the database does not answer.
pub fn add(tx: &mut Tx<'_>, email: NewEmail) -> QueryResult<i64> {
    tx.made.mail |= email.state == EmailState::Pending;
    diesel::insert_into(emails::table).values(email).returning(emails::id).get_result(tx.conn)
}

/// One e-mail.
///
/// # Errors
/// When the database does not answer.
pub fn find(conn: &mut Conn, id: i64) -> QueryResult<Option<Email>> {
    emails::table.find(id).select(Email::as_select()).first(conn).optional()
}

/// The ledger of a request, newest first.
///
/// # Errors
/// When the database does not answer.
pub fn of_request(conn: &mut Conn, request_id: i64) -> QueryResult<Vec<Email>> {
    emails::table
        .filter(emails::request_id.eq(request_id))
        .order(emails::id.desc())
        .limit(200)
        .select(Email::as_select())
        .load(conn)
}

/// Message identifiers of the e-mails about a request that were or will be sent
/// to an address, oldest first, before one of them: its thread.
///
/// # Errors
/// When the database does not answer.
pub fn thread(conn: &mut Conn, request_id: i64, address: &str, before: i64) -> QueryResult<Vec<String>> {
    let mut ids: Vec<String> = emails::table
        .filter(emails::request_id.eq(request_id))
        .filter(emails::address.eq(address))
        .filter(emails::state.ne(Code(EmailState::Suppressed)))
        .filter(emails::id.lt(before))
        .order(emails::id.desc())
        .limit(20)
        .select(emails::message_id)
        .load(conn)?;
    ids.reverse();
    Ok(ids)
}

/// E-mails that are due and not leased, the longest due first. One waits while an
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

/// Leases an e-mail to one worker until a time; false when another was faster.
///
/// # Errors
/// When the database does not answer.
pub fn lease(conn: &mut Conn, id: i64, now: NaiveDateTime, until: NaiveDateTime) -> QueryResult<bool> {
    let free = emails::table
        .filter(emails::id.eq(id))
        .filter(emails::state.eq(Code(EmailState::Pending)))
        .filter(emails::claimed_until.is_null().or(emails::claimed_until.lt(now)));
    let leased = diesel::update(free)
        .set((emails::claimed_until.eq(until), emails::attempts.eq(emails::attempts + 1)))
        .execute(conn)?;
    Ok(leased == 1)
}

/// Notes that an e-mail was handed over.
///
/// # Errors
/// When the database does not answer.
pub fn sent(conn: &mut Conn, id: i64, at: NaiveDateTime) -> QueryResult<()> {
    diesel::update(emails::table.find(id))
        .set((
            emails::state.eq(Code(EmailState::Sent)),
            emails::sent_at.eq(at),
            emails::last_error.eq(None::<String>),
            emails::next_attempt_at.eq(None::<NaiveDateTime>),
            emails::claimed_until.eq(None::<NaiveDateTime>),
        ))
        .execute(conn)
        .map(|_| ())
}

/// Notes a failure under the lease that ends at `lease`: tried again at `next`, or
/// given up. False when the lease ran out and another worker has it.
///
/// # Errors
/// When the database does not answer.
pub fn failed(
    conn: &mut Conn,
    id: i64,
    lease: NaiveDateTime,
    error: &str,
    next: Option<NaiveDateTime>,
) -> QueryResult<bool> {
    let mine = emails::table
        .filter(emails::id.eq(id))
        .filter(emails::state.eq(Code(EmailState::Pending)))
        .filter(emails::claimed_until.eq(lease));
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

/// Puts a failed or waiting e-mail up for an attempt now; false for others.
///
/// # Errors
/// When the database does not answer.
pub fn retry(tx: &mut Tx<'_>, id: i64) -> QueryResult<bool> {
    let now = tx.db_now();
    let stuck = emails::table
        .filter(emails::id.eq(id))
        .filter(emails::state.eq_any(vec![Code(EmailState::Failed), Code(EmailState::Pending)]))
        .filter(emails::claimed_until.is_null().or(emails::claimed_until.lt(now)));
    let changed = diesel::update(stuck)
        .set((emails::state.eq(Code(EmailState::Pending)), emails::next_attempt_at.eq(now), emails::attempts.eq(0)))
        .execute(tx.conn)?;
    tx.made.mail |= changed == 1;
    Ok(changed == 1)
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

/// Suppresses what waits: parameter 297 was set. Password links go on; without
/// them nobody could log in to switch the e-mail on again.
///
/// # Errors
/// When the database does not answer.
pub fn suppress_pending(conn: &mut Conn, now: NaiveDateTime) -> QueryResult<usize> {
    let waiting = emails::table
        .filter(emails::state.eq(Code(EmailState::Pending)))
        .filter(emails::parameter.is_null().or(emails::parameter.ne(ids::PASSWORD_LINK_TEMPLATE)))
        .filter(emails::claimed_until.is_null().or(emails::claimed_until.lt(now)));
    diesel::update(waiting)
        .set((
            emails::state.eq(Code(EmailState::Suppressed)),
            emails::suppress_reason.eq(Code(SuppressReason::MailOff)),
            emails::next_attempt_at.eq(None::<NaiveDateTime>),
        ))
        .execute(conn)
}

/// Blanks what is kept of the e-mails that an occurrence caused.
///
/// # Errors
/// When the database does not answer.
pub fn redact(conn: &mut Conn, occurrence_id: i64) -> QueryResult<()> {
    diesel::update(emails::table.filter(emails::occurrence_id.eq(occurrence_id)).filter(emails::html.is_not_null()))
        .set((emails::html.eq(""), emails::text.eq("")))
        .execute(conn)
        .map(|_| ())
}

/// What a list of e-mails is filtered by.
#[derive(Debug, Clone, Default)]
pub struct EmailFilter {
    /// State.
    pub state: Option<EmailState>,
    /// Words as typed, in lower case, all of which must occur in address, recipient or subject.
    pub words: Vec<String>,
}

fn filtered(filter: &EmailFilter) -> emails::BoxedQuery<'static, DB> {
    let mut query = emails::table.into_boxed::<DB>();
    if let Some(state) = filter.state {
        query = query.filter(emails::state.eq(Code(state)));
    }
    for word in &filter.words {
        let pattern = like_pattern(word);
        let recipients = people::table.filter(people::search_text.like(like_pattern(&fold(word))).escape('\\'));
        query = query.filter(
            emails::address
                .like(pattern.clone())
                .escape('\\')
                .or(lower(emails::recipient_name).like(pattern.clone()).escape('\\'))
                .or(lower(emails::subject).like(pattern).escape('\\'))
                .or(emails::recipient_id.eq_any(recipients.select(people::id.nullable()))),
        );
    }
    query
}

/// One page of e-mails, newest first.
///
/// # Errors
/// For an invalid cursor; when the database does not answer.
pub fn page(conn: &mut Conn, filter: &EmailFilter, cursor: Option<&str>, size: i64) -> page::Result<Page<Email>> {
    let cursor = Cursor::decode(cursor, ORDER)?;
    let rows =
        newest_first!(filtered(filter), emails::id, &cursor).limit(size + 1).select(Email::as_select()).load(conn)?;
    let total = filtered(filter).count().get_result(conn)?;
    Ok(page::assemble(rows, size, cursor.as_ref(), total, |row| (ORDER.to_owned(), String::new(), row.id)))
}

/// How many e-mails are in each state.
///
/// # Errors
/// When the database does not answer.
pub fn counts(conn: &mut Conn) -> QueryResult<Vec<(EmailState, i64)>> {
    let rows: Vec<(Code<EmailState>, i64)> =
        emails::table.group_by(emails::state).select((emails::state, diesel::dsl::count_star())).load(conn)?;
    Ok(rows.into_iter().map(|(state, count)| (state.0, count)).collect())
}
