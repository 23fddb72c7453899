//! The list of templates.

use crate::api::collection;
use crate::hooks::{use_fetch, use_language};
use crate::pages::admin::shared::{ListPage, listing, matches, use_search};
use crate::route::{AdminRoute, Item};
use crate::ui::{Go, Href, TableRow, loaded, skeleton_rows};
use contract::Language;
use contract::admin::TemplateView;
use locales::text;
use std::rc::Rc;
use yew::prelude::*;

/// All templates.
#[component]
pub fn Templates() -> Html {
    let language = use_language();
    let list = use_fetch((), |()| async { collection::list::<TemplateView>().await });
    let search = use_search();
    let view = |templates: &Rc<Vec<TemplateView>>| {
        let found = templates.iter().filter(|template| matches(&search.0, &searchable_text(template)));
        let rows = found.map(|template| row(language, template)).collect();
        let heads = ["admin-name", "tmpl-kind", "tmpl-languages", "tmpl-used-by", "admin-state"];
        listing(language, &text!(language, "admin-nav-templates"), &heads, rows, !search.0.is_empty())
    };
    let new = (text!(language, "tmpl-new").into(), Href::to(&AdminRoute::Template { id: Item::New }));
    html! {
        <ListPage title={text!(language, "admin-nav-templates")} lead={Some(AttrValue::from(text!(language, "tmpl-lead")))} {new}
                  search={search.clone()}>
            { loaded(&list, language, skeleton_rows(5), view) }
        </ListPage>
    }
}

/// What can be searched for in a template.
fn searchable_text(template: &TemplateView) -> String {
    let subject =
        template.texts.get(Language::Portuguese.as_str()).map(|text| text.subject.clone()).unwrap_or_default();
    let numbers: Vec<String> = template.used_by.iter().map(ToString::to_string).collect();
    format!("{} {subject} {}", template.name, numbers.join(" "))
}

fn row(language: Language, template: &TemplateView) -> TableRow {
    let to = AdminRoute::Template { id: Item::Id(template.id) };
    let subject =
        template.texts.get(Language::Portuguese.as_str()).map(|text| text.subject.clone()).unwrap_or_default();
    let written = Language::ALL
        .iter()
        .filter(|tag| template.texts.get(tag.as_str()).is_some_and(|text| !text.body.trim().is_empty()));
    let written: Vec<String> = written.map(|tag| text!(language, &format!("language-{tag}"))).collect();
    let used: Vec<String> = template.used_by.iter().map(ToString::to_string).collect();
    let used = if used.is_empty() { text!(language, "tmpl-unused") } else { used.join(", ") };
    let state = text!(language, if template.active { "admin-active" } else { "admin-inactive" });
    let cells = vec![
        html! { <><Go {to}>{ &template.name }</Go><span class="sol-sub">{ subject }</span></> },
        html! { { text!(language, &crate::text::code("template-kind", template.kind)) } },
        html! { { written.join(", ") } },
        html! { { used } },
        html! { { state } },
    ];
    TableRow::new(template.id, cells).dim(!template.active)
}
