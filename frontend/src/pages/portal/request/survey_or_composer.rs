//! What stands above the timeline: the survey, the composer, or why there is neither.

use super::composer::Composer;
use super::page_state::{PageState, scroll_when_rendered};
use super::survey::Survey;
use crate::hooks::use_language;
use crate::route::{Route, Show};
use crate::ui::{Alert, Button, Go};
use contract::requests::RequestView;
use contract::{Action, Situation};
use locales::{Language, text};
use yew::prelude::*;

/// Properties of [`SurveyOrComposer`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The request.
    pub view: RequestView,
    /// What the viewer has chosen on the page.
    pub page: PageState,
    /// Called with the request after it was rated or accepted.
    pub onchanged: Callback<RequestView>,
    /// Called when something was sent.
    pub onwritten: Callback<()>,
    /// Opens the dialog that reopens the request.
    pub onreopen: Callback<()>,
}

/// The survey of a resolved request; the composer, where something can be written; or that the request has ended.
#[component]
pub fn SurveyOrComposer(props: &Props) -> Html {
    let language = use_language();
    let row = &props.view.row;
    let may = |action: Action| row.actions.contains(&action);
    let resolved = matches!(row.situation, Situation::Resolved | Situation::Closed);
    let survey = resolved && (may(Action::Rate) || may(Action::Close) || props.view.solution.is_some());
    let writes = may(Action::Message) || may(Action::AddNote);
    let reveal = {
        let write = props.page.write.setter();
        Callback::from(move |()| {
            write.set(true);
            scroll_when_rendered(Show::Messages);
        })
    };
    html! {
        <>
            if survey {
                <Survey view={props.view.clone()} onchanged={props.onchanged.clone()}
                    onreopen={props.onreopen.clone()}
                                onwrite={(writes && !*props.page.write).then(|| reveal.clone())} />
            }
            if writes && (!survey || *props.page.write) {
                <Composer view={props.view.clone()} tab={props.page.tab.clone()} onwritten={props.onwritten.clone()} />
            }
            if !survey && !writes { { ended(language, &props.view, &props.onreopen) } }
        </>
    }
}

/// Says that the request has ended, and offers to reopen it or to open another one.
fn ended(language: Language, view: &RequestView, onreopen: &Callback<()>) -> Html {
    let situation = view.row.situation;
    if !matches!(situation, Situation::Closed | Situation::Cancelled) {
        return Html::default();
    }
    let actions = if view.row.actions.contains(&Action::Reopen) {
        html! { <Button label={text!(language, "action-reopen")} icon="undo-alt" onclick={onreopen.clone()} /> }
    } else {
        html! { <OpenAnother /> }
    };
    let key = if situation == Situation::Closed { "req-ended-closed" } else { "req-ended-cancelled" };
    html! {
        <Alert title={text!(language, key)} {actions} live=false class="rq__ended">
            { text!(language, "req-ended-text") }
        </Alert>
    }
}

/// The link that opens another request.
#[component]
fn OpenAnother() -> Html {
    let language = use_language();
    html! { <Go to={Route::Catalogue}>{ text!(language, "req-open-another") }</Go> }
}
