//! People, sessions, passwords.

use crate::live::Position;
use crate::{GroupPermission, Language, PhoneKind, Role};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A person as others see them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PersonRef {
    /// Identifier.
    pub id: i64,
    /// Full name.
    pub name: String,
}

/// Something with an identifier and a name: a group, a unit, a service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NamedRef {
    /// Identifier.
    pub id: i64,
    /// Name.
    pub name: String,
}

/// A telephone number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Phone {
    /// Kind.
    pub kind: PhoneKind,
    /// As it was typed.
    pub number: String,
}

/// Credentials.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub struct NewSession {
    /// E-mail address, CPF or employee number.
    pub login: String,
    /// Password.
    pub password: String,
}

impl std::fmt::Debug for NewSession {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NewSession")
    }
}

/// A group of the person, and what they may do in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Membership {
    /// The group.
    pub group: NamedRef,
    /// View or execute.
    pub permission: GroupPermission,
}

/// The parameters that a portal page needs to know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PortalSettings {
    /// Parameter 264: *My requests* starts filtered on “in progress”.
    pub start_in_progress: bool,
    /// Parameter 301: titles are shown in lists.
    pub show_title: bool,
    /// Parameter 372: a complement is required when suspending.
    pub suspension_complement_required: bool,
    /// Largest attachment, in bytes.
    pub attachment_bytes_max: i64,
    /// Most attachments of one request.
    pub attachments_max: i64,
    /// Parameter 262: the fixed category of a note from the portal.
    pub note_category: Option<crate::Category>,
    /// Parameter 263: the fixed origin of a note from the portal.
    pub note_origin: Option<crate::Origin>,
}

/// Who is logged in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Me {
    /// Identifier.
    pub id: i64,
    /// Full name.
    pub name: String,
    /// E-mail address.
    pub email: Option<String>,
    /// CPF or CNPJ, formatted: the person's own, so in full.
    pub tax_id: Option<String>,
    /// Employee number.
    pub employee_number: Option<String>,
    /// Unit.
    pub unit: Option<NamedRef>,
    /// Job title.
    pub job_title: Option<String>,
    /// Telephone extension.
    pub extension: Option<String>,
    /// Where they sit.
    pub place: Option<String>,
    /// Telephones.
    pub phones: Vec<Phone>,
    /// Language.
    pub language: Language,
    /// IANA time zone.
    pub time_zone: String,
    /// Roles.
    pub roles: Vec<Role>,
    /// Groups (attendants).
    pub groups: Vec<Membership>,
    /// To be sent as `X-CSRF-Token` with every call that changes something.
    /// None for bearer tokens, which need none.
    pub csrf_token: Option<String>,
    /// Unread notifications.
    pub unread_notifications: i64,
    /// Requests of one's own with unread messages.
    pub unread_requests: i64,
    /// Where to begin to listen, so that nothing is missed that happens after this was
    /// read: `GET /events?after=`.
    #[schema(value_type = String)]
    pub events_after: Position,
    /// What portal pages need to know.
    pub portal: PortalSettings,
}

impl Me {
    /// True when the person holds the role.
    #[must_use]
    pub fn has(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }
}

/// Change of one's own password.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub struct PasswordChange {
    /// The present one.
    pub current: String,
    /// The new one.
    pub new: String,
}

/// Change of one's own preferences.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Preferences {
    /// Language.
    pub language: Language,
    /// IANA time zone.
    pub time_zone: String,
}

/// Asks for a link to set a password (first access or forgotten).
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct PasswordLinkRequest {
    /// E-mail address.
    pub email: String,
}

/// Whom a password link belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PasswordLink {
    /// The person's name.
    pub name: String,
    /// When the link stops working.
    pub expires_at: DateTime<Utc>,
}

/// Sets a password with a link.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub struct PasswordReset {
    /// The new password.
    pub password: String,
}

/// One session of the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SessionView {
    /// Identifier.
    pub id: i64,
    /// True for the session that asks.
    pub current: bool,
    /// When it began.
    pub created_at: DateTime<Utc>,
    /// When it was last used (to the minute).
    pub last_seen_at: DateTime<Utc>,
    /// Browser, as it named itself.
    pub user_agent: String,
    /// Address it came from.
    pub address: String,
}
