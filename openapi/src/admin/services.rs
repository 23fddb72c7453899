//! The catalogue, and the reasons of suspension.

use crate::{Level, RequestType};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// A category of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ServiceCategoryView {
    /// Identifier.
    pub id: i64,
    /// Name.
    pub name: String,
    /// Icon (a name of the icon set).
    pub icon: String,
    /// Order on the page.
    pub position: i32,
    /// Changes with every edit; the `ETag`.
    pub version: i32,
}

/// A new or changed category.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ServiceCategoryEdit {
    /// Name.
    pub name: String,
    /// Icon.
    pub icon: String,
    /// Order on the page.
    pub position: i32,
}

/// Targets of a service for one priority, in seconds of working time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TargetView {
    /// Priority, 1 to 5.
    pub priority: i32,
    /// To capture.
    pub capture: Option<i64>,
    /// To resolve; none: to be agreed.
    pub resolve: Option<i64>,
}

/// A service, for administrators.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ServiceAdminView {
    /// Identifier.
    pub id: i64,
    /// What is edited.
    #[serde(flatten)]
    pub edit: ServiceEdit,
    /// Changes with every edit; the `ETag`.
    pub version: i32,
}

/// A new or changed service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ServiceEdit {
    /// Name.
    pub name: String,
    /// What it is for.
    #[serde(default)]
    pub description: String,
    /// What the requester should tell.
    #[serde(default)]
    pub hint: String,
    /// Type of its requests.
    pub request_type: RequestType,
    /// Category of the catalogue.
    pub category_id: i64,
    /// Group that serves it; parameter 9's when left out.
    #[serde(default)]
    pub group_id: Option<i64>,
    /// Calendar that its deadlines are counted in.
    pub calendar_id: i64,
    /// Impact of its requests.
    pub impact: Level,
    /// Priority of all its requests, whatever impact and urgency are.
    #[serde(default)]
    pub fixed_priority: Option<i32>,
    /// Message texts are kept from administrators and see-all groups.
    #[serde(default)]
    pub confidential: bool,
    /// Offered.
    pub active: bool,
    /// Units it is offered to; empty for all.
    #[serde(default)]
    pub unit_ids: Vec<i64>,
    /// Targets by priority.
    #[serde(default)]
    pub targets: Vec<TargetView>,
}

/// A new or changed suspension reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SuspensionReasonEdit {
    /// Names by language tag; Portuguese is required.
    pub names: BTreeMap<String, String>,
    /// The desk waits for the requester, whose next message or note reactivates.
    pub waits_requester: bool,
    /// Offered.
    pub active: bool,
}
