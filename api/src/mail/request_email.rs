//! An e-mail about a request, before it is written: what it tells, and by which template.

use crate::models::requests::Request;
use crate::policy::actor::Actor;
use contract::{Category, Origin};

/// What an e-mail about a request tells.
#[derive(Debug, Clone, Copy)]
pub struct RequestEmail<'a> {
    /// Parameter that names its template.
    pub parameter: i32,
    /// Parameter whose template is used when that one is empty.
    pub fallback: Option<i32>,
    /// The request.
    pub request: &'a Request,
    /// Whose action it is.
    pub actor: Actor,
    /// The row of history that causes it.
    pub occurrence: Option<i64>,
    /// What was written there.
    pub text: &'a str,
    /// Its category.
    pub category: Option<Category>,
    /// Its origin.
    pub origin: Option<Origin>,
    /// Public attachments travel with it.
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

    /// Another parameter's template will do, too.
    #[must_use]
    pub fn or(self, fallback: i32) -> Self {
        Self { fallback: Some(fallback), ..self }
    }

    /// What happened.
    #[must_use]
    pub fn about(self, occurrence: i64, text: &'a str, category: Category) -> Self {
        Self { occurrence: Some(occurrence), text, category: Some(category), ..self }
    }
}
