//! A request on the desktop: its head and tabs, the dialogs of its actions, and its requester.

mod actions;
mod composer;
mod dialogs;
mod emails;
mod head;
mod minutes;
mod related;
mod request_action;
mod requester;
mod tabs;

use super::query::DeskQuery;
use crate::api;
use crate::browser;
use crate::hooks::{
    AsyncState, Fetch, QueryState, use_fetch, use_language, use_live, use_page_title, use_refresh, use_throttled,
};
use crate::route::Show;
use crate::ui::{Empty, LinkButton, loaded, skeleton_lines};
use contract::OccurrenceKind;
use contract::live::{LiveEvent, LiveKind};
use contract::requests::RequestView;
use dialogs::OpenDialog;
use gloo_timers::callback::Timeout;
use head::Head;
use locales::text;
use requester::Requester;
use std::rc::Rc;
use tabs::{RequestTab, RequestTabs, tab_content};
use yew::prelude::*;

/// At most one reading of the request in this time, however many events arrive.
const THROTTLE_MS: u32 = 250;
/// How often the request is read again without any event.
const REFRESH_MS: u32 = 120_000;
/// How long it takes until a tab that was chosen is on the screen.
const TAB_MS: u32 = 120;

/// Properties of [`Request`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Its number.
    pub number: i64,
    /// What the URL says.
    pub query: QueryState<DeskQuery>,
    /// Called when something was done with it, since the queue may have changed.
    pub onchanged: Callback<()>,
}

/// A request with its requester beside it.
#[component]
pub fn Request(props: &Props) -> Html {
    let language = use_language();
    let number = props.number;
    let request = use_fetch(number, |number| async move { api::requests::get(number).await.map(|tagged| tagged.data) });
    let events = use_request_refresh(number, &request);
    let drawer = use_state_eq(|| false);
    let title = request.data().map_or_else(|| number.to_string(), |view| format!("{number} {}", view.full_title));
    use_page_title(&title);
    use_focus_on_title(request.data().is_some());
    let toggle = {
        let drawer = drawer.clone();
        Callback::from(move |()| drawer.set(!*drawer))
    };
    if matches!(&request.state, AsyncState::Failed(error) if error.is_not_found()) {
        return html! { <Missing {number} query={props.query.clone()} /> };
    }
    let view = |view: &Rc<RequestView>| {
        html! {
            <LoadedRequest view={view.clone()} request={request.clone()} {events} query={props.query.clone()} onchanged={props.onchanged.clone()}
                    onrequester={toggle.clone()} />
        }
    };
    html! {
        <>
            <section class="dk__r" aria-label={text!(language, "desk-request", number = number)}>
                { loaded(&request, language, html! { <div class="sol-pad">{ skeleton_lines(&[60, 35, 80, 72]) }</div> }, view) }
            </section>
            <Requester {number} view={request.data().cloned()} open={*drawer} onclose={toggle.clone()} query={props.query.clone()} />
        </>
    }
}

#[derive(Properties, PartialEq)]
struct MissingProps {
    number: i64,
    query: QueryState<DeskQuery>,
}

/// Says that there is no such request, or none that this attendant may see.
#[component]
fn Missing(props: &MissingProps) -> Html {
    let language = use_language();
    let actions =
        html! { <LinkButton to={props.query.value.href_beside(None)} label={text!(language, "desk-back")} /> };
    html! {
        <section class="dk__nothing">
            <Empty icon="search" title={text!(language, "desk-missing", number = props.number)} whole=true {actions}>
                { text!(language, "desk-missing-text") }
            </Empty>
        </section>
    }
}

/// Moves the focus to the title when the request is there, unless somebody is typing.
#[hook]
fn use_focus_on_title(loaded: bool) {
    use_effect_with(loaded, |loaded| {
        let timer = loaded.then(|| {
            Timeout::new(0, || {
                if !browser::is_typing() {
                    browser::focus_id("desk-title");
                }
            })
        });
        move || drop(timer)
    });
}

/// Reads the request again when something happens to it. The result counts these events.
#[hook]
fn use_request_refresh(number: i64, request: &Fetch<RequestView>) -> u32 {
    let events = use_state_eq(|| 0_u32);
    let changed = {
        let (events, reload) = (events.clone(), request.reload.clone());
        Callback::from(move |()| {
            events.set(events.wrapping_add(1));
            reload.emit(());
        })
    };
    let throttled = use_throttled(THROTTLE_MS, changed);
    let on_event = use_callback((number, throttled), |event: LiveEvent, (number, throttled)| {
        let here = event.number == Some(*number) && event.kind != LiveKind::Notification;
        if here || event.kind == LiveKind::Reset {
            throttled.emit(());
        }
    });
    use_live(on_event);
    use_refresh(REFRESH_MS, request.reload.clone());
    *events
}

#[derive(Properties, PartialEq)]
struct LoadedProps {
    view: Rc<RequestView>,
    request: Fetch<RequestView>,
    /// How many events of the request arrived.
    events: u32,
    query: QueryState<DeskQuery>,
    onchanged: Callback<()>,
    onrequester: Callback<()>,
}

/// Head, tabs and dialogs of a request that is read.
#[component]
fn LoadedRequest(props: &LoadedProps) -> Html {
    let view = &props.view;
    let dialog = use_state_eq(|| None::<OpenDialog>);
    let written = use_state_eq(|| 0_u32);
    let filter = use_filter(props.query.value.show.as_deref());
    let open = {
        let dialog = dialog.setter();
        Callback::from(move |which: Option<OpenDialog>| dialog.set(which))
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
        let (replace, changed, written, open) =
            (props.request.replace.clone(), props.onchanged.clone(), written.clone(), open.clone());
        Callback::from(move |view: RequestView| {
            open.emit(None);
            written.set(written.wrapping_add(1));
            replace.emit(view);
            changed.emit(());
        })
    };
    let tab = RequestTab::of(props.query.value.show.as_deref());
    let changes = (props.events, *written);
    html! {
        <>
            <Head view={view.clone()} query={props.query.clone()} onopen={open.reform(Some)} ondone={ondone.clone()}
                  onstale={onwritten.clone()} onrequester={props.onrequester.clone()} />
            <RequestTabs {tab} view={view.clone()} query={props.query.clone()}>
                { tab_content(tab, view, changes, &filter, &open, &onwritten) }
            </RequestTabs>
            { dialogs::dialog((*dialog).clone(), view, &open.reform(|()| None), &ondone, &onwritten) }
        </>
    }
}

/// The filter of the timeline. `?show=history` of the URL chooses the occurrences, and `?show=messages` scrolls to it.
#[hook]
fn use_filter(show: Option<&str>) -> UseStateHandle<Option<OccurrenceKind>> {
    let filter = use_state_eq(|| None);
    use_effect_with(show.map(ToOwned::to_owned), {
        let filter = filter.setter();
        move |show| match show.as_deref().and_then(Show::parse) {
            Some(Show::History) => filter.set(Some(OccurrenceKind::Event)),
            Some(Show::Messages) => {
                filter.set(None);
                Timeout::new(TAB_MS, || browser::scroll_to_id("timeline")).forget();
            }
            _ => {}
        }
    });
    filter
}
