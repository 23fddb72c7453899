//! An e-mail about a request before it is written: what it tells, and with which template.

use crate::models::requests::Request;
use crate::policy::actor::Actor;
use contract::{Category, Origin};

/// What an e-mail about a request tells, and with which template.
#[derive(Debug, Clone, Copy)]
pub struct RequestEmail<'a> {
    /// Parameter that names its template.
    pub parameter: i32,
    /// Parameter whose template is used when that one is empty.
    pub fallback: Option<i32>,
    /// The request.
    pub request: &'a Request,
    /// Who did what the e-mail tells of.
    pub actor: Actor,
    /// The row of the history that it tells of.
    pub occurrence: Option<i64>,
    /// The text of that row.
    pub text: &'a str,
    /// The category of that row.
    pub category: Option<Category>,
    /// The origin of that row, when it differs from the actor's.
    pub origin: Option<Origin>,
    /// Whether the public attachments of the request are sent with it.
    pub with_attachments: bool,
}

impl<'a> RequestEmail<'a> {
    /// An e-mail of a parameter's template about a request.
    #[must_use]
    pub fn new(parameter: i32, request: &'a Request, actor: Actor) -> Self {
        Self {
            parameter,
            fallback: None,
            request,
            actor,
            occurrence: None,
            text: "",
            category: None,
            origin: None,
            with_attachments: false,
        }
    }

    /// Uses the template of another parameter when the first one is empty.
    #[must_use]
    pub fn or(self, fallback: i32) -> Self {
        Self { fallback: Some(fallback), ..self }
    }

    /// Says which row of the history it tells of.
    #[must_use]
    pub fn about(self, occurrence: i64, text: &'a str, category: Category) -> Self {
        Self { occurrence: Some(occurrence), text, category: Some(category), ..self }
    }
}
