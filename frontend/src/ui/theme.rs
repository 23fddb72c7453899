//! Light or dark colours. `boot.js` applies the choice before the program starts, from the same key of the storage.

use crate::browser::{matches, root, storage};

const KEY: &str = "solicita.theme";
/// The class of the `<html>` element that turns PatternFly dark.
const DARK: &str = "pf-v6-theme-dark";

/// The colours that somebody chose.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the operating system has them.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All choices.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The code of the choice, in the storage and in keys of texts.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// The choice that this browser remembers.
#[must_use]
pub fn chosen() -> Theme {
    let stored = storage::read(KEY);
    Theme::ALL.into_iter().find(|theme| stored.as_deref() == Some(theme.as_str())).unwrap_or_default()
}

/// Remembers a choice in this browser and applies it.
pub fn choose(theme: Theme) {
    storage::write(KEY, theme.as_str());
    apply(theme);
}

/// Applies a choice to the page.
pub fn apply(theme: Theme) {
    let dark = match theme {
        Theme::System => matches("(prefers-color-scheme: dark)"),
        Theme::Light => false,
        Theme::Dark => true,
    };
    if let Some(root) = root() {
        // Toggling a valid class cannot fail.
        let _ = root.class_list().toggle_with_force(DARK, dark);
    }
}
