//! People, groups and units.

use crate::identity::{Membership, NamedRef, PersonRef, Phone};
use crate::{GroupPermission, Language, Role};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

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
