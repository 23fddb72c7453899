//! The timeline of a request: newest first, filters, older rows on demand, a
//! mark where new messages begin.

use crate::api::timeline;
use crate::api::timeline::attachment_url;
use crate::hooks::{Action, Fetch, use_action, use_fetch, use_language, use_session, use_visible};
use crate::ui::{Alert, Button, Lightbox, Problem, Tab, Timeline as Rows, ToggleGroup, loaded, skeleton_rows};
use contract::OccurrenceKind;
use contract::timeline::{AttachmentView, OccurrenceView, Timeline, TimelineCounts, TimelineQuery};
use gloo_timers::callback::Timeout;
use locales::{Language, text};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// How long new messages are on the screen before they count as read.
const READ_AFTER_MS: u32 = 1_200;

/// Properties of [`Conversation`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The request.
    pub number: i64,
    /// What is shown; everything when none.
    pub filter: UseStateHandle<Option<OccurrenceKind>>,
    /// Change when something happened, here or elsewhere.
    pub changes: (u32, u32),
    /// The history may be read.
    pub history: bool,
    /// Texts of messages are kept from the viewer.
    pub hidden: bool,
    /// What stands below a row: the desk's *redact*.
    #[prop_or_default]
    pub extra: Option<Callback<OccurrenceView, Html>>,
}

/// The timeline.
#[component]
pub fn Conversation(props: &Props) -> Html {
    let language = use_language();
    let shown = use_state_eq(|| None::<AttachmentView>);
    let pages = use_pages(props.number, *props.filter, props.changes);
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
                if pages.older(newest).is_some() {
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

/// The newest page, which is read again and again, and the older ones, which are not.
struct Pages {
    newest: Fetch<Timeline>,
    earlier: UseStateHandle<Earlier>,
    /// Reads the next older page.
    load: Callback<()>,
    action: Action,
    /// Rows that were unread when they were first seen here: they stay marked until the page is left.
    fresh: Rc<RefCell<BTreeSet<i64>>>,
}

#[derive(Debug, Clone, Default, PartialEq)]
struct Earlier {
    filter: Option<OccurrenceKind>,
    items: Vec<OccurrenceView>,
    /// Where the next older page begins; none before any was read.
    older: Option<Option<i64>>,
}

impl Pages {
    fn older(&self, newest: &Timeline) -> Option<i64> {
        self.earlier.older.unwrap_or(newest.older)
    }

    fn rows(&self, newest: &Timeline) -> Vec<OccurrenceView> {
        let oldest = newest.items.last().map_or(i64::MAX, |item| item.id);
        let earlier = self.earlier.items.iter().filter(|item| item.id < oldest);
        let mut fresh = self.fresh.borrow_mut();
        fresh.extend(newest.items.iter().filter(|item| item.unread).map(|item| item.id));
        if newest.items.first().is_some_and(|item| item.mine) {
            // Whoever answers has read.
            fresh.clear();
        }
        let mark = |item: &OccurrenceView| OccurrenceView { unread: fresh.contains(&item.id), ..item.clone() };
        newest.items.iter().chain(earlier).map(mark).collect()
    }
}

#[hook]
fn use_pages(number: i64, filter: Option<OccurrenceKind>, changes: (u32, u32)) -> Pages {
    let query = move |before: Option<i64>| TimelineQuery {
        kind: filter.map(|kind| kind.as_str().to_owned()),
        before,
        page_size: None,
    };
    let newest = use_fetch((number, filter, changes), move |(number, _, _)| async move {
        timeline::read(number, &query(None)).await
    });
    let earlier = use_state(Earlier::default);
    let action = use_action();
    let fresh = (*use_memo((), |()| Rc::new(RefCell::new(BTreeSet::new())))).clone();
    use_effect_with(filter, {
        let earlier = earlier.setter();
        move |filter| earlier.set(Earlier { filter: *filter, ..Earlier::default() })
    });
    let load = {
        let (action, earlier, newest) = (action.clone(), earlier.clone(), newest.clone());
        Callback::from(move |()| {
            let start = earlier.older.unwrap_or_else(|| newest.data().and_then(|newest| newest.older));
            let Some(before) = start else { return };
            let earlier = earlier.clone();
            action.run(async move {
                let page = timeline::read(number, &query(Some(before))).await?;
                let mut items = earlier.items.clone();
                items.extend(page.items);
                earlier.set(Earlier { filter, items, older: Some(page.older) });
                Ok(())
            });
        })
    };
    use_mark_read(number, &newest);
    Pages { newest, earlier, load, action, fresh }
}

/// Messages that have been on the screen for a moment are read.
#[hook]
fn use_mark_read(number: i64, newest: &Fetch<Timeline>) {
    let session = use_session();
    let up_to = newest.data().and_then(|newest| newest.items.iter().find(|item| item.unread)).map(|item| item.id);
    let visible = use_visible();
    use_effect_with((number, up_to, visible), move |&(number, up_to, visible)| {
        let timer = up_to.filter(|_| visible).map(|up_to| {
            Timeout::new(READ_AFTER_MS, move || {
                spawn_local(async move {
                    // When it fails they stay unread, which is true.
                    if timeline::mark_read(number, up_to).await.is_ok() {
                        session.refresh();
                    }
                });
            })
        });
        move || drop(timer)
    });
}
