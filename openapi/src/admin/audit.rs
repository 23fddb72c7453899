//! The audit trail, and pages of plain lists.

use crate::identity::PersonRef;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// One administrative action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AuditView {
    /// Identifier.
    pub id: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub author: Option<PersonRef>,
    /// Stable code of what was done.
    pub action: String,
    /// Translated sentence.
    pub summary: String,
    /// Kind of the thing it was done to.
    pub subject_kind: String,
    /// Its identifier.
    pub subject_id: Option<i64>,
}

/// Pages of the audit trail and other plain lists.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListQuery {
    /// Words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
    /// Cursor from an earlier page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// 1 to 100; 20 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page_size: Option<u32>,
}
