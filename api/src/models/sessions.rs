//! Sessions, password links and failed logins.

use crate::db::schema::{login_failures, password_links, sessions};
use crate::db::{Conn, MOST_BINDS};
use crate::tx::Tx;
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// A session.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = sessions)]
pub struct Session {
    /// Identifier.
    pub id: i64,
    /// Whose.
    pub person_id: i64,
    /// When it began.
    pub created_at: NaiveDateTime,
    /// When it was last used, to the minute.
    pub last_seen_at: NaiveDateTime,
    /// When it ends unless it is used.
    pub expires_at: NaiveDateTime,
    /// Browser, as it named itself.
    pub user_agent: String,
    /// Address it came from.
    pub address: String,
}

/// A new session.
#[derive(Debug, Insertable)]
#[diesel(table_name = sessions)]
pub struct NewSession {
    /// Hash of the cookie.
    pub token_hash: String,
    /// Whose.
    pub person_id: i64,
    /// Now.
    pub created_at: NaiveDateTime,
    /// Now.
    pub last_seen_at: NaiveDateTime,
    /// When it ends unless it is used.
    pub expires_at: NaiveDateTime,
    /// Browser, as it named itself.
    pub user_agent: String,
    /// Address it came from.
    pub address: String,
}

/// The session of a cookie, while it lasts.
///
/// # Errors
/// When the database does not answer.
pub fn find(conn: &mut Conn, token_hash: &str, now: NaiveDateTime) -> QueryResult<Option<Session>> {
    sessions::table
        .filter(sessions::token_hash.eq(token_hash))
        .filter(sessions::expires_at.gt(now))
        .select(Session::as_select())
        .first(conn)
        .optional()
}

/// Those of some sessions that have not ended.
///
/// # Errors
/// When the database does not answer.
pub fn lasting(conn: &mut Conn, ids: &[i64], now: NaiveDateTime) -> QueryResult<Vec<i64>> {
    let mut lasting = Vec::with_capacity(ids.len());
    for some in ids.chunks(MOST_BINDS) {
        let last = sessions::table.filter(sessions::id.eq_any(some)).filter(sessions::expires_at.gt(now));
        lasting.extend(last.select(sessions::id).load::<i64>(conn)?);
    }
    Ok(lasting)
}

/// Adds a session.
///
/// # Errors
/// When the database does not answer.
pub fn insert(conn: &mut Conn, session: NewSession) -> QueryResult<i64> {
    diesel::insert_into(sessions::table).values(session).returning(sessions::id).get_result(conn)
}

/// Notes that a session is in use.
///
/// # Errors
/// When the database does not answer.
pub fn touch(conn: &mut Conn, id: i64, now: NaiveDateTime, expires_at: NaiveDateTime) -> QueryResult<()> {
    diesel::update(sessions::table.find(id))
        .set((sessions::last_seen_at.eq(now), sessions::expires_at.eq(expires_at)))
        .execute(conn)
        .map(|_| ())
}

/// Sessions of a person, newest first.
///
/// # Errors
/// When the database does not answer.
pub fn of_person(conn: &mut Conn, person_id: i64, now: NaiveDateTime) -> QueryResult<Vec<Session>> {
    sessions::table
        .filter(sessions::person_id.eq(person_id))
        .filter(sessions::expires_at.gt(now))
        .order(sessions::last_seen_at.desc())
        .select(Session::as_select())
        .load(conn)
}

/// Ends one session of a person; false when there is none.
///
/// # Errors
/// When the database does not answer.
pub fn end(tx: &mut Tx<'_>, person_id: i64, id: i64) -> QueryResult<bool> {
    tx.made.logged_out = true;
    let ended = diesel::delete(sessions::table.filter(sessions::person_id.eq(person_id)).filter(sessions::id.eq(id)))
        .execute(tx.conn)?;
    Ok(ended == 1)
}

/// Ends the sessions of a person, but for one.
///
/// # Errors
/// When the database does not answer.
pub fn end_others(tx: &mut Tx<'_>, person_id: i64, keep: Option<i64>) -> QueryResult<usize> {
    tx.made.logged_out = true;
    let theirs = sessions::table.filter(sessions::person_id.eq(person_id));
    match keep {
        Some(keep) => diesel::delete(theirs.filter(sessions::id.ne(keep))).execute(tx.conn),
        None => diesel::delete(theirs).execute(tx.conn),
    }
}

