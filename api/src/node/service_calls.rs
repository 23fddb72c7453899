//! The last requests to the telephony web services, for the administrators' console. A polled service cannot write a row
//! for each request. So the newest requests are kept in memory, and written together from time to time.

use crate::db::stored;
use crate::domain::tax_id::TaxId;
use crate::models::service_calls::ServiceCall;
use actix_web::http::StatusCode;
use chrono::{DateTime, Utc};
use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// The most requests that are kept between two writes.
const MAX_WAITING: usize = 100;
/// The most characters that are kept of an answer or an argument.
const MAX_CHARS: usize = 500;

/// A request to a web service that was answered.
pub struct AnsweredCall {
    /// When it was answered.
    pub at: DateTime<Utc>,
    /// Name of the web service.
    pub service: &'static str,
    /// The token, if it was accepted.
    pub token_id: Option<i64>,
    /// The arguments, as they came.
    pub arguments: Arc<BTreeMap<String, String>>,
    /// The status of the answer.
    pub status: StatusCode,
    /// The answer.
    pub answer: String,
    /// How long the answer took.
    pub took: Duration,
}

/// Answered requests that wait to be written.
#[derive(Clone, Default)]
pub struct ServiceCallLog(Arc<Mutex<VecDeque<AnsweredCall>>>);

impl ServiceCallLog {
    /// Keeps a request. The oldest one gives way when there are too many.
    pub fn note(&self, call: AnsweredCall) {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if waiting.len() == MAX_WAITING {
            waiting.pop_front();
        }
        waiting.push_back(call);
    }

    /// Takes out the requests that wait, as rows.
    #[must_use]
    pub fn take(&self) -> Vec<ServiceCall> {
        let waiting = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        waiting.into_iter().map(row).collect()
    }
}

/// The row of a request, with masked tax identifiers.
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

/// A valid tax identifier is masked. An invalid one, and the name and value of an unknown argument, may contain a tax
/// identifier; of them only the length is kept.
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
    text.chars().filter(|c| *c != '\0').take(MAX_CHARS).collect()
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
