//! Which values a parameter takes.

use super::catalogue::Definition;
use super::ids;
use crate::domain::pbx_address::PbxAddress;
use crate::domain::text::{TextError, clean_line};
use contract::admin::ParameterType;
use contract::{Category, FieldError, Language, Origin, limits};
use locales::{FluentValue, text};

/// Longest secret, in characters: it has to fit into a line of 1,000 bytes that an
/// Asterisk reads.
const LONGEST_SECRET: usize = 200;

/// `S`, `Y` or `N`, in either case.
pub(super) fn read_yes_no(value: &str) -> Option<bool> {
    match value {
        "S" | "s" | "Y" | "y" => Some(true),
        "N" | "n" => Some(false),
        _ => None,
    }
}

/// Why a value is refused. The last seven are found where the database is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ParameterError {
    /// Neither `S` (or `Y`) nor `N`.
    #[error("neither S nor N")]
    NotYesNo,
    /// Not a whole number.
    #[error("not a whole number")]
    NotANumber,
    /// Smaller than allowed.
    #[error("smaller than {0}")]
    TooSmall(i64),
    /// Larger than allowed.
    #[error("larger than {0}")]
    TooLarge(i64),
    /// Not the identifier of anything: not a whole number above zero.
    #[error("not an identifier")]
    NotAnIdentifier,
    /// Not the code of a category that a note may have.
    #[error("not a category of notes")]
    UnknownCategory,
    /// Not the code of an origin.
    #[error("not an origin")]
    UnknownOrigin,
    /// A text that cannot be used.
    #[error("{0}")]
    BadText(TextError),
    /// Not `host` or `host:port`.
    #[error("not an address")]
    NotAnAddress,
    /// Not two figures, neither of them 0.
    #[error("not an area code")]
    NotAnAreaCode,
    /// No parameter has that number.
    #[error("no such parameter")]
    UnknownParameter,
    /// No template has that identifier.
    #[error("no such template")]
    NoSuchTemplate,
    /// The template is for something else: its keys are others.
    #[error("a template for something else")]
    OtherTemplateKind,
    /// No active group has that identifier.
    #[error("no such group")]
    NoSuchGroup,
    /// No active person has that identifier.
    #[error("no such person")]
    NoSuchPerson,
    /// No active service has that identifier.
    #[error("no such service")]
    NoSuchService,
    /// No active service of type service request has that identifier.
    #[error("no such service of service requests")]
    NoServiceRequest,
    /// 282 is on, and 283 names no service.
    #[error("no service for viewing over the phone")]
    NoViewingService,
}

impl ParameterError {
    /// The stable code of `errors[].code`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotYesNo => "not-yes-no",
            Self::NotANumber => "not-a-number",
            Self::TooSmall(_) => "too-small",
            Self::TooLarge(_) => "too-large",
            Self::NotAnIdentifier => "not-an-identifier",
            Self::UnknownCategory => "unknown-category",
            Self::UnknownOrigin => "unknown-origin",
            Self::BadText(_) => "bad-text",
            Self::NotAnAddress => "not-an-address",
            Self::NotAnAreaCode => "not-an-area-code",
            Self::UnknownParameter => "unknown-parameter",
            Self::NoSuchTemplate => "no-such-template",
            Self::OtherTemplateKind => "other-template-kind",
            Self::NoSuchGroup => "no-such-group",
            Self::NoSuchPerson => "no-such-person",
            Self::NoSuchService => "no-such-service",
            Self::NoServiceRequest => "no-service-request",
            Self::NoViewingService => "no-viewing-service",
        }
    }

    /// A sentence that says what to do.
    #[must_use]
    pub fn message(self, language: Language) -> String {
        let key = format!("parameter-error-{}", self.code());
        let codes = |codes: &mut dyn Iterator<Item = &'static str>| codes.collect::<Vec<_>>().join(", ");
        let limit: FluentValue<'_> = match self {
            Self::TooSmall(limit) | Self::TooLarge(limit) => limit.to_string().into(),
            Self::UnknownCategory => codes(&mut Category::FOR_NOTES.iter().map(|code| code.as_str())).into(),
            Self::UnknownOrigin => codes(&mut Origin::ALL.iter().map(|code| code.as_str())).into(),
            _ => String::new().into(),
        };
        text!(language, &key, limit = limit)
    }

    /// The same, for an answer to a person.
    #[must_use]
    pub fn to_field_error(self, field: &str, language: Language) -> FieldError {
        FieldError { field: field.to_owned(), code: self.code().to_owned(), message: self.message(language) }
    }
}

