//! Administration.

use crate::identity::{Membership, NamedRef, PersonRef, Phone};
use crate::{GroupPermission, Language, Level, RequestType, Role, Scope};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::{IntoParams, ToSchema};

codes! {
    /// How a parameter's value is edited.
    ParameterType {
        /// Yes or no.
        YesNo = "yes_no",
        /// A whole number.
        Number = "number",
        /// Free text.
        Text = "text",
        /// Identifier of an e-mail template.
        Template = "template",
        /// Identifier of a group.
        Group = "group",
        /// Identifier of a person.
        Person = "person",
        /// Identifier of a service.
        Service = "service",
        /// A note's category.
        Category = "category",
        /// A note's origin.
        Origin = "origin",
        /// A secret: it can be set and cleared, never read. See [`SECRET_SET`].
        Secret = "secret",
    }
}

codes! {
    /// Where a parameter belongs on the screen.
    ParameterGroup {
        /// The portal.
        Portal = "portal",
        /// Messages.
        Messages = "messages",
        /// Notes from the portal.
        Notes = "notes",
        /// Deadlines and life cycle.
        Lifecycle = "lifecycle",
        /// E-mail.
        Email = "email",
        /// Attachments.
        Attachments = "attachments",
        /// Telephony.
        Telephony = "telephony",
        /// Sessions and privacy.
        Privacy = "privacy",
    }
}

/// What stands for a secret that is set, wherever values are told. Sent back it
/// leaves the secret as it is.
pub const SECRET_SET: &str = "********";

/// A parameter and its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ParameterView {
    /// Its number.
    pub id: i32,
    /// Group.
    pub group: ParameterGroup,
    /// How the value is edited.
    pub value_type: ParameterType,
    /// Meaning, translated.
    pub name: String,
    /// Effect, translated.
    pub help: String,
    /// Value in force; empty when there is none. Of a secret only `********`, whatever it
    /// is; sent back, it stays.
    pub value: String,
    /// Default; empty when there is none.
    pub default: String,
    /// Name of what the identifier names.
    pub value_name: Option<String>,
    /// Smallest number allowed.
    pub min: Option<i64>,
    /// Largest number allowed.
    pub max: Option<i64>,
    /// What does not work as it stands, translated.
    pub warning: Option<String>,
}

/// New values of parameters, all in one transaction.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ParameterEdits {
    /// Value by parameter number.
    pub values: BTreeMap<i32, String>,
}

/// New value of one parameter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ParameterEdit {
    /// The value; empty to clear.
    pub value: String,
}

/// One change of a parameter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ParameterChange {
    /// Parameter.
    pub parameter: i32,
    /// Who.
    pub author: Option<PersonRef>,
    /// When.
    pub at: DateTime<Utc>,
    /// From.
    pub from: String,
    /// To.
    pub to: String,
}

codes! {
    /// Which keys a template may use.
    TemplateKind {
        /// Keys of a message (parameter 417).
        Message = "message",
        /// Keys of a request.
        Request = "request",
        /// Keys of a password link.
        Password = "password",
    }
}

/// Subject and body in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TemplateText {
    /// Subject.
    pub subject: String,
    /// Body, HTML.
    pub body: String,
}

/// An e-mail template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TemplateView {
    /// Identifier: what the parameters name.
    pub id: i64,
    /// Name.
    pub name: String,
    /// Which keys it may use.
    pub kind: TemplateKind,
    /// Active.
    pub active: bool,
    /// Texts by language tag.
    pub texts: BTreeMap<String, TemplateText>,
    /// Parameters that name it.
    pub used_by: Vec<i32>,
    /// Keys it may use.
    pub keys: Vec<String>,
    /// Changes with every edit; the `ETag`.
    pub version: i32,
}

/// A new or changed template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TemplateEdit {
    /// Name.
    pub name: String,
    /// Which keys it may use.
    pub kind: TemplateKind,
    /// Active.
    pub active: bool,
    /// Texts by language tag; Portuguese is required, the others fall back to it.
    pub texts: BTreeMap<String, TemplateText>,
}

/// Asks for a preview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TemplatePreviewRequest {
    /// Which keys.
    pub kind: TemplateKind,
    /// Language of the values.
    pub language: Language,
    /// Subject and body.
    pub text: TemplateText,
    /// Number of a real request; the newest one when left out.
    #[serde(default)]
    pub number: Option<i64>,
}

/// What a recipient would get.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TemplatePreview {
    /// Number of the request whose values were used.
    pub number: Option<i64>,
    /// Subject.
    pub subject: String,
    /// HTML part.
    pub html: String,
    /// Text part.
    pub text: String,
}

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

/// An API token.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TokenView {
    /// Identifier.
    pub id: i64,
    /// Name.
    pub name: String,
    /// The person it acts as.
    pub person: PersonRef,
    /// Scopes.
    pub scopes: Vec<Scope>,
    /// When it stops working.
    pub expires_at: Option<DateTime<Utc>>,
    /// Addresses and networks it may come from; empty for any.
    pub allowed_addresses: Vec<String>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was used last.
    pub last_used_at: Option<DateTime<Utc>>,
    /// When it was revoked.
    pub revoked_at: Option<DateTime<Utc>>,
    /// First characters, to recognise it by.
    pub prefix: String,
}

