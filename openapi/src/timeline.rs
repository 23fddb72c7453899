//! Messages, notes, history, attachments, e-mails of a request.

use crate::identity::PersonRef;
use crate::{Category, EmailState, OccurrenceKind, Origin, Side, SuppressReason};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// A file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AttachmentView {
    /// Identifier.
    pub id: i64,
    /// Name as it was given.
    pub name: String,
    /// Size in bytes.
    pub size: i64,
    /// Media type found from the content.
    pub media_type: String,
    /// True when it can be shown in the page (images, PDF).
    pub preview: bool,
    /// Who added it.
    pub author: PersonRef,
    /// When.
    pub added_at: DateTime<Utc>,
    /// True when only the desk sees it.
    pub internal: bool,
    /// True when the viewer may remove it.
    pub removable: bool,
}

/// One row of the timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OccurrenceView {
    /// Identifier; grows with time.
    pub id: i64,
    /// Message, note or event.
    pub kind: OccurrenceKind,
    /// Category.
    pub category: Category,
    /// Origin.
    pub origin: Origin,
    /// Who; none for the system.
    pub author: Option<PersonRef>,
    /// On which side the author stood.
    pub side: Side,
    /// True when the viewer wrote it.
    pub mine: bool,
    /// When.
    pub at: DateTime<Utc>,
    /// What happened, as a translated sentence (events).
    pub summary: Option<String>,
    /// What was written. None when there is nothing, or it was redacted, or it is kept from the viewer.
    pub text: Option<String>,
    /// False: only the desk reads it.
    pub public: bool,
    /// Minutes reported.
    pub minutes: Option<i32>,
    /// Files that came with it.
    pub attachments: Vec<AttachmentView>,
    /// When the other side read it (messages).
    pub read_at: Option<DateTime<Utc>>,
    /// True for a message that the viewer's side has not read.
    pub unread: bool,
    /// When the text was blanked.
    pub redacted_at: Option<DateTime<Utc>>,
}

/// Counts of the timeline's filters.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TimelineCounts {
    /// All rows that the viewer may see.
    pub all: i64,
    /// Messages.
    pub messages: i64,
    /// Notes.
    pub notes: i64,
    /// Events.
    pub events: i64,
}

/// A page of the timeline, newest first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Timeline {
    /// The rows.
    pub items: Vec<OccurrenceView>,
    /// Counts of the filters.
    pub counts: TimelineCounts,
    /// Pass as `before` to read older rows; none when there are none.
    pub older: Option<i64>,
}

/// Which part of the timeline.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct TimelineQuery {
    /// `message`, `note` or `event`; all when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Only rows older than this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<i64>,
    /// 1 to 100; 50 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page_size: Option<u32>,
}

/// A message to the other side.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NewMessage {
    /// Text.
    pub text: String,
    /// Files uploaded before.
    #[serde(default)]
    pub upload_ids: Vec<i64>,
}

/// A note.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NewNote {
    /// Text.
    pub text: String,
    /// Category; parameter 262 wins on the portal.
    #[serde(default)]
    pub category: Option<Category>,
    /// Origin; parameter 263 wins on the portal.
    #[serde(default)]
    pub origin: Option<Origin>,
    /// Files uploaded before.
    #[serde(default)]
    pub upload_ids: Vec<i64>,
    /// Portal: tell the responsible (template 253). Desk: tell the requester
    /// (template 251), public notes only.
    #[serde(default)]
    pub notify: bool,
    /// Desk only: only the desk reads it.
    #[serde(default)]
    pub internal: bool,
    /// Desk only: minutes spent.
    #[serde(default)]
    pub minutes: Option<i32>,
}

/// Says that the viewer has read the messages up to here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MarkRead {
    /// The newest row read.
    pub up_to: i64,
}

/// Blanks the text of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Redact {
    /// Why.
    pub reason: String,
}

/// A file waiting to be attached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct UploadView {
    /// Identifier, for `upload_ids`.
    pub id: i64,
    /// Name as it was given.
    pub name: String,
    /// Size in bytes.
    pub size: i64,
    /// Media type found from the content.
    pub media_type: String,
}

/// One line of a request's delivery ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct EmailView {
    /// Identifier.
    pub id: i64,
    /// Number of the request, when it is about one.
    pub request_number: Option<i64>,
    /// Parameter that caused it, when one did.
    pub parameter: Option<i32>,
    /// Template, when one was used.
    pub template: Option<String>,
    /// Recipient's name.
    pub recipient: Option<String>,
    /// Recipient's address.
    pub address: Option<String>,
    /// Subject.
    pub subject: Option<String>,
    /// State.
    pub state: EmailState,
    /// Why it was suppressed.
    pub suppress_reason: Option<SuppressReason>,
    /// What the mail server said last.
    pub last_error: Option<String>,
    /// Attempts so far.
    pub attempts: i32,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// When it will be tried next.
    pub next_attempt_at: Option<DateTime<Utc>>,
    /// When it was handed over.
    pub sent_at: Option<DateTime<Utc>>,
    /// Why it was or was not sent, as a translated sentence.
    pub explanation: String,
}
