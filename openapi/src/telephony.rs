//! What a PBX or an IVR asks (`/telefonia`). The names of services and parameters
//! are Portuguese, as telephone systems were set up with them; fields are not.

use crate::Situation;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// How many requests of a person are in progress (`obterQtdeSolicitacoes`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RequestCount {
    /// How many.
    pub count: usize,
    /// Number of the request, when it is the only one.
    pub number: Option<i64>,
}

/// Requests of a person that are in progress (`listarSolicitacoes`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RequestNumbers {
    /// How many there are, also beyond the limit.
    pub count: usize,
    /// Their numbers, the oldest deadline first.
    pub numbers: Vec<i64>,
}

/// A situation, and what it is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SituationLabel {
    /// Its code.
    pub code: Situation,
    /// Its name in the language asked for.
    pub label: String,
}

/// What an IVR reads out of a request (`obterDadosSolicitacao`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RequestFacts {
    /// Its number.
    pub number: i64,
    /// When it was opened.
    pub opened_at: DateTime<Utc>,
    /// When it is due; none without a target, and while it is suspended.
    pub deadline_at: Option<DateTime<Utc>>,
    /// Where it stands.
    pub situation: SituationLabel,
    /// False once the deadline has passed, or was missed.
    pub within_deadline: bool,
}

/// Whom a caller says to be.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ClaimQuery {
    /// CPF or CNPJ, with or without punctuation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cpf: Option<String>,
    /// Employee number, in place of `cpf`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matricula: Option<String>,
}

/// The call that a telephone system speaks of.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct CallQuery {
    /// The extension that rings. May be left out with `idChamada`: then it is the one at which that call rings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ramal: Option<String>,
    /// The number that calls.
    #[serde(default, skip_serializing_if = "Option::is_none", rename = "numeroOrigem")]
    #[param(rename = "numeroOrigem")]
    pub numero_origem: Option<String>,
    /// The call (Asterisk: `CHANNEL(linkedid)`). The same call again changes nothing; without it, the same words
    /// within 60 seconds are the same call.
    #[serde(default, skip_serializing_if = "Option::is_none", rename = "idChamada")]
    #[param(rename = "idChamada")]
    pub id_chamada: Option<String>,
}

/// How a call wants to be answered.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct MannerQuery {
    /// `json`, `texto` or `voz`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub formato: Option<String>,
    /// `pt-BR` (default), `es` or `en`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idioma: Option<String>,
    /// Ends every answer, also an empty one or an error: 1 to 8 of `A-Za-z;_.-`. A
    /// dialplan that does not find it knows that the connection was cut.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fim: Option<String>,
}

/// What became of a pop-up (`novaSolicitacao`, `visualizarSolicitacao`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Raised {
    /// Whether a page is open that shows it. False when the extension is recorded and its attendant has none open,
    /// and while the extension is not known yet.
    pub delivered: bool,
    /// Who calls, when that is just one person.
    pub requester: Option<crate::identity::PersonRef>,
    /// The call.
    pub call_id: i64,
}

/// An event of a call, as Zammad's generic CTI interface has it
/// (docs.zammad.org, *Generic CTI*).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CallEvent {
    /// `newCall`, `answer` or `hangup`.
    pub event: String,
    /// The number that calls.
    pub from: String,
    /// The number that is called.
    pub to: String,
    /// `in` or `out`.
    pub direction: String,
    /// The same in every event of a call.
    #[serde(rename = "callId")]
    pub call_id: String,
    /// Who is called: extensions or names.
    #[serde(default)]
    pub user: Vec<String>,
    /// The queue.
    #[serde(default)]
    pub queue: Option<String>,
    /// Who answered (`answer`, `hangup`).
    #[serde(default, rename = "answeringNumber")]
    pub answering_number: Option<String>,
    /// Why it ended: `normalClearing`, `busy`, `cancel`, `noAnswer`, `congestion`, `notFound`, `forwarded`.
    #[serde(default)]
    pub cause: Option<String>,
}
