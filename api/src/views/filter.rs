//! Reading the filters of a list: codes and words that come as text.

use crate::domain::text::fold;
use crate::error::{Error, Result};
use contract::limits;
use std::str::FromStr;

/// The most words of a search that are looked for.
const WORDS: usize = 8;

/// Reads one code. A filter that is left out or empty gives none.
///
/// # Errors
/// 400 when the code is unknown; `name` names the filter.
pub fn code<T: FromStr>(name: &'static str, value: Option<&str>) -> Result<Option<T>> {
    match value.filter(|value| !value.is_empty()) {
        None => Ok(None),
        Some(value) => value
            .parse()
            .map(Some)
            .map_err(|_| Error::bad_request("unknown-filter").with("name", name).with("value", value)),
    }
}

/// Reads codes that are separated by commas.
///
/// # Errors
/// 400 when one is unknown; `name` names the filter.
pub fn codes<T: FromStr>(name: &'static str, value: Option<&str>) -> Result<Vec<T>> {
    let parts = value.unwrap_or_default().split(',').map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| code(name, Some(part))).filter_map(Result::transpose).collect()
}

/// The words of a search, folded: for texts that are stored folded.
///
/// # Errors
/// 400 when the search is too long.
pub fn words(search: Option<&str>) -> Result<Vec<String>> {
    let search = search.unwrap_or_default();
    if search.chars().count() > limits::SEARCH {
        return Err(Error::bad_request("search-too-long").with("max", limits::SEARCH));
    }
    Ok(fold(search).split_whitespace().take(WORDS).map(str::to_owned).collect())
}

/// The words of a search as they were typed, in lower case: for texts that are not stored folded.
///
/// # Errors
/// 400 when the search is too long.
pub fn typed_words(search: Option<&str>) -> Result<Vec<String>> {
    words(search)?;
    let typed = search.unwrap_or_default().to_lowercase();
    // PostgreSQL refuses U+0000 in a text, so control characters separate words, as they do when a text is folded.
    let words = typed.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    Ok(words.take(WORDS).map(str::to_owned).collect())
}
