//! The person's own page: data, preferences, password and sessions.

mod password;
mod preferences;
mod sessions;

use crate::hooks::{use_language, use_me};
use crate::ui::{Avatar, Card, Facts, Page, fact};
use contract::identity::Me;
use locales::{Language, text};
use yew::prelude::*;

/// The page.
#[component]
pub fn Profile() -> Html {
    let language = use_language();
    let me = use_me();
    html! {
        <Page title={text!(language, "profile-title")}>
            <div class="profile">
                { data(language, &me) }
                <preferences::PreferencesCard />
                <password::PasswordCard />
                <sessions::SessionsCard />
            </div>
        </Page>
    }
}

/// The data that the company has registered. Only administrators change it.
fn data(language: Language, me: &Me) -> Html {
    let known = |value: &Option<String>| value.clone().unwrap_or_else(|| text!(language, "ui-none"));
    let phones: Vec<String> = me
        .phones
        .iter()
        .map(|phone| {
            format!("{} ({})", phone.number, text!(language, &crate::text::code("phone", phone.kind)).to_lowercase())
        })
        .collect();
    let roles: Vec<String> = me.roles.iter().map(|role| text!(language, &crate::text::code("role", role))).collect();
    let plain = |key: &str, value: String| fact(text!(language, key), html! { { value } });
    html! {
        <Card title={text!(language, "profile-data")}>
            <div class="profile__who"><Avatar id={me.id} name={me.name.clone()} large=true />
                <div><strong>{ &me.name }</strong><div
                    class="sol-subtle">{ me.job_title.clone().unwrap_or_default() }</div></div></div>
            <Facts>
                { plain("profile-email", known(&me.email)) }
                { plain("profile-number", known(&me.employee_number)) }
                { plain("profile-tax-id", known(&me.tax_id)) }
                { plain("profile-unit", known(&me.unit.as_ref().map(|unit| unit.name.clone()))) }
                { plain("profile-place", known(&me.place)) }
                { plain("profile-extension", known(&me.extension)) }
                if !phones.is_empty() { { plain("profile-phones", phones.join(", ")) } }
                { plain("profile-roles", roles.join(", ")) }
                if !me.groups.is_empty() {
                    { plain("profile-groups", me.groups.iter().map(|one| one.group.name.clone()).collect::<Vec<_>>().join(", ")) }
                }
            </Facts>
            <p class="sol-small sol-subtle profile__hint">{ text!(language, "profile-data-text") }</p>
        </Card>
    }
}
