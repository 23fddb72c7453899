//! The language of the page.

use crate::api::client;
use crate::browser::{self, storage};
use contract::Language;
use yew::prelude::*;

const KEY: &str = "solicita.language";

/// The language and how to change it.
#[derive(Clone, PartialEq)]
pub struct LanguageContext {
    /// The language.
    pub language: Language,
    /// True when the person has chosen it since the page was loaded.
    pub chosen: bool,
    change: Callback<(Language, bool)>,
}

impl LanguageContext {
    /// The person chose a language.
    pub fn choose(&self, language: Language) {
        self.change.emit((language, true));
    }

    /// Takes the language of the account.
    pub fn follow(&self, language: Language) {
        self.change.emit((language, false));
    }
}

/// The language that was chosen before (`stored`), or the first of the browser's languages that the product has.
fn initial(stored: Option<&str>, of_browser: &[String]) -> Language {
    let chosen = stored.and_then(|code| code.parse().ok());
    chosen.or_else(|| of_browser.iter().find_map(|tag| by_tag(tag))).unwrap_or_default()
}

/// The language of a tag of the browser: `pt-BR`, `en-GB`, `es`.
fn by_tag(tag: &str) -> Option<Language> {
    match tag.split('-').next()? {
        "pt" => Some(Language::Portuguese),
        "es" => Some(Language::Spanish),
        "en" => Some(Language::English),
        _ => None,
    }
}

fn apply(language: Language) {
    client::set_language(language);
    browser::set_document_language(language.as_str());
}

/// Properties of [`LanguageProvider`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The application.
    pub children: Html,
}

/// Keeps the language of the page.
#[component]
pub fn LanguageProvider(props: &Props) -> Html {
    let state = use_state_eq(|| {
        let language = initial(storage::read(KEY).as_deref(), &browser::languages());
        apply(language);
        (language, false)
    });
    let change = use_callback((), {
        let state = state.setter();
        move |(language, chosen): (Language, bool), ()| {
            apply(language);
            storage::write(KEY, language.as_str());
            state.set((language, chosen));
        }
    });
    let context = LanguageContext { language: state.0, chosen: state.1, change };
    html! { <ContextProvider<LanguageContext> {context}>{ props.children.clone() }</ContextProvider<LanguageContext>> }
}

/// The language and how to change it.
#[hook]
pub fn use_language_context() -> LanguageContext {
    use_context::<LanguageContext>().unwrap_or_else(|| LanguageContext {
        language: Language::default(),
        chosen: false,
        change: Callback::noop(),
    })
}

/// The language.
#[hook]
pub fn use_language() -> Language {
    use_language_context().language
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(tags: &[&str]) -> Vec<String> {
        tags.iter().map(|&tag| tag.to_owned()).collect()
    }

    #[test]
    fn the_stored_choice_wins() {
        assert_eq!(initial(Some("es"), &tags(&["en-GB", "pt-BR"])), Language::Spanish);
    }

    #[test]
    fn else_the_first_language_that_the_product_has() {
        assert_eq!(initial(None, &tags(&["fr-FR", "en-GB", "pt-BR"])), Language::English);
        assert_eq!(initial(Some("klingon"), &tags(&["pt"])), Language::Portuguese);
        assert_eq!(initial(None, &tags(&["fr", "ja"])), Language::default());
        assert_eq!(initial(None, &[]), Language::default());
    }
}
