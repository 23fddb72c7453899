//! The frame of the pages for people who are not logged in.

use crate::hooks::{use_language, use_language_context, use_page_title};
use crate::shell::Logo;
use crate::ui::{Menu, MenuEntry, icon};
use contract::Language;
use locales::text;
use yew::prelude::*;

/// Properties of [`AccessFrame`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The heading.
    pub title: AttrValue,
    /// A line below it.
    #[prop_or_default]
    pub lead: Option<AttrValue>,
    /// The form.
    pub children: Html,
}

/// Two halves: what the product is for, and the form.
#[component]
pub fn AccessFrame(props: &Props) -> Html {
    let language = use_language();
    use_page_title(&props.title);
    html! {
        <div class="sol-login">
            <section class="sol-login__pitch" aria-label={text!(language, "login-about")}>
                <Logo />
                <div>
                    <p class="sol-login__motto">{ text!(language, "login-motto") }</p>
                    <ul>
                        { benefit(language, "search", "catalogue") }
                        { benefit(language, "clock", "deadline") }
                        { benefit(language, "comments", "answer") }
                    </ul>
                </div>
            </section>
            <main class="sol-login__main" id="content">
                <div class="sol-login__lang"><LanguageMenu /></div>
                <div class="sol-login__form">
                    <div class="sol-login__logo"><Logo /></div>
                    <div>
                        <h1 class="sol-h1">{ &props.title }</h1>
                        if let Some(lead) = &props.lead { <p class="sol-subtle">{ lead }</p> }
                    </div>
                    { props.children.clone() }
                </div>
            </main>
        </div>
    }
}

/// One thing that the product does for people, with its icon.
fn benefit(language: Language, name: &'static str, key: &str) -> Html {
    html! {
        <li>
            { icon(name) }
            <span>
                <strong>{ text!(language, &format!("login-promise-{key}")) }</strong>
                { text!(language, &format!("login-promise-{key}-text")) }
            </span>
        </li>
    }
}

/// The choice of language. Nobody is logged in yet, so no account says which one it is.
#[component]
fn LanguageMenu() -> Html {
    let context = use_language_context();
    let entries = Language::ALL.iter().map(|&each| MenuEntry::Choice {
        label: text!(each, &format!("language-name-{each}")).into(),
        checked: each == context.language,
        many: false,
        onselect: {
            let context = context.clone();
            Callback::from(move |()| context.choose(each))
        },
    });
    let toggle = html! { { text!(context.language, &format!("language-name-{}", context.language)) } };
    html! { <Menu {toggle} entries={entries.collect::<Vec<_>>()} icon="globe" plain=true end=true /> }
}
