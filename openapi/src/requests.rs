//! Requests: opening, lists, one request, what is done with it.

use crate::identity::{NamedRef, PersonRef};
use crate::{Action, Grade, Level, Origin, RelationKind, RequestType, Situation, SlaStatus, Task};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Whom to call about this request.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Contact {
    /// Name.
    #[serde(default)]
    pub name: String,
    /// Telephone.
    #[serde(default)]
    pub phone: String,
    /// E-mail address.
    #[serde(default)]
    pub email: String,
    /// Place.
    #[serde(default)]
    pub place: String,
}

/// A person to be registered while opening a request on their behalf.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NewRequester {
    /// Full name.
    pub name: String,
    /// E-mail address.
    #[serde(default)]
    pub email: Option<String>,
    /// Telephone.
    #[serde(default)]
    pub phone: Option<String>,
    /// CPF or CNPJ, with or without punctuation.
    #[serde(default)]
    pub tax_id: Option<String>,
}

/// Opens a request.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NewRequest {
    /// Service of the catalogue.
    pub service_id: i64,
    /// Title.
    pub title: String,
    /// Description.
    pub description: String,
    /// Urgency; medium when left out.
    #[serde(default)]
    pub urgency: Option<Level>,
    /// Impact; the service's when left out. Attendants only.
    #[serde(default)]
    pub impact: Option<Level>,
    /// Whom to call; the requester's own data when left out.
    #[serde(default)]
    pub contact: Option<Contact>,
    /// Files uploaded before (`POST /uploads`).
    #[serde(default)]
    pub upload_ids: Vec<i64>,
    /// For whom (attendants and integrators); the caller when left out.
    #[serde(default)]
    pub requester_id: Option<i64>,
    /// For somebody not registered yet (attendants and integrators).
    #[serde(default)]
    pub new_requester: Option<NewRequester>,
    /// How it reached the desk (attendants and integrators).
    #[serde(default)]
    pub origin: Option<Origin>,
    /// Number of the request this one is a child of (attendants).
    #[serde(default)]
    pub parent: Option<i64>,
    /// Solution: resolves it at once (attendants who may execute it).
    #[serde(default)]
    pub solution: Option<String>,
    /// The call in which it is opened (attendants whose extension it is at).
    #[serde(default)]
    pub call_id: Option<i64>,
}

/// How a request stands against its target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SlaView {
    /// Status.
    pub status: SlaStatus,
    /// Target to resolve, in seconds of working time.
    pub target: Option<i64>,
    /// Deadline; none when there is no target or the clock is stopped.
    pub deadline_at: Option<DateTime<Utc>>,
    /// Working time used so far, in seconds.
    pub used: i64,
    /// Seconds of working time left (negative: over) while it runs or is paused.
    pub left: Option<i64>,
    /// Seconds between now and the deadline on the wall clock (negative: past),
    /// for sentences such as “42 minutes left” and “1 h 20 min ago”.
    pub left_wall: Option<i64>,
    /// When the outcome was fixed (resolved).
    pub ended_at: Option<DateTime<Utc>>,
    /// Return date of a suspension.
    pub resumes_at: Option<DateTime<Utc>>,
}

/// One line of a list of requests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RequestRow {
    /// Public number.
    pub number: i64,
    /// Type.
    pub request_type: RequestType,
    /// Service.
    pub service: NamedRef,
    /// Title; none while parameter 301 hides it.
    pub title: Option<String>,
    /// When it was opened.
    pub opened_at: DateTime<Utc>,
    /// Current task.
    pub task: Task,
    /// Executor group.
    pub group: Option<NamedRef>,
    /// Responsible.
    pub responsible: Option<PersonRef>,
    /// Requester.
    pub requester: PersonRef,
    /// True when the requester is marked VIP (shown on the desk only).
    pub vip: bool,
    /// Situation.
    pub situation: Situation,
    /// Reason of the suspension, while suspended.
    pub suspension_reason: Option<String>,
    /// SLA.
    pub sla: SlaView,
    /// Priority, 1 to 5.
    pub priority: i32,
    /// Messages that the viewer's side has not read.
    pub unread: i32,
    /// Number of attachments that the viewer may see.
    pub attachments: i32,
    /// Until when the requester may reopen.
    pub reopen_until: Option<DateTime<Utc>>,
    /// What the viewer may do.
    pub actions: Vec<Action>,
    /// Changes with every edit; the `ETag`.
    pub version: i32,
}

/// Filters of *My requests*.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct RequestFilter {
    /// Words in number, title, description and messages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
    /// Situations, comma separated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub situation: Option<String>,
    /// Type.
    #[serde(default, skip_serializing_if = "Option::is_none", rename = "type")]
    #[param(rename = "type")]
    pub request_type: Option<String>,
    /// `true`: only what waits for the requester (suspended until their answer, or resolved).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waiting: Option<bool>,
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

