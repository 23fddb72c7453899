//! How a number is shown and spoken.

use super::number::{Kind, Number};
use super::{abroad, brazil};

impl Number {
    /// For people to read, from Brazil: `(11) 3242-4433`, `0800 123 4567`,
    /// `+44 20 7946 0018`.
    #[must_use]
    pub fn for_people(&self) -> String {
        match (self.kind(), self.e164().strip_prefix("+55")) {
            (Kind::Abroad, _) | (_, None) => abroad::format(self.e164()),
            (kind, Some(national)) => brazil::format(kind, national),
        }
    }

    /// For a speech synthesiser: digit by digit, a comma between the groups
    /// (`1 1, 3 2 4 2, 4 4 3 3`).
    #[must_use]
    pub fn for_speech(&self) -> String {
        spell(&self.for_people())
    }
}

/// Digits apart, a comma wherever something else stood between them.
pub(super) fn spell(text: &str) -> String {
    let groups = text.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty());
    let spelt: Vec<String> =
        groups.map(|group| group.chars().map(String::from).collect::<Vec<_>>().join(" ")).collect();
    spelt.join(", ")
}
