//! The telephony console of administrators.

use crate::db::instant;
use crate::error::Result;
use crate::models;
use crate::models::service_calls::KEPT;
use crate::policy::telephony;
use crate::tx::Tx;
use crate::views::monitor;
use contract::Language;
use contract::console::{Console, ServiceCall, ServiceFigures};

/// The state of telephony: whether it is on, how the exchange is monitored, and figures of the web services.
///
/// # Errors
/// When the database does not answer.
pub fn console(tx: &mut Tx<'_>, language: Language) -> Result<Console> {
    Ok(Console {
        telephony: telephony::is_on(tx),
        monitor: monitor::view(tx, language)?,
        extensions: models::extensions::count(tx.conn)?,
        services: figures(tx)?,
    })
}

fn figures(tx: &mut Tx<'_>) -> Result<ServiceFigures> {
    let calls = models::service_calls::newest(tx.conn, KEPT)?;
    let mut took: Vec<i64> = calls.iter().map(|call| call.microseconds).collect();
    took.sort_unstable();
    let at = |percent: usize| took.get((took.len() * percent).div_ceil(100).saturating_sub(1)).copied();
    Ok(ServiceFigures {
        calls: i64::try_from(calls.len()).unwrap_or_default(),
        since: calls.last().map(|call| instant(call.at)),
        refused: i64::try_from(calls.iter().filter(|call| call.status >= 400).count()).unwrap_or_default(),
        median_microseconds: at(50).unwrap_or_default(),
        p99_microseconds: at(99).unwrap_or_default(),
    })
}

/// The last requests to the web services, the newest first.
///
/// # Errors
/// When the database does not answer.
pub fn service_calls(tx: &mut Tx<'_>, limit: i64) -> Result<Vec<ServiceCall>> {
    let names = models::tokens::all(tx.conn)?;
    let name = |id: i64| names.iter().find(|token| token.id == id).map(|token| token.name.clone());
    let calls = models::service_calls::newest(tx.conn, limit)?;
    let view = |call: models::service_calls::ServiceCall| ServiceCall {
        id: call.id,
        at: instant(call.at),
        service: call.service,
        token: call.token_id.and_then(name),
        arguments: serde_json::from_str(&call.arguments).unwrap_or_default(),
        status: call.status,
        answer: call.answer,
        microseconds: call.microseconds,
    };
    Ok(calls.into_iter().map(view).collect())
}
