//! The telephony console of administrators: how the exchange is watched, what the
//! web services answered, and a simulator.

use crate::calls::Caller;
use crate::calls::MatchedBy;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

codes! {
    /// What watching the telephone exchange is at.
    MonitorPhase {
        /// Not wanted (parameter 177).
        Off = "off",
        /// For the next try, or for settings.
        Waiting = "waiting",
        /// Connecting, or logging in.
        Connecting = "connecting",
        /// Following calls.
        Connected = "connected",
    }
}

/// How the exchange is watched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MonitorView {
    /// What it is at.
    pub phase: MonitorPhase,
    /// Why there is no connection: a stable code.
    pub reason: Option<String>,
    /// The same as a sentence that says what to do.
    pub explanation: Option<String>,
    /// Since when.
    pub since: Option<DateTime<Utc>>,
    /// When the next connection is tried.
    pub next_try_at: Option<DateTime<Utc>>,
    /// `host:port`.
    pub address: String,
    /// When the exchange told something last.
    pub last_event_at: Option<DateTime<Utc>>,
    /// Sentences about rights that its account lacks, and what does not work without them.
    pub missing_rights: Vec<String>,
    /// Calls under way.
    pub calls: i32,
}

/// How quickly, and how well, the web services answered.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ServiceFigures {
    /// How many of the last calls these figures are about: 1,000 at most.
    pub calls: i64,
    /// When the first of them came.
    pub since: Option<DateTime<Utc>>,
    /// How many were refused.
    pub refused: i64,
    /// Half of them took no longer, in microseconds.
    pub median_microseconds: i64,
    /// 99 of 100 took no longer, in microseconds.
    pub p99_microseconds: i64,
}

/// The console.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Console {
    /// Parameter 281: telephony is on.
    pub telephony: bool,
    /// How the exchange is watched.
    pub monitor: MonitorView,
    /// How many attendants recorded an extension.
    pub extensions: i64,
    /// How the web services answered.
    pub services: ServiceFigures,
}

/// A call to a web service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ServiceCall {
    /// Identifier.
    pub id: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// Name of the service.
    pub service: String,
    /// Name of the token; none when it was no good.
    pub token: Option<String>,
    /// What was asked, tax identifiers masked.
    pub arguments: BTreeMap<String, String>,
    /// Status of the answer.
    pub status: i32,
    /// The answer.
    pub answer: String,
    /// How long it took.
    pub microseconds: i64,
}

/// A pretend call.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Simulation {
    /// Name of a web service, or `chamada`: a telephone rings, without any service.
    pub service: String,
    /// Its arguments, by their names; for `chamada`: `ramal`, `numeroOrigem`, `fila`.
    #[serde(default)]
    pub arguments: BTreeMap<String, String>,
    /// True: do it. The pop-up is shown, and the call is in the log. Else nothing is kept.
    #[serde(default)]
    pub show: bool,
}

codes! {
    /// What a sentence of a simulation is.
    SimulationStepKind {
        /// As it should be.
        Good = "good",
        /// Good to know.
        Note = "note",
        /// This is in the way.
        Problem = "problem",
    }
}

/// A sentence of a simulation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SimulationStep {
    /// What it is.
    pub kind: SimulationStepKind,
    /// The sentence.
    pub text: String,
}

/// What would happen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SimulationResult {
    /// Status of the answer; none for `chamada`.
    pub status: Option<u16>,
    /// What the telephone system receives, byte for byte; none for `chamada`.
    pub answer: Option<String>,
    /// How long it took.
    pub microseconds: i64,
    /// What would happen, in sentences.
    pub steps: Vec<SimulationStep>,
    /// Whom the number that calls would be taken for.
    pub by_number: Vec<Caller>,
    /// By what.
    pub by_number_matched: Option<MatchedBy>,
}
