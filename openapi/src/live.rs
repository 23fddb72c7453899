//! What is sent to open pages while they are open.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use utoipa::ToSchema;

codes! {
    /// What happened; the page reads the rest from the API.
    LiveKind {
        /// A message was written.
        Message = "message",
        /// A note was added.
        Note = "note",
        /// Something else about the request changed.
        Changed = "changed",
        /// A request was opened.
        Opened = "opened",
        /// Messages were read by the other side.
        Read = "read",
        /// A notification for the person.
        Notification = "notification",
        /// Something happened to a call at the person's extension.
        Call = "call",
        /// Something happened to a call-back: to one of the person's, or to any, for whoever calls back.
        CallBack = "call_back",
        /// The person's extension was recorded, given up or taken over.
        Extension = "extension",
        /// Outage notices changed.
        Notice = "notice",
        /// The client was away longer than events are kept: read everything anew.
        Reset = "reset",
    }
}

impl LiveKind {
    /// True when lists of requests may have changed.
    #[must_use]
    pub const fn is_about_requests(self) -> bool {
        !matches!(self, Self::Notification | Self::Call | Self::CallBack | Self::Extension | Self::Notice)
    }
}

/// One live event. It carries no text: what one may read is read from the API.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LiveEvent {
    /// What happened.
    pub kind: LiveKind,
    /// The request's number, when it is about one.
    pub number: Option<i64>,
    /// The person whose action it was.
    pub actor_id: Option<i64>,
}

/// Where a listener stands in the stream of events: everything up to here has been
/// heard, or was there before the first reading. Later ones are greater. Travels as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Position {
    /// Transaction.
    pub tx: i64,
    /// Identifier.
    pub id: i64,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.tx, self.id)
    }
}

impl FromStr for Position {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let numbers = text.split_once('-').and_then(|(tx, id)| Some((tx.parse().ok()?, id.parse().ok()?)));
        let (tx, id) = numbers.ok_or_else(|| format!("{text:?} is no position"))?;
        Ok(Self { tx, id })
    }
}

impl TryFrom<String> for Position {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<Position> for String {
    fn from(position: Position) -> Self {
        position.to_string()
    }
}

codes! {
    /// What a notification tells.
    NotificationKind {
        /// A new message.
        Message = "message",
        /// A new note.
        Note = "note",
        /// A new request in the group.
        Opened = "opened",
        /// The request was given to the person.
        Delegated = "delegated",
        /// The situation changed.
        Situation = "situation",
        /// Below 20 % of the target is left.
        Expiring = "expiring",
        /// A poor or fair grade.
        PoorGrade = "poor_grade",
        /// Parameter 283 names no service that works: a request was viewed over the phone without a child.
        ViewingService = "viewing_service",
    }
}

/// A notification.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NotificationView {
    /// Identifier.
    pub id: i64,
    /// Kind.
    pub kind: NotificationKind,
    /// The request's number.
    pub number: i64,
    /// The request's title.
    pub title: String,
    /// What happened, as a translated sentence.
    pub summary: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Read already.
    pub read: bool,
    /// True when the request is to be opened on the attendant desktop.
    pub desk: bool,
}

/// Marks notifications as read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ReadNotifications {
    /// Up to this one; all when left out.
    #[serde(default)]
    pub up_to: Option<i64>,
}
