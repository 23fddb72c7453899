//! The extension that an attendant answers at.

use crate::identity::PersonRef;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

codes! {
    /// Why an attendant no longer has the extension that they had recorded.
    ExtensionLoss {
        /// Somebody else recorded it.
        Taken = "taken",
        /// They were away longer than parameter 1019 says.
        Away = "away",
    }
}

/// The extension that an attendant answers at (*Atendimento*).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MyExtension {
    /// The extension; none while they do not answer.
    pub extension: Option<String>,
    /// When it was recorded.
    pub recorded_at: Option<DateTime<Utc>>,
    /// The one they lost since; until they record or blank one.
    pub lost: Option<LostExtension>,
    /// Parameter 281: telephony is on.
    pub telephony: bool,
    /// The telephone exchange: connected or not; none while it is not watched (parameter 177).
    pub exchange_connected: Option<bool>,
}

/// An extension that is no longer theirs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LostExtension {
    /// The extension.
    pub extension: String,
    /// Why.
    pub why: ExtensionLoss,
    /// Who has it now, when somebody took it.
    pub by: Option<PersonRef>,
    /// When.
    pub at: DateTime<Utc>,
}

/// Records an extension (*Gravar*).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ExtensionEdit {
    /// The extension, 1 to 20 digits; none or blank gives it up.
    pub extension: Option<String>,
}
