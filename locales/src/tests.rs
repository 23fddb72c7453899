//! The three languages are complete, and say something different.

use crate::sources;
use contract::Language;
use fluent_bundle::FluentResource;
use std::collections::{BTreeMap, BTreeSet};

/// Keys whose texts are the same word in two languages.
const COGNATES: &str = include_str!("../cognates.txt");

fn entries(language: Language) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for (area, source) in sources(language) {
        if let Err((_, errors)) = FluentResource::try_new((*source).to_owned()) {
            panic!("{language}/{area}.ftl: {errors:?}");
        }
        let mut key = String::new();
        for line in source.lines() {
            match line.split_once('=') {
                Some((name, value)) if line.starts_with(|c: char| c.is_ascii_alphabetic()) => {
                    key = name.trim().to_owned();
                    assert!(
                        found.insert(key.clone(), value.trim().to_owned()).is_none(),
                        "{language}/{area}.ftl: {key} twice"
                    );
                }
                _ if line.starts_with(' ') && !line.trim().is_empty() => {
                    if let Some(value) = found.get_mut(&key) {
                        value.push('\n');
                        value.push_str(line.trim());
                    }
                }
                _ => {}
            }
        }
    }
    found
}

fn variables(value: &str) -> BTreeSet<String> {
    value
        .split('$')
        .skip(1)
        .map(|rest| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_' || *c == '-').collect())
        .collect()
}

#[test]
fn every_language_has_every_key_with_the_same_arguments() {
    let portuguese = entries(Language::Portuguese);
    assert!(portuguese.len() > 100, "texts are missing altogether");
    let mut complaints = Vec::new();
    for language in [Language::Spanish, Language::English] {
        let other = entries(language);
        for (key, value) in &portuguese {
            match other.get(key) {
                None => complaints.push(format!("{language}: {key} is missing")),
                Some(text) if text.is_empty() => complaints.push(format!("{language}: {key} is empty")),
                Some(text) if variables(text) != variables(value) => {
                    complaints.push(format!("{language}: {key} has other arguments"))
                }
                Some(_) => {}
            }
        }
        for key in other.keys().filter(|key| !portuguese.contains_key(*key)) {
            complaints.push(format!("pt-BR: {key} is missing ({language} has it)"));
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn translations_differ_from_the_portuguese_text_but_for_cognates() {
    let cognates: BTreeSet<&str> =
        COGNATES.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    let portuguese = entries(Language::Portuguese);
    let mut complaints = Vec::new();
    let mut used = BTreeSet::new();
    for language in [Language::Spanish, Language::English] {
        for (key, text) in entries(language) {
            let letters = text.chars().filter(|c| c.is_alphabetic()).count();
            if letters > 1 && portuguese.get(&key) == Some(&text) {
                let entry = format!("{language} {key}");
                match cognates.get(entry.as_str()) {
                    Some(known) => {
                        used.insert(*known);
                    }
                    None => complaints.push(entry),
                }
            }
        }
    }
    assert!(
        complaints.is_empty(),
        "equal to the Portuguese text; translate, or add to cognates.txt:\n{}",
        complaints.join("\n")
    );
    let stale: Vec<_> = cognates.difference(&used).collect();
    assert!(stale.is_empty(), "cognates.txt lists keys that are no cognates any more: {stale:?}");
}

#[test]
fn numbers_dates_and_plurals_follow_the_language() {
    let at =
        chrono::NaiveDate::from_ymd_opt(2026, 11, 24).and_then(|day| day.and_hms_opt(14, 10, 0)).unwrap_or_default();
    assert_eq!(crate::date_time(Language::Portuguese, at), "24/11/2026 14:10");
    assert_eq!(crate::date_time(Language::English, at), "24 Nov 2026 14:10");
    assert_eq!(crate::duration(Language::Spanish, 15_300), "4 h 15 min");
    assert_eq!(crate::talk(Language::Portuguese, -3), "0 s");
    assert_eq!(crate::talk(Language::Portuguese, 192), "3 min 12 s");
    assert_eq!(crate::talk(Language::English, 3_725), "1 h 2 min");
    assert_eq!(crate::file_size(Language::Portuguese, 3_140_000), "3,1 MB");
    assert_eq!(crate::file_size(Language::English, 188_000), "188 kB");
    assert_eq!(crate::relative(Language::English, 3 * 86_400), "3 days");
    assert_eq!(crate::relative(Language::Portuguese, -2 * 86_400), "2 dias");
}
