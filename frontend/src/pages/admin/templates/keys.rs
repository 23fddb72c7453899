//! The keys of templates: `${NUMERO}` stands for the number of the request. The server refuses unknown keys; here they
//! are found while somebody types.

/// Similarity from which a known key is suggested for an unknown one.
const SIMILAR: usize = 45;

/// A key that templates of this kind do not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    /// As written, without `${}`.
    pub key: String,
    /// The known key that is nearest.
    pub suggestion: Option<String>,
}

/// The unknown keys of a text, each once. While the known keys are not read, no key counts as unknown.
#[must_use]
pub fn unknown(text: &str, known: &[String]) -> Vec<Unknown> {
    if known.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<Unknown> = Vec::new();
    for part in text.split("${").skip(1) {
        let Some((key, _)) = part.split_once('}') else { continue };
        let name = key.trim();
        if !known.iter().any(|one| one == name) && !found.iter().any(|one| one.key == key) {
            found.push(Unknown { key: key.to_owned(), suggestion: nearest(name, known) });
        }
    }
    found
}

/// The known key that is most similar, if there is one of at least [`SIMILAR`].
fn nearest(name: &str, known: &[String]) -> Option<String> {
    let wanted = name.to_uppercase();
    let best = known.iter().map(|key| (similarity(&wanted, key), key)).max_by_key(|(similarity, _)| *similarity)?;
    (best.0 >= SIMILAR).then(|| best.1.clone())
}

/// From 0 to 100. Keys are similar when few letters differ, as after a typing error, or when they have a long part in
/// common, as with another word for the same.
fn similarity(one: &str, other: &str) -> usize {
    let (short, long) = (one.len().min(other.len()).max(1), one.len().max(other.len()).max(1));
    let changes = 100 - distance(one, other).min(long) * 100 / long;
    changes.max(longest_common_part(one, other) * 100 / short)
}

/// The length of the longest common substring, in characters.
fn longest_common_part(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row = vec![0_usize; other.len() + 1];
    let mut longest = 0;
    for letter in one.chars() {
        for place in (0..other.len()).rev() {
            row[place + 1] = if other[place] == letter { row[place] + 1 } else { 0 };
            longest = longest.max(row[place + 1]);
        }
    }
    longest
}

/// The Levenshtein distance: how many characters have to be inserted, removed or replaced.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (index, letter) in one.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = index + 1;
        for (place, second) in other.iter().enumerate() {
            let change = diagonal + usize::from(letter != *second);
            diagonal = row[place + 1];
            row[place + 1] = change.min(diagonal + 1).min(row[place] + 1);
        }
    }
    row.last().copied().unwrap_or_default()
}

/// A key as it stands in a text.
#[must_use]
pub fn placeholder(key: &str) -> String {
    format!("${{{key}}}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Vec<String> {
        ["NUMERO", "TITULO", "SOLICITANTE", "DATA_LIMITE"].map(ToOwned::to_owned).to_vec()
    }

    fn found(text: &str) -> Vec<(String, Option<String>)> {
        unknown(text, &known()).into_iter().map(|unknown| (unknown.key, unknown.suggestion)).collect()
    }

    fn one(key: &str, suggestion: Option<&str>) -> Vec<(String, Option<String>)> {
        vec![(key.to_owned(), suggestion.map(ToOwned::to_owned))]
    }

    #[test]
    fn known_keys_are_no_errors_and_may_have_blanks() {
        assert_eq!(found("Nr. ${NUMERO}: ${ TITULO }"), []);
        assert_eq!(found("100 $ {NUMERO} ${open"), []);
    }

    #[test]
    fn an_unknown_key_is_found_once_as_it_is_written() {
        assert_eq!(found("${ XYZW } and ${ XYZW }"), one(" XYZW ", None));
    }

    #[test]
    fn a_typing_error_and_another_word_get_a_suggestion() {
        assert_eq!(found("${NUMEOR}"), one("NUMEOR", Some("NUMERO")));
        assert_eq!(found("${numero}"), one("numero", Some("NUMERO")));
        assert_eq!(found("${LIMITE}"), one("LIMITE", Some("DATA_LIMITE")));
    }

    #[test]
    fn nothing_is_unknown_before_the_keys_are_read() {
        assert_eq!(unknown("${XYZW}", &[]), []);
    }

    #[test]
    fn distance_and_common_part_are_counted_in_characters() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("não", "nao"), 1);
        assert_eq!(longest_common_part("DATA_LIMITE", "LIMITES"), 6);
        assert_eq!(longest_common_part("abc", "xyz"), 0);
    }

    #[test]
    fn a_key_is_written_with_its_braces() {
        assert_eq!(placeholder("NUMERO"), "${NUMERO}");
    }
}
