//! One request on the desk: what is known of it, what may be done with it, and
//! who asked for it.

mod actions;
mod composer;
mod dialogs;
mod emails;
mod head;
mod parts;
mod person;
mod related;

pub use dialogs::{impacts, service_options, urgencies};

use super::query::DeskQuery;
use crate::api;
use crate::browser;
use crate::hooks::{Fetch, QueryState, use_fetch, use_language, use_live, use_page_title, use_refresh, use_throttled};
use crate::route::Show;
use crate::ui::{Empty, LinkButton, loaded, skeleton_lines};
use contract::OccurrenceKind;
use contract::live::{LiveEvent, LiveKind};
use contract::requests::RequestView;
use dialogs::Asked;
use gloo_timers::callback::Timeout;
use head::Head;
use locales::text;
use parts::{Part, Parts, content};
use person::Person;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Request`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Its number.
    pub number: i64,
    /// What the URL says.
    pub query: QueryState<DeskQuery>,
    /// Something was done to it: the queue may have changed.
    pub onchanged: Callback<()>,
}

/// A request with its requester beside it.
#[component]
pub fn Request(props: &Props) -> Html {
    let language = use_language();
    let number = props.number;
    let request = use_fetch(number, |number| async move { api::requests::get(number).await.map(|tagged| tagged.data) });
    let news = use_news(number, &request);
    let person = use_state_eq(|| false);
    let title = request.data().map_or_else(|| number.to_string(), |view| format!("{number} {}", view.full_title));
    use_page_title(&title);
    use_focus_on_title(request.data().is_some());
    let toggle = {
        let person = person.clone();
        Callback::from(move |()| person.set(!*person))
    };
    if matches!(&request.state, crate::hooks::AsyncState::Failed(error) if error.is_not_found()) {
        return html! { <Missing {number} query={props.query.clone()} /> };
    }
    let view = |view: &Rc<RequestView>| {
        html! {
            <Opened view={view.clone()} request={request.clone()} {news} query={props.query.clone()} onchanged={props.onchanged.clone()}
                    onperson={toggle.clone()} />
        }
    };
    html! {
        <>
            <section class="dk__r" aria-label={text!(language, "desk-request", number = number)}>
                { loaded(&request, language, html! { <div class="sol-pad">{ skeleton_lines(&[60, 35, 80, 72]) }</div> }, view) }
            </section>
            <Person {number} view={request.data().cloned()} open={*person} onclose={toggle.clone()} query={props.query.clone()} />
        </>
    }
}

#[derive(Properties, PartialEq)]
struct MissingProps {
    number: i64,
    query: QueryState<DeskQuery>,
}

/// No such request, or none that this attendant may see.
#[component]
fn Missing(props: &MissingProps) -> Html {
    let language = use_language();
    let actions = html! { <LinkButton to={props.query.value.beside(None)} label={text!(language, "desk-back")} /> };
    html! {
        <section class="dk__nothing">
            <Empty icon="search" title={text!(language, "desk-missing", number = props.number)} whole=true {actions}>
                { text!(language, "desk-missing-text") }
            </Empty>
        </section>
    }
}

/// A request that was opened from the queue takes the focus to its title, unless somebody types.
#[hook]
fn use_focus_on_title(here: bool) {
    use_effect_with(here, |here| {
        let timer = here.then(|| {
            Timeout::new(0, || {
                if !browser::is_typing() {
                    browser::focus_id("desk-title");
                }
            })
        });
        move || drop(timer)
    });
}

/// Reads again when something happened to the request; the number changes then.
#[hook]
fn use_news(number: i64, request: &Fetch<RequestView>) -> u32 {
    let news = use_state_eq(|| 0_u32);
    let changed = {
        let (news, reload) = (news.clone(), request.reload.clone());
        Callback::from(move |()| {
            news.set(news.wrapping_add(1));
            reload.emit(());
        })
    };
    let calm = use_throttled(250, changed);
    let heard = use_callback((number, calm), |event: LiveEvent, (number, calm)| {
        let here = event.number == Some(*number) && event.kind != LiveKind::Notification;
        if here || event.kind == LiveKind::Reset {
            calm.emit(());
        }
    });
    use_live(heard);
    use_refresh(120_000, request.reload.clone());
    *news
}

/// Properties of what is shown of a request that is here.
#[derive(Properties, PartialEq)]
struct OpenedProps {
    view: Rc<RequestView>,
    request: Fetch<RequestView>,
    news: u32,
    query: QueryState<DeskQuery>,
    onchanged: Callback<()>,
    onperson: Callback<()>,
}

#[component]
fn Opened(props: &OpenedProps) -> Html {
    let view = &props.view;
    let asked = use_state_eq(|| None::<Asked>);
    let written = use_state_eq(|| 0_u32);
    let filter = use_filter(props.query.value.show.as_deref());
    let ask = {
        let asked = asked.setter();
        Callback::from(move |what: Option<Asked>| asked.set(what))
    };
    let onwritten = {
        let (reload, changed, written) = (props.request.reload.clone(), props.onchanged.clone(), written.clone());
        Callback::from(move |()| {
            written.set(written.wrapping_add(1));
            reload.emit(());
            changed.emit(());
        })
    };
    let ondone = {
        let (replace, changed, written, ask) =
            (props.request.replace.clone(), props.onchanged.clone(), written.clone(), ask.clone());
        Callback::from(move |view: RequestView| {
            ask.emit(None);
            written.set(written.wrapping_add(1));
            replace.emit(view);
            changed.emit(());
        })
    };
    let part = Part::of(props.query.value.show.as_deref());
    let changes = (props.news, *written);
    html! {
        <>
            <Head view={view.clone()} query={props.query.clone()} onask={ask.reform(Some)} ondone={ondone.clone()}
                  onstale={onwritten.clone()} onperson={props.onperson.clone()} />
            <Parts {part} view={view.clone()} query={props.query.clone()}>
                { content(part, view, changes, &filter, &ask, &onwritten) }
            </Parts>
            { dialogs::of((*asked).clone(), view, &ask.reform(|()| None), &ondone, &onwritten) }
        </>
    }
}

/// What the timeline shows; `?show=history` asks for the occurrences only.
#[hook]
fn use_filter(show: Option<&str>) -> UseStateHandle<Option<OccurrenceKind>> {
    let filter = use_state_eq(|| None);
    use_effect_with(show.map(ToOwned::to_owned), {
        let filter = filter.setter();
        move |show| match show.as_deref().and_then(Show::parse) {
            Some(Show::History) => filter.set(Some(OccurrenceKind::Event)),
            Some(Show::Messages) => {
                filter.set(None);
                Timeout::new(120, || browser::scroll_to_id("timeline")).forget();
            }
            _ => {}
        }
    });
    filter
}
