//! Parameters.

use crate::identity::PersonRef;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

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