/// Checks what can be checked without the database, and normalises: `y` becomes
/// `S`, `+07` becomes `7`. Empty clears the value (the default is in force again)
/// and is always allowed.
///
/// # Errors
///
/// See [`ParameterError`]; whether a template, group, person or service with that
/// identifier exists is checked elsewhere.
pub fn validate_shape(definition: &Definition, value: &str) -> Result<String, ParameterError> {
    let value = value.trim();
    if value.is_empty() {
        return Ok(String::new());
    }
    match definition.value_type {
        ParameterType::YesNo => match read_yes_no(value) {
            Some(yes) => Ok(if yes { "S" } else { "N" }.to_owned()),
            None => Err(ParameterError::NotYesNo),
        },
        ParameterType::Number => validate_number(definition, value),
        ParameterType::Template | ParameterType::Group | ParameterType::Person | ParameterType::Service => {
            let id = value.parse::<i64>().ok().filter(|id| *id > 0).ok_or(ParameterError::NotAnIdentifier)?;
            Ok(id.to_string())
        }
        ParameterType::Category => {
            let category = value.parse().ok().filter(|category| Category::FOR_NOTES.contains(category));
            category.map(|category| category.to_string()).ok_or(ParameterError::UnknownCategory)
        }
        ParameterType::Origin => {
            value.parse().map(|origin: Origin| origin.to_string()).map_err(|_| ParameterError::UnknownOrigin)
        }
        ParameterType::Text => validate_text(definition, value),
        ParameterType::Secret => validate_secret(value),
    }
}

fn validate_text(definition: &Definition, value: &str) -> Result<String, ParameterError> {
    let value = clean_line(value, limits::JUSTIFICATION).map_err(ParameterError::BadText)?;
    match definition.id {
        ids::ASTERISK_ADDRESS => {
            let address = value.parse::<PbxAddress>().map_err(|_| ParameterError::NotAnAddress)?;
            Ok(address.to_string())
        }
        // Brazil's go from 11 to 99 without a 0.
        ids::DEFAULT_AREA_CODE => {
            let digits = value.len() == 2 && value.bytes().all(|digit| (b'1'..=b'9').contains(&digit));
            if digits { Ok(value) } else { Err(ParameterError::NotAnAreaCode) }
        }
        _ => Ok(value),
    }
}

/// A secret is kept as it was typed, but for blanks around it.
fn validate_secret(value: &str) -> Result<String, ParameterError> {
    if value.chars().any(char::is_control) {
        return Err(ParameterError::BadText(TextError::ControlCharacter));
    }
    if value.chars().count() > LONGEST_SECRET {
        return Err(ParameterError::BadText(TextError::TooLong { max: LONGEST_SECRET }));
    }
    Ok(value.to_owned())
}

fn validate_number(definition: &Definition, value: &str) -> Result<String, ParameterError> {
    let number = value.parse::<i64>().map_err(|_| ParameterError::NotANumber)?;
    match (definition.min, definition.max) {
        (Some(min), _) if number < min => Err(ParameterError::TooSmall(min)),
        (_, Some(max)) if number > max => Err(ParameterError::TooLarge(max)),
        _ => Ok(number.to_string()),
    }
}
