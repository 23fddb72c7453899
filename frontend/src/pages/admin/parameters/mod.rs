//! The parameters, each with its explanation, its field, its default and its history. What was changed is marked, and a
//! bar saves all changes at once.

mod changes;
mod filter;
mod group;
mod references;
mod row;
mod unsaved;

use crate::api::{self, ApiError, Tagged};
use crate::browser;
use crate::hooks::{Action as ActionState, Fetch, use_action, use_fetch, use_language, use_query_state};
use crate::route::AdminRoute;
use crate::ui::{
    Alert, AlertKind, Button, ButtonKind, Empty, Page, Problem, Toast, Unsaved, icon, loaded, rich, skeleton_rows,
    use_toaster,
};
use changes::{History, LatestChanges};
use contract::admin::{ParameterEdits, ParameterGroup, ParameterView};
pub use filter::parameter_href;
use filter::{ParameterFilter, ParameterQuery, group_filter, search_box};
use gloo_timers::callback::Timeout;
use group::Group;
use locales::{Language, text};
use references::use_references;
use std::rc::Rc;
use unsaved::{UnsavedValues, set_value};
use yew::prelude::*;

/// How long it takes until a parameter that the filter hid is on the screen.
const RENDER_MS: u32 = 60;

/// The page.
#[component]
pub fn Parameters() -> Html {
    let language = use_language();
    let list = use_fetch((), |()| async { api::parameters::list().await });
    let view = |read: &Rc<Tagged<Vec<ParameterView>>>| html! { <Loaded read={read.clone()} list={list.clone()} /> };
    html! { { loaded(&list, language, skeleton_rows(8), view) } }
}

#[derive(Properties, PartialEq)]
struct LoadedProps {
    read: Rc<Tagged<Vec<ParameterView>>>,
    list: Fetch<Tagged<Vec<ParameterView>>>,
}

#[component]
fn Loaded(props: &LoadedProps) -> Html {
    let language = use_language();
    let parameters = &props.read.data;
    let unsaved = use_state_eq(UnsavedValues::new);
    let query = use_query_state::<AdminRoute, ParameterQuery>();
    let filter = use_state_eq(|| ParameterFilter::of(&query.value));
    let history = use_state_eq(|| None::<ParameterView>);
    let saved = use_state_eq(|| 0_u32);
    let references = use_references(parameters);
    let (action, save) = use_save(props, &unsaved, &filter, &saved);
    let (onchange, discard) = use_changes(&props.read, &unsaved, &action);
    let onhistory = {
        let history = history.setter();
        Callback::from(move |parameter: Option<ParameterView>| history.set(parameter))
    };
    let is_shown =
        |parameter: &&ParameterView| filter.shows(parameter, unsaved.get(&parameter.id).unwrap_or(&parameter.value));
    let shown: Vec<&ParameterView> = parameters.iter().filter(is_shown).collect();
    let values = Rc::new((*unsaved).clone());
    let group = |&group: &ParameterGroup| {
        let members = shown.iter().filter(|parameter| parameter.group == group).map(|parameter| (*parameter).clone());
        html! {
            <Group {group} members={members.collect::<Vec<_>>()} unsaved={values.clone()} references={references.clone()}
                   error={action.error.clone()} onchange={onchange.clone()} onhistory={onhistory.clone()} />
        }
    };
    html! {
        <Page title={text!(language, "admin-nav-parameters")} actions={search_box(language, &filter)}>
            <Unsaved dirty={!unsaved.is_empty() && !action.busy} />
            { group_filter(language, parameters, &filter) }
            <div class="pa__cols">
                <div class="pa__l">
                    { problem(language, action.error.as_ref(), &props.list.reload) }
                    { for ParameterGroup::ALL.iter().map(group) }
                    if shown.is_empty() { { no_match(language) } }
                    if !unsaved.is_empty() { { bar(language, unsaved.len(), &action, &save, &discard) } }
                </div>
                <LatestChanges parameters={props.read.clone()} references={references.clone()} saved={*saved} onhistory={onhistory.clone()} />
            </div>
            if let Some(parameter) = &*history {
                <History parameter={parameter.clone()} {references} onclose={onhistory.reform(|()| None)} />
            }
        </Page>
    }
}

