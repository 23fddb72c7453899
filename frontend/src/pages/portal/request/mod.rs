//! One request: the conversation and its history, the clock that explains
//! itself, description and files; the survey, once it is resolved.

mod composer;
mod dialogs;
mod head;
mod related;
mod survey;

pub use dialogs::{CancelDialog, ReopenDialog};

use crate::api::{self, Tagged};
use crate::browser;
use crate::hooks::{AsyncState, Fetch, use_fetch, use_language, use_live, use_refresh, use_session};
use crate::pages::shared::request::{Attachments, ClockCard, Conversation, Description};
use crate::route::{Route, Show};
use crate::ui::{
    Alert, Breadcrumb, Button, Card, Empty, Href, LinkButton, Page, Toast, loaded, skeleton_lines, use_toaster,
};
use composer::{Composer, Tab};
use contract::live::{LiveEvent, LiveKind};
use contract::requests::RequestView;
use contract::{Action, OccurrenceKind, Situation};
use locales::{Language, text};
use std::rc::Rc;
use yew::prelude::*;
use yew_router::prelude::*;

/// Properties of [`Request`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Its number.
    pub number: i64,
}

/// One request.
#[component]
pub fn Request(props: &Props) -> Html {
    let language = use_language();
    let number = props.number;
    let request = use_fetch(number, |number| async move { api::requests::get(number).await });
    let here = use_state_eq(|| 0_u32);
    use_news(number, &request, here.clone());
    let trail = html! {
        <Breadcrumb steps={vec![(text!(language, "nav-requests").into(), Href::to(&Route::Requests))]}
                    here={AttrValue::from(number.to_string())} />
    };
    let replace = {
        let replace = request.replace.clone();
        Callback::from(move |view: RequestView| replace.emit(Tagged { data: view, etag: None }))
    };
    let view = |tagged: &Rc<Tagged<RequestView>>| {
        html! {
            <Opened view={tagged.data.clone()} {replace} reload={request.reload.clone()} news={*here} />
        }
    };
    if matches!(&request.state, AsyncState::Failed(error) if error.is_not_found()) {
        return html! { <Missing {number} /> };
    }
    let title =
        request.data().map_or_else(|| number.to_string(), |tagged| format!("{number} {}", tagged.data.full_title));
    let heading = request.data().map(|tagged| head::heading(&tagged.data));
    html! {
        <Page {title} {heading} trail={trail}>
            { loaded(&request, language, html! { <Card>{ skeleton_lines(&[40, 80, 65, 72]) }</Card> }, view) }
        </Page>
    }
}

/// No such request among one's own: nothing is told about anybody else's.
#[component]
fn Missing(props: &Props) -> Html {
    let language = use_language();
    let title = text!(language, "req-missing", number = props.number);
    let actions = html! { <LinkButton to={Href::to(&Route::Requests)} label={text!(language, "req-missing-list")} /> };
    html! {
        <Page title={title.clone()} heading={html! { { props.number } }}>
            <Card flush=true><Empty icon="search" {title}
                {actions}>{ text!(language, "req-missing-text") }</Empty></Card>
        </Page>
    }
}

/// Reads again when something happened here. `news` counts, so that the timeline reads, too.
#[hook]
fn use_news(number: i64, request: &Fetch<Tagged<RequestView>>, news: UseStateHandle<u32>) {
    let heard = use_callback((number, request.reload.clone(), *news), {
        let news = news.setter();
        move |event: LiveEvent, (number, reload, count): &(i64, Callback<()>, u32)| {
            let here = event.number == Some(*number) && event.kind != LiveKind::Notification;
            if here || event.kind == LiveKind::Reset {
                news.set(count.wrapping_add(1));
                if event.kind != LiveKind::Read {
                    reload.emit(());
                }
            }
        }
    });
    use_live(heard);
    use_refresh(120_000, request.reload.clone());
}

#[derive(Properties, PartialEq)]
struct OpenedProps {
    view: RequestView,
    /// Puts the request in place that an action answered.
    replace: Callback<RequestView>,
    /// Reads the request again.
    reload: Callback<()>,
    /// Changes when something happened.
    news: u32,
}

