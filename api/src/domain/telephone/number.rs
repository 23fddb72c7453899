//! A number of the public network, and how it is shown and spoken.

use super::{abroad, brazil};

/// What a number is reached by. Only a mobile of Brazil has an optional ninth digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A mobile telephone in Brazil.
    Mobile,
    /// A landline in Brazil.
    Landline,
    /// Without an area code in Brazil: 0800, 0300, 4004 and the like.
    Service,
    /// Of another country.
    Abroad,
}

/// A number of the public network, in its one canonical form.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number {
    e164: String,
    kind: Kind,
}

impl Number {
    /// From E.164 digits without the plus, already canonical.
    pub(super) fn new(kind: Kind, digits: &str) -> Self {
        Self { e164: format!("+{digits}"), kind }
    }

    /// The number in E.164: `+` and up to 15 digits. A mobile of Brazil always has
    /// its ninth digit.
    #[must_use]
    pub fn e164(&self) -> &str {
        &self.e164
    }

    /// What is stored and compared: equal keys are the same subscriber. It is the
    /// E.164 form.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.e164
    }

    /// What the number is reached by.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// The key, by value.
    pub(super) fn into_key(self) -> String {
        self.e164
    }

    /// For people to read, from Brazil: `(11) 3242-4433`, `0800 123 4567`,
    /// `+44 20 7946 0018`.
    #[must_use]
    pub fn for_people(&self) -> String {
        match (self.kind, self.e164.strip_prefix("+55")) {
            (Kind::Abroad, _) | (_, None) => abroad::format(&self.e164),
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
