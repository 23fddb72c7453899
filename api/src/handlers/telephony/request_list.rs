//! `listarSolicitacoes`: the numbers of a caller's requests in progress.

use super::arguments::{Arguments, invalid};
use super::polled::{AnswerContext, PolledQuery};
use super::response::{Body, ResponseFormat};
use super::service::Service;
use crate::db::Conn;
use crate::domain::telephony::{CallerId, Format, list_text, list_voice};
use crate::error::Result;
use crate::models::polled::{self, TokenCheck};
use crate::tx::Tx;
use contract::telephony::RequestNumbers;
use diesel::QueryResult;

/// The most numbers that are given.
const MAX_LIMIT: i64 = 100;
/// How many are given unless told otherwise: an IVR offers the keys 1 to 9.
const DEFAULT_LIMIT: i64 = 9;

/// The question.
pub struct ListQuery {
    caller_id: CallerId,
    include_suspended: bool,
    limit: usize,
}

impl PolledQuery for ListQuery {
    const SERVICE: Service = Service::List;
    /// All numbers; the answer has the first ones, and how many there are.
    type Found = Vec<i64>;

    fn parse(arguments: &Arguments) -> Result<Self> {
        Ok(Self {
            caller_id: arguments.required_caller_id()?,
            include_suspended: arguments.yes("incluirSuspensas")?,
            limit: limit(arguments)?,
        })
    }

    fn find_with_token(&self, conn: &mut Conn, token_hash: &str) -> QueryResult<Option<(TokenCheck, Vec<i64>)>> {
        polled::numbers_with_token(conn, token_hash, &self.caller_id, self.include_suspended)
    }

    fn find(&self, tx: &mut Tx<'_>) -> QueryResult<Vec<i64>> {
        polled::numbers(tx.conn, &self.caller_id, self.include_suspended)
    }

    fn answer(self, mut numbers: Vec<i64>, _: &mut AnswerContext<'_>, format: &ResponseFormat) -> Result<Body> {
        let count = numbers.len();
        numbers.truncate(self.limit);
        let found = RequestNumbers { count, numbers };
        Ok(match format.format {
            Format::Json => Body::json(&found)?,
            Format::Text => Body::plain(list_text(&found)),
            Format::Voice => Body::plain(list_voice(&found, format.language)),
        })
    }
}

fn limit(arguments: &Arguments) -> Result<usize> {
    let limit = if arguments.get("limite").is_some() { arguments.number("limite")? } else { DEFAULT_LIMIT };
    if !(1..=MAX_LIMIT).contains(&limit) {
        return Err(invalid("limite"));
    }
    Ok(usize::try_from(limit).unwrap_or_default())
}
