//! The person's menu: profile, language, light or dark, logging out.

use crate::api;
use crate::hooks::{use_language, use_language_context, use_me, use_session};
use crate::route::Route;
use crate::ui::theme::{self, Theme};
use crate::ui::{Avatar, Href, Menu, MenuEntry, Toast, use_toaster};
use contract::Language;
use contract::identity::Preferences;
use locales::text;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The person's menu.
#[component]
pub fn UserMenu() -> Html {
    let language = use_language();
    let me = use_me();
    let theme = use_state_eq(theme::chosen);
    let choose_language = use_choose_language();
    let log_out = use_log_out();
    let mut entries = vec![
        MenuEntry::go(text!(language, "nav-profile"), "user", Href::to(&Route::Profile)),
        MenuEntry::Divider,
        MenuEntry::Heading(text!(language, "ui-language").into()),
    ];
    entries.extend(Language::ALL.iter().map(|&each| MenuEntry::Choice {
        label: text!(each, &format!("language-name-{each}")).into(),
        checked: each == language,
        many: false,
        onselect: choose_language.reform(move |()| each),
    }));
    entries.push(MenuEntry::Divider);
    entries.push(MenuEntry::Heading(text!(language, "ui-theme").into()));
    entries.extend(Theme::ALL.into_iter().map(|each| {
        let theme = theme.clone();
        MenuEntry::Choice {
            label: text!(language, &format!("ui-theme-{}", each.as_str())).into(),
            checked: each == *theme,
            many: false,
            onselect: Callback::from(move |()| {
                theme::choose(each);
                theme.set(each);
            }),
        }
    }));
    entries.push(MenuEntry::Divider);
    entries.push(MenuEntry::action(text!(language, "nav-log-out"), "sign-out-alt", log_out));
    let about = me.unit.as_ref().map(|unit| unit.name.clone()).or_else(|| me.job_title.clone());
    let toggle = html! {
        <span class="sol-user">
            <Avatar id={me.id} name={me.name.clone()} />
            <span class="sol-user__text"><strong>{ &me.name }</strong>if let Some(about) = about
                { <small>{ about }</small> }</span>
        </span>
    };
    html! { <Menu {toggle} {entries} end=true plain=true class="sol-user-menu" /> }
}

/// Changes the language of the page and of the account.
#[hook]
fn use_choose_language() -> Callback<Language> {
    let context = use_language_context();
    let session = use_session();
    let me = use_me();
    let toaster = use_toaster();
    use_callback((context, session, me, toaster), |language: Language, (context, session, me, toaster)| {
        context.follow(language);
        let preferences = Preferences { language, time_zone: me.time_zone.clone() };
        let (session, toaster) = (session.clone(), toaster.clone());
        spawn_local(async move {
            match api::session::set_preferences(&preferences).await {
                Ok(me) => session.enter(me),
                Err(error) => {
                    toaster.show(Toast { kind: crate::ui::AlertKind::Danger, ..Toast::news(error.title(language)) })
                }
            }
        });
    })
}

/// Logs out and discards all drafts, perhaps of a shared computer.
#[hook]
fn use_log_out() -> Callback<()> {
    let session = use_session();
    use_callback(session, |(), session| {
        let session = session.clone();
        spawn_local(async move {
            // Without an answer the session may go on, but this page no longer shows the person's data.
            let _ = api::session::log_out().await;
            crate::hooks::clear_drafts();
            session.leave();
        });
    })
}
