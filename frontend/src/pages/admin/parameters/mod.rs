//! Parameters: number, meaning, effect, editor, default, history. What was changed
//! is marked, and one bar saves all of it in one transaction.

mod changes;
mod choices;
mod group;
mod narrow;
mod row;

use crate::api::{self, ApiError, Tagged};
use crate::browser;
use crate::hooks::{Action as Running, Fetch, use_action, use_fetch, use_language, use_query_state};
use crate::route::AdminRoute;
use crate::ui::{
    Alert, AlertKind, Button, ButtonKind, Empty, Page, Problem, Toast, Unsaved, icon, loaded, skeleton_rows,
    use_toaster,
};
use changes::{History, LatestChanges};
use choices::use_known;
use contract::admin::{ParameterEdits, ParameterGroup, ParameterView};
use gloo_timers::callback::Timeout;
use group::Group;
use locales::{Language, text};
pub use narrow::link_to;
use narrow::{Narrow, Wanted, chips, search};
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::prelude::*;

/// What was changed and not saved: value by number.
pub type Changed = BTreeMap<i32, String>;

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
    let changed = use_state_eq(Changed::new);
    let wanted = use_query_state::<AdminRoute, Wanted>();
    let narrow = use_state_eq(|| Narrow::of(&wanted.value));
    let history = use_state_eq(|| None::<ParameterView>);
    let saved = use_state_eq(|| 0_u32);
    let known = use_known(parameters);
    let (action, save) = use_save(props, &changed, &narrow, &saved);
    let (onchange, discard) = use_changing(&props.read, &changed, &action);
    let onhistory = {
        let history = history.setter();
        Callback::from(move |parameter: Option<ParameterView>| history.set(parameter))
    };
    let present =
        |parameter: &&ParameterView| narrow.shows(parameter, changed.get(&parameter.id).unwrap_or(&parameter.value));
    let shown: Vec<&ParameterView> = parameters.iter().filter(present).collect();
    let unsaved = Rc::new((*changed).clone());
    let group = |&group: &ParameterGroup| {
        let members = shown.iter().filter(|parameter| parameter.group == group).map(|parameter| (*parameter).clone());
        html! {
            <Group {group} members={members.collect::<Vec<_>>()} changed={unsaved.clone()} known={known.clone()}
                   error={action.error.clone()} onchange={onchange.clone()} onhistory={onhistory.clone()} />
        }
    };
    html! {
        <Page title={text!(language, "admin-nav-parameters")} actions={search(language, &narrow)}>
            <Unsaved dirty={!changed.is_empty() && !action.busy} />
            { chips(language, parameters, &narrow) }
            <div class="pa__cols">
                <div class="pa__l">
                    { problem(language, action.error.as_ref(), &props.list.reload) }
                    { for ParameterGroup::ALL.iter().map(group) }
                    if shown.is_empty() { { nothing(language) } }
                    if !changed.is_empty() { { bar(language, changed.len(), &action, &save, &discard) } }
                </div>
                <LatestChanges parameters={props.read.clone()} known={known.clone()} saved={*saved} onhistory={onhistory.clone()} />
            </div>
            if let Some(parameter) = &*history {
                <History parameter={parameter.clone()} {known} onclose={onhistory.reform(|()| None)} />
            }
        </Page>
    }
}

/// Puts another value in the place of a saved one, and takes all of them back.
#[hook]
fn use_changing(
    read: &Rc<Tagged<Vec<ParameterView>>>,
    changed: &UseStateHandle<Changed>,
    action: &Running,
) -> (Callback<(i32, String)>, Callback<()>) {
    let onchange = {
        let (changed, read, action) = (changed.clone(), read.clone(), action.clone());
        Callback::from(move |(id, value): (i32, String)| {
            let mut next = (*changed).clone();
            let saved = read.data.iter().find(|parameter| parameter.id == id);
            if saved.is_some_and(|parameter| parameter.value == value) {
                next.remove(&id);
            } else {
                next.insert(id, value);
            }
            if action.error.as_ref().is_some_and(|error| error.fields().len() == 1) {
                action.clear();
            }
            changed.set(next);
        })
    };
    let discard = {
        let (changed, action) = (changed.clone(), action.clone());
        Callback::from(move |()| {
            action.clear();
            changed.set(Changed::new());
        })
    };
    (onchange, discard)
}

fn nothing(language: Language) -> Html {
    html! {
        <div class="sol-card">
            <Empty icon="search" title={text!(language, "admin-none-found")}>{ text!(language, "admin-none-found-text") }</Empty>
        </div>
    }
}

/// Saves what was changed, all of it or nothing.
#[hook]
fn use_save(
    props: &LoadedProps,
    changed: &UseStateHandle<Changed>,
    narrow: &UseStateHandle<Narrow>,
    saved: &UseStateHandle<u32>,
) -> (Running, Callback<()>) {
    let language = use_language();
    let toaster = use_toaster();
    let action = use_action();
    let save = {
        let (action, changed, narrow, saved) = (action.clone(), changed.clone(), narrow.setter(), saved.clone());
        let (etag, replace) = (props.read.etag.clone(), props.list.replace.clone());
        Callback::from(move |()| {
            let edits = ParameterEdits { values: (*changed).clone() };
            let (changed, narrow, saved, toaster) = (changed.clone(), narrow.clone(), saved.clone(), toaster.clone());
            let (etag, replace) = (etag.clone(), replace.clone());
            action.run(async move {
                match api::parameters::save(&edits, etag.as_deref()).await {
                    Ok(read) => {
                        replace.emit(read);
                        changed.set(Changed::new());
                        saved.set(*saved + 1);
                        toaster.show(Toast::done(text!(language, "admin-saved")));
                        Ok(())
                    }
                    Err(error) => {
                        show_first(&error, &narrow);
                        Err(error)
                    }
                }
            });
        })
    };
    (action, save)
}

/// Leads to the first value that was refused, wherever it is.
fn show_first(error: &ApiError, narrow: &UseStateSetter<Narrow>) {
    let number = error.fields().iter().find_map(|error| error.field.strip_prefix("values.")?.parse::<i32>().ok());
    if let Some(number) = number {
        narrow.set(Narrow::default());
        Timeout::new(60, move || {
            let id = format!("parameter-{number}");
            browser::scroll_to_id(&id);
            browser::focus_id(&id);
        })
        .forget();
    }
}

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

fn bar(language: Language, count: usize, action: &Running, save: &Callback<()>, discard: &Callback<()>) -> Html {
    html! {
        <div class="ad__bar is-dirty" role="status">
            <span class="sol-grow">{ icon("pen") }{ " " }{ crate::ui::rich(&text!(language, "param-unsaved", count = count)) }</span>
            <Button kind={ButtonKind::Link} label={text!(language, "admin-discard")} onclick={discard.clone()} />
            <Button kind={ButtonKind::Primary} label={text!(language, "ui-save")} onclick={save.clone()} loading={action.busy} />
        </div>
    }
}
