//! What is wrong with a template, in words.

use super::keys::known_keys;
use contract::admin::TemplateKind;
use contract::{FieldError, Language};
use locales::text;
use std::fmt;

/// Which half of a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The subject.
    Subject,
    /// The body.
    Body,
}

impl Part {
    /// The name of its field.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::Subject => "subject",
            Self::Body => "body",
        }
    }
}

/// What is wrong at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flaw {
    /// A key that templates of this kind do not have.
    UnknownKey {
        /// As written, without `${}`, shortened when it is very long.
        key: String,
        /// The known key that is nearest.
        suggestion: Option<&'static str>,
    },
    /// `${` without `}`.
    Unclosed,
    /// The template engine refuses it (never seen).
    Engine,
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateFault {
    /// In which half.
    pub part: Part,
    /// Line, from 1.
    pub line: usize,
    /// Place in the line, in characters from 1.
    pub column: usize,
    /// What is wrong.
    pub flaw: Flaw,
}

/// Everything that is wrong with a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateError {
    /// Kind of the template.
    pub kind: TemplateKind,
    /// What is wrong, subject first, in order.
    pub faults: Vec<TemplateFault>,
}

impl TemplateError {
    /// The same, for an answer to a person. `prefix` is the field that holds
    /// subject and body: `texts.pt-BR`.
    #[must_use]
    pub fn to_field_errors(&self, prefix: &str, language: Language) -> Vec<FieldError> {
        let to_error = |fault: &TemplateFault| FieldError {
            field: if prefix.is_empty() {
                fault.part.field().to_owned()
            } else {
                format!("{prefix}.{}", fault.part.field())
            },
            code: fault.flaw.code().to_owned(),
            message: fault.message(self.kind, language),
        };
        self.faults.iter().map(to_error).collect()
    }
}

impl Flaw {
    /// The stable code of `errors[].code`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::UnknownKey { .. } => "unknown-key",
            Self::Unclosed => "unclosed-key",
            Self::Engine => "engine",
        }
    }
}

impl TemplateFault {
    /// A sentence that says what to do.
    fn message(&self, kind: TemplateKind, language: Language) -> String {
        let (line, column) = (self.line, self.column);
        let known = || known_keys(kind).into_iter().map(written).collect::<Vec<_>>().join(", ");
        match &self.flaw {
            Flaw::UnknownKey { key, suggestion: Some(suggestion) } => text!(
                language,
                "template-error-unknown-key",
                key = written(key),
                line = line,
                column = column,
                suggestion = written(suggestion),
                known = known()
            ),
            Flaw::UnknownKey { key, suggestion: None } => text!(
                language,
                "template-error-unknown-key-no-suggestion",
                key = written(key),
                line = line,
                column = column,
                known = known()
            ),
            Flaw::Unclosed => {
                let example = known_keys(kind).first().copied().map(written).unwrap_or_default();
                text!(language, "template-error-unclosed-key", line = line, column = column, example = example)
            }
            Flaw::Engine => text!(language, "template-error-engine"),
        }
    }
}

/// A key as templates write it.
fn written(key: &str) -> String {
    format!("${{{key}}}")
}

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} faults in a {} template", self.faults.len(), self.kind)
    }
}

impl std::error::Error for TemplateError {}
