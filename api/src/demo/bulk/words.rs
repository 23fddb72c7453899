//! Texts of words that occur as often as words do: the second most frequent half
//! as often as the first, the third a third as often (Zipf's law).

use crate::demo::data::Scenario;
use crate::demo::random::Random;
use crate::domain::text::fold;
use contract::Language;
use std::collections::HashMap;

/// Different words.
const WORDS: usize = 12_000;
/// Places among which a word is drawn: the rarest has two.
const SLOTS: usize = 1 << 18;

/// A word, and how it is searched for.
#[derive(Debug)]
struct Word {
    plain: String,
    capital: String,
    folded: String,
}

/// A vocabulary.
#[derive(Debug)]
pub struct Words {
    words: Vec<Word>,
    slots: Vec<u16>,
}

/// A text, and how it is searched for.
#[derive(Debug, Clone, Default)]
pub struct Text {
    /// As people read it.
    pub plain: String,
    /// Folded.
    pub folded: String,
}

impl Words {
    /// The words of the scenarios, most frequent first, and after them invented ones.
    #[must_use]
    pub fn new(scenarios: &[Scenario]) -> Self {
        let mut counts: HashMap<String, u32> = HashMap::new();
        for scenario in scenarios.iter().filter(|scenario| scenario.language == Language::default()) {
            let texts = [&scenario.text, &scenario.solution, &scenario.note.text].into_iter().chain(&scenario.talk);
            for word in texts.flat_map(|text| text.split(|c: char| !c.is_alphabetic())) {
                if word.chars().count() > 1 {
                    *counts.entry(word.to_lowercase()).or_default() += 1;
                }
            }
        }
        let mut found: Vec<(String, u32)> = counts.into_iter().collect();
        found.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let mut words: Vec<Word> = found.into_iter().map(|(word, _)| Word::new(word)).collect();
        let mut random = Random::new(7);
        while words.len() < WORDS {
            words.push(Word::new(invented(&mut random)));
        }
        words.truncate(WORDS);
        Self { slots: slots(words.len()), words }
    }

    fn draw(&self, random: &mut Random) -> Option<&Word> {
        let slot = random.index(self.slots.len());
        self.slots.get(slot).and_then(|word| self.words.get(usize::from(*word)))
    }

    /// Adds a sentence of so many words.
    fn sentence(&self, random: &mut Random, count: u64, text: &mut Text) {
        if !text.plain.is_empty() {
            text.plain.push(' ');
            text.folded.push(' ');
        }
        if let Some(word) = self.draw(random) {
            text.plain.push_str(&word.capital);
            text.folded.push_str(&word.folded);
        }
        self.phrase(random, count.saturating_sub(1), text);
        text.plain.push('.');
        text.folded.push('.');
    }

    /// Adds so many words.
    pub fn phrase(&self, random: &mut Random, count: u64, text: &mut Text) {
        for _ in 0..count {
            let Some(word) = self.draw(random) else { continue };
            text.plain.push(' ');
            text.plain.push_str(&word.plain);
            text.folded.push(' ');
            text.folded.push_str(&word.folded);
        }
    }

    /// Sentences of `low` to `high` words in all.
    pub fn text(&self, random: &mut Random, low: i64, high: i64) -> Text {
        let mut left = random.between(low, high).unsigned_abs();
        let mut text = Text { plain: String::with_capacity(256), folded: String::with_capacity(256) };
        while left > 0 {
            let count = random.between(5, 14).unsigned_abs().min(left);
            self.sentence(random, count, &mut text);
            left -= count;
        }
        text
    }
}

impl Word {
    fn new(plain: String) -> Self {
        let mut letters = plain.chars();
        let capital = letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default();
        Self { folded: fold(&plain), capital, plain }
    }
}

/// A word that might be Portuguese.
fn invented(random: &mut Random) -> String {
    const STARTS: [&str; 18] =
        ["b", "c", "d", "f", "g", "j", "l", "m", "n", "p", "r", "s", "t", "v", "tr", "pl", "cr", "gr"];
    const ENDS: [&str; 12] = ["a", "e", "i", "o", "u", "ão", "ei", "al", "or", "é", "an", "is"];
    let mut word = String::new();
    for _ in 0..=1 + random.below(3) {
        word.push_str(STARTS.get(random.index(STARTS.len())).copied().unwrap_or_default());
        word.push_str(ENDS.get(random.index(ENDS.len())).copied().unwrap_or_default());
    }
    word
}

/// For each slot the word that is drawn there: word n (from 1) has 1/n of the
/// first one's slots.
fn slots(words: usize) -> Vec<u16> {
    let weight = |rank: usize| (1_u64 << 40) / (rank as u64 + 1);
    let total: u64 = (0..words).map(weight).sum();
    let (mut slots, mut passed) = (Vec::with_capacity(SLOTS), 0_u64);
    for rank in 0..words {
        passed += weight(rank);
        let end = (u128::from(passed) * SLOTS as u128 / u128::from(total.max(1))) as usize;
        let word = u16::try_from(rank).unwrap_or_default();
        slots.resize(end.max(slots.len()), word);
    }
    slots
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::data;

    #[test]
    fn frequent_words_are_drawn_as_often_as_zipf_says() {
        let slots = slots(WORDS);
        assert_eq!(slots.len(), SLOTS);
        let count = |rank: u16| slots.iter().filter(|word| **word == rank).count();
        let first = count(0);
        assert!(count(1).abs_diff(first / 2) <= 1 && count(9).abs_diff(first / 10) <= 1);
        assert!(count(u16::try_from(WORDS - 1).unwrap()) >= 1);
    }

    #[test]
    fn what_is_searched_for_is_the_folded_text() {
        let words = Words::new(&data::scenarios().unwrap());
        let mut random = Random::new(3);
        for _ in 0..50 {
            let text = words.text(&mut random, 5, 40);
            assert_eq!(fold(&text.plain), text.folded);
        }
    }
}
