//! The catalogue: what can be asked for.

use crate::identity::NamedRef;
use crate::{Level, RequestType};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A service, as offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ServiceView {
    /// Identifier.
    pub id: i64,
    /// Name.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// What the requester should tell; shown below the description field.
    pub hint: String,
    /// Type of the requests it makes.
    pub request_type: RequestType,
    /// Category of the catalogue.
    pub category: NamedRef,
    /// Icon of the category (a name of the icon set).
    pub category_icon: String,
    /// Group that serves it.
    pub group: Option<NamedRef>,
    /// Usual working time to resolve, in seconds (medium priority); none when it is to be agreed.
    pub usual_target: Option<i64>,
    /// True when message texts are kept from administrators and see-all groups.
    pub confidential: bool,
}

/// The catalogue offered to the caller.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Catalogue {
    /// Every service offered, by category and name.
    pub services: Vec<ServiceView>,
    /// Services that the caller asked for most, most first.
    pub most_used: Vec<i64>,
}

/// What a request of this service and urgency would get if opened now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Prediction {
    /// Priority, 1 (critical) to 5 (minimal).
    pub priority: i32,
    /// Impact taken from the service.
    pub impact: Level,
    /// Deadline; none when it is to be agreed.
    pub deadline_at: Option<DateTime<Utc>>,
    /// Target in seconds of working time.
    pub target: Option<i64>,
    /// Group that will serve it.
    pub group: Option<NamedRef>,
    /// The working hours that count, in words.
    pub calendar: String,
}

/// An outage notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NoticeView {
    /// Identifier.
    pub id: i64,
    /// Title.
    pub title: String,
    /// Text.
    pub text: String,
    /// Since when.
    pub starts_at: DateTime<Utc>,
    /// Until when, if known.
    pub ends_at: Option<DateTime<Utc>>,
    /// How many people said *me too*.
    pub affected: i64,
    /// True when the caller did.
    pub me_too: bool,
}

/// A new or changed outage notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NoticeEdit {
    /// Title.
    pub title: String,
    /// Text.
    pub text: String,
    /// Until when, if known.
    #[serde(default)]
    pub ends_at: Option<DateTime<Utc>>,
}