/// What the page shows of a request that is here.
#[component]
fn Opened(props: &OpenedProps) -> Html {
    let language = use_language();
    let session = use_session();
    let toaster = use_toaster();
    let (view, row) = (&props.view, &props.view.row);
    let place = use_place(view);
    let asked = use_state_eq(|| None::<Action>);
    let written = use_state_eq(|| 0_u32);
    let ask = |action: Option<Action>| {
        let asked = asked.setter();
        Callback::from(move |()| asked.set(action))
    };
    let onchanged = {
        let (replace, asked, written) = (props.replace.clone(), asked.setter(), written.clone());
        Callback::from(move |view: RequestView| {
            toaster.show(situation_toast(language, &view));
            asked.set(None);
            written.set(*written + 1);
            replace.emit(view);
            session.refresh();
        })
    };
    let onwritten = {
        let (reload, written) = (props.reload.clone(), written.clone());
        Callback::from(move |()| {
            written.set(*written + 1);
            reload.emit(());
        })
    };
    let changes = (props.news, *written);
    html! {
        <>
            { head::meta(language, view, &ask(Some(Action::Cancel))) }
            <div class="rq">
                <div class="rq__main">
                    <Above view={view.clone()} place={place.clone()} onchanged={onchanged.clone()} {onwritten}
                        onreopen={ask(Some(Action::Reopen))} />
                    <Conversation number={row.number} filter={place.filter.clone()} {changes}
                        hidden={view.messages_hidden}
                                  history={row.actions.contains(&Action::ViewHistory)} />
                </div>
                <aside class="rq__side">
                    <ClockCard view={view.clone()} />
                    <Description view={view.clone()} />
                    <Attachments number={row.number} {changes}
                        attach={row.actions.contains(&Action::Attach)}
                                              onchanged={props.reload.clone()} />
                    <related::Related related={view.related.clone()} />
                </aside>
            </div>
            { dialogs::of(row.number, *asked, &ask(None), &onchanged) }
        </>
    }
}

/// Says how the request stands after somebody did something with it.
#[must_use]
pub fn situation_toast(language: Language, view: &RequestView) -> Toast {
    let (situation, number) = (view.row.situation, view.row.number);
    Toast::done(text!(language, &crate::text::code("mine-now", situation), number = number))
        .key(format!("now-{number}"))
}

/// Where the page is open: the tab of the composer and the filter of the timeline.
#[derive(Clone, PartialEq)]
pub struct Place {
    tab: UseStateHandle<Tab>,
    filter: UseStateHandle<Option<OccurrenceKind>>,
    /// The composer was asked for although the survey stands in its place.
    write: UseStateHandle<bool>,
}

/// `?show=` leads to a place, when the page opens and whenever it changes.
#[hook]
fn use_place(view: &RequestView) -> Place {
    let location = use_location();
    let show = location.and_then(|location| {
        let query: Vec<(String, String)> =
            serde_urlencoded::from_str(location.query_str().trim_start_matches('?')).ok()?;
        query.into_iter().find(|(name, _)| name == "show").and_then(|(_, show)| Show::parse(&show))
    });
    let may_message = view.row.actions.contains(&Action::Message);
    let place = Place {
        tab: use_state_eq(|| if may_message { Tab::Message } else { Tab::Note }),
        filter: use_state_eq(|| None),
        write: use_state_eq(|| false),
    };
    use_effect_with(show, {
        let place = place.clone();
        move |show| {
            let Some(show) = *show else { return };
            match show {
                Show::Messages => place.tab.set(Tab::Message),
                Show::Note => place.tab.set(Tab::Note),
                Show::History => place.filter.set(Some(OccurrenceKind::Event)),
                _ => {}
            }
            place.write.set(matches!(show, Show::Messages | Show::Note));
            // After the next rendering, when the place is there.
            gloo_timers::callback::Timeout::new(60, move || go_to(show)).forget();
        }
    });
    place
}

fn go_to(show: Show) {
    let id = match show {
        Show::Messages => "message-text",
        Show::Note => "note-text",
        Show::History => "timeline",
        Show::Description => "description",
        Show::Attachments => "attachments",
        Show::Rate => "grade",
        Show::Solution => "solution",
    };
    browser::focus_id(id);
    browser::scroll_to_id(id);
}

#[derive(Properties, PartialEq)]
struct AboveProps {
    view: RequestView,
    place: Place,
    onchanged: Callback<RequestView>,
    onwritten: Callback<()>,
    onreopen: Callback<()>,
}

/// What stands above the timeline: the survey, the composer, or why there is neither.
#[component]
fn Above(props: &AboveProps) -> Html {
    let language = use_language();
    let row = &props.view.row;
    let may = |action: Action| row.actions.contains(&action);
    let resolved = matches!(row.situation, Situation::Resolved | Situation::Closed);
    let survey = resolved && (may(Action::Rate) || may(Action::Close) || props.view.solution.is_some());
    let writes = may(Action::Message) || may(Action::AddNote);
    let reveal = {
        let write = props.place.write.setter();
        Callback::from(move |()| {
            write.set(true);
            gloo_timers::callback::Timeout::new(60, || go_to(Show::Messages)).forget();
        })
    };
    html! {
        <>
            if survey {
                <survey::Survey view={props.view.clone()} onchanged={props.onchanged.clone()}
                    onreopen={props.onreopen.clone()}
                                onwrite={(writes && !*props.place.write).then(|| reveal.clone())} />
            }
            if writes && (!survey || *props.place.write) {
                <Composer view={props.view.clone()} tab={props.place.tab.clone()} onwritten={props.onwritten.clone()} />
            }
            if !survey && !writes { { ended(language, &props.view, &props.onreopen) } }
        </>
    }
}

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

/// The way to ask for something again.
#[component]
fn OpenAnother() -> Html {
    let language = use_language();
    html! { <crate::ui::Go to={Route::Catalogue}>{ text!(language, "req-open-another") }</crate::ui::Go> }
}
