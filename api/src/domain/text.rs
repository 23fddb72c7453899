//! Texts that people type: cleaning on the way in, folding for the search,
//! likeness for the suggestions of similar requests.

mod likeness;
#[cfg(test)]
mod tests;

pub use likeness::{ALIKE, resemblance, similar};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Why a text is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Nothing in it, or nothing that can be seen.
    #[error("the text is empty")]
    Required,
    /// Longer than allowed.
    #[error("the text has more than {max} characters")]
    TooLong {
        /// Characters allowed.
        max: usize,
    },
    /// A control character that a text has no use for (U+0000, escape, a line break in a line…).
    #[error("the text has a control character")]
    ControlCharacter,
}

impl TextError {
    /// The stable code of `errors[].code`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::TooLong { .. } => "too-long",
            Self::ControlCharacter => "control-character",
        }
    }
}

/// Cleans a text of one line: a title, a name, an address.
///
/// Trimmed, in Unicode's NFC, without the characters that turn the direction of
/// what follows; Unicode's line and paragraph separators become spaces.
///
/// # Errors
///
/// Empty; longer than `max` characters; any control character, line breaks and
/// tabs inside it included.
pub fn clean_line(input: &str, max: usize) -> Result<String, TextError> {
    let cleaned: String = input.chars().map(|c| if is_separator(c) { ' ' } else { c }).collect();
    finish(&cleaned, max, |_| false)
}

/// Cleans a text of several lines: a description, a message, a note.
///
/// As [`clean_line`], but line breaks and tabs stay; CR LF, CR and Unicode's line
/// and paragraph separators become LF.
///
/// # Errors
///
/// Empty; longer than `max` characters; a control character other than LF and tab.
pub fn clean_text(input: &str, max: usize) -> Result<String, TextError> {
    let lines = input.replace("\r\n", "\n");
    let cleaned: String = lines.chars().map(|c| if c == '\r' || is_separator(c) { '\n' } else { c }).collect();
    finish(&cleaned, max, |c| matches!(c, '\n' | '\t'))
}

/// What both have in common.
fn finish(input: &str, max: usize, allowed: impl Fn(char) -> bool) -> Result<String, TextError> {
    let visible: String = input.chars().filter(|c| !turns_direction(*c)).collect();
    let text: String = visible.trim().nfc().collect();
    if text.chars().all(|c| c.is_whitespace() || is_invisible(c)) {
        return Err(TextError::Required);
    }
    if text.chars().any(|c| c.is_control() && !allowed(c)) {
        return Err(TextError::ControlCharacter);
    }
    // Counted after normalisation: what is stored is what is measured.
    if text.chars().count() > max { Err(TextError::TooLong { max }) } else { Ok(text) }
}

/// Removes what a line must not carry, without complaining: for file names, and
/// for texts that come from outside and go into a subject line. Control
/// characters and line breaks become spaces, runs of spaces one.
#[must_use]
pub fn squeeze(input: &str) -> String {
    let spaced: String = input
        .chars()
        .filter(|c| !turns_direction(*c))
        .map(|c| if c.is_control() || is_separator(c) { ' ' } else { c })
        .collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Folds a text for searching: compatibility forms, accents, case and width are
/// levelled, white space collapses to single spaces. Folding twice changes nothing.
#[must_use]
pub fn fold(input: &str) -> String {
    let folded: String = input
        .chars()
        .flat_map(char::to_lowercase)
        .nfkd()
        .filter(|c| !is_combining_mark(*c) && !is_invisible(*c))
        .flat_map(char::to_lowercase)
        // The two small sigmas are one letter.
        .map(|c| if c == 'ς' { 'σ' } else { c })
        .collect();
    folded
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Bidirectional embeddings, overrides and isolates: they make a text show as
/// something else than it says (CVE-2021-42574). The marks U+200E, U+200F and
/// U+061C stay; they only help.
const fn turns_direction(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Unicode's line separator and paragraph separator.
const fn is_separator(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}')
}

/// Characters that nobody sees; a text of them alone is empty.
const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}'
            | '\u{E0000}'..='\u{E007F}'
    )
}
