//! The last calls to the web services, for the administrators' console. A service
//! that is polled cannot write a row per call: calls are kept in memory and written
//! together, the newest ones only.

use super::call::Arguments;
use crate::app::App;
use crate::auth::Admitted;
use crate::db::stored;
use crate::domain::tax_id::TaxId;
use crate::error::Result;
use crate::models::service_calls::{self, ServiceCall};
use actix_web::http::StatusCode;
use chrono::{DateTime, NaiveDateTime, Utc};
use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// Calls kept between two writings.
const WAITING: usize = 100;
/// Calls kept in the database.
pub const KEPT: i64 = 1_000;
/// Characters kept of an answer or an argument.
const LONGEST: usize = 500;

/// Calls that wait to be written.
#[derive(Clone, Default)]
pub struct Ledger(Arc<Mutex<VecDeque<ServiceCall>>>);

impl Ledger {
    /// Notes a call.
    pub(super) fn note(&self, call: ServiceCall) {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if waiting.len() == WAITING {
            waiting.pop_front();
        }
        waiting.push_back(call);
    }

    fn take(&self) -> Vec<ServiceCall> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).drain(..).collect()
    }
}

/// Writes what waits.
///
/// # Errors
/// When the database does not answer; what waited is lost, it is no record of anything.
pub async fn flush(app: &App) -> Result<()> {
    let calls = app.ledger.take();
    if calls.is_empty() {
        return Ok(());
    }
    app.write(move |tx| Ok(service_calls::add(tx.conn, calls, KEPT)?)).await
}

/// A call under way.
pub(super) struct Entry {
    service: &'static str,
    token_id: Option<i64>,
    arguments: BTreeMap<String, String>,
}

impl Entry {
    /// What is asked, tax identifiers masked.
    pub(super) fn begin(service: &'static str, asked: &Arguments) -> Self {
        let arguments = asked.all().map(|(name, value)| (short(name), masked(name, value))).collect();
        Self { service, token_id: None, arguments }
    }

    /// By whom.
    pub(super) fn by(&mut self, caller: &Admitted) {
        self.token_id = Some(caller.token.id);
    }

    /// What was answered.
    pub(super) fn end(self, at: DateTime<Utc>, status: StatusCode, answer: String, took: Duration) -> ServiceCall {
        let at: NaiveDateTime = stored(at);
        ServiceCall {
            id: 0,
            at,
            service: self.service.to_owned(),
            token_id: self.token_id,
            arguments: serde_json::to_string(&self.arguments).unwrap_or_default(),
            status: i32::from(status.as_u16()),
            answer: short(&answer),
            microseconds: i64::try_from(took.as_micros()).unwrap_or(i64::MAX),
        }
    }
}

/// A tax identifier is masked; one that is none, and any argument we do not know, is
/// shown by its length only: it may be one.
fn masked(name: &str, value: &str) -> String {
    match name {
        "cpf" => match TaxId::parse(value) {
            Ok(id) => id.masked(),
            Err(_) => "*".repeat(value.chars().count().min(40)),
        },
        "matricula" | "ramal" | "idSolicitacao" | "numeroOrigem" | "idChamada" | "formato" | "idioma" | "fim"
        | "limite" | "incluirSuspensas" => short(value),
        _ => "*".repeat(value.chars().count().min(40)),
    }
}

fn short(text: &str) -> String {
    text.chars().filter(|c| *c != '\0').take(LONGEST).collect()
}
