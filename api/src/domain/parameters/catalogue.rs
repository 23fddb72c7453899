//! The parameters that there are: kind of value, limits, default.

use super::ids;
use contract::Language;
use contract::admin::{ParameterGroup as Group, ParameterType as Type, SECRET_SET, TemplateKind};

/// What a parameter is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Definition {
    /// Its number.
    pub id: i32,
    /// Where it stands on the screen.
    pub group: Group,
    /// Kind of value.
    pub value_type: Type,
    /// Value in force until another is set; empty when there is none.
    pub default: &'static str,
    /// Smallest number allowed.
    pub min: Option<i64>,
    /// Largest number allowed.
    pub max: Option<i64>,
    /// Which keys a template must know to be named here.
    pub template_kind: Option<TemplateKind>,
}

impl Definition {
    /// Its meaning in a few words.
    #[must_use]
    pub fn name(&self, language: Language) -> String {
        locales::format(language, &format!("parameter-{}-name", self.id), None)
    }

    /// What it does, what may be set.
    #[must_use]
    pub fn help(&self, language: Language) -> String {
        locales::format(language, &format!("parameter-{}-help", self.id), None)
    }
}

const fn of(id: i32, group: Group, value_type: Type) -> Definition {
    Definition { id, group, value_type, default: "", min: None, max: None, template_kind: None }
}

const fn yes_no(id: i32, group: Group, default: &'static str) -> Definition {
    Definition { default, ..of(id, group, Type::YesNo) }
}

const fn number(id: i32, group: Group, default: &'static str, min: i64, max: i64) -> Definition {
    Definition { default, min: Some(min), max: Some(max), ..of(id, group, Type::Number) }
}

const fn template(id: i32, group: Group, kind: TemplateKind) -> Definition {
    Definition { template_kind: Some(kind), ..of(id, group, Type::Template) }
}

/// Every parameter, by number.
pub const CATALOGUE: &[Definition] = &[
    of(ids::DEFAULT_GROUP, Group::Lifecycle, Type::Group),
    template(ids::POOR_GRADE_TEMPLATE, Group::Email, TemplateKind::Request),
    of(ids::POOR_GRADE_GROUP, Group::Email, Type::Group),
    number(ids::REOPEN_DAYS, Group::Lifecycle, "5", 0, 365),
    yes_no(ids::WATCH_ASTERISK, Group::Telephony, "N"),
    of(ids::ASTERISK_ADDRESS, Group::Telephony, Type::Text),
    of(ids::ASTERISK_USER, Group::Telephony, Type::Text),
    of(ids::ASTERISK_SECRET, Group::Telephony, Type::Secret),
    template(ids::EXPIRING_TEMPLATE, Group::Email, TemplateKind::Request),
    of(ids::EXPIRING_PERSON, Group::Email, Type::Person),
    template(ids::OCCURRENCE_TEMPLATE, Group::Email, TemplateKind::Request),
    yes_no(ids::PORTAL_NOTES, Group::Notes, "S"),
    template(ids::PORTAL_NOTE_TEMPLATE, Group::Notes, TemplateKind::Request),
    of(ids::PORTAL_NOTE_CATEGORY, Group::Notes, Type::Category),
    of(ids::PORTAL_NOTE_ORIGIN, Group::Notes, Type::Origin),
    yes_no(ids::START_IN_PROGRESS, Group::Portal, "N"),
    of(ids::WATCHED_QUEUES, Group::Telephony, Type::Text),
    yes_no(ids::TELEPHONY, Group::Telephony, "N"),
    yes_no(ids::VIEWING_CHILD, Group::Telephony, "N"),
    of(ids::VIEWING_SERVICE, Group::Telephony, Type::Service),
    template(ids::SUSPENDED_TEMPLATE, Group::Email, TemplateKind::Request),
    template(ids::REACTIVATED_TEMPLATE, Group::Email, TemplateKind::Request),
    yes_no(ids::MAIL_OFF, Group::Email, "N"),
    yes_no(ids::PORTAL_HISTORY, Group::Portal, "S"),
    yes_no(ids::MESSAGES, Group::Messages, "N"),
    yes_no(ids::MESSAGE_NOTIFICATIONS, Group::Messages, "S"),
    yes_no(ids::TITLE_IN_LISTS, Group::Portal, "S"),
    yes_no(ids::PORTAL_CANCEL, Group::Portal, "N"),
    yes_no(ids::PORTAL_SOLUTION, Group::Portal, "S"),
    yes_no(ids::SUSPENSION_COMPLEMENT, Group::Lifecycle, "N"),
    template(ids::MESSAGE_TEMPLATE, Group::Messages, TemplateKind::Message),
    template(ids::OPENED_TEMPLATE, Group::Email, TemplateKind::Request),
    template(ids::RESOLVED_TEMPLATE, Group::Email, TemplateKind::Request),
    template(ids::CLOSED_TEMPLATE, Group::Email, TemplateKind::Request),
    template(ids::CANCELLED_TEMPLATE, Group::Email, TemplateKind::Request),
    template(ids::REOPENED_TEMPLATE, Group::Email, TemplateKind::Request),
    template(ids::DELEGATED_TEMPLATE, Group::Email, TemplateKind::Request),
    template(ids::RECLASSIFIED_TEMPLATE, Group::Email, TemplateKind::Request),
    number(ids::CLOSING_DAYS, Group::Lifecycle, "5", 0, 365),
    number(ids::ATTACHMENT_MEGABYTES, Group::Attachments, "20", 1, 1_000),
    number(ids::ATTACHMENT_COUNT, Group::Attachments, "20", 1, 200),
    number(ids::FIRST_NUMBER, Group::Lifecycle, "1000", 1, 999_999_999),
    number(ids::SESSION_HOURS, Group::Privacy, "12", 1, 720),
    number(ids::PASSWORD_LINK_HOURS, Group::Privacy, "24", 1, 168),
    template(ids::PASSWORD_LINK_TEMPLATE, Group::Email, TemplateKind::Password),
    number(ids::LIVE_EVENT_DAYS, Group::Privacy, "7", 1, 90),
    yes_no(ids::EXPIRING_WARNINGS, Group::Lifecycle, "S"),
    yes_no(ids::NEW_REQUEST_NOTIFICATIONS, Group::Messages, "S"),
    yes_no(ids::TELEPHONY_CLAIM, Group::Telephony, "N"),
    number(ids::EXTENSION_AWAY_MINUTES, Group::Telephony, "60", 5, 1_440),
    of(ids::DEFAULT_AREA_CODE, Group::Telephony, Type::Text),
    number(ids::CALL_BACK_HOURS, Group::Telephony, "4", 1, 240),
];

/// Whether a parameter is a secret: it is told to nobody, kept in no history and no log.
#[must_use]
pub fn is_secret(id: i32) -> bool {
    definition(id).is_some_and(|definition| definition.value_type == Type::Secret)
}

/// A value as it may be shown. Of a secret, only whether it is set is shown.
#[must_use]
pub fn redacted(id: i32, value: &str) -> &str {
    if is_secret(id) && !value.is_empty() { SECRET_SET } else { value }
}

/// The parameter with a number.
#[must_use]
pub fn definition(id: i32) -> Option<&'static Definition> {
    CATALOGUE.iter().find(|definition| definition.id == id)
}
