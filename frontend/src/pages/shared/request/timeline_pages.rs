//! Reading a timeline: the newest page, which is read again and again, and older pages on demand.

use crate::api::timeline;
use crate::hooks::{Action, Fetch, use_action, use_fetch, use_session, use_visible};
use contract::OccurrenceKind;
use contract::timeline::{OccurrenceView, Timeline, TimelineQuery};
use gloo_timers::callback::Timeout;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// How long new messages are on the screen before they count as read.
const READ_AFTER_MS: u32 = 1_200;

/// What [`use_timeline_pages`] gives.
pub struct TimelinePages {
    /// The newest page.
    pub newest: Fetch<Timeline>,
    /// Reads the next older page.
    pub load: Callback<()>,
    /// The reading of older pages.
    pub action: Action,
    older_pages: UseStateHandle<OlderPages>,
    /// Rows that were unread when they arrived. They stay marked until the page is left, or the viewer writes.
    unread: Rc<RefCell<BTreeSet<i64>>>,
}

/// The pages before the newest one, which are read once.
#[derive(Debug, Clone, Default, PartialEq)]
struct OlderPages {
    filter: Option<OccurrenceKind>,
    items: Vec<OccurrenceView>,
    /// Where the next older page begins: none before any was read, and `Some(None)` after the last one.
    next: Option<Option<i64>>,
}

impl TimelinePages {
    /// Where the next older page begins; none when there is none.
    #[must_use]
    pub fn next(&self, newest: &Timeline) -> Option<i64> {
        self.older_pages.next.unwrap_or(newest.older)
    }

    /// The rows of all pages, newest first, with the marks of what is new.
    #[must_use]
    pub fn rows(&self, newest: &Timeline) -> Vec<OccurrenceView> {
        let mut unread = self.unread.borrow_mut();
        note_unread(&mut unread, &newest.items);
        join(&newest.items, &self.older_pages.items, &unread)
    }
}

/// Adds the unread rows of a page that arrived. When its newest row is the viewer's own, they have read what was there
/// before they wrote, so that nothing is unread any more.
fn note_unread(unread: &mut BTreeSet<i64>, newest: &[OccurrenceView]) {
    unread.extend(newest.iter().filter(|item| item.unread).map(|item| item.id));
    if newest.first().is_some_and(|item| item.mine) {
        unread.clear();
    }
}

/// The newest rows and those that are older, each once, marked as unread or not. The newest page grows at its
/// beginning, so that rows of older pages may be in it, too.
fn join(newest: &[OccurrenceView], older: &[OccurrenceView], unread: &BTreeSet<i64>) -> Vec<OccurrenceView> {
    let oldest = newest.last().map_or(i64::MAX, |item| item.id);
    let older = older.iter().filter(|item| item.id < oldest);
    let mark = |item: &OccurrenceView| OccurrenceView { unread: unread.contains(&item.id), ..item.clone() };
    newest.iter().chain(older).map(mark).collect()
}

/// The pages of a request's timeline. The newest one is read again when one of the `changes` does.
#[hook]
pub fn use_timeline_pages(number: i64, filter: Option<OccurrenceKind>, changes: (u32, u32)) -> TimelinePages {
    let query = move |before: Option<i64>| TimelineQuery {
        kind: filter.map(|kind| kind.as_str().to_owned()),
        before,
        page_size: None,
    };
    let newest = use_fetch((number, filter, changes), move |(number, _, _)| async move {
        timeline::read(number, &query(None)).await
    });
    let older_pages = use_state(OlderPages::default);
    let action = use_action();
    let unread = (*use_memo((), |()| Rc::new(RefCell::new(BTreeSet::new())))).clone();
    use_effect_with(filter, {
        let older_pages = older_pages.setter();
        move |filter| older_pages.set(OlderPages { filter: *filter, ..OlderPages::default() })
    });
    let load = {
        let (action, older_pages, newest) = (action.clone(), older_pages.clone(), newest.clone());
        Callback::from(move |()| {
            let next = older_pages.next.unwrap_or_else(|| newest.data().and_then(|newest| newest.older));
            let Some(before) = next else { return };
            let older_pages = older_pages.clone();
            action.run(async move {
                let page = timeline::read(number, &query(Some(before))).await?;
                let mut items = older_pages.items.clone();
                items.extend(page.items);
                older_pages.set(OlderPages { filter, items, next: Some(page.older) });
                Ok(())
            });
        })
    };
    use_mark_read(number, &newest);
    TimelinePages { newest, load, action, older_pages, unread }
}

/// Marks messages as read on the server after they have been on the screen for a moment.
#[hook]
fn use_mark_read(number: i64, newest: &Fetch<Timeline>) {
    let session = use_session();
    let up_to = newest.data().and_then(|newest| newest.items.iter().find(|item| item.unread)).map(|item| item.id);
    let visible = use_visible();
    use_effect_with((number, up_to, visible), move |&(number, up_to, visible)| {
        let timer = up_to.filter(|_| visible).map(|up_to| {
            Timeout::new(READ_AFTER_MS, move || {
                spawn_local(async move {
                    // When it fails, they stay unread, and the next visit tries again.
                    if timeline::mark_read(number, up_to).await.is_ok() {
                        session.refresh();
                    }
                });
            })
        });
        move || drop(timer)
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::{Category, Origin};
    use serde_json::json;

    fn row(id: i64, unread: bool, mine: bool) -> OccurrenceView {
        serde_json::from_value(json!({
            "id": id, "kind": "message", "category": Category::FOR_NOTES[0], "origin": Origin::Portal,
            "side": "requester", "mine": mine, "at": "2026-11-24T12:00:00Z", "text": "a", "public": true,
            "attachments": [], "unread": unread,
        }))
        .unwrap()
    }

    fn marks(rows: &[OccurrenceView]) -> Vec<(i64, bool)> {
        rows.iter().map(|row| (row.id, row.unread)).collect()
    }

    #[test]
    fn a_row_stays_marked_after_it_was_read() {
        let mut unread = BTreeSet::new();
        note_unread(&mut unread, &[row(9, true, false), row(8, false, false)]);
        let now_read = [row(9, false, false), row(8, false, false)];
        note_unread(&mut unread, &now_read);
        assert_eq!(marks(&join(&now_read, &[], &unread)), [(9, true), (8, false)]);
    }

    #[test]
    fn who_answers_has_read_everything() {
        let mut unread = BTreeSet::from([8]);
        note_unread(&mut unread, &[row(10, false, true), row(9, true, false)]);
        assert!(unread.is_empty());
    }

    #[test]
    fn older_pages_follow_without_repeating_rows() {
        // The newest page has grown by one row since the older page was read.
        let newest = [row(9, false, false), row(8, false, false)];
        let older = [row(8, false, false), row(7, false, false), row(6, false, false)];
        let rows = join(&newest, &older, &BTreeSet::from([6]));
        assert_eq!(marks(&rows), [(9, false), (8, false), (7, false), (6, true)]);
        assert_eq!(marks(&join(&[], &older, &BTreeSet::new())), [(8, false), (7, false), (6, false)]);
    }
}
