//! The call log.

use super::{CallDirection, CallRequestKind, CallResult, CallState, CallTag, MatchedBy};
use crate::identity::PersonRef;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Filters of the call log.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CallFilter {
    /// Day, in the viewer's time zone; all when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<NaiveDate>,
    /// `true`: also those that did not come to the viewer's extension.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub everybody: Option<bool>,
    /// `missed` (nobody answered) or `unlinked` (answered, or put aside, and neither linked nor tagged).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub show: Option<String>,
    /// Name, telephone number, extension, queue or number of a request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
    /// Cursor from an earlier page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// 1 to 100; 20 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page_size: Option<u32>,
}

/// Counts of a day's calls.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CallCounts {
    /// All that came in.
    pub received: i64,
    /// Answered.
    pub answered: i64,
    /// Missed, busy or declined.
    pub missed: i64,
    /// The caller gave up.
    pub abandoned: i64,
    /// Answered, or put aside by a later call at the extension, and neither linked nor tagged.
    pub unlinked: i64,
    /// How long they talked on average, in seconds; none without a talk.
    pub average_seconds: Option<i64>,
}

/// A row of the call log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CallRow {
    /// The call.
    pub id: i64,
    /// When it began.
    pub at: DateTime<Utc>,
    /// Who called whom.
    pub direction: CallDirection,
    /// The caller's number, as people read it (for an outgoing call the one called); none when it is withheld, or
    /// nobody told it.
    pub number: Option<String>,
    /// True when the caller withholds it.
    pub number_withheld: bool,
    /// The name that the network gives for it.
    pub caller_name: Option<String>,
    /// False when the telephone exchange never confirmed that it rang: what it says may be forged.
    pub verified: bool,
    /// The caller.
    pub person: Option<PersonRef>,
    /// Why them.
    pub matched_by: Option<MatchedBy>,
    /// Among how many they were chosen.
    pub candidates: i64,
    /// The extension that answered, or rang last.
    pub extension: Option<String>,
    /// Whose it was.
    pub attendant: Option<PersonRef>,
    /// The queue.
    pub queue: Option<String>,
    /// Where it stands.
    pub state: CallState,
    /// How it ended; none while it goes on, and when nobody said.
    pub result: Option<CallResult>,
    /// Seconds of talk; of ringing when nobody answered; none while it goes on, and when nobody said how it ended.
    pub seconds: Option<i64>,
    /// What was opened, looked at or linked, as far as the viewer may see it.
    pub requests: Vec<CallLink>,
    /// The tag.
    pub tag: Option<CallTag>,
    /// Until when it is to be called back, while that is open.
    pub call_back_due_at: Option<DateTime<Utc>>,
    /// True when the viewer may say what it was about.
    pub may_conclude: bool,
}

/// A request in a call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CallLink {
    /// Its number.
    pub number: i64,
    /// Its title.
    pub title: String,
    /// What it has to do with the call.
    pub kind: CallRequestKind,
}
