//! Numbers of other countries: what the metadata of Google's libphonenumber (crate
//! `phonenumber`) knows.
//!
//! The crate sees nothing but a plus and ASCII digits, and no number of Brazil: it
//! takes the area code 55 (Santa Maria) for the country, and it is slow for a number
//! on every call (about 2 ms, behind a lock).

use super::brazil;
use super::number::{Kind, Number};
use phonenumber::Mode;

/// Digits of an E.164 number, at least and at most.
const DIGITS: std::ops::RangeInclusive<usize> = 7..=15;

/// A number that was given with a plus; `digits` stand after it. One that the
/// metadata does not know (they age) is kept as it is, if the country exists.
pub(super) fn with_plus(digits: &str) -> Option<Number> {
    valid(digits).or_else(|| {
        let known_country = phonenumber::parse(None, format!("+{digits}")).is_ok();
        (known_country && DIGITS.contains(&digits.len())).then(|| Number::new(Kind::Abroad, digits))
    })
}

/// A number that was given without a plus: after `00`, with or without the code of a
/// carrier between, or the bare country code. Here the metadata must know it.
pub(super) fn dialled(digits: &str) -> Option<Number> {
    let Some(rest) = digits.strip_prefix("00") else {
        return if digits.starts_with('0') { None } else { valid(digits) };
    };
    let after_carrier = rest.get(2..).unwrap_or_default();
    either(rest).or_else(|| either(after_carrier))
}

/// A number of a country code that follows `00`.
fn either(digits: &str) -> Option<Number> {
    match digits.strip_prefix(brazil::COUNTRY) {
        Some(national) => brazil::with_area(national),
        None => valid(digits),
    }
}

/// A number of another country that the metadata knows, without its trunk prefix
/// (`+44 (0)20 …`).
fn valid(digits: &str) -> Option<Number> {
    let digits = without_mexican_one(digits);
    let parsed = phonenumber::parse(None, format!("+{digits}")).ok()?;
    if parsed.code().value() == 55 || !parsed.is_valid() {
        return None;
    }
    let e164 = parsed.format().mode(Mode::E164).to_string();
    let digits = e164.trim_start_matches('+');
    DIGITS.contains(&digits.len()).then(|| Number::new(Kind::Abroad, digits))
}

/// Spaces out an E.164 number; as it is when the crate cannot.
pub(super) fn format(e164: &str) -> String {
    phonenumber::parse(None, e164)
        .map_or_else(|_| e164.to_owned(), |parsed| parsed.format().mode(Mode::International).to_string())
}

/// Mexico gave up the `1` before mobile numbers in 2019; many address books did not.
fn without_mexican_one(digits: &str) -> String {
    match digits.strip_prefix("521") {
        Some(rest) if rest.len() == 10 => format!("52{rest}"),
        _ => digits.to_owned(),
    }
}
