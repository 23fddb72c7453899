//! The pop-up of a call: what it shows.

use super::{CallLink, CallState, MatchedBy};
use crate::desk::OtherRequest;
use crate::identity::{NamedRef, PersonRef};
use crate::requests::RequestRow;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The pop-up of a call at the attendant's extension.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CallPopUp {
    /// The call.
    pub call_id: i64,
    /// Where it stands.
    pub state: CallState,
    /// The attendant's extension.
    pub extension: String,
    /// When it began to ring here.
    pub raised_at: DateTime<Utc>,
    /// When it was answered here.
    pub answered_at: Option<DateTime<Utc>>,
    /// When it ended.
    pub ended_at: Option<DateTime<Utc>>,
    /// The number that calls, as people read it; none when it is withheld, or nobody told it.
    pub number: Option<String>,
    /// True when the caller withholds it.
    pub number_withheld: bool,
    /// The name that the network gives for it; not to be trusted.
    pub caller_name: Option<String>,
    /// The queue that it came through.
    pub queue: Option<String>,
    /// False while the telephone exchange has not confirmed that it rings: what it says may be forged.
    pub verified: bool,
    /// True when the telephone exchange will say how it goes on; else the attendant says when it is over.
    pub followed: bool,
    /// The caller, when there is just one who it can be.
    pub caller: Option<Caller>,
    /// Why.
    pub matched_by: Option<MatchedBy>,
    /// Those who it may be, when there are several.
    pub candidates: Vec<Caller>,
    /// CPF or CNPJ that was typed and that nobody has, masked.
    pub claimed: Option<String>,
    /// The request that the call is about (`visualizarSolicitacao`).
    pub request: Option<CallRequest>,
    /// What was opened or looked at in this call.
    pub requests: Vec<CallLink>,
    /// The tab in which it was taken up: the others hide it until it has ended.
    pub taken_by: Option<String>,
}

/// Somebody who may be calling.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Caller {
    /// The person.
    pub person: PersonRef,
    /// VIP mark.
    pub vip: bool,
    /// CPF or CNPJ, masked.
    pub tax_id_masked: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// Extension.
    pub extension: Option<String>,
    /// Unit.
    pub unit: Option<NamedRef>,
    /// Where they sit.
    pub place: Option<String>,
    /// How many of their requests are open.
    pub open: i64,
    /// How many of these are overdue.
    pub overdue: i64,
    /// Those of them that the attendant may see, the nearest deadline first.
    pub open_requests: Vec<OtherRequest>,
}

/// The request that a call is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CallRequest {
    /// The request.
    pub row: RequestRow,
    /// True: *Execute*; false: *View*.
    pub executes: bool,
    /// True when the attendant may read it for this call only, which is audited.
    pub only_in_this_call: bool,
    /// Service of the child that viewing it opens and closes (parameters 282 and 283).
    pub child_service: Option<String>,
    /// Number of that child, once it is there.
    pub child: Option<i64>,
}
