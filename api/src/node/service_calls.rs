//! The last calls of telephone systems to the web services, for the administrators' console. A service
//! that is polled cannot write a row per call: calls are kept in memory and written
//! together, the newest ones only.

use crate::db::stored;
use crate::domain::tax_id::TaxId;
use crate::models::service_calls::ServiceCall;
use actix_web::http::StatusCode;
use chrono::{DateTime, Utc};
use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// Calls kept between two writings.
const WAITING: usize = 100;
/// Characters kept of an answer or an argument.
const LONGEST: usize = 500;

/// A call that was answered.
pub struct AnsweredCall {
    /// When.
    pub at: DateTime<Utc>,
    /// Which service.
    pub service: &'static str,
    /// By whom, if the token was good.
    pub token_id: Option<i64>,
    /// What was asked, as it came.
    pub arguments: Arc<BTreeMap<String, String>>,
    /// The status.
    pub status: StatusCode,
    /// The answer.
    pub answer: String,
    /// How long it took.
    pub took: Duration,
}

/// Calls that wait to be written.
#[derive(Clone, Default)]
pub struct ServiceCallLog(Arc<Mutex<VecDeque<AnsweredCall>>>);

impl ServiceCallLog {
    /// Notes a call.
    pub fn note(&self, call: AnsweredCall) {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if waiting.len() == WAITING {
            waiting.pop_front();
        }
        waiting.push_back(call);
    }

    /// Takes what waits, as rows.
    #[must_use]
    pub fn take(&self) -> Vec<ServiceCall> {
        let waiting = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        waiting.into_iter().map(row).collect()
    }
}

/// What is kept of a call: tax identifiers masked.
fn row(call: AnsweredCall) -> ServiceCall {
    let asked: BTreeMap<_, _> = call.arguments.iter().map(|(name, value)| masked(name, value)).collect();
    ServiceCall {
        id: 0,
        at: stored(call.at),
        service: call.service.to_owned(),
        token_id: call.token_id,
        arguments: serde_json::to_string(&asked).unwrap_or_default(),
        status: i32::from(call.status.as_u16()),
        answer: short(&call.answer),
        microseconds: i64::try_from(call.took.as_micros()).unwrap_or(i64::MAX),
    }
}

/// A tax identifier is masked; one that is none, and any argument we do not know, name
/// and value, is shown by its length only: it may be one.
fn masked(name: &str, value: &str) -> (String, String) {
    match name {
        "cpf" => (name.to_owned(), TaxId::parse(value).map_or_else(|_| hidden(value), |id| id.masked())),
        "matricula" | "ramal" | "idSolicitacao" | "numeroOrigem" | "idChamada" | "formato" | "idioma" | "fim"
        | "limite" | "incluirSuspensas" => (name.to_owned(), short(value)),
        _ => (hidden(name), hidden(value)),
    }
}

fn hidden(text: &str) -> String {
    "*".repeat(text.chars().count().min(40))
}

fn short(text: &str) -> String {
    text.chars().filter(|c| *c != '\0').take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_a_tax_identifier_is_not_kept() {
        let kept = |name, value| masked(name, value);
        assert_eq!(kept("ramal", "200"), ("ramal".to_owned(), "200".to_owned()));
        assert_eq!(kept("cpf", "52998224725").1, "***.982.247-**");
        assert_eq!(kept("cpf", "5299822472").1, "**********");
        // A dialplan that forgot the name, or the sign between name and value.
        assert_eq!(kept("52998224725", ""), ("***********".to_owned(), String::new()));
        assert_eq!(kept("documento", "52998224725"), ("*********".to_owned(), "***********".to_owned()));
    }
}
