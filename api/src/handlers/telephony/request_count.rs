//! `obterQtdeSolicitacoes`: how many requests of a caller are in progress.

use super::arguments::Arguments;
use super::polled::{AnswerContext, PolledQuery};
use super::response::{Body, ResponseFormat};
use super::service::Service;
use crate::db::Conn;
use crate::domain::telephony::{CallerId, Format, count_text, count_voice};
use crate::error::Result;
use crate::models::polled::{self, TokenCheck};
use crate::tx::Tx;
use contract::telephony::RequestCount;
use diesel::QueryResult;

/// The question.
pub struct CountQuery {
    caller_id: CallerId,
    include_suspended: bool,
}

impl PolledQuery for CountQuery {
    const SERVICE: Service = Service::Count;
    type Found = RequestCount;

    fn parse(arguments: &Arguments) -> Result<Self> {
        Ok(Self { caller_id: arguments.required_caller_id()?, include_suspended: arguments.yes("incluirSuspensas")? })
    }

    fn find_with_token(&self, conn: &mut Conn, token_hash: &str) -> QueryResult<Option<(TokenCheck, RequestCount)>> {
        polled::count_with_token(conn, token_hash, &self.caller_id, self.include_suspended)
    }

    fn find(&self, tx: &mut Tx<'_>) -> QueryResult<RequestCount> {
        let numbers = polled::numbers(tx.conn, &self.caller_id, self.include_suspended)?;
        let number = if let [number] = numbers[..] { Some(number) } else { None };
        Ok(RequestCount { count: numbers.len(), number })
    }

    fn answer(self, found: RequestCount, _: &mut AnswerContext<'_>, format: &ResponseFormat) -> Result<Body> {
        Ok(match format.format {
            Format::Json => Body::json(&found)?,
            Format::Text => Body::plain(count_text(&found)),
            Format::Voice => Body::plain(count_voice(&found, format.language)),
        })
    }
}
