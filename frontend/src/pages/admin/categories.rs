//! The categories of the catalogue.

use super::shared::{EditorPage, ItemProps, ListPage, listing, matches, use_editor, use_search};
use crate::api::collection;
use crate::hooks::{use_fetch, use_language};
use crate::route::{AdminRoute, Item};
use crate::ui::{Card, Go, Href, TableRow, TextField, loaded, skeleton_rows, use_go};
use contract::admin::{ServiceCategoryEdit, ServiceCategoryView};
use contract::limits;
use locales::text;
use std::rc::Rc;
use yew::prelude::*;

/// Icons to choose from. The name of any other icon of the set may be typed.
const ICONS: [&str; 20] = [
    "key",
    "laptop",
    "envelope",
    "users",
    "building",
    "file-invoice-dollar",
    "phone",
    "network-wired",
    "print",
    "database",
    "shield-alt",
    "truck",
    "wrench",
    "graduation-cap",
    "heartbeat",
    "coffee",
    "car",
    "briefcase",
    "chart-bar",
    "concierge-bell",
];

/// An icon by the name that an administrator chose.
fn category_icon(name: &str) -> Html {
    let name = name.trim_start_matches("fa-").to_owned();
    html! { <i class={classes!("fas", "fa-fw", format!("fa-{name}"))} aria-hidden="true"></i> }
}

/// The list.
#[component]
pub fn Categories() -> Html {
    let language = use_language();
    let list = use_fetch((), |()| async { collection::list::<ServiceCategoryView>().await });
    let search = use_search();
    let view = |categories: &Rc<Vec<ServiceCategoryView>>| {
        let found = categories.iter().filter(|category| matches(&search.0, &category.name));
        let row = |category: &ServiceCategoryView| {
            let to = AdminRoute::Category { id: Item::Id(category.id) };
            let name = html! { <Go {to}>{ category_icon(&category.icon) }{ " " }{ &category.name }</Go> };
            TableRow::new(category.id, vec![html! { { category.position } }, name])
        };
        let heads = ["category-position", "admin-name"];
        listing(
            language,
            &text!(language, "admin-nav-categories"),
            &heads,
            found.map(row).collect(),
            !search.0.is_empty(),
        )
    };
    let new = (text!(language, "category-new").into(), Href::to(&AdminRoute::Category { id: Item::New }));
    html! {
        <ListPage title={text!(language, "admin-nav-categories")} lead={Some(AttrValue::from(text!(language, "category-lead")))} {new}
                  search={search.clone()}>
            { loaded(&list, language, skeleton_rows(4), view) }
        </ListPage>
    }
}

/// One category.
#[component]
pub fn Category(props: &ItemProps) -> Html {
    let language = use_language();
    let go = use_go();
    let oncreated = go.reform(|id| Href::to(&AdminRoute::Category { id: Item::Id(id) }));
    let blank = || ServiceCategoryEdit { name: String::new(), icon: "concierge-bell".to_owned(), position: 100 };
    let editor = use_editor::<ServiceCategoryView>(props.id, blank, oncreated);
    let onsave = {
        let editor = editor.clone();
        Callback::from(move |()| editor.save(&[("name", &editor.value.name)]))
    };
    let label = |key: &str| AttrValue::from(text!(language, key));
    let fields = vec![
        ("name", "category-name", label("admin-name")),
        ("icon", "category-icon", label("category-icon")),
        ("position", "category-position", label("category-position")),
    ];
    let title = editor.read.as_ref().map_or_else(|| text!(language, "category-new"), |read| read.data.name.clone());
    html! {
        <EditorPage<ServiceCategoryView> {title} list={(label("admin-nav-categories"), Href::to(&AdminRoute::Categories))}
                    editor={editor.clone()} {fields} {onsave}>
            <Card>
                <div class="sol-stack">
                    <TextField id="category-name" label={label("admin-name")} required=true value={editor.value.name.clone()} limit={Some(limits::NAME)}
                               onchange={editor.on(|category, text| category.name = text)} error={editor.field("name")} />
                    <div>
                        <TextField id="category-icon" label={label("category-icon")} value={editor.value.icon.clone()}
                                   onchange={editor.on(|category, text| category.icon = text)} error={editor.field("icon")} />
                        <div class="ad-icons" role="group" aria-label={text!(language, "category-icon")}>
                            { for ICONS.iter().map(|&name| {
                                let chosen = editor.value.icon == name;
                                let onclick = editor.on(move |category, _: MouseEvent| category.icon = name.to_owned());
                                html! {
                                    <button type="button" class={classes!("ad-icon", chosen.then_some("is-on"))} aria-pressed={chosen.to_string()}
                                            aria-label={name} title={name} {onclick}>{ category_icon(name) }</button>
                                }
                            }) }
                        </div>
                    </div>
                    <TextField id="category-position" label={label("category-position")} kind="number" value={editor.value.position.to_string()}
                               onchange={editor.on(|category, text: String| category.position = text.parse().unwrap_or_default())}
                               error={editor.field("position")} help={text!(language, "category-position-help")} />
                </div>
            </Card>
        </EditorPage<ServiceCategoryView>>
    }
}
