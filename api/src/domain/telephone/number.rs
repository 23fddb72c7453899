//! A number of the public network.

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
}
