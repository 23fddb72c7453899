//! Errors as `application/problem+json` (RFC 9457).

use crate::Action;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// One field that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FieldError {
    /// Name of the field as in the request, with dots and indexes inside objects.
    pub field: String,
    /// Stable code of the complaint.
    pub code: String,
    /// A translated sentence that says what to do.
    pub message: String,
}

/// The body of every error answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Problem {
    /// Stable identifier: `urn:solicita:problem:<code>`.
    #[serde(rename = "type")]
    pub kind: String,
    /// A translated sentence that says what happened and what to do.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// More about this case, translated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// The fields that are wrong.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
    /// What the viewer may do with the request instead (illegal transitions).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allowed: Vec<Action>,
    /// Identifier of the call in the server's log.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
}

impl Problem {
    /// The code inside `type`.
    #[must_use]
    pub fn code(&self) -> &str {
        self.kind.rsplit(':').next().unwrap_or_default()
    }
}