/// The callbacks that change a value, and that discard all changes.
#[hook]
fn use_changes(
    read: &Rc<Tagged<Vec<ParameterView>>>,
    unsaved: &UseStateHandle<UnsavedValues>,
    action: &ActionState,
) -> (Callback<(i32, String)>, Callback<()>) {
    let onchange = {
        let (unsaved, read, action) = (unsaved.clone(), read.clone(), action.clone());
        Callback::from(move |(number, value): (i32, String)| {
            let mut next = (*unsaved).clone();
            set_value(&mut next, &read.data, number, value);
            if action.error.as_ref().is_some_and(|error| error.fields().len() == 1) {
                action.clear();
            }
            unsaved.set(next);
        })
    };
    let discard = {
        let (unsaved, action) = (unsaved.clone(), action.clone());
        Callback::from(move |()| {
            action.clear();
            unsaved.set(UnsavedValues::new());
        })
    };
    (onchange, discard)
}

/// Says that no parameter matches the filter.
fn no_match(language: Language) -> Html {
    html! {
        <div class="sol-card">
            <Empty icon="search" title={text!(language, "admin-none-found")}>{ text!(language, "admin-none-found-text") }</Empty>
        </div>
    }
}

/// The action that saves all changes or none of them, and the callback that starts it.
#[hook]
fn use_save(
    props: &LoadedProps,
    unsaved: &UseStateHandle<UnsavedValues>,
    filter: &UseStateHandle<ParameterFilter>,
    saved: &UseStateHandle<u32>,
) -> (ActionState, Callback<()>) {
    let language = use_language();
    let toaster = use_toaster();
    let action = use_action();
    let save = {
        let (action, unsaved, filter, saved) = (action.clone(), unsaved.clone(), filter.setter(), saved.clone());
        let (etag, replace) = (props.read.etag.clone(), props.list.replace.clone());
        Callback::from(move |()| {
            let edits = ParameterEdits { values: (*unsaved).clone() };
            let (unsaved, filter, saved, toaster) = (unsaved.clone(), filter.clone(), saved.clone(), toaster.clone());
            let (etag, replace) = (etag.clone(), replace.clone());
            action.run(async move {
                match api::parameters::save(&edits, etag.as_deref()).await {
                    Ok(read) => {
                        replace.emit(read);
                        unsaved.set(UnsavedValues::new());
                        saved.set(*saved + 1);
                        toaster.show(Toast::done(text!(language, "admin-saved")));
                        Ok(())
                    }
                    Err(error) => {
                        show_first(&error, &filter);
                        Err(error)
                    }
                }
            });
        })
    };
    (action, save)
}

/// Scrolls to the first value that was refused, also when the filter hides it.
fn show_first(error: &ApiError, filter: &UseStateSetter<ParameterFilter>) {
    let number = error.fields().iter().find_map(|error| error.field.strip_prefix("values.")?.parse::<i32>().ok());
    if let Some(number) = number {
        filter.set(ParameterFilter::default());
        Timeout::new(RENDER_MS, move || {
            let id = format!("parameter-{number}");
            browser::scroll_to_id(&id);
            browser::focus_id(&id);
        })
        .forget();
    }
}

/// Why it was not saved.
fn problem(language: Language, error: Option<&ApiError>, reload: &Callback<()>) -> Html {
    let Some(error) = error else { return Html::default() };
    if error.status() == Some(412) {
        let actions = html! { <Button kind={ButtonKind::Inline} label={text!(language, "param-conflict-reload")} onclick={reload.clone()} /> };
        return html! {
            <Alert kind={AlertKind::Warning} title={text!(language, "admin-conflict")} {actions}>{ text!(language, "param-conflict-text") }</Alert>
        };
    }
    if error.fields().is_empty() {
        return html! { <Problem error={error.clone()} kept=true /> };
    }
    html! {
        <Alert kind={AlertKind::Danger} title={error.title(language)}>{ text!(language, "param-refused", count = error.fields().len()) }</Alert>
    }
}

/// The bar that saves or discards the changes.
fn bar(language: Language, count: usize, action: &ActionState, save: &Callback<()>, discard: &Callback<()>) -> Html {
    html! {
        <div class="ad__bar is-dirty" role="status">
            <span class="sol-grow">{ icon("pen") }{ " " }{ rich(&text!(language, "param-unsaved", count = count)) }</span>
            <Button kind={ButtonKind::Link} label={text!(language, "admin-discard")} onclick={discard.clone()} />
            <Button kind={ButtonKind::Primary} label={text!(language, "ui-save")} onclick={save.clone()} loading={action.busy} />
        </div>
    }
}
