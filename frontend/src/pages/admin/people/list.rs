//! The list of people.

use crate::api::{self, people::SearchInput};
use crate::hooks::{QueryState, use_fetch, use_language, use_query_state};
use crate::pages::admin::shared::{Columns, ListPage, page_of};
use crate::pages::shared::paged_query::{on_filter, on_search};
use crate::route::{AdminRoute, Item};
use crate::text::joined;
use crate::ui::{Choices, Go, Href, TableRow, VipMark, address, loaded, skeleton_rows};
use contract::desk::{PersonFilter, PersonHit};
use contract::{Page, Role};
use locales::{Language, text};
use std::rc::Rc;
use yew::prelude::*;

/// People by name, role and state. A CPF that is searched for stays out of the URL.
#[component]
pub fn People() -> Html {
    let language = use_language();
    let query = use_query_state::<AdminRoute, PersonFilter>();
    let tax_id = use_state_eq(|| None::<String>);
    let deps = ((*query.value).clone(), (*tax_id).clone());
    let list = use_fetch(deps, |(filter, tax_id)| async move {
        match tax_id {
            Some(tax_id) => api::people::by_tax_id(tax_id).await.map(|items| {
                let total = i64::try_from(items.len()).unwrap_or_default();
                Page { items, total, ..Page::default() }
            }),
            None => api::people::list(&PersonFilter { page_size: Some(50), ..filter }).await,
        }
    });
    let onsearch = {
        let (tax_id, by_words) = (tax_id.setter(), on_search(&query));
        Callback::from(move |text: String| {
            let (secret, words) = match SearchInput::of(&text) {
                SearchInput::TaxId(typed) => (Some(typed), String::new()),
                SearchInput::Unfinished => return,
                SearchInput::Words(words) => (None, words),
            };
            tax_id.set(secret);
            by_words.emit(words);
        })
    };
    let label = text!(language, "admin-nav-people");
    let heads = ["admin-name", "person-unit", "person-roles", "desk-tax-id", "admin-state"];
    let columns = Columns { label: &label, heads: &heads };
    let view = |page: &Rc<Page<PersonHit>>| page_of(language, &query, columns, page, |hit| row(language, hit));
    let new = (text!(language, "person-new").into(), Href::to(&AdminRoute::Person { id: Item::New }));
    let shown = tax_id.as_ref().or(query.value.search.as_ref()).cloned().unwrap_or_default();
    html! {
        <ListPage title={text!(language, "admin-nav-people")} lead={Some(AttrValue::from(text!(language, "person-lead")))} {new}
                  search={(AttrValue::from(shown), onsearch)} search_label={Some(AttrValue::from(text!(language, "pick-person")))}
                  filters={filters(language, &query)}>
            { loaded(&list, language, skeleton_rows(6), view) }
        </ListPage>
    }
}

/// The filters by role and state.
fn filters(language: Language, query: &QueryState<PersonFilter>) -> Html {
    let all = || (String::new(), AttrValue::from(text!(language, "ui-all")));
    let role_name = |role: &str| text!(language, &crate::text::code("role", role));
    let mut roles = vec![all()];
    roles.extend(Role::ALL.iter().map(|role| (role.as_str().to_owned(), AttrValue::from(role_name(role.as_str())))));
    let role = query.value.role.clone().unwrap_or_default();
    let role_summary = if role.is_empty() { text!(language, "ui-all") } else { role_name(&role) };
    let states = vec![
        all(),
        ("true".to_owned(), AttrValue::from(text!(language, "admin-active"))),
        ("false".to_owned(), AttrValue::from(text!(language, "admin-inactive"))),
    ];
    let state = query.value.active.map(|active| active.to_string()).unwrap_or_default();
    let state_summary =
        states.iter().find(|(value, _)| *value == state).map(|(_, name)| name.clone()).unwrap_or_default();
    let choose_role = on_filter(query, |query, role: String| query.role = Some(role).filter(|role| !role.is_empty()));
    let choose_state = on_filter(query, |query, state: String| query.active = state.parse().ok());
    html! {
        <>
            <Choices<String> title={text!(language, "person-role")} summary={role_summary} options={roles} chosen={vec![role]} onselect={choose_role} />
            <Choices<String> title={text!(language, "admin-state")} summary={state_summary} options={states} chosen={vec![state]} onselect={choose_state} />
        </>
    }
}

fn row(language: Language, hit: &PersonHit) -> TableRow {
    let to = AdminRoute::Person { id: Item::Id(hit.id) };
    let roles: Vec<String> = hit.roles.iter().map(|role| text!(language, &crate::text::code("role", role))).collect();
    let unit = hit.unit.as_ref().map(|unit| unit.name.clone());
    let state = text!(language, if hit.active { "admin-active" } else { "admin-inactive" });
    TableRow::new(
        hit.id,
        vec![
            html! { <>
                <Go {to}>{ &hit.name }</Go>
                if hit.vip { { " " }<VipMark /> }
                <span class="sol-sub">{ address(&joined([hit.employee_number.clone(), hit.email.clone()])) }</span>
            </> },
            html! { { joined([unit, hit.extension.clone()]) } },
            html! { { roles.join(", ") } },
            html! { <span class="sol-mono">{ hit.tax_id_masked.clone().unwrap_or_default() }</span> },
            html! { { state } },
        ],
    )
    .dim(!hit.active)
}
