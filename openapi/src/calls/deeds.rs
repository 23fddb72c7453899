//! What an attendant does with a call.

use super::CallTag;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Says in which tab a pop-up is taken up.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TakeCall {
    /// The tab: any text of its own, at most 40 characters.
    pub tab: String,
}

/// Looks at the request of a call.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ViewInCall {
    /// The tab in which it is done.
    pub tab: String,
    /// *Execute*: nothing is opened as its child. Only for those who may execute it.
    #[serde(default)]
    pub execute: bool,
}

/// Says who calls.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ChooseCaller {
    /// The person; none: nobody of those proposed.
    pub person_id: Option<i64>,
}

/// Registers the caller.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RegisterCaller {
    /// Full name.
    pub name: String,
    /// Telephone.
    #[serde(default)]
    pub phone: Option<String>,
    /// E-mail address.
    #[serde(default)]
    pub email: Option<String>,
    /// Unit.
    #[serde(default)]
    pub unit_id: Option<i64>,
}

/// Says what a call was about: a request, or a tag.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ConcludeCall {
    /// Number of the request.
    #[serde(default)]
    pub number: Option<i64>,
    /// The tag.
    #[serde(default)]
    pub tag: Option<CallTag>,
}
