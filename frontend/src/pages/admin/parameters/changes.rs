//! The history of parameters: who changed which one, when, from what, and to what.

use super::references::References;
use crate::api::{self, Tagged};
use crate::hooks::{Clock, use_clock, use_fetch};
use crate::ui::{Avatar, Button, ButtonKind, Dialog, icon, loaded, skeleton_lines};
use contract::Page;
use contract::admin::{ListQuery, ParameterChange, ParameterView};
use locales::text;
use std::rc::Rc;
use yew::prelude::*;

/// Changes that are shown beside the parameters.
const LATEST: u32 = 6;
/// Changes that the history of a parameter shows.
const HISTORY: u32 = 50;

/// Properties of [`LatestChanges`].
#[derive(Properties, PartialEq)]
pub struct LatestProps {
    /// The parameters, for their names.
    pub parameters: Rc<Tagged<Vec<ParameterView>>>,
    /// What identifiers refer to.
    pub references: References,
    /// A counter. The changes are read again when it changes.
    pub saved: u32,
    /// Opens the history of a parameter.
    pub onhistory: Callback<Option<ParameterView>>,
}

/// The latest changes of all parameters.
#[component]
pub fn LatestChanges(props: &LatestProps) -> Html {
    let clock = use_clock();
    let language = clock.language;
    let changes = use_fetch(props.saved, |_| async {
        api::parameters::changes(&ListQuery { page_size: Some(LATEST), ..ListQuery::default() }).await
    });
    let view = |page: &Rc<Page<ParameterChange>>| {
        if page.items.is_empty() {
            return html! { <p class="sol-subtle sol-dense">{ text!(language, "param-no-changes") }</p> };
        }
        let line = |change: &ParameterChange| {
            let parameter = props.parameters.data.iter().find(|parameter| parameter.id == change.parameter);
            let title = parameter.map(|parameter| {
                let name = format!("{} · {}", parameter.id, parameter.name);
                let parameter = parameter.clone();
                let onclick = props.onhistory.reform(move |()| Some(parameter.clone()));
                html! { <Button kind={ButtonKind::Inline} label={name} {onclick} /> }
            });
            let title = title.unwrap_or_else(|| html! { <strong>{ change.parameter }</strong> });
            entry(&clock, &props.references, parameter, change, title)
        };
        html! { <ol class="pa__log">{ for page.items.iter().map(line) }</ol> }
    };
    html! {
        <aside class="sol-card" aria-label={text!(language, "param-changes")}>
            <div class="sol-card__h"><h2 class="sol-h2">{ text!(language, "param-changes") }</h2></div>
            { loaded(&changes, language, skeleton_lines(&[70, 50, 60]), view) }
        </aside>
    }
}

/// A change. `title` says which parameter it was, where that is not known.
fn entry(
    clock: &Clock,
    references: &References,
    parameter: Option<&ParameterView>,
    change: &ParameterChange,
    title: Html,
) -> Html {
    let language = clock.language;
    let text = |value: &str| match parameter {
        Some(parameter) => references.value_text(language, parameter, value),
        None if value.is_empty() => text!(language, "param-empty"),
        None => value.to_owned(),
    };
    let author = change.author.as_ref().map_or_else(|| text!(language, "ui-system"), |author| author.name.clone());
    html! {
        <li>
            if let Some(author) = &change.author { <Avatar id={author.id} name={author.name.clone()} small=true /> }
            <div class="sol-grow">
                { title }
                <div><del>{ text(&change.from) }</del>{ " " }{ icon("arrow-right") }{ " " }<ins>{ text(&change.to) }</ins></div>
                <span class="sol-small sol-subtle">{ author }{ ", " }{ clock.date_time(change.at) }</span>
            </div>
        </li>
    }
}

/// Properties of [`History`].
#[derive(Properties, PartialEq)]
pub struct HistoryProps {
    /// The parameter.
    pub parameter: ParameterView,
    /// What identifiers refer to.
    pub references: References,
    /// Closes the dialog.
    pub onclose: Callback<()>,
}

/// The changes of one parameter.
#[component]
pub fn History(props: &HistoryProps) -> Html {
    let clock = use_clock();
    let language = clock.language;
    let parameter = &props.parameter;
    let changes = use_fetch(parameter.id, |id| async move {
        api::parameters::changes_of(id, &ListQuery { page_size: Some(HISTORY), ..ListQuery::default() }).await
    });
    let view = |page: &Rc<Page<ParameterChange>>| {
        if page.items.is_empty() {
            return html! { <p class="sol-subtle">{ text!(language, "param-never-changed") }</p> };
        }
        let line =
            |change: &ParameterChange| entry(&clock, &props.references, Some(parameter), change, Html::default());
        html! { <ol class="pa__log">{ for page.items.iter().map(line) }</ol> }
    };
    html! {
        <Dialog title={format!("{} · {}", parameter.id, parameter.name)} onclose={props.onclose.clone()}>
            { loaded(&changes, language, skeleton_lines(&[70, 50, 60]), view) }
        </Dialog>
    }
}
