//! How alike two texts are, by the words that they share.

use super::fold;
use std::collections::BTreeSet;

/// From this score on, two texts are worth showing as similar.
pub const ALIKE: f64 = 0.4;

/// What the same service adds to the score of a request.
const SAME_SERVICE: f64 = 0.15;

/// Words that say nothing about the subject, folded.
const STOP_WORDS: &[&str] = &[
    // Portuguese
    "a", "ao", "aos", "as", "com", "como", "da", "das", "de", "do", "dos", "e", "ela", "ele", "em", "era", "essa",
    "esse", "esta", "estou", "este", "eu", "foi", "isso", "ja", "ate", "mais", "mas", "me", "meu", "minha", "muito",
    "na", "nao", "nas", "no", "nos", "o", "os", "ou", "para", "pela", "pelo", "por", "quando", "que", "se", "sem",
    "ser", "seu", "sua", "tem", "tenho", "um", "uma", // Spanish
    "al", "algo", "con", "cuando", "del", "el", "ella", "en", "es", "eso", "estoy", "fue", "ha", "hay", "la", "las",
    "lo", "los", "mi", "mis", "muy", "pero", "su", "sus", "tengo", "tiene", "un", "una", "y", "ya", "yo",
    // English
    "am", "an", "and", "are", "at", "be", "but", "by", "can", "cannot", "do", "does", "for", "from", "get", "has",
    "have", "i", "if", "in", "is", "it", "its", "my", "not", "of", "on", "or", "our", "so", "that", "the", "there",
    "this", "to", "was", "we", "when", "with", "you", // Courtesies in the three
    "bom", "boa", "dia", "tarde", "noite", "favor", "gracias", "hello", "hi", "hola", "obrigado", "obrigada", "ola",
    "please", "thanks",
];

/// How alike two texts are, from 0 (no word in common) to 1 (the same words).
///
/// Counts words that mean something (folded, without plural `s`, stop-words of
/// the three languages dropped): those in common over the geometric mean of both
/// counts, so that a short title still resembles a long description of the same
/// thing. Symmetric; 0 when either has no such word.
#[must_use]
pub fn similar(a: &str, b: &str) -> f64 {
    let (a, b) = (words(a), words(b));
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let common = a.intersection(&b).count();
    #[allow(clippy::cast_precision_loss, reason = "a few thousand words")]
    let score = common as f64 / (a.len() as f64 * b.len() as f64).sqrt();
    score.min(1.0)
}

/// How much a request resembles what is being typed, by its title or by its title and description, whichever is more
/// alike; a request of the same service a little more. None below [`ALIKE`]: not worth showing.
#[must_use]
pub fn resemblance(typed: &str, title: &str, description: &str, same_service: bool) -> Option<f64> {
    let by_all = similar(typed, &format!("{title} {description}"));
    let score = similar(typed, title).max(by_all) + if same_service { SAME_SERVICE } else { 0.0 };
    Some(score).filter(|score| *score >= ALIKE)
}

/// The words of a text that mean something.
fn words(text: &str) -> BTreeSet<String> {
    fold(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && !STOP_WORDS.contains(word))
        .map(singular)
        .filter(|word| word.chars().count() > 1 || word.chars().all(char::is_numeric))
        .collect()
}

/// Without the plural's `s`; words of three letters and codes with digits stay.
fn singular(word: &str) -> String {
    let stem = word.strip_suffix('s').filter(|stem| stem.len() > 2 && stem.chars().all(char::is_alphabetic));
    stem.unwrap_or(word).to_owned()
}
