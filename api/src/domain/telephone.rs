//! Telephone numbers: who may be calling, and when two numbers are the same
//! subscriber's.
//!
//! [`Caller::parse`] reads what a PBX says about a caller. [`matching_keys`] reads
//! what people typed into a person's telephone field. Both end in a [`Number`],
//! whose [`Number::key`] is its E.164 form: two numbers are the same subscriber
//! exactly when their keys are equal, so an indexed column finds the caller.
//!
//! The rules of Brazil are in `brazil.rs`; those of other countries come from a crate
//! and stay behind `abroad.rs`.

mod abroad;
mod brazil;
mod display;
mod number;
#[cfg(test)]
mod tests;

pub use number::{Kind, Number};

/// Most digits of an extension; longer ones are numbers of the public network.
pub const EXTENSION_DIGITS: usize = 6;

/// Most characters kept of a caller's number; E.164 has 15 digits, prefixes come on top.
const KEPT: usize = 32;

/// Fewest digits of a number of the public network.
const FEWEST: usize = 7;

/// What a PBX says about who calls.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Caller {
    /// Up to [`EXTENSION_DIGITS`] digits: compare with people's extensions, as text
    /// (leading zeros count). Emergency and service numbers (190) look the same.
    Extension(String),
    /// A number of the public network: compare [`Number::key`].
    Number(Number),
    /// Not told: empty, `anonymous`, `<unknown>`, or anything else without a digit.
    Hidden,
    /// Told, but no telephone number that we understand, or one without an area code
    /// while no default is set. Matches nobody. Holds only `[0-9+*#]`, 32 at most.
    Other(String),
}

/// What can be dialled of a text from outside, about which nothing is trusted: only
/// `[0-9+*#]` count, up to a line break, `@` or `;` (what follows those is a host, a
/// parameter or a forgery); 32 characters at most.
#[must_use]
pub fn dialable(text: &str) -> String {
    let told = text.trim().split(|c: char| c.is_control() || matches!(c, '@' | ';')).next().unwrap_or_default();
    told.chars().filter(|c| is_dialable(*c)).take(KEPT).collect()
}

impl Caller {
    /// Reads a caller's number: what is [`dialable`] of it.
    ///
    /// `default_area` is the area code (`11`, `011`) of numbers without one; anything
    /// that is no Brazilian area code counts as none.
    #[must_use]
    pub fn parse(text: &str, default_area: Option<&str>) -> Self {
        let kept = dialable(text);
        if !kept.contains(|c: char| c.is_ascii_digit()) {
            return Self::Hidden;
        }
        let dialled = without_service_code(&kept);
        let digits = dialled.trim_start_matches('+');
        if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Self::Other(kept);
        }
        let international = digits.len() < dialled.len();
        if digits.len() <= EXTENSION_DIGITS && !international {
            return Self::Extension(digits.to_owned());
        }
        match read(international, digits, default_area) {
            Some(number) => Self::Number(number),
            None => Self::Other(kept),
        }
    }

    /// The key to look up in the column of [`matching_keys`]; none for an extension
    /// and for callers who match nobody.
    #[must_use]
    pub fn key(&self) -> Option<&str> {
        match self {
            Self::Number(number) => Some(number.key()),
            Self::Extension(_) | Self::Hidden | Self::Other(_) => None,
        }
    }

    /// For people to read: `201`, `(11) 98765-4321`, `+44 20 7946 0018`. Empty for a
    /// hidden number: the text that says so is in `locales/`.
    #[must_use]
    pub fn for_people(&self) -> String {
        match self {
            Self::Extension(digits) | Self::Other(digits) => digits.clone(),
            Self::Number(number) => number.for_people(),
            Self::Hidden => String::new(),
        }
    }

    /// For a speech synthesiser: digit by digit, a comma between the groups. Empty
    /// for a hidden number.
    #[must_use]
    pub fn for_speech(&self) -> String {
        display::spell(&self.for_people())
    }
}

/// The keys of the numbers in a person's telephone field, in their order, each once.
///
/// One field normally holds one number, hence one key; people also type two
/// (`3242-4433 / 98765-4321`), a carrier's placeholder (`0xx11`), or an extension
/// behind the number (`ramal 12`), which is ignored. No key when there is no number
/// of the public network, as for extensions and for numbers without an area code
/// while there is no default one.
///
/// The keys depend on `default_area`: when the parameter changes, write them anew.
#[must_use]
pub fn matching_keys(stored: &str, default_area: Option<&str>) -> Vec<String> {
    let mut keys: Vec<String> = Vec::new();
    for (international, digits) in runs(stored) {
        if digits.len() < FEWEST {
            continue;
        }
        if let Some(number) = read(international, &digits, default_area) {
            let key = number.into_key();
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
    }
    keys
}

/// Reads digits as a number: of Brazil if they can be, else of another country.
fn read(international: bool, digits: &str, default_area: Option<&str>) -> Option<Number> {
    if international {
        return match digits.strip_prefix(brazil::COUNTRY) {
            Some(national) => brazil::with_area(national),
            None => abroad::with_plus(digits),
        };
    }
    let area = default_area.and_then(brazil::area);
    brazil::dialled(digits, area).or_else(|| abroad::dialled(digits)).or_else(|| brazil::outside_line(digits))
}

/// Drops the code that asks the network to hide or show the number (`#31#`, `*31#`)
/// and a `#` that ends dialling.
fn without_service_code(kept: &str) -> &str {
    let rest = kept.trim_end_matches('#');
    match rest.strip_prefix(['*', '#']).and_then(|inner| inner.split_once('#')) {
        Some((code, number)) if code.len() <= 3 && !number.is_empty() => number,
        _ => rest,
    }
}

/// The runs of digits of a typed text, and whether a `+` stands before each. Spaces,
/// dots, dashes and brackets are inside a run; letters and other signs end it, and so
/// does a bracket that opens after a whole number.
fn runs(stored: &str) -> Vec<(bool, String)> {
    let mut runs = vec![(false, String::new())];
    for c in stored.chars() {
        let digits = runs.last().map_or(0, |(_, digits)| digits.len());
        match c {
            '0'..='9' => {
                if let Some((_, run)) = runs.last_mut() {
                    run.push(c);
                }
            }
            '+' => runs.push((true, String::new())),
            '(' if digits >= 8 => runs.push((false, String::new())),
            '(' | ')' | '.' | '-' | ' ' | '\u{a0}' | '\u{2010}'..='\u{2014}' => {}
            _ if digits > 0 => runs.push((false, String::new())),
            _ => {}
        }
    }
    runs
}

/// Whether the character may be dialled.
const fn is_dialable(c: char) -> bool {
    matches!(c, '0'..='9' | '+' | '*' | '#')
}
