//! A request in the portal: the survey or the composer, the conversation, the deadline, the description, the files.

mod composer;
mod dialogs;
mod head;
mod page_state;
mod related;
mod survey;
mod survey_or_composer;

pub use dialogs::{CancelDialog, ReopenDialog};

use crate::api::{self, Tagged};
use crate::hooks::{AsyncState, Fetch, use_fetch, use_language, use_live, use_refresh, use_session};
use crate::pages::shared::request::{Attachments, ClockCard, Conversation, Description};
use crate::route::Route;
use crate::ui::{Breadcrumb, Card, Empty, Href, LinkButton, Page, Toast, loaded, skeleton_lines, use_toaster};
use contract::Action;
use contract::live::{LiveEvent, LiveKind};
use contract::requests::RequestView;
use locales::{Language, text};
use page_state::use_page_state;
use std::rc::Rc;
use survey_or_composer::SurveyOrComposer;
use yew::prelude::*;

/// How often the request is read again without any event.
const REFRESH_MS: u32 = 120_000;

/// Properties of [`Request`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Its number.
    pub number: i64,
}

/// The page of a request.
#[component]
pub fn Request(props: &Props) -> Html {
    let language = use_language();
    let number = props.number;
    let request = use_fetch(number, |number| async move { api::requests::get(number).await });
    let events = use_request_refresh(number, &request);
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
            <LoadedRequest view={tagged.data.clone()} {replace} reload={request.reload.clone()} {events} />
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

/// Says that there is no such request. It does not tell whether somebody else has one with this number.
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

/// Reads the request again when something happens to it. The result counts these events, so that the timeline is read
/// again, too.
#[hook]
fn use_request_refresh(number: i64, request: &Fetch<Tagged<RequestView>>) -> u32 {
    let events = use_state_eq(|| 0_u32);
    let on_event = use_callback((number, request.reload.clone(), *events), {
        let events = events.setter();
        move |event: LiveEvent, (number, reload, count): &(i64, Callback<()>, u32)| {
            let here = event.number == Some(*number) && event.kind != LiveKind::Notification;
            if here || event.kind == LiveKind::Reset {
                events.set(count.wrapping_add(1));
                // That messages were read changes the timeline only.
                if event.kind != LiveKind::Read {
                    reload.emit(());
                }
            }
        }
    });
    use_live(on_event);
    use_refresh(REFRESH_MS, request.reload.clone());
    *events
}

#[derive(Properties, PartialEq)]
struct LoadedProps {
    view: RequestView,
    /// Shows the request as it is after an action.
    replace: Callback<RequestView>,
    /// Reads the request again.
    reload: Callback<()>,
    /// How many events of the request arrived.
    events: u32,
}

/// The content of the page, as soon as the request is read.
#[component]
fn LoadedRequest(props: &LoadedProps) -> Html {
    let language = use_language();
    let session = use_session();
    let toaster = use_toaster();
    let (view, row) = (&props.view, &props.view.row);
    let page = use_page_state(view);
    let dialog = use_state_eq(|| None::<Action>);
    let written = use_state_eq(|| 0_u32);
    let open = |action: Option<Action>| {
        let dialog = dialog.setter();
        Callback::from(move |()| dialog.set(action))
    };
    let onchanged = {
        let (replace, dialog, written) = (props.replace.clone(), dialog.setter(), written.clone());
        Callback::from(move |view: RequestView| {
            toaster.show(situation_toast(language, &view));
            dialog.set(None);
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
    let changes = (props.events, *written);
    html! {
        <>
            { head::meta(language, view, &open(Some(Action::Cancel))) }
            <div class="rq">
                <div class="rq__main">
                    <SurveyOrComposer view={view.clone()} page={page.clone()} onchanged={onchanged.clone()} {onwritten}
                        onreopen={open(Some(Action::Reopen))} />
                    <Conversation number={row.number} filter={page.filter.clone()} {changes}
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
            { dialogs::dialog(row.number, *dialog, &open(None), &onchanged) }
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
