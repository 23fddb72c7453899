//! Impact and urgency as options of a field.

use crate::ui::SelectOption;
use contract::Level;
use locales::{Language, text};

/// The levels of urgency.
#[must_use]
pub fn urgency_options(language: Language) -> Vec<SelectOption> {
    level_options(language, "level")
}

/// The levels of impact. They have texts of their own, since *impact* has another grammatical gender in some
/// languages.
#[must_use]
pub fn impact_options(language: Language) -> Vec<SelectOption> {
    level_options(language, "impact")
}

fn level_options(language: Language, prefix: &str) -> Vec<SelectOption> {
    let option = |level: &Level| -> SelectOption {
        (level.as_str().into(), text!(language, &crate::text::code(prefix, level)).into())
    };
    Level::ALL.iter().map(option).collect()
}
