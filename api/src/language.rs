//! In which language to answer, and what is written in it.

use actix_web::http::header::{ACCEPT_LANGUAGE, HeaderMap};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use contract::Language;
use locales::{Args, FluentValue};

/// The best of the product's languages for `Accept-Language` (RFC 9110, section
/// 12.5.4), if the header names one of them.
#[must_use]
pub fn from_header(headers: &HeaderMap) -> Option<Language> {
    headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).and_then(best)
}

fn best(header: &str) -> Option<Language> {
    let mut choices: Vec<(f32, Language)> = header
        .split(',')
        .filter_map(|part| {
            let mut pieces = part.trim().split(';');
            let language = named(pieces.next()?.trim())?;
            let weight = pieces.find_map(|piece| piece.trim().strip_prefix("q=")?.parse().ok()).unwrap_or(1.0);
            (weight > 0.0).then_some((weight, language))
        })
        .collect();
    // Stable: of equal weights the first wins.
    choices.sort_by(|a, b| b.0.total_cmp(&a.0));
    choices.first().map(|(_, language)| *language)
}

/// The product's language for a BCP 47 tag.
#[must_use]
pub fn named(tag: &str) -> Option<Language> {
    match tag.split('-').next()?.to_ascii_lowercase().as_str() {
        "pt" => Some(Language::Portuguese),
        "es" => Some(Language::Spanish),
        "en" => Some(Language::English),
        _ => None,
    }
}

/// A code's name in a language: `situation` and `in_progress` give “In progress”.
#[must_use]
pub fn code_name(language: Language, family: &str, code: &str) -> String {
    locales::format(language, &format!("{family}-{}", code.replace(['_', ':'], "-")), None)
}

/// An instant as a reader writes it.
#[must_use]
pub fn date_time(language: Language, time_zone: Tz, at: DateTime<Utc>) -> String {
    locales::date_time(language, at.with_timezone(&time_zone).naive_local())
}

/// A text with textual arguments; whole numbers are handed over as numbers, so
/// that plurals work.
#[must_use]
pub fn sentence(language: Language, key: &str, args: &[(&'static str, String)]) -> String {
    let mut fluent = Args::new();
    for (name, value) in args {
        match value.parse::<i32>() {
            Ok(number) if number.abs() < 1000 => fluent.set(*name, FluentValue::from(number)),
            _ => fluent.set(*name, FluentValue::from(value.as_str())),
        }
    }
    locales::format(language, key, Some(&fluent))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heaviest_known_language_wins() {
        assert_eq!(best("fr, es;q=0.5, en;q=0.8"), Some(Language::English));
        assert_eq!(best("pt-PT"), Some(Language::Portuguese));
        assert_eq!(best("es-419,es;q=0.9"), Some(Language::Spanish));
        assert_eq!(best("en;q=0, de"), None);
        assert_eq!(best(";;q=,,"), None);
    }
}
