//! The texts of a template in each language.

use super::keys::unknown;
use contract::Language;
use contract::admin::{TemplateEdit, TemplateText};

/// Subject and body in a language; empty ones when there are none.
#[must_use]
pub fn text_in(edit: &TemplateEdit, tag: Language) -> TemplateText {
    edit.texts.get(tag.as_str()).cloned().unwrap_or_default()
}

/// Changes subject or body in a language.
pub fn change_text(edit: &mut TemplateEdit, tag: Language, change: impl FnOnce(&mut TemplateText)) {
    change(edit.texts.entry(tag.as_str().to_owned()).or_default());
}

/// What recipients of a language get: the Portuguese text where nothing is written in theirs.
#[must_use]
pub fn sent_text(edit: &TemplateEdit, tag: Language) -> TemplateText {
    let own = text_in(edit, tag);
    if own.body.trim().is_empty() { text_in(edit, Language::Portuguese) } else { own }
}

/// How far a translation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Translation {
    /// There is nothing to say: it is the Portuguese text, a text of its own, or one with unknown keys, which have an
    /// error of their own.
    Own,
    /// Nothing is written.
    Missing,
    /// It is the same as the Portuguese text.
    Copy,
}

/// How far the translation of a template to a language is. `keys` are the known keys.
#[must_use]
pub fn translation(edit: &TemplateEdit, tag: Language, keys: &[String]) -> Translation {
    let own = text_in(edit, tag);
    if tag == Language::Portuguese || !unknown(&format!("{} {}", own.subject, own.body), keys).is_empty() {
        Translation::Own
    } else if own.body.trim().is_empty() && own.subject.trim().is_empty() {
        Translation::Missing
    } else if own == text_in(edit, Language::Portuguese) {
        Translation::Copy
    } else {
        Translation::Own
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::admin::TemplateKind;

    fn text(subject: &str, body: &str) -> TemplateText {
        TemplateText { subject: subject.to_owned(), body: body.to_owned() }
    }

    fn template(texts: &[(Language, TemplateText)]) -> TemplateEdit {
        let texts = texts.iter().map(|(tag, text)| (tag.as_str().to_owned(), text.clone())).collect();
        TemplateEdit { name: String::new(), kind: TemplateKind::Request, active: true, texts }
    }

    #[test]
    fn portuguese_is_sent_where_nothing_is_written() {
        let portuguese = text("Aberta", "Olá");
        let template =
            template(&[(Language::Portuguese, portuguese.clone()), (Language::Spanish, text("Abierta", " "))]);
        assert_eq!(sent_text(&template, Language::Spanish), portuguese);
        assert_eq!(sent_text(&template, Language::English), portuguese);
    }

    #[test]
    fn a_translation_is_missing_copied_or_done() {
        let portuguese = (Language::Portuguese, text("Aberta", "Olá"));
        let state = |english: TemplateText| {
            let template = template(&[portuguese.clone(), (Language::English, english)]);
            translation(&template, Language::English, &[])
        };
        assert_eq!(state(text(" ", "")), Translation::Missing);
        assert_eq!(state(text("Aberta", "Olá")), Translation::Copy);
        assert_eq!(state(text("Opened", "Hello")), Translation::Own);
        assert_eq!(translation(&template(&[]), Language::Portuguese, &[]), Translation::Own);
    }

    #[test]
    fn unknown_keys_come_before_the_state_of_the_translation() {
        let copied = text("Aberta", "${NUMERUS}");
        let template = template(&[(Language::Portuguese, copied.clone()), (Language::English, copied)]);
        let keys = ["NUMERO".to_owned()];
        assert_eq!(translation(&template, Language::English, &keys), Translation::Own);
    }

    #[test]
    fn a_text_is_made_when_it_is_changed_first() {
        let mut template = template(&[]);
        change_text(&mut template, Language::Spanish, |text| text.subject = "Abierta".to_owned());
        assert_eq!(text_in(&template, Language::Spanish), text("Abierta", ""));
        assert_eq!(text_in(&template, Language::English), TemplateText::default());
    }
}
