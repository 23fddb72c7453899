//! The reasons of suspensions, with their names in three languages.

use super::shared::{Editor, EditorPage, ItemProps, ListPage, listing, matches, use_editor, use_search};
use crate::api::collection;
use crate::hooks::{use_fetch, use_language};
use crate::route::{AdminRoute, Item};
use crate::ui::{Card, CheckField, Go, Href, TableRow, TextField, loaded, skeleton_rows, use_go};
use contract::admin::SuspensionReasonEdit;
use contract::desk::SuspensionReasonView;
use contract::{Language, limits};
use locales::text;
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::prelude::*;

/// The list.
#[component]
pub fn Reasons() -> Html {
    let language = use_language();
    let list = use_fetch((), |()| async { collection::list::<SuspensionReasonView>().await });
    let search = use_search();
    let view = |reasons: &Rc<Vec<SuspensionReasonView>>| {
        let found = reasons.iter().filter(|reason| matches(&search.0, &reason.name));
        let row = |reason: &SuspensionReasonView| {
            let to = AdminRoute::Reason { id: Item::Id(reason.id) };
            let waits =
                text!(language, if reason.waits_requester { "reason-waits-requester" } else { "reason-waits-date" });
            let state = text!(language, if reason.active { "admin-active" } else { "admin-inactive" });
            let cells = vec![html! { <Go {to}>{ &reason.name }</Go> }, html! { { waits } }, html! { { state } }];
            TableRow::new(reason.id, cells).dim(!reason.active)
        };
        let heads = ["admin-name", "reason-waits", "admin-state"];
        listing(language, &text!(language, "admin-nav-reasons"), &heads, found.map(row).collect(), !search.0.is_empty())
    };
    let new = (text!(language, "reason-new").into(), Href::to(&AdminRoute::Reason { id: Item::New }));
    html! {
        <ListPage title={text!(language, "admin-nav-reasons")} lead={Some(AttrValue::from(text!(language, "reason-lead")))} {new}
                  search={search.clone()}>
            { loaded(&list, language, skeleton_rows(4), view) }
        </ListPage>
    }
}

/// The label of the field with the name in a language.
fn name_label(language: Language, tag: Language) -> AttrValue {
    text!(language, "reason-name-in", language = text!(language, &format!("language-{tag}"))).into()
}

/// The name of a reason in a language; empty when there is none.
fn name_of(reason: &SuspensionReasonEdit, tag: Language) -> String {
    reason.names.get(tag.as_str()).cloned().unwrap_or_default()
}

/// One reason.
#[component]
pub fn Reason(props: &ItemProps) -> Html {
    let language = use_language();
    let go = use_go();
    let oncreated = go.reform(|id| Href::to(&AdminRoute::Reason { id: Item::Id(id) }));
    let blank = || SuspensionReasonEdit { names: BTreeMap::new(), waits_requester: false, active: true };
    let editor = use_editor::<SuspensionReasonView>(props.id, blank, oncreated);
    let onsave = {
        let editor = editor.clone();
        Callback::from(move |()| editor.save(&[("names.pt-BR", &name_of(&editor.value, Language::Portuguese))]))
    };
    let fields = vec![
        ("names.pt-BR", "reason-pt-BR", name_label(language, Language::Portuguese)),
        ("names.es", "reason-es", name_label(language, Language::Spanish)),
        ("names.en", "reason-en", name_label(language, Language::English)),
    ];
    let title = editor.read.as_ref().map_or_else(|| text!(language, "reason-new"), |read| read.data.name.clone());
    html! {
        <EditorPage<SuspensionReasonView> {title} list={(text!(language, "admin-nav-reasons").into(), Href::to(&AdminRoute::Reasons))}
                    editor={editor.clone()} {fields} {onsave}>
            <Card>
                <div class="sol-stack">
                    { for Language::ALL.iter().map(|tag| name_field(language, &editor, *tag)) }
                    <CheckField id="reason-waits" label={text!(language, "reason-waits-check")} checked={editor.value.waits_requester}
                                onchange={editor.on(|reason, on| reason.waits_requester = on)} help={text!(language, "reason-waits-help")} />
                    <CheckField id="reason-active" label={text!(language, "admin-active")} checked={editor.value.active}
                                onchange={editor.on(|reason, on| reason.active = on)} help={text!(language, "reason-active-help")} />
                </div>
            </Card>
        </EditorPage<SuspensionReasonView>>
    }
}

fn name_field(language: Language, editor: &Editor<SuspensionReasonView>, tag: Language) -> Html {
    let required = tag == Language::Portuguese;
    let onchange = editor.on(move |reason, text: String| {
        if text.is_empty() {
            reason.names.remove(tag.as_str());
        } else {
            reason.names.insert(tag.as_str().to_owned(), text);
        }
    });
    html! {
        <TextField id={format!("reason-{tag}")} label={name_label(language, tag)} {required} value={name_of(&editor.value, tag)} {onchange}
                   error={editor.field(&format!("names.{tag}"))} limit={Some(limits::NAME)}
                   help={(!required).then(|| AttrValue::from(text!(language, "reason-name-help")))} />
    }
}
