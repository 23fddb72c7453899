//! Light or dark.

use super::{matches, root, storage};

const KEY: &str = "solicita.theme";
const DARK: &str = "pf-v6-theme-dark";

/// What the person wants.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the rest of the computer.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// Its code, also in keys of texts.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// What was chosen in this browser.
#[must_use]
pub fn chosen() -> Theme {
    let kept = storage::read(KEY);
    Theme::ALL.into_iter().find(|theme| kept.as_deref() == Some(theme.as_str())).unwrap_or_default()
}

/// Chooses, for this browser.
pub fn choose(theme: Theme) {
    storage::write(KEY, theme.as_str());
    apply(theme);
}

/// Shows the page so.
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
