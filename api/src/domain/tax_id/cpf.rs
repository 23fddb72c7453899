//! CPF: nine digits and two check digits.

use super::check::{TaxIdError, all_equal, check_digit, spread};
use std::fmt;

/// A valid CPF.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cpf([u8; Cpf::LENGTH]);

impl Cpf {
    /// Digits of a CPF.
    pub const LENGTH: usize = 11;

    /// From eleven characters without punctuation.
    ///
    /// # Errors
    ///
    /// Not eleven characters; not all digits; eleven equal ones; check digits that do not match.
    pub(super) fn from_plain(plain: &str) -> Result<Self, TaxIdError> {
        if !plain.bytes().all(|b| b.is_ascii_digit()) {
            return Err(TaxIdError::Character);
        }
        let digits: [u8; Self::LENGTH] = plain.as_bytes().try_into().map_err(|_| TaxIdError::Length)?;
        if all_equal(&digits) {
            return Err(TaxIdError::Repeated);
        }
        let valid = digits[9] == check_digit(&digits[..9], (2..=10).rev())
            && digits[10] == check_digit(&digits[..10], (2..=11).rev());
        if valid { Ok(Self(digits)) } else { Err(TaxIdError::CheckDigits) }
    }

    /// A valid CPF for demonstrations and tests, always the same for a number;
    /// different numbers below 999,999,990 give different ones.
    #[must_use]
    pub fn from_seed(seed: u64) -> Self {
        const BASES: u64 = 1_000_000_000;
        let mut base = spread(seed, 387_420_489, BASES);
        // Nine equal digits would make eleven: walk on until there are others.
        while base.is_multiple_of(111_111_111) {
            base = spread(base, 387_420_489, BASES);
        }
        let mut digits = [b'0'; Self::LENGTH];
        for (place, digit) in digits.iter_mut().zip(format!("{base:09}").bytes()) {
            *place = digit;
        }
        digits[9] = check_digit(&digits[..9], (2..=10).rev());
        digits[10] = check_digit(&digits[..10], (2..=11).rev());
        Self(digits)
    }

    /// Eleven digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // Always ASCII.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// `529.982.247-25`.
    #[must_use]
    pub fn formatted(&self) -> String {
        let s = self.as_str();
        format!("{}.{}.{}-{}", &s[..3], &s[3..6], &s[6..9], &s[9..])
    }

    /// `***.982.247-**`.
    #[must_use]
    pub fn masked(&self) -> String {
        let s = self.as_str();
        format!("***.{}.{}-**", &s[3..6], &s[6..9])
    }
}

impl fmt::Debug for Cpf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Cpf(…)")
    }
}
