//! What CPF and CNPJ have in common: check digits, and why a text is neither.

/// Why a text is no CPF and no CNPJ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TaxIdError {
    /// Nothing but white space and punctuation.
    #[error("the tax identifier is empty")]
    Empty,
    /// Neither the 11 characters of a CPF nor the 14 of a CNPJ.
    #[error("a CPF has 11 digits and a CNPJ 14 characters")]
    Length,
    /// A character that does not belong there.
    #[error("the tax identifier has a character that does not belong there")]
    Character,
    /// The check digits do not match: mistyped.
    #[error("the check digits do not match")]
    CheckDigits,
    /// The same character all along: matches its check digits, belongs to nobody.
    #[error("a tax identifier of equal digits belongs to nobody")]
    Repeated,
}

impl TaxIdError {
    /// The stable code of `errors[].code`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "required",
            Self::Length => "tax-id-length",
            Self::Character => "tax-id-character",
            Self::CheckDigits => "tax-id-check-digits",
            Self::Repeated => "tax-id-repeated",
        }
    }
}

/// The digit that makes the weighted sum a multiple of 11; 10 is written 0.
/// A character counts for its ASCII code less 48, as Receita Federal has it for
/// the alphanumeric CNPJ (IN RFB 2.229/2024); for digits that is their value.
pub(super) fn check_digit(characters: &[u8], weights: impl IntoIterator<Item = u32>) -> u8 {
    let sum: u32 = characters.iter().zip(weights).map(|(c, weight)| u32::from(c.saturating_sub(b'0')) * weight).sum();
    match sum % 11 {
        0 | 1 => b'0',
        // At most 9, since the rest is at least 2.
        rest => b'0' + u8::try_from(11 - rest).unwrap_or(0),
    }
}

/// Whether all characters are the same one.
pub(super) fn all_equal(characters: &[u8]) -> bool {
    characters.windows(2).all(|pair| pair[0] == pair[1])
}

/// Spreads numbers over `0..modulus`, one to one: neighbours do not look alike.
/// `factor` shares no divisor with `modulus`.
pub(super) fn spread(seed: u64, factor: u64, modulus: u64) -> u64 {
    let wide = (u128::from(seed % modulus) * u128::from(factor) + 104_729) % u128::from(modulus);
    // Below the modulus, hence one of its type.
    u64::try_from(wide).unwrap_or(0)
}
