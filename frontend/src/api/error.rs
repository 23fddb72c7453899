//! What can go wrong with a call.

use contract::{FieldError, Problem};
use locales::{Language, text};
use std::rc::Rc;

/// Why a call has no answer.
#[derive(Debug, Clone, PartialEq)]
pub enum ApiError {
    /// The server could not be reached.
    Network,
    /// The server did not answer in time.
    Timeout,
    /// Nobody is logged in, and the person chose not to log in again.
    LoggedOut,
    /// The server said no, and why.
    Problem(Rc<Problem>),
    /// The server answered something that is not part of the contract.
    Unexpected(u16),
}

impl ApiError {
    /// True when trying again may help without changing anything.
    #[must_use]
    pub fn is_temporary(&self) -> bool {
        match self {
            Self::Network | Self::Timeout => true,
            Self::Problem(problem) => matches!(problem.status, 429 | 502..=504),
            Self::Unexpected(status) => *status >= 500,
            Self::LoggedOut => false,
        }
    }

    /// The HTTP status, when there was an answer.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Problem(problem) => Some(problem.status),
            Self::Unexpected(status) => Some(*status),
            _ => None,
        }
    }

    /// True when what was asked for does not exist for the caller.
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        self.status() == Some(404)
    }

    /// The fields that the server complains about.
    #[must_use]
    pub fn fields(&self) -> &[FieldError] {
        match self {
            Self::Problem(problem) => &problem.errors,
            _ => &[],
        }
    }

    /// The complaint about one field; places in lists are written `members.2.person_id`.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<String> {
        self.fields().iter().find(|error| error.field == name).map(|error| error.message.clone())
    }

    /// What happened, as a sentence.
    #[must_use]
    pub fn title(&self, language: Language) -> String {
        match self {
            Self::Network => text!(language, "ui-error-network"),
            Self::Timeout => text!(language, "ui-error-timeout"),
            Self::LoggedOut => text!(language, "ui-error-logged-out"),
            Self::Problem(problem) => problem.title.clone(),
            Self::Unexpected(_) => text!(language, "ui-error-unexpected"),
        }
    }

    /// More about it, when there is more; ends with the identifier to quote when
    /// the server itself failed.
    #[must_use]
    pub fn detail(&self, language: Language) -> Option<String> {
        let Self::Problem(problem) = self else { return None };
        let reference = problem.request_id.as_ref().filter(|_| problem.status >= 500);
        let reference = reference.map(|id| text!(language, "ui-error-reference", id = id.as_str()));
        let parts: Vec<String> = problem.detail.iter().cloned().chain(reference).collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }
}
