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
    /// True when the person chose it in this visit, before logging in.
    pub chosen: bool,
    change: Callback<(Language, bool)>,
}

impl LanguageContext {
    /// The person chose a language.
    pub fn choose(&self, language: Language) {
        self.change.emit((language, true));
    }

    /// Follows the language of the account.
    pub fn follow(&self, language: Language) {
        self.change.emit((language, false));
    }
}

/// What was chosen before, or the first language of the browser that the product has.
fn initial() -> Language {
    let remembered = storage::read(KEY).and_then(|code| code.parse().ok());
    remembered.or_else(|| browser::languages().iter().find_map(|tag| by_tag(tag))).unwrap_or_default()
}

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

/// Keeps the language.
#[component]
pub fn LanguageProvider(props: &Props) -> Html {
    let state = use_state_eq(|| {
        let language = initial();
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