/// Counts for the tabs of *My requests*.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RequestSummary {
    /// In progress, reopened, suspended or resolved.
    pub active: i64,
    /// Suspended waiting for the requester, or resolved waiting for acceptance.
    pub waiting_for_you: i64,
    /// Closed or cancelled.
    pub ended: i64,
    /// All.
    pub all: i64,
    /// Requests with unread messages.
    pub unread: i64,
}

/// One stretch in which the clock did not count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PauseView {
    /// From.
    pub started_at: DateTime<Utc>,
    /// To; none while it lasts.
    pub ended_at: Option<DateTime<Utc>>,
    /// Working time not counted, in seconds.
    pub working_time: i64,
    /// Reason.
    pub reason: String,
    /// True when the desk waited for the requester.
    pub waiting_requester: bool,
}

/// An earlier SLA cycle, kept when a request was reopened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CycleView {
    /// 1 for the first.
    pub number: i32,
    /// When it began.
    pub started_at: DateTime<Utc>,
    /// When it was resolved.
    pub ended_at: Option<DateTime<Utc>>,
    /// Its deadline.
    pub deadline_at: Option<DateTime<Utc>>,
    /// Whether it was met; none without a target.
    pub met: Option<bool>,
}

/// How the deadline was counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SlaExplanation {
    /// The working hours that count, in words.
    pub calendar: String,
    /// The calendar's time zone.
    pub time_zone: String,
    /// Stretches not counted in this cycle.
    pub pauses: Vec<PauseView>,
    /// Days with hours of their own between start and deadline, in words.
    pub exceptions: Vec<String>,
    /// Earlier cycles.
    pub earlier_cycles: Vec<CycleView>,
    /// True when somebody set the deadline by hand.
    pub set_by_hand: bool,
    /// Until when somebody should have captured it.
    pub capture_deadline_at: Option<DateTime<Utc>>,
    /// When somebody captured it first.
    pub captured_at: Option<DateTime<Utc>>,
}

/// A related request that the viewer may see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RelatedView {
    /// Number.
    pub number: i64,
    /// Title.
    pub title: String,
    /// Situation.
    pub situation: Situation,
    /// How the *other* relates to this one is told by `kind` and `inverse`.
    pub kind: RelationKind,
    /// False: this request is a child/duplicate of the other. True: the other of this one.
    pub inverse: bool,
}

/// The survey's answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SatisfactionView {
    /// Grade.
    pub grade: Grade,
    /// Comment.
    pub comment: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// One request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RequestView {
    /// What lists show, too.
    #[serde(flatten)]
    pub row: RequestRow,
    /// Title, always.
    pub full_title: String,
    /// Description.
    pub description: String,
    /// Who opened it.
    pub opened_by: PersonRef,
    /// How it reached the desk.
    pub origin: Origin,
    /// Impact.
    pub impact: Level,
    /// Urgency.
    pub urgency: Level,
    /// Whom to call.
    pub contact: Contact,
    /// Solution, when there is one and the viewer may read it.
    pub solution: Option<String>,
    /// When it was resolved last.
    pub resolved_at: Option<DateTime<Utc>>,
    /// When it was closed or cancelled.
    pub ended_at: Option<DateTime<Utc>>,
    /// When it will be closed by itself.
    pub closes_at: Option<DateTime<Utc>>,
    /// How the deadline was counted.
    pub explanation: SlaExplanation,
    /// Related requests that the viewer may see.
    pub related: Vec<RelatedView>,
    /// The survey's answer.
    pub satisfaction: Option<SatisfactionView>,
    /// On which side of the counter the viewer stands.
    pub side: crate::Side,
    /// True when message texts are kept from the viewer.
    pub messages_hidden: bool,
}

/// A request that resembles what is being typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SimilarView {
    /// Number.
    pub number: i64,
    /// Title.
    pub title: String,
    /// Situation.
    pub situation: Situation,
    /// Responsible.
    pub responsible: Option<PersonRef>,
    /// When it was opened.
    pub opened_at: DateTime<Utc>,
    /// True when messages can be written there.
    pub can_message: bool,
}

/// Text of the similarity search.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SimilarQuery {
    /// Title and description typed so far.
    pub text: String,
    /// Service chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service_id: Option<i64>,
}

/// Cancels. The requester may leave the reason empty; an executor may not.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Cancel {
    /// Why.
    #[serde(default)]
    pub reason: String,
}

/// Reopens.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Reopen {
    /// Why.
    pub reason: String,
}

/// Answers the satisfaction survey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Satisfaction {
    /// Grade.
    pub grade: Grade,
    /// Comment.
    #[serde(default)]
    pub comment: String,
    /// Also accepts the solution, which closes the request.
    #[serde(default)]
    pub accept: bool,
}
