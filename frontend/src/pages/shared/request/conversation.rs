//! The timeline of a request: newest first, with filters, older rows on demand, and a mark at new messages.

use super::timeline_pages::use_timeline_pages;
use crate::api::timeline::attachment_url;
use crate::hooks::use_language;
use crate::ui::{Alert, Button, Lightbox, Problem, Tab, Timeline as Rows, ToggleGroup, loaded, skeleton_rows};
use contract::OccurrenceKind;
use contract::timeline::{AttachmentView, OccurrenceView, Timeline, TimelineCounts};
use locales::{Language, text};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Conversation`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The request.
    pub number: i64,
    /// The kind of occurrences that is shown; all kinds when none.
    pub filter: UseStateHandle<Option<OccurrenceKind>>,
    /// Two counters, for what happens here and elsewhere. The newest page is read again when one of them changes.
    pub changes: (u32, u32),
    /// The viewer may read the history.
    pub history: bool,
    /// The texts of messages are hidden from the viewer.
    pub hidden: bool,
    /// What stands below each row. The desktop puts its button *redact* there.
    #[prop_or_default]
    pub extra: Option<Callback<OccurrenceView, Html>>,
}

/// The timeline.
#[component]
pub fn Conversation(props: &Props) -> Html {
    let language = use_language();
    let shown = use_state_eq(|| None::<AttachmentView>);
    let pages = use_timeline_pages(props.number, *props.filter, props.changes);
    let onpreview = {
        let shown = shown.setter();
        Callback::from(move |file| shown.set(Some(file)))
    };
    let view = |newest: &Rc<Timeline>| {
        let items = pages.rows(newest);
        html! {
            <>
                if items.is_empty() { <p class="sol-subtle rq__none">{ text!(language, "req-timeline-none") }</p> }
                <Rows number={props.number} {items} onpreview={onpreview.clone()} extra={props.extra.clone()} />
                if pages.next(newest).is_some() {
                    <div class="tl__more">
                        <Button label={text!(language, "req-timeline-older")} onclick={pages.load.clone()}
                            loading={pages.action.busy} />
                    </div>
                }
                <Problem error={pages.action.error.clone()} retry={pages.load.clone()} />
            </>
        }
    };
    let counts = pages.newest.data().map(|newest| newest.counts.clone()).unwrap_or_default();
    html! {
        <section class="rq__tl" id="timeline" tabindex="-1" aria-label={text!(language, "req-timeline")}>
            <div class="tl__bar">{ filters(language, props, &counts) }</div>
            if props.hidden { <Alert title={text!(language, "req-messages-hidden")} live=false /> }
            { loaded(&pages.newest, language, skeleton_rows(4), view) }
            if let Some(file) = &*shown {
                <Lightbox name={file.name.clone()} source={attachment_url(props.number, file.id, true)}
                          download={attachment_url(props.number, file.id, false)}
                          onclose={ let shown = shown.setter(); move |()| shown.set(None) } />
            }
        </section>
    }
}

fn filters(language: Language, props: &Props, counts: &TimelineCounts) -> Html {
    let item =
        |kind: Option<OccurrenceKind>, key: &str, count: i64| Tab::new(kind, text!(language, key)).count(Some(count));
    let mut items = vec![
        item(None, "req-filter-all", counts.all),
        item(Some(OccurrenceKind::Message), "req-filter-messages", counts.messages),
        item(Some(OccurrenceKind::Note), "req-filter-notes", counts.notes),
    ];
    if props.history {
        items.push(item(Some(OccurrenceKind::Event), "action-view-history", counts.events));
    }
    let onselect = {
        let filter = props.filter.setter();
        Callback::from(move |kind| filter.set(kind))
    };
    html! { <ToggleGroup<Option<OccurrenceKind>> label={text!(language, "req-filter")} {items} selected={*props.filter} {onselect} /> }
}