/// Makes an API token.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NewToken {
    /// Name.
    pub name: String,
    /// The person it acts as; the caller when left out.
    #[serde(default)]
    pub person_id: Option<i64>,
    /// Scopes.
    pub scopes: Vec<Scope>,
    /// When it stops working.
    #[serde(default)]
    pub expires_at: Option<DateTime<Utc>>,
    /// Addresses and networks (CIDR) it may come from; empty for any.
    #[serde(default)]
    pub allowed_addresses: Vec<String>,
}

/// A token just made: the only time its text is shown.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub struct CreatedToken {
    /// The token's data.
    pub token: TokenView,
    /// Its text.
    pub secret: String,
}

/// A person, for administrators.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PersonView {
    /// Identifier.
    pub id: i64,
    /// Full name.
    pub name: String,
    /// E-mail address.
    pub email: Option<String>,
    /// CPF or CNPJ, masked.
    pub tax_id_masked: Option<String>,
    /// Employee number.
    pub employee_number: Option<String>,
    /// Unit.
    pub unit: Option<NamedRef>,
    /// Job title.
    pub job_title: Option<String>,
    /// Extension.
    pub extension: Option<String>,
    /// Place.
    pub place: Option<String>,
    /// Telephones.
    pub phones: Vec<Phone>,
    /// Language.
    pub language: Language,
    /// IANA time zone.
    pub time_zone: String,
    /// VIP mark.
    pub vip: bool,
    /// Active.
    pub active: bool,
    /// Roles.
    pub roles: Vec<Role>,
    /// Groups.
    pub groups: Vec<Membership>,
    /// True when a password is set.
    pub has_password: bool,
    /// Changes with every edit; the `ETag`.
    pub version: i32,
}

/// A new or changed person.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PersonEdit {
    /// Full name.
    pub name: String,
    /// E-mail address.
    #[serde(default)]
    pub email: Option<String>,
    /// CPF or CNPJ; left out keeps the present one, empty clears it.
    #[serde(default)]
    pub tax_id: Option<String>,
    /// Employee number.
    #[serde(default)]
    pub employee_number: Option<String>,
    /// Unit.
    #[serde(default)]
    pub unit_id: Option<i64>,
    /// Job title.
    #[serde(default)]
    pub job_title: Option<String>,
    /// Extension.
    #[serde(default)]
    pub extension: Option<String>,
    /// Place.
    #[serde(default)]
    pub place: Option<String>,
    /// Telephones.
    #[serde(default)]
    pub phones: Vec<Phone>,
    /// Language.
    pub language: Language,
    /// IANA time zone.
    pub time_zone: String,
    /// VIP mark.
    #[serde(default)]
    pub vip: bool,
    /// Active.
    pub active: bool,
    /// Roles.
    pub roles: Vec<Role>,
}

/// A member of a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MemberView {
    /// The person.
    pub person: PersonRef,
    /// View or execute.
    pub permission: GroupPermission,
    /// May change priority and deadline.
    pub change_sla: bool,
}

/// A group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct GroupView {
    /// Identifier.
    pub id: i64,
    /// Name.
    pub name: String,
    /// E-mail address of the group.
    pub email: Option<String>,
    /// Sees all requests but confidential ones.
    pub see_all: bool,
    /// Active.
    pub active: bool,
    /// Members.
    pub members: Vec<MemberView>,
    /// Changes with every edit; the `ETag`.
    pub version: i32,
}

/// A member of a group, by identifier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MemberEdit {
    /// The person.
    pub person_id: i64,
    /// View or execute.
    pub permission: GroupPermission,
    /// May change priority and deadline.
    #[serde(default)]
    pub change_sla: bool,
}

/// A new or changed group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct GroupEdit {
    /// Name.
    pub name: String,
    /// E-mail address of the group.
    #[serde(default)]
    pub email: Option<String>,
    /// Sees all requests but confidential ones.
    #[serde(default)]
    pub see_all: bool,
    /// Active.
    pub active: bool,
    /// Members.
    pub members: Vec<MemberEdit>,
}

/// A unit (branch, department).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct UnitView {
    /// Identifier.
    pub id: i64,
    /// Name.
    pub name: String,
    /// Active.
    pub active: bool,
    /// Changes with every edit; the `ETag`.
    pub version: i32,
}

/// A new or changed unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct UnitEdit {
    /// Name.
    pub name: String,
    /// Active.
    pub active: bool,
}

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

/// Working hours of one stretch, as `HH:MM` (24:00 for midnight at the end).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct HoursView {
    /// From.
    pub from: String,
    /// To.
    pub to: String,
}

/// Hours of a day of the week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct WeekdayHours {
    /// 1 (Monday) to 7 (Sunday), ISO 8601.
    pub weekday: i32,
    /// Stretches.
    pub hours: Vec<HoursView>,
}

/// A date with hours of its own; none: closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CalendarException {
    /// Date.
    #[schema(value_type = String, format = Date)]
    pub date: NaiveDate,
    /// Name (holiday).
    pub name: String,
    /// Stretches.
    pub hours: Vec<HoursView>,
}

/// A calendar of working hours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CalendarView {
    /// Identifier.
    pub id: i64,
    /// What is edited.
    #[serde(flatten)]
    pub edit: CalendarEdit,
    /// Changes with every edit; the `ETag`.
    pub version: i32,
}

/// A new or changed calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CalendarEdit {
    /// Name.
    pub name: String,
    /// IANA time zone.
    pub time_zone: String,
    /// Weekly hours.
    pub week: Vec<WeekdayHours>,
    /// Dated exceptions.
    #[serde(default)]
    pub exceptions: Vec<CalendarException>,
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
