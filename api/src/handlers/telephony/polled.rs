//! What the three polled services have in common (docs/adr/0010-polled-services.md).

use super::arguments::Arguments;
use super::response::{Body, ResponseFormat, require_on};
use super::service::Service;
use crate::app::App;
use crate::db::{Conn, stored};
use crate::error::{Error, Result};
use crate::models::polled::TokenCheck;
use crate::tx::Tx;
use crate::web::{UnverifiedToken, VerifiedToken};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use diesel::QueryResult;

/// A question to a polled service, parsed from the arguments.
pub trait PolledQuery: Sized + Send + 'static {
    /// The service.
    const SERVICE: Service;
    /// What the database has to say.
    type Found;

    /// Parses the arguments.
    ///
    /// # Errors
    /// 400 for an argument that is missing or invalid.
    fn parse(arguments: &Arguments) -> Result<Self>;

    /// Reads the answer together with the caller's token and the parameters, in one statement. None when there is no
    /// such token.
    ///
    /// # Errors
    /// When the database does not answer.
    fn find_with_token(&self, conn: &mut Conn, token_hash: &str) -> QueryResult<Option<(TokenCheck, Self::Found)>>;

    /// Reads the answer for the simulator, which has no token.
    ///
    /// # Errors
    /// When the database does not answer.
    fn find(&self, tx: &mut Tx<'_>) -> QueryResult<Self::Found>;

    /// Writes the answer, without its ending.
    ///
    /// # Errors
    /// 400 or 404 when the question is refused; when the database does not answer.
    fn answer(self, found: Self::Found, context: &mut AnswerContext<'_>, format: &ResponseFormat) -> Result<Body>;
}

/// What an answer may need beside what was found.
pub struct AnswerContext<'a> {
    /// A connection, for what only a suspended request needs.
    pub conn: &'a mut Conn,
    /// The time at which the question is answered.
    pub now: DateTime<Utc>,
    /// The company's time zone.
    pub time_zone: Tz,
}

/// Answers a question. The outer error means that the token was not accepted; the inner one is a refusal.
///
/// # Errors
/// 401 or 403 for the token; when the database does not answer.
pub async fn poll<Q: PolledQuery>(
    app: &App,
    token: UnverifiedToken,
    query: Q,
    format: ResponseFormat,
) -> Result<(VerifiedToken, Result<Body>)> {
    let token_hash = token.hash()?.to_owned();
    let (now, time_zone) = (app.clock.now(), app.time_zone);
    let read = app.db.read_short(move |conn| {
        let (check, found) = query.find_with_token(conn, &token_hash)?.ok_or_else(Error::unauthenticated)?;
        let verified = token.verify(Some(check.grant), stored(now))?;
        let mut context = AnswerContext { conn, now, time_zone };
        let body = require_on(check.telephony).and_then(|()| query.answer(found, &mut context, &format));
        Ok::<_, Error>((verified, body))
    });
    read.await
}

/// Answers a question of the simulator.
///
/// # Errors
/// 400 or 404 when the question is refused; when the database does not answer.
pub fn simulate<Q: PolledQuery>(tx: &mut Tx<'_>, arguments: &Arguments, format: &ResponseFormat) -> Result<Body> {
    let query = Q::parse(arguments)?;
    let found = query.find(tx)?;
    query.answer(found, &mut AnswerContext { conn: tx.conn, now: tx.now, time_zone: tx.time_zone }, format)
}
