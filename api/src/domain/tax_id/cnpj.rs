//! CNPJ: twelve characters and two check digits. The characters are digits in
//! those registered before July 2026, digits and letters in newer ones.

use super::check::{TaxIdError, all_equal, check_digit, spread};
use std::fmt;

/// Weights of the second check digit; the first one's are the same without the first.
const WEIGHTS: [u32; 13] = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];

/// A valid CNPJ.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cnpj([u8; Cnpj::LENGTH]);

impl Cnpj {
    /// Characters of a CNPJ.
    pub const LENGTH: usize = 14;

    /// From fourteen characters in upper case without punctuation.
    ///
    /// # Errors
    ///
    /// Not fourteen characters; others than digits and letters, or letters as check
    /// digits; fourteen equal ones; check digits that do not match.
    pub(super) fn from_plain(plain: &str) -> Result<Self, TaxIdError> {
        if !plain.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase()) {
            return Err(TaxIdError::Character);
        }
        let characters: [u8; Self::LENGTH] = plain.as_bytes().try_into().map_err(|_| TaxIdError::Length)?;
        if !characters[12..].iter().all(u8::is_ascii_digit) {
            return Err(TaxIdError::Character);
        }
        if all_equal(&characters) {
            return Err(TaxIdError::Repeated);
        }
        let valid = characters[12] == check_digit(&characters[..12], WEIGHTS.into_iter().skip(1))
            && characters[13] == check_digit(&characters[..13], WEIGHTS);
        if valid { Ok(Self(characters)) } else { Err(TaxIdError::CheckDigits) }
    }

    /// A valid numeric CNPJ of a head office (`/0001`) for demonstrations and
    /// tests, always the same for a number; different numbers below 100,000,000
    /// give different ones.
    #[must_use]
    pub fn from_seed(seed: u64) -> Self {
        Self::complete(&format!("{:08}0001", spread(seed, 43_046_721, 100_000_000)))
    }

    /// A valid alphanumeric CNPJ (at least one letter), as [`Cnpj::from_seed`].
    #[must_use]
    pub fn alphanumeric_from_seed(seed: u64) -> Self {
        const FIGURES: &[u8; 36] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        let mut number = spread(seed, 6_103_515_625, 36_u64.pow(7));
        let letter = char::from(FIGURES[10 + usize::try_from(number % 26).unwrap_or(0)]);
        let mut base = String::from(letter);
        for _ in 0..7 {
            base.push(char::from(FIGURES[usize::try_from(number % 36).unwrap_or(0)]));
            number /= 36;
        }
        Self::complete(&format!("{base}0001"))
    }

    /// Twelve characters with their check digits.
    fn complete(base: &str) -> Self {
        let mut characters = [b'0'; Self::LENGTH];
        for (place, character) in characters.iter_mut().zip(base.bytes()) {
            *place = character;
        }
        characters[12] = check_digit(&characters[..12], WEIGHTS.into_iter().skip(1));
        characters[13] = check_digit(&characters[..13], WEIGHTS);
        Self(characters)
    }

    /// Fourteen characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // Always ASCII.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// `12.345.678/0001-95`.
    #[must_use]
    pub fn formatted(&self) -> String {
        let s = self.as_str();
        format!("{}.{}.{}/{}-{}", &s[..2], &s[2..5], &s[5..8], &s[8..12], &s[12..])
    }

    /// `**.345.678/****-**`.
    #[must_use]
    pub fn masked(&self) -> String {
        let s = self.as_str();
        format!("**.{}.{}/****-**", &s[2..5], &s[5..8])
    }
}

impl fmt::Debug for Cnpj {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Cnpj(…)")
    }
}
