//! Keys in a text: `${NUMERO}`. Unknown ones are found while one types; the server
//! refuses them, too.

/// A key that templates of this kind do not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    /// As written, without `${}`.
    pub key: String,
    /// The known key that is nearest.
    pub suggestion: Option<String>,
}

/// The unknown keys of a text, each once. Nothing is known to be unknown while the keys are not here.
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

/// The known key that is most alike, if any is alike enough.
fn nearest(name: &str, known: &[String]) -> Option<String> {
    let wanted = name.to_uppercase();
    let best = known.iter().map(|key| (likeness(&wanted, key), key)).max_by_key(|(likeness, _)| *likeness)?;
    (best.0 >= 45).then(|| best.1.clone())
}

/// From 0 to 100: few changes (a slip of the finger), or a long common part (another word for it).
fn likeness(one: &str, other: &str) -> usize {
    let (short, long) = (one.len().min(other.len()).max(1), one.len().max(other.len()).max(1));
    let changes = 100 - distance(one, other).min(long) * 100 / long;
    changes.max(common(one, other) * 100 / short)
}

/// Length of the longest common part.
fn common(one: &str, other: &str) -> usize {
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

/// Levenshtein's distance.
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

/// A key as templates write it.
#[must_use]
pub fn written(key: &str) -> String {
    format!("${{{key}}}")
}
