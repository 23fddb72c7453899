//! What can go wrong with an API call.

use contract::{FieldError, Problem};
use locales::{Language, text};
use std::rc::Rc;

/// What an API call answers.
pub type Answer<T> = Result<T, ApiError>;

/// Why an API call has failed.
#[derive(Debug, Clone, PartialEq)]
pub enum ApiError {
    /// The server could not be reached.
    Network,
    /// The server did not answer in time.
    Timeout,
    /// Nobody is logged in, and the person chose not to log in again.
    LoggedOut,
    /// The server refused, and says why.
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

    /// True when the resource does not exist, or the person may not see it.
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

    /// The complaint about one field. A field of a list is named `members.2.person_id`.
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

    /// More about it, if there is more. When the server itself failed, it ends with the identifier to quote.
    #[must_use]
    pub fn detail(&self, language: Language) -> Option<String> {
        let Self::Problem(problem) = self else { return None };
        let reference = problem.request_id.as_ref().filter(|_| problem.status >= 500);
        let reference = reference.map(|id| text!(language, "ui-error-reference", id = id.as_str()));
        let parts: Vec<String> = problem.detail.iter().cloned().chain(reference).collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(status: u16) -> Problem {
        Problem {
            kind: "urn:solicita:problem:test".to_owned(),
            title: "Title".to_owned(),
            status,
            detail: Some("Detail.".to_owned()),
            errors: vec![FieldError {
                field: "members.2.person_id".to_owned(),
                code: "invalid".to_owned(),
                message: "Unknown person".to_owned(),
            }],
            allowed: Vec::new(),
            request_id: Some("abc-123".to_owned()),
        }
    }

    fn refused(status: u16) -> ApiError {
        ApiError::Problem(Rc::new(problem(status)))
    }

    #[test]
    fn trying_again_is_offered_for_what_passes() {
        let temporary = [ApiError::Network, ApiError::Timeout, refused(429), refused(503), ApiError::Unexpected(500)];
        let lasting = [ApiError::LoggedOut, refused(409), refused(422), refused(500), ApiError::Unexpected(404)];
        assert!(temporary.iter().all(ApiError::is_temporary));
        assert!(!lasting.iter().any(ApiError::is_temporary));
    }

    #[test]
    fn complaints_are_found_by_their_field() {
        let error = refused(422);
        assert_eq!(error.field("members.2.person_id").as_deref(), Some("Unknown person"));
        assert_eq!(error.field("members.1.person_id"), None);
        assert_eq!(ApiError::Network.field("members.2.person_id"), None);
    }

    #[test]
    fn only_failures_of_the_server_quote_the_identifier() {
        assert_eq!(refused(422).detail(Language::English).as_deref(), Some("Detail."));
        let detail = refused(500).detail(Language::English).unwrap();
        assert!(detail.starts_with("Detail. ") && detail.contains("abc-123"), "{detail}");
        assert_eq!(ApiError::Timeout.detail(Language::English), None);
    }

    #[test]
    fn the_status_is_that_of_the_answer() {
        assert_eq!((refused(404).status(), ApiError::Unexpected(502).status()), (Some(404), Some(502)));
        assert!(refused(404).is_not_found() && !refused(403).is_not_found());
        assert_eq!((ApiError::Network.status(), ApiError::LoggedOut.status()), (None, None));
    }
}
