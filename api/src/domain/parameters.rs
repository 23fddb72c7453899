//! Parameters: the settings that administrators change while the server runs.
//!
//! A value is a text, as it was typed and stored; an empty one means the default.
//! [`CATALOGUE`] says which parameters there are, [`validate_shape`] which values
//! they take, [`Parameters`] gives the values in force.

mod catalogue;
pub mod ids;
mod shape;
#[cfg(test)]
mod tests;

pub use catalogue::{CATALOGUE, Definition, definition, is_secret, redacted};
use shape::read_yes_no;
pub use shape::{ParameterError, validate_shape};

use contract::admin::TemplateKind;
use contract::{Category, Language, Origin};
use std::collections::BTreeMap;

/// The values of the parameters at one time. A value that does not fit its
/// parameter (edited by hand in the database) counts as not set.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Parameters {
    values: BTreeMap<i32, String>,
}

/// Does not show secrets.
impl std::fmt::Debug for Parameters {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_map().entries(self.values.iter().map(|(id, value)| (id, redacted(*id, value)))).finish()
    }
}

impl Parameters {
    /// The values that are set, by number; all others have their default.
    #[must_use]
    pub fn new(values: BTreeMap<i32, String>) -> Self {
        Self { values }
    }

    /// The same parameters with one more value: to see what an edit would mean.
    #[must_use]
    pub fn with(mut self, id: i32, value: &str) -> Self {
        self.values.insert(id, value.to_owned());
        self
    }

    /// The value in force: the one set, else the default, else nothing.
    #[must_use]
    pub fn value(&self, id: i32) -> String {
        let Some(definition) = definition(id) else { return String::new() };
        let set = self.values.get(&id).and_then(|value| validate_shape(definition, value).ok());
        set.filter(|value| !value.is_empty()).unwrap_or_else(|| definition.default.to_owned())
    }

    /// Whether a yes/no parameter is on.
    #[must_use]
    pub fn yes(&self, id: i32) -> bool {
        read_yes_no(&self.value(id)).unwrap_or(false)
    }

    /// The value of a number; 0 when there is none.
    #[must_use]
    pub fn number(&self, id: i32) -> i64 {
        self.value(id).parse().unwrap_or(0)
    }

    /// The identifier of the template, group, person or service that is named.
    #[must_use]
    pub fn id_of(&self, id: i32) -> Option<i64> {
        self.value(id).parse().ok()
    }

    /// The area code of numbers without one (parameter 1020).
    #[must_use]
    pub fn area_code(&self) -> Option<String> {
        Some(self.value(ids::DEFAULT_AREA_CODE)).filter(|area| !area.is_empty())
    }

    /// The category that is named.
    #[must_use]
    pub fn category(&self, id: i32) -> Option<Category> {
        self.value(id).parse().ok()
    }

    /// The origin that is named.
    #[must_use]
    pub fn origin(&self, id: i32) -> Option<Origin> {
        self.value(id).parse().ok()
    }
}

/// What does not work as the parameters stand, as (number, key of a text): shown
/// beside the parameter of that number. Nothing of it is refused; the feature
/// works without its e-mail.
#[must_use]
pub fn warnings(parameters: &Parameters) -> Vec<(i32, &'static str)> {
    let on = |id| parameters.yes(id);
    let set = |id| parameters.id_of(id).is_some();
    let watching = [ids::ASTERISK_ADDRESS, ids::ASTERISK_USER, ids::ASTERISK_SECRET];
    let incomplete = watching.into_iter().any(|id| parameters.value(id).is_empty());
    let watches = on(ids::WATCH_ASTERISK);
    let checks = [
        (set(ids::POOR_GRADE_TEMPLATE) && !set(ids::POOR_GRADE_GROUP), 137, "parameter-warning-grade-without-group"),
        (set(ids::POOR_GRADE_GROUP) && !set(ids::POOR_GRADE_TEMPLATE), 138, "parameter-warning-grade-without-template"),
        (watches && !on(ids::TELEPHONY), 177, "parameter-warning-watching-without-telephony"),
        (watches && incomplete, 177, "parameter-warning-watching-incomplete"),
        (set(ids::EXPIRING_TEMPLATE) && !set(ids::EXPIRING_PERSON), 195, "parameter-warning-expiring-without-person"),
        (set(ids::EXPIRING_PERSON) && !set(ids::EXPIRING_TEMPLATE), 197, "parameter-warning-expiring-without-template"),
        (!set(ids::OCCURRENCE_TEMPLATE), 251, "parameter-warning-occurrences-without-template"),
        (on(ids::PORTAL_NOTES) && !set(ids::PORTAL_NOTE_TEMPLATE), 252, "parameter-warning-notes-without-template"),
        (
            on(ids::TELEPHONY) && on(ids::VIEWING_CHILD) && !set(ids::VIEWING_SERVICE),
            282,
            "parameter-warning-viewing-without-service",
        ),
        (on(ids::MESSAGES) && !set(ids::MESSAGE_TEMPLATE), 299, "parameter-warning-messages-without-template"),
    ];
    checks.into_iter().filter(|(applies, ..)| *applies).map(|(_, id, key)| (id, key)).collect()
}

/// The warning beside one parameter, in words.
#[must_use]
pub fn warning(parameters: &Parameters, id: i32, language: Language) -> Option<String> {
    let found = warnings(parameters).into_iter().find(|(number, _)| *number == id);
    found.map(|(_, key)| locales::format(language, key, None))
}

/// The parameters that name a template, each with the kind of template that it needs.
pub fn naming_template(parameters: &Parameters, id: i64) -> impl Iterator<Item = (i32, TemplateKind)> {
    CATALOGUE
        .iter()
        .filter_map(|parameter| Some((parameter.id, parameter.template_kind?)))
        .filter(move |(number, _)| parameters.id_of(*number) == Some(id))
}
