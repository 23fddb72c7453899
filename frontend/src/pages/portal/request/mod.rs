//! A request in the portal: the survey or the composer, the conversation, the deadline, the description, the files.

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
    Alert, Breadcrumb, Button, Card, Empty, Go, Href, LinkButton, Page, Toast, loaded, skeleton_lines, use_toaster,
};
use composer::{Composer, ComposerTab};
use contract::live::{LiveEvent, LiveKind};
use contract::requests::RequestView;
use contract::{Action, OccurrenceKind, Situation};
use gloo_timers::callback::Timeout;
use locales::{Language, text};
use std::rc::Rc;
use yew::prelude::*;
use yew_router::prelude::*;

/// How often the request is read again without any event.
const REFRESH_MS: u32 = 120_000;
/// How long it takes until what `?show=` asks for is rendered, and can be scrolled to.
const RENDER_MS: u32 = 60;

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

/// What the viewer has chosen on the page.
#[derive(Clone, PartialEq)]
pub struct PageState {
    /// The tab of the composer.
    tab: UseStateHandle<ComposerTab>,
    /// The filter of the timeline.
    filter: UseStateHandle<Option<OccurrenceKind>>,
    /// The composer is shown below the survey, which stands in its place otherwise.
    write: UseStateHandle<bool>,
}

/// The state of the page. `?show=` of the URL changes it and scrolls to a part of the page, when the page opens and
/// whenever the URL changes.
#[hook]
fn use_page_state(view: &RequestView) -> PageState {
    let location = use_location();
    let show = location.and_then(|location| show_of(location.query_str()));
    let may_message = view.row.actions.contains(&Action::Message);
    let page = PageState {
        tab: use_state_eq(|| if may_message { ComposerTab::Message } else { ComposerTab::Note }),
        filter: use_state_eq(|| None),
        write: use_state_eq(|| false),
    };
    use_effect_with(show, {
        let page = page.clone();
        move |show| {
            let Some(show) = *show else { return };
            match show {
                Show::Messages => page.tab.set(ComposerTab::Message),
                Show::Note => page.tab.set(ComposerTab::Note),
                Show::History => page.filter.set(Some(OccurrenceKind::Event)),
                _ => {}
            }
            page.write.set(matches!(show, Show::Messages | Show::Note));
            Timeout::new(RENDER_MS, move || scroll_to(show)).forget();
        }
    });
    page
}

/// What `?show=` of a query string asks for.
fn show_of(query: &str) -> Option<Show> {
    let query: Vec<(String, String)> = serde_urlencoded::from_str(query.trim_start_matches('?')).ok()?;
    query.into_iter().find(|(name, _)| name == "show").and_then(|(_, show)| Show::parse(&show))
}

/// Moves the focus to a part of the page, and scrolls to it.
fn scroll_to(show: Show) {
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
struct SurveyOrComposerProps {
    view: RequestView,
    page: PageState,
    onchanged: Callback<RequestView>,
    onwritten: Callback<()>,
    onreopen: Callback<()>,
}

/// What stands above the timeline: the survey, the composer, or why there is neither.
#[component]
fn SurveyOrComposer(props: &SurveyOrComposerProps) -> Html {
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
            Timeout::new(RENDER_MS, || scroll_to(Show::Messages)).forget();
        })
    };
    html! {
        <>
            if survey {
                <survey::Survey view={props.view.clone()} onchanged={props.onchanged.clone()}
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_found_among_other_parameters() {
        assert_eq!(show_of("?show=rate"), Some(Show::Rate));
        assert_eq!(show_of("?from=mail&show=history"), Some(Show::History));
        assert_eq!(show_of(""), None);
        assert_eq!(show_of("?show=colour"), None);
        assert_eq!(show_of("?shown=rate"), None);
    }
}
