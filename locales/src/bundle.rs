//! Loading and formatting of Fluent texts.

use contract::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use std::sync::OnceLock;

/// Arguments of a text.
pub type Args<'a> = FluentArgs<'a>;

type Bundle = FluentBundle<FluentResource>;

macro_rules! sources {
    ($($area:literal),+ $(,)?) => {
        /// The Fluent sources of a language, as (area, text).
        #[must_use]
        pub fn sources(language: Language) -> &'static [(&'static str, &'static str)] {
            match language {
                Language::Portuguese => &[$(($area, include_str!(concat!("../pt-BR/", $area, ".ftl")))),+],
                Language::Spanish => &[$(($area, include_str!(concat!("../es/", $area, ".ftl")))),+],
                Language::English => &[$(($area, include_str!(concat!("../en/", $area, ".ftl")))),+],
            }
        }
    };
}

sources!(
    "common",
    "codes",
    "errors",
    "history",
    "portal",
    "desk",
    "admin",
    "parameters",
    "mail",
    "audit",
    "telephony",
    "calls"
);

fn build(language: Language) -> Bundle {
    let mut bundle = Bundle::new_concurrent(vec![language.as_str().parse().unwrap_or_default()]);
    // Bidirectional isolation marks would end up in e-mail subjects and file names.
    bundle.set_use_isolating(false);
    for (_, source) in sources(language) {
        // Syntax errors are found by this crate's tests; at run time what parsed is used.
        let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(partial, _)| partial);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

fn bundle(language: Language) -> &'static Bundle {
    static BUNDLES: [OnceLock<Bundle>; 3] = [const { OnceLock::new() }; 3];
    let slot = match language {
        Language::Portuguese => &BUNDLES[0],
        Language::Spanish => &BUNDLES[1],
        Language::English => &BUNDLES[2],
    };
    slot.get_or_init(|| build(language))
}

/// Whether the language has the text.
#[must_use]
pub fn has(language: Language, key: &str) -> bool {
    bundle(language).get_message(key).is_some_and(|message| message.value().is_some())
}

/// The text of a key, with its arguments. A key that does not exist gives the
/// key itself, which a test would have caught.
#[must_use]
pub fn format(language: Language, key: &str, args: Option<&Args<'_>>) -> String {
    let bundle = bundle(language);
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        return key.to_owned();
    };
    let mut errors = Vec::new();
    bundle.format_pattern(pattern, args, &mut errors).into_owned()
}