/// Removes what has expired: sessions, password links, forgotten failures.
///
/// # Errors
/// When the database does not answer.
pub fn sweep(conn: &mut Conn, now: NaiveDateTime, failures_before: NaiveDateTime) -> QueryResult<usize> {
    let mut swept = diesel::delete(sessions::table.filter(sessions::expires_at.le(now))).execute(conn)?;
    swept += diesel::delete(password_links::table.filter(password_links::expires_at.le(now))).execute(conn)?;
    swept += diesel::delete(login_failures::table.filter(login_failures::last_at.le(failures_before))).execute(conn)?;
    Ok(swept)
}

/// Failed logins of an account or an address.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = login_failures)]
pub struct LoginFailures {
    /// `account:<hash>` or `address:<address>`.
    pub subject: String,
    /// How many, since the last success.
    pub failures: i32,
    /// The latest.
    pub last_at: NaiveDateTime,
    /// Until when further tries are refused.
    pub blocked_until: NaiveDateTime,
}

/// Failed logins of a subject.
///
/// # Errors
/// When the database does not answer.
pub fn failures(conn: &mut Conn, subject: &str) -> QueryResult<Option<LoginFailures>> {
    login_failures::table.find(subject.to_owned()).select(LoginFailures::as_select()).first(conn).optional()
}

/// Writes the failed logins of a subject.
///
/// # Errors
/// When the database does not answer.
pub fn set_failures(conn: &mut Conn, row: LoginFailures) -> QueryResult<()> {
    let changed = diesel::update(login_failures::table.find(row.subject.clone()))
        .set((
            login_failures::failures.eq(row.failures),
            login_failures::last_at.eq(row.last_at),
            login_failures::blocked_until.eq(row.blocked_until),
        ))
        .execute(conn)?;
    if changed == 0 {
        diesel::insert_into(login_failures::table).values(row).execute(conn)?;
    }
    Ok(())
}

/// Forgets the failed logins of a subject.
///
/// # Errors
/// When the database does not answer.
pub fn clear_failures(conn: &mut Conn, subject: &str) -> QueryResult<()> {
    diesel::delete(login_failures::table.find(subject.to_owned())).execute(conn).map(|_| ())
}

/// A link to set a password.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = password_links)]
pub struct PasswordLink {
    /// Identifier.
    pub id: i64,
    /// Whose password.
    pub person_id: i64,
    /// When it stops working.
    pub expires_at: NaiveDateTime,
}

/// Adds a link; earlier ones of the person stop working.
///
/// # Errors
/// When the database does not answer.
pub fn insert_link(
    conn: &mut Conn,
    person_id: i64,
    token_hash: &str,
    now: NaiveDateTime,
    expires_at: NaiveDateTime,
) -> QueryResult<()> {
    diesel::delete(password_links::table.filter(password_links::person_id.eq(person_id))).execute(conn)?;
    diesel::insert_into(password_links::table)
        .values((
            password_links::token_hash.eq(token_hash),
            password_links::person_id.eq(person_id),
            password_links::created_at.eq(now),
            password_links::expires_at.eq(expires_at),
        ))
        .execute(conn)
        .map(|_| ())
}

/// Makes the links of a person stop working.
///
/// # Errors
/// When the database does not answer.
pub fn forget_links(conn: &mut Conn, person_id: i64) -> QueryResult<usize> {
    diesel::delete(password_links::table.filter(password_links::person_id.eq(person_id))).execute(conn)
}

/// When the latest link of a person was made.
///
/// # Errors
/// When the database does not answer.
pub fn latest_link(conn: &mut Conn, person_id: i64) -> QueryResult<Option<NaiveDateTime>> {
    password_links::table
        .filter(password_links::person_id.eq(person_id))
        .select(password_links::created_at)
        .order(password_links::created_at.desc())
        .first(conn)
        .optional()
}

/// The link of a token, while it works.
///
/// # Errors
/// When the database does not answer.
pub fn find_link(conn: &mut Conn, token_hash: &str, now: NaiveDateTime) -> QueryResult<Option<PasswordLink>> {
    password_links::table
        .filter(password_links::token_hash.eq(token_hash))
        .filter(password_links::used_at.is_null())
        .filter(password_links::expires_at.gt(now))
        .select(PasswordLink::as_select())
        .first(conn)
        .optional()
}

/// Uses a link up; false when somebody was faster.
///
/// # Errors
/// When the database does not answer.
pub fn use_link(conn: &mut Conn, id: i64, now: NaiveDateTime) -> QueryResult<bool> {
    let used = diesel::update(
        password_links::table.filter(password_links::id.eq(id)).filter(password_links::used_at.is_null()),
    )
    .set(password_links::used_at.eq(now))
    .execute(conn)?;
    Ok(used == 1)
}
