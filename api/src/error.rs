//! The one error type, and how it becomes a problem document (RFC 9457).
//!
//! A variant carries a stable code; its sentences are the texts
//! `problem-<code>` and `field-<code>` of `locales`. Causes go to the log, never
//! to the client.

use crate::db::DbError;
use crate::domain::paging::PagingError;
use crate::language::sentence;
use crate::models::page::PageError;
use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, HttpResponseBuilder, ResponseError};
use contract::{Action, FieldError, Language, Problem, limits};

/// Arguments of an error's sentence.
pub type ErrorArgs = Vec<(&'static str, String)>;

/// One field that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// Name of the field in the body.
    pub field: String,
    /// Stable code; the text is `field-<code>`.
    pub code: &'static str,
    /// Arguments of the text.
    pub args: ErrorArgs,
    /// Sentence to be used in place of that text.
    pub message: Option<String>,
}

impl Complaint {
    /// A complaint without arguments.
    pub fn new(field: impl Into<String>, code: &'static str) -> Self {
        Self { field: field.into(), code, args: Vec::new(), message: None }
    }

    /// A complaint whose sentence a rule has written already.
    pub fn worded(field: impl Into<String>, code: &'static str, message: String) -> Self {
        Self { message: Some(message), ..Self::new(field, code) }
    }

    /// Adds an argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}

/// Everything that can go wrong, as the caller learns it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A rule refuses it.
    #[error("refused: {code}")]
    Refused {
        /// The answer's status.
        status: StatusCode,
        /// Stable code; the text is `problem-<code>`.
        code: &'static str,
        /// Arguments of the text.
        args: ErrorArgs,
        /// What may be done instead.
        allowed: Vec<Action>,
        /// Seconds after which to try again.
        retry_after: Option<u64>,
    },
    /// Fields are wrong.
    #[error("invalid: {0:?}")]
    Invalid(Vec<Complaint>),
    /// The database gave no answer, or refused.
    #[error(transparent)]
    Database(#[from] DbError),
    /// Something that should not happen.
    #[error("internal: {0}")]
    Internal(#[from] anyhow::Error),
}

/// The result of nearly everything.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// A refusal with a status and a code.
    #[must_use]
    pub fn refused(status: StatusCode, code: &'static str) -> Self {
        Self::Refused { status, code, args: Vec::new(), allowed: Vec::new(), retry_after: None }
    }

    /// 404: it does not exist for the caller.
    #[must_use]
    pub fn not_found() -> Self {
        Self::refused(StatusCode::NOT_FOUND, "not-found")
    }

    /// 403 with its reason.
    #[must_use]
    pub fn forbidden(code: &'static str) -> Self {
        Self::refused(StatusCode::FORBIDDEN, code)
    }

    /// 409 with its reason.
    #[must_use]
    pub fn conflict(code: &'static str) -> Self {
        Self::refused(StatusCode::CONFLICT, code)
    }

    /// 400 with its reason.
    #[must_use]
    pub fn bad_request(code: &'static str) -> Self {
        Self::refused(StatusCode::BAD_REQUEST, code)
    }

    /// 401.
    #[must_use]
    pub fn unauthenticated() -> Self {
        Self::refused(StatusCode::UNAUTHORIZED, "unauthenticated")
    }

    /// 409: the situation does not allow it; says what it allows.
    #[must_use]
    pub fn illegal(allowed: Vec<Action>) -> Self {
        Self::Refused {
            status: StatusCode::CONFLICT,
            code: "illegal-action",
            args: Vec::new(),
            allowed,
            retry_after: None,
        }
    }

    /// 422 for one field.
    pub fn field(field: impl Into<String>, code: &'static str) -> Self {
        Self::Invalid(vec![Complaint::new(field, code)])
    }

    /// Adds an argument to a refusal's sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        if let Self::Refused { args, .. } = &mut self {
            args.push((name, value.to_string()));
        }
        self
    }

    /// Says when to try again.
    #[must_use]
    pub fn after(mut self, seconds: u64) -> Self {
        if let Self::Refused { retry_after, .. } = &mut self {
            *retry_after = Some(seconds);
        }
        self
    }

    /// Logs the cause, when it is the server's own; `id` names the HTTP request.
    pub fn log(&self, id: &str) {
        match self {
            Self::Internal(cause) => tracing::error!(id, cause = format!("{cause:#}"), "internal error"),
            Self::Database(cause) => tracing::error!(id, %cause, "the database failed"),
            Self::Refused { .. } | Self::Invalid(_) => {}
        }
    }

    /// The stable code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Refused { code, .. } => code,
            Self::Invalid(_) => "invalid",
            Self::Database(DbError::Query(error)) if !is_transient(error) => "internal",
            Self::Database(_) => "database-unavailable",
            Self::Internal(_) => "internal",
        }
    }

    /// The problem document in a language.
    #[must_use]
    pub fn problem(&self, language: Language) -> Problem {
        let (args, allowed) = match self {
            Self::Refused { args, allowed, .. } => (args.as_slice(), allowed.clone()),
            _ => (&[][..], Vec::new()),
        };
        let errors = match self {
            Self::Invalid(complaints) => complaints.iter().map(|complaint| field_error(language, complaint)).collect(),
            _ => Vec::new(),
        };
        Problem {
            kind: format!("urn:solicita:problem:{}", self.code()),
            title: sentence(language, &format!("problem-{}", self.code()), args),
            status: self.status_code().as_u16(),
            detail: (!allowed.is_empty()).then(|| what_is_allowed(language, &allowed)),
            errors,
            allowed,
            request_id: None,
        }
    }

    /// The answer in a language.
    #[must_use]
    pub fn response(&self, language: Language, request_id: Option<String>) -> HttpResponse {
        let mut problem = self.problem(language);
        problem.request_id = request_id;
        let mut response = HttpResponseBuilder::new(self.status_code());
        match self {
            Self::Refused { retry_after: Some(seconds), .. } => {
                response.insert_header((header::RETRY_AFTER, seconds.to_string()));
            }
            Self::Database(_) if self.status_code() == StatusCode::SERVICE_UNAVAILABLE => {
                response.insert_header((header::RETRY_AFTER, "2"));
            }
            _ => {}
        }
        if self.status_code() == StatusCode::UNAUTHORIZED {
            response.insert_header((header::WWW_AUTHENTICATE, "Bearer"));
        }
        response.insert_header((header::CONTENT_LANGUAGE, language.as_str()));
        response.content_type("application/problem+json").body(serde_json::to_string(&problem).unwrap_or_default())
    }
}

