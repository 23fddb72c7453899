//! `obterDadosSolicitacao`: the facts of one request.

use super::arguments::{Arguments, missing};
use super::polled::{AnswerContext, PolledQuery};
use super::response::{Body, ResponseFormat};
use super::service::Service;
use crate::db::Conn;
use crate::domain::parameters::ids;
use crate::domain::telephony::{CallerId, Format, facts_text, facts_voice};
use crate::error::{Error, Result};
use crate::models::polled::{self, FoundFacts, TokenCheck};
use crate::tx::Tx;
use crate::views;
use actix_web::http::StatusCode;
use diesel::QueryResult;

/// The question.
pub struct FactsQuery {
    number: i64,
    /// Who the requester has to be, if the caller identified themselves.
    caller_id: Option<CallerId>,
}

impl PolledQuery for FactsQuery {
    const SERVICE: Service = Service::Facts;
    type Found = FoundFacts;

    fn parse(arguments: &Arguments) -> Result<Self> {
        Ok(Self { number: arguments.number("idSolicitacao")?, caller_id: arguments.caller_id()? })
    }

    fn find_with_token(&self, conn: &mut Conn, token_hash: &str) -> QueryResult<Option<(TokenCheck, FoundFacts)>> {
        polled::facts_with_token(conn, token_hash, self.number)
    }

    fn find(&self, tx: &mut Tx<'_>) -> QueryResult<FoundFacts> {
        let caller_id_required = tx.parameters.yes(ids::TELEPHONY_CLAIM);
        Ok(FoundFacts { request: polled::facts(tx.conn, self.number)?, caller_id_required })
    }

    /// A request of somebody else gets the same refusal as one that does not exist.
    fn answer(self, found: FoundFacts, context: &mut AnswerContext<'_>, format: &ResponseFormat) -> Result<Body> {
        if self.caller_id.is_none() && found.caller_id_required {
            return Err(missing("cpf"));
        }
        let is_theirs = |request: &polled::Facts| self.caller_id.as_ref().is_none_or(|id| request.is_of(id));
        let request = found.request.filter(is_theirs);
        let request = request.ok_or_else(|| Error::refused(StatusCode::NOT_FOUND, "request-not-found"))?;
        let facts = views::telephony::facts(context.conn, context.now, self.number, &request, format.language)?;
        Ok(match format.format {
            Format::Json => Body::json(&facts)?,
            Format::Text => Body::plain(facts_text(&facts, context.time_zone)),
            Format::Voice => Body::plain(facts_voice(&facts, context.time_zone, format.language)),
        })
    }
}
