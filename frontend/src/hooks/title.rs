//! The title of the tab.

use super::language::use_language;
use crate::browser;
use locales::text;
use yew::prelude::*;

/// Names the page in the tab: `Minhas solicitações · Solicita`.
#[hook]
pub fn use_page_title(title: &str) {
    let language = use_language();
    use_effect_with((title.to_owned(), language), |(title, language)| {
        let product = text!(*language, "ui-product");
        if title.is_empty() {
            browser::set_title(&product)
        } else {
            browser::set_title(&format!("{title} · {product}"))
        }
    });
}