impl From<diesel::result::Error> for Error {
    fn from(error: diesel::result::Error) -> Self {
        Self::Database(DbError::Query(error))
    }
}

impl From<PagingError> for Error {
    fn from(error: PagingError) -> Self {
        match error {
            PagingError::Cursor => Self::bad_request("invalid-cursor"),
            PagingError::Size => Self::bad_request("invalid-page-size").with("max", limits::PAGE_SIZE_MAX),
            PagingError::Unknown { name, value } => {
                Self::bad_request("unknown-filter").with("name", name).with("value", value)
            }
        }
    }
}

impl From<PageError> for Error {
    fn from(error: PageError) -> Self {
        match error {
            PageError::Paging(error) => error.into(),
            PageError::Query(error) => error.into(),
        }
    }
}

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::Refused { status, .. } => *status,
            Self::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Database(DbError::Query(error)) if !is_transient(error) => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Database(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Only a fallback: the middleware answers in the caller's language.
    fn error_response(&self) -> HttpResponse {
        self.response(Language::default(), None)
    }
}

/// Failures that may be gone at the next try: locks, time-outs, lost connections.
fn is_transient(error: &diesel::result::Error) -> bool {
    use diesel::result::{DatabaseErrorKind as Kind, Error as E};
    match error {
        E::DatabaseError(Kind::ClosedConnection | Kind::SerializationFailure | Kind::UnableToSendCommand, _) => true,
        E::DatabaseError(Kind::Unknown, info) => {
            let message = info.message();
            ["locked", "timeout", "terminating connection", "server closed", "connection"]
                .iter()
                .any(|sign| message.contains(sign))
        }
        E::BrokenTransactionManager => true,
        _ => false,
    }
}

/// “What you can do now: …”: what moves the request on, or is said about it; that one
/// may look at it goes without saying.
fn what_is_allowed(language: Language, allowed: &[Action]) -> String {
    use Action::{Attach, Redact, Relate, ViewEmails, ViewHistory, ViewSolution};
    let aside = [Attach, Redact, Relate, ViewEmails, ViewHistory, ViewSolution];
    let names = allowed.iter().filter(|action| !aside.contains(action)).map(|action| {
        locales::format(language, &format!("action-{}", action.as_str().replace('_', "-")), None).to_lowercase()
    });
    sentence(language, "problem-allowed", &[("actions", names.collect::<Vec<_>>().join(", "))])
}

fn field_error(language: Language, complaint: &Complaint) -> FieldError {
    let text = || sentence(language, &format!("field-{}", complaint.code), &complaint.args);
    FieldError {
        field: complaint.field.clone(),
        code: complaint.code.to_owned(),
        message: complaint.message.clone().unwrap_or_else(text),
    }
}

/// Collects complaints about fields, so that a person learns all of them at once.
#[derive(Debug, Default)]
pub struct Check(Vec<Complaint>);

impl Check {
    /// Starts with none.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one.
    pub fn add(&mut self, complaint: Complaint) {
        self.0.push(complaint);
    }

    /// Takes the value, or notes the complaint.
    pub fn take<T: Default>(&mut self, result: std::result::Result<T, Complaint>) -> T {
        result.unwrap_or_else(|complaint| {
            self.0.push(complaint);
            T::default()
        })
    }

    /// Ends with the complaints, if any.
    ///
    /// # Errors
    /// All complaints noted.
    pub fn done(self) -> Result<()> {
        if self.0.is_empty() { Ok(()) } else { Err(Error::Invalid(self.0)) }
    }
}
