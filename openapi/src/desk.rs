//! What attendants work with.

use crate::identity::{NamedRef, PersonRef, Phone};
use crate::{Level, RelationKind, Role, Situation, SlaStatus};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Filters of the queue.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct QueueFilter {
    /// Words in number, requester, extension, title, description and messages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
    /// Number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<i64>,
    /// Requester.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requester_id: Option<i64>,
    /// Type.
    #[serde(default, skip_serializing_if = "Option::is_none", rename = "type")]
    #[param(rename = "type")]
    pub request_type: Option<String>,
    /// Situations, comma separated; in progress, reopened and suspended when left out; `all` for all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub situation: Option<String>,
    /// Groups, comma separated identifiers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Responsible: an identifier, `me` or `none`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub responsible: Option<String>,
    /// SLA status.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sla: Option<String>,
    /// `deadline` (default), `number`, `opened_at`, `priority`, `title`, `situation`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sort: Option<String>,
    /// `asc` or `desc`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<String>,
    /// Cursor from an earlier page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// 1 to 100; 20 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page_size: Option<u32>,
}

/// Counts of the queue's views (open requests only).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct QueueCounts {
    /// All.
    pub all: i64,
    /// Overdue.
    pub overdue: i64,
    /// Expiring.
    pub expiring: i64,
    /// On time.
    pub on_time: i64,
    /// Paused.
    pub paused: i64,
    /// Without a target.
    pub no_target: i64,
    /// Nobody responsible.
    pub unassigned: i64,
    /// The viewer's.
    pub mine: i64,
}

/// One of a requester's other open requests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OtherRequest {
    /// Number.
    pub number: i64,
    /// Title.
    pub title: String,
    /// Situation.
    pub situation: Situation,
    /// SLA status.
    pub sla: SlaStatus,
    /// Deadline.
    pub deadline_at: Option<DateTime<Utc>>,
}

/// The requester, beside the open request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RequesterPanel {
    /// Identifier.
    pub id: i64,
    /// Full name.
    pub name: String,
    /// Job title.
    pub job_title: Option<String>,
    /// Employee number.
    pub employee_number: Option<String>,
    /// Unit.
    pub unit: Option<NamedRef>,
    /// Extension.
    pub extension: Option<String>,
    /// Place.
    pub place: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Telephones.
    pub phones: Vec<Phone>,
    /// CPF or CNPJ, masked.
    pub tax_id_masked: Option<String>,
    /// VIP mark.
    pub vip: bool,
    /// Open requests.
    pub open: i64,
    /// Overdue ones.
    pub overdue: i64,
    /// Requests of the same service in the last 30 days.
    pub same_service_30_days: i64,
    /// Others in progress that the viewer may see.
    pub others: Vec<OtherRequest>,
}

/// A person found by name, number or address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PersonHit {
    /// Identifier.
    pub id: i64,
    /// Full name.
    pub name: String,
    /// E-mail address.
    pub email: Option<String>,
    /// Unit.
    pub unit: Option<NamedRef>,
    /// Extension.
    pub extension: Option<String>,
    /// Employee number.
    pub employee_number: Option<String>,
    /// CPF or CNPJ, masked.
    pub tax_id_masked: Option<String>,
    /// VIP mark.
    pub vip: bool,
    /// Active.
    pub active: bool,
    /// Roles.
    pub roles: Vec<Role>,
    /// Telephones.
    pub phones: Vec<Phone>,
}

/// Search of people (attendants and administrators).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PersonFilter {
    /// Words in name, e-mail, employee number, extension. A CPF or CNPJ is
    /// searched with `POST /people/search`, to keep it out of addresses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
    /// Role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// `true` or `false`; both when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub active: Option<bool>,
    /// Cursor from an earlier page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// 1 to 100; 20 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page_size: Option<u32>,
}

/// Exact search by tax id, in a body so that it stays out of addresses and logs.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub struct PersonSearch {
    /// CPF or CNPJ, with or without punctuation.
    pub tax_id: String,
}

/// A tax id revealed (audited).
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub struct RevealedTaxId {
    /// CPF or CNPJ, formatted.
    pub tax_id: Option<String>,
}

/// Where a request can be delegated to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DelegationTarget {
    /// The group.
    pub group: NamedRef,
    /// Its executors.
    pub people: Vec<PersonRef>,
}

/// Delegates to a group, or to a person of a group.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Delegate {
    /// The group.
    pub group_id: i64,
    /// An executor of that group; none leaves it to be captured there.
    #[serde(default)]
    pub person_id: Option<i64>,
    /// Why.
    pub justification: String,
}

/// Returns to the group.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Justified {
    /// Why.
    pub justification: String,
}

/// Suspends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Suspend {
    /// Reason from the list.
    pub reason_id: i64,
    /// More about it; the requester reads it. Required with parameter 372.
    #[serde(default)]
    pub complement: String,
    /// When it comes back by itself.
    pub resumes_at: DateTime<Utc>,
}

/// Reactivates.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Reactivate {
    /// Why.
    #[serde(default)]
    pub text: String,
}

/// Changes impact and urgency, and with them priority and deadline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ChangePriority {
    /// Impact.
    pub impact: Level,
    /// Urgency.
    pub urgency: Level,
    /// Why.
    pub justification: String,
}

/// Sets the deadline by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ChangeDeadline {
    /// The new deadline.
    pub deadline_at: DateTime<Utc>,
    /// Why.
    pub justification: String,
}

/// Moves to another service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Reclassify {
    /// The right service.
    pub service_id: i64,
    /// Why; the requester reads it.
    pub justification: String,
}

/// Resolves.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Resolve {
    /// What was done; the requester reads it.
    pub solution: String,
    /// Minutes spent.
    #[serde(default)]
    pub minutes: Option<i32>,
}

/// Relates to another request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Relate {
    /// How.
    pub kind: RelationKind,
    /// Number of the other.
    pub number: i64,
}

/// A reason to suspend.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SuspensionReasonView {
    /// Identifier.
    pub id: i64,
    /// Names by language tag.
    pub names: std::collections::BTreeMap<String, String>,
    /// Name in the caller's language.
    pub name: String,
    /// The desk waits for the requester, whose next message or note reactivates.
    pub waits_requester: bool,
    /// Offered.
    pub active: bool,
    /// Changes with every edit; the `ETag`.
    pub version: i32,
}
