//! Units of the company: branches and departments.

use super::shared::{EditorPage, ItemProps, ListPage, listing, matches, use_editor, use_search};
use crate::api::collection;
use crate::hooks::{use_fetch, use_language};
use crate::route::{AdminRoute, Item};
use crate::ui::{Card, CheckField, Go, Href, TableRow, TextField, loaded, skeleton_rows, use_go};
use contract::admin::{UnitEdit, UnitView};
use contract::limits;
use locales::text;
use std::rc::Rc;
use yew::prelude::*;

/// The list.
#[component]
pub fn Units() -> Html {
    let language = use_language();
    let list = use_fetch((), |()| async { collection::list::<UnitView>().await });
    let search = use_search();
    let view = |units: &Rc<Vec<UnitView>>| {
        let found = units.iter().filter(|unit| matches(&search.0, &unit.name));
        let row = |unit: &UnitView| {
            let to = AdminRoute::Unit { id: Item::Id(unit.id) };
            let state = text!(language, if unit.active { "admin-active" } else { "admin-inactive" });
            TableRow::new(unit.id, vec![html! { <Go {to}>{ &unit.name }</Go> }, html! { { state } }]).dim(!unit.active)
        };
        let heads = ["admin-name", "admin-state"];
        listing(language, &text!(language, "admin-nav-units"), &heads, found.map(row).collect(), !search.0.is_empty())
    };
    let new = (text!(language, "unit-new").into(), Href::to(&AdminRoute::Unit { id: Item::New }));
    html! {
        <ListPage title={text!(language, "admin-nav-units")} lead={Some(AttrValue::from(text!(language, "unit-lead")))} {new} search={search.clone()}>
            { loaded(&list, language, skeleton_rows(4), view) }
        </ListPage>
    }
}

/// One unit.
#[component]
pub fn Unit(props: &ItemProps) -> Html {
    let language = use_language();
    let go = use_go();
    let oncreated = go.reform(|id| Href::to(&AdminRoute::Unit { id: Item::Id(id) }));
    let editor = use_editor::<UnitView>(props.id, || UnitEdit { name: String::new(), active: true }, oncreated);
    let onsave = {
        let editor = editor.clone();
        Callback::from(move |()| editor.save(&[("name", &editor.value.name)]))
    };
    let name = AttrValue::from(text!(language, "admin-name"));
    let title = editor.read.as_ref().map_or_else(|| text!(language, "unit-new"), |read| read.data.name.clone());
    html! {
        <EditorPage<UnitView> {title} list={(text!(language, "admin-nav-units").into(), Href::to(&AdminRoute::Units))} editor={editor.clone()}
                    fields={vec![("name", "unit-name", name.clone())]} {onsave}>
            <Card>
                <div class="sol-stack">
                    <TextField id="unit-name" label={name} required=true value={editor.value.name.clone()} limit={Some(limits::NAME)}
                               onchange={editor.on(|unit, text| unit.name = text)} error={editor.field("name")} />
                    <CheckField id="unit-active" label={text!(language, "admin-active")} checked={editor.value.active}
                                onchange={editor.on(|unit, on| unit.active = on)} help={text!(language, "unit-active-help")} />
                </div>
            </Card>
        </EditorPage<UnitView>>
    }
}
