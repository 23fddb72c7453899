//! Outgoing mail: the account, and the outbox.

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

codes! {
    /// How the mail server is reached.
    MailSecurity {
        /// TLS from the first byte.
        Tls = "tls",
        /// STARTTLS, required.
        StartTls = "starttls",
        /// No encryption.
        Plain = "plain",
    }
}

codes! {
    /// Where outgoing mail goes.
    MailTransport {
        /// To a folder, as `.eml` files.
        Folder = "folder",
        /// To an SMTP server.
        Smtp = "smtp",
    }
}

/// The outgoing mail account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MailAccountView {
    /// Where it goes.
    pub transport: MailTransport,
    /// Host.
    pub host: String,
    /// Port.
    pub port: i32,
    /// Encryption.
    pub security: MailSecurity,
    /// User; empty for none.
    pub username: String,
    /// True when a password is set; it is never shown.
    pub password_set: bool,
    /// Sender's name.
    pub from_name: String,
    /// Sender's address.
    pub from_address: String,
    /// Whether this comes from the `database`, the `environment` or the `default`.
    pub source: String,
    /// Changes with every edit; the `ETag`.
    pub version: i32,
}

/// Sets the outgoing mail account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MailAccountEdit {
    /// Where it goes.
    pub transport: MailTransport,
    /// Host.
    #[serde(default)]
    pub host: String,
    /// Port.
    #[serde(default)]
    pub port: i32,
    /// Encryption.
    pub security: MailSecurity,
    /// User; empty for none.
    #[serde(default)]
    pub username: String,
    /// New password; left out keeps the present one, empty clears it.
    #[serde(default)]
    pub password: Option<String>,
    /// Sender's name.
    pub from_name: String,
    /// Sender's address.
    pub from_address: String,
}

/// Where to send a test message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MailTest {
    /// Address.
    pub to: String,
}

/// What came of the test message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MailTestResult {
    /// True when it was handed over.
    pub delivered: bool,
    /// What the server said.
    pub detail: String,
}

/// Filters of the outbox.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OutboxFilter {
    /// State.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// Words in address, recipient and subject.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
    /// Cursor from an earlier page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// 1 to 100; 20 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page_size: Option<u32>,
}

/// Counts by state.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OutboxCounts {
    /// Waiting.
    pub pending: i64,
    /// Handed over.
    pub sent: i64,
    /// Given up.
    pub failed: i64,
    /// Deliberately not sent.
    pub suppressed: i64,
}
