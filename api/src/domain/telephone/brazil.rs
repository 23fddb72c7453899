//! Numbers of Brazil: area codes, the ninth digit, carriers, collect calls.

use super::number::{Kind, Number};

/// The country code.
pub(super) const COUNTRY: &str = "55";

/// The collect-call prefix of local calls.
const COLLECT_LOCAL: &str = "9090";

/// The collect-call prefix of long-distance calls; a carrier's code follows.
const COLLECT: &str = "90";

/// An area code that exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Area<'a>(&'a str);

/// Reads an area code, with its trunk zero or without.
pub(super) fn area(text: &str) -> Option<Area<'_>> {
    let text = text.trim();
    let code = text.strip_prefix('0').unwrap_or(text);
    exists(code).then_some(Area(code))
}

/// Reads digits as somebody in Brazil dials or writes them.
pub(super) fn dialled(digits: &str, default_area: Option<Area<'_>>) -> Option<Number> {
    plain(digits, default_area)
        .or_else(|| plain(digits.strip_prefix(COLLECT_LOCAL)?, default_area))
        .or_else(|| after_carrier(digits.strip_prefix(COLLECT)?))
}

/// As [`dialled`], without the collect-call prefix.
fn plain(digits: &str, default_area: Option<Area<'_>>) -> Option<Number> {
    match digits.strip_prefix('0') {
        Some(rest) => trunk(rest).or_else(|| service(digits)),
        None => local(digits, default_area)
            .or_else(|| subscriber(digits))
            .or_else(|| with_area(digits.strip_prefix(COUNTRY)?))
            .or_else(|| service(digits)),
    }
}

/// After the trunk zero: area and number, perhaps behind a carrier's code.
fn trunk(rest: &str) -> Option<Number> {
    subscriber(rest).or_else(|| after_carrier(rest))
}

/// Behind the zero that some switchboards want for an outside line: the trunk zero
/// again. For digits that are no international number, which also begin with `00`.
pub(super) fn outside_line(digits: &str) -> Option<Number> {
    trunk(digits.strip_prefix("00")?)
}

/// Two digits of a carrier (none begins with 0), then area and number.
fn after_carrier(rest: &str) -> Option<Number> {
    if rest.starts_with('0') {
        return None;
    }
    subscriber(rest.get(2..)?)
}

/// After the country code: area and number, which some write with the trunk zero
/// (`+55 (011) …`), or a number without an area code.
pub(super) fn with_area(national: &str) -> Option<Number> {
    subscriber(national).or_else(|| trunk(national.strip_prefix('0')?)).or_else(|| service(national))
}

/// A number without an area code: of the default area, or the same in all of them.
fn local(digits: &str, default_area: Option<Area<'_>>) -> Option<Number> {
    if !matches!(digits.len(), 8 | 9) {
        return None;
    }
    service(digits).or_else(|| subscriber(&format!("{}{digits}", default_area?.0)))
}

/// Area code and number, in the canonical form: nine digits for mobiles, eight for
/// landlines. Eight digits that begin with 6 to 9 are a mobile of the time before
/// the ninth digit; with 2 to 5, a landline, which never had one.
fn subscriber(digits: &str) -> Option<Number> {
    let (area, number) = digits.split_at_checked(2)?;
    if !exists(area) {
        return None;
    }
    match (number.len(), number.as_bytes().first()?) {
        (9, b'9') => Some(Number::new(Kind::Mobile, &format!("{COUNTRY}{area}{number}"))),
        (8, b'6'..=b'9') => Some(Number::new(Kind::Mobile, &format!("{COUNTRY}{area}9{number}"))),
        (8, b'2'..=b'5') => Some(Number::new(Kind::Landline, &format!("{COUNTRY}{area}{number}"))),
        _ => None,
    }
}

/// A number that is the same all over Brazil: 0300, 0303, 0500, 0800 and 0900, which
/// people write with the zero, and eight digits such as 4004.
fn service(digits: &str) -> Option<Number> {
    let national = digits.strip_prefix('0').unwrap_or(digits);
    let prefixes: &[&str] = match national.len() {
        8 if digits == national => &["300", "400", "4020", "4370", "4864"],
        9 => &["300", "500", "800", "900"],
        10 => &["300", "303", "500", "800", "900"],
        _ => &[],
    };
    let known = prefixes.iter().any(|prefix| national.starts_with(prefix));
    known.then(|| Number::new(Kind::Service, &format!("{COUNTRY}{national}")))
}

/// `(11) 98765-4321` from `11987654321`, `0800 123 4567` from `8001234567`,
/// `4004-1234` from `40041234`.
pub(super) fn format(kind: Kind, national: &str) -> String {
    let Some((start, end)) = national.len().checked_sub(4).and_then(|at| national.split_at_checked(at)) else {
        return national.to_owned();
    };
    match (kind, start.split_at_checked(2), start.split_at_checked(3)) {
        (Kind::Mobile | Kind::Landline, Some((area, prefix)), _) => format!("({area}) {prefix}-{end}"),
        (Kind::Service, _, Some((series, middle))) if start.len() > 4 => format!("0{series} {middle} {end}"),
        _ => format!("{start}-{end}"),
    }
}

/// Whether Anatel has given out the area code.
fn exists(code: &str) -> bool {
    let [tens, units] = code.as_bytes() else { return false };
    match tens {
        b'1' | b'4' | b'6' | b'8' | b'9' => matches!(units, b'1'..=b'9'),
        b'2' => matches!(units, b'1' | b'2' | b'4' | b'7' | b'8'),
        b'3' => matches!(units, b'1'..=b'5' | b'7' | b'8'),
        b'5' => matches!(units, b'1' | b'3' | b'4' | b'5'),
        b'7' => matches!(units, b'1' | b'3' | b'4' | b'5' | b'7' | b'9'),
        _ => false,
    }
}
