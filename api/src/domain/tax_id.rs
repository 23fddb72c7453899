//! CPF and CNPJ, the tax identifiers of people and companies in Brazil.
//!
//! A value of these types has passed its check digits. They are personal data:
//! `Debug` never shows them, there is no `Display`, and screens show
//! [`TaxId::masked`] outside the person's own record.

mod check;
mod cnpj;
mod cpf;
#[cfg(test)]
mod tests;

pub use check::TaxIdError;
pub use cnpj::Cnpj;
pub use cpf::Cpf;

use std::fmt;
use std::str::FromStr;

/// A valid CPF or CNPJ.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TaxId {
    /// A person's.
    Cpf(Cpf),
    /// A company's, shared by the people who work there.
    Cnpj(Cnpj),
}

impl TaxId {
    /// Reads a CPF or CNPJ, with or without punctuation (`.`, `-`, `/`, spaces and
    /// the dashes that word processors put in their place), letters in either case.
    ///
    /// # Errors
    ///
    /// See [`TaxIdError`].
    pub fn parse(input: &str) -> Result<Self, TaxIdError> {
        let plain = strip_punctuation(input);
        match plain.chars().count() {
            0 => Err(TaxIdError::Empty),
            Cpf::LENGTH => Cpf::from_plain(&plain).map(Self::Cpf),
            Cnpj::LENGTH => Cnpj::from_plain(&plain).map(Self::Cnpj),
            _ => Err(TaxIdError::Length),
        }
    }

    /// Reads a cell of a spreadsheet, which may have eaten leading zeros: see
    /// [`restore_zeros`].
    ///
    /// # Errors
    ///
    /// See [`TaxIdError`].
    pub fn from_spreadsheet(cell: &str) -> Result<Self, TaxIdError> {
        Self::parse(&restore_zeros(cell))
    }

    /// Normalised: 11 digits, or 14 characters in upper case. What is stored.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Cpf(cpf) => cpf.as_str(),
            Self::Cnpj(cnpj) => cnpj.as_str(),
        }
    }

    /// As people write it: `529.982.247-25`, `12.345.678/0001-95`.
    #[must_use]
    pub fn formatted(&self) -> String {
        match self {
            Self::Cpf(cpf) => cpf.formatted(),
            Self::Cnpj(cnpj) => cnpj.formatted(),
        }
    }

    /// With its ends covered: `***.982.247-**`, `**.345.678/****-**`.
    #[must_use]
    pub fn masked(&self) -> String {
        match self {
            Self::Cpf(cpf) => cpf.masked(),
            Self::Cnpj(cnpj) => cnpj.masked(),
        }
    }
}

impl FromStr for TaxId {
    type Err = TaxIdError;
    fn from_str(input: &str) -> Result<Self, TaxIdError> {
        Self::parse(input)
    }
}

impl fmt::Debug for TaxId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cpf(cpf) => cpf.fmt(f),
            Self::Cnpj(cnpj) => cnpj.fmt(f),
        }
    }
}

/// Puts back the leading zeros that a spreadsheet took for those of a number:
/// up to 11 digits are filled up to a CPF's length, 12 and 13 to a CNPJ's.
/// A `.0` or `,0` that an export put behind the number goes. Anything else comes
/// back as it is, without punctuation, for [`TaxId::parse`] to judge.
///
/// A CNPJ that lost more than two zeros is not guessed: it looks like a CPF, whose
/// check digits will most likely refuse it.
#[must_use]
pub fn restore_zeros(cell: &str) -> String {
    let cell = cell.trim();
    let number = cell.strip_suffix(".0").or_else(|| cell.strip_suffix(",0"));
    let whole = number.filter(|number| number.bytes().all(|b| b.is_ascii_digit())).unwrap_or(cell);
    let plain = strip_punctuation(whole);
    if plain.is_empty() || !plain.bytes().all(|b| b.is_ascii_digit()) {
        return plain;
    }
    let width = if plain.len() <= Cpf::LENGTH { Cpf::LENGTH } else { Cnpj::LENGTH };
    format!("{plain:0>width$}")
}

/// Without white space and punctuation; letters become upper case.
fn strip_punctuation(input: &str) -> String {
    let is_punctuation = |c: char| {
        c.is_whitespace()
            || matches!(c, '.' | '-' | '/' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{200B}' | '\u{FEFF}')
    };
    input.chars().filter(|c| !is_punctuation(*c)).map(|c| c.to_ascii_uppercase()).collect()
}
