//! Missed calls that are to be called back.

use crate::desk::OtherRequest;
use crate::identity::PersonRef;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

codes! {
    /// Why a missed call need not be called back any longer.
    CallBackEnd {
        /// Somebody called back.
        CalledBack = "called_back",
        /// They called again, and somebody answered.
        CalledAgain = "called_again",
        /// Somebody said so.
        Done = "done",
    }
}

/// A missed call that is to be called back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CallBack {
    /// Identifier.
    pub id: i64,
    /// Who called.
    pub person: PersonRef,
    /// The number to call, as people read it.
    pub number: String,
    /// The same, to be dialled.
    pub dial: String,
    /// When they called last.
    pub missed_at: DateTime<Utc>,
    /// The extension that rang last.
    pub extension: Option<String>,
    /// The queue.
    pub queue: Option<String>,
    /// How often they called.
    pub calls: i32,
    /// Until when.
    pub due_at: DateTime<Utc>,
    /// Who will do it.
    pub owner: Option<PersonRef>,
    /// Their open requests that the viewer may see.
    pub open_requests: Vec<OtherRequest>,
}

/// A call of one's own that nobody answered, and that will be called back (*My requests*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MyCallBack {
    /// Identifier.
    pub id: i64,
    /// The number that will be called.
    pub number: String,
    /// When they called last.
    pub missed_at: DateTime<Utc>,
    /// Until when somebody calls.
    pub due_at: DateTime<Utc>,
}
