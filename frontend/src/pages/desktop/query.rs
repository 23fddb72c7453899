//! What the URL of the desktop says.

use super::code_list::codes;
use super::queue_view::QueueView;
use crate::pages::shared::paged_query::paged_query;
use crate::pages::shared::sorting::{self, SortOption};
use crate::route::DeskRoute;
use crate::ui::Href;
use contract::Situation;
use contract::desk::QueueFilter;
use contract::identity::Membership;
use serde::{Deserialize, Serialize};
use yew_router::Routable;

/// The value of `group` for all groups whose requests the viewer may see.
pub const EVERY_GROUP: &str = "all";

/// The value of `requester` when nobody has the tax id that was searched for: no person has this identifier, so that
/// the queue is empty.
pub const NOBODY: i64 = 0;

/// The queue's view, filters, order and page, and the tab of the request beside it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskQuery {
    /// What is searched for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
    /// Situations, comma separated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub situation: Option<String>,
    /// Type.
    #[serde(default, skip_serializing_if = "Option::is_none", rename = "type")]
    pub request_type: Option<String>,
    /// Identifiers of groups, comma separated, or [`EVERY_GROUP`]; one's own groups when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Responsible: an identifier, `me` or `none`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub responsible: Option<String>,
    /// Identifier of the requester.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requester: Option<i64>,
    /// SLA status.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sla: Option<String>,
    /// The field that it is sorted by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sort: Option<String>,
    /// `asc` or `desc`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<String>,
    /// The cursor of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// The tab of the request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub show: Option<String>,
}

paged_query!(DeskQuery);

/// Index of the nearest deadline among [`SORT_OPTIONS`].
const BY_DEADLINE: usize = 0;
/// Index of the newest request among [`SORT_OPTIONS`].
const BY_NEWEST: usize = 2;

/// The orders of the queue.
pub const SORT_OPTIONS: [SortOption; 6] = [
    SortOption::new("desk-sort-deadline", "deadline", "asc"),
    SortOption::new("desk-sort-priority", "priority", "asc"),
    SortOption::new("desk-sort-newest", "opened_at", "desc"),
    SortOption::new("desk-sort-oldest", "opened_at", "asc"),
    SortOption::new("desk-sort-title", "title", "asc"),
    SortOption::new("desk-sort-situation", "situation", "asc"),
];

/// Requests on one page of the queue.
const PAGE_SIZE: u32 = 30;

/// True for a responsible that a view stands for: `me` and `none`, but not an identifier.
fn is_view(responsible: &str) -> bool {
    matches!(responsible, "me" | "none")
}

impl DeskQuery {
    /// True when only one's own groups are shown. A search, and a requester, look in all groups.
    #[must_use]
    pub const fn shows_own_groups(&self) -> bool {
        self.group.is_none() && self.search.is_none() && self.requester.is_none()
    }

    /// What the API is asked for, given one's own groups.
    #[must_use]
    pub fn filter(&self, own: &[Membership]) -> QueueFilter {
        let own = || own.iter().map(|member| member.group.id.to_string()).collect::<Vec<_>>().join(",");
        let group = if self.shows_own_groups() { Some(own()) } else { self.group.clone() };
        let sort = SORT_OPTIONS[self.sort_index()];
        QueueFilter {
            search: self.search.clone(),
            number: None,
            requester_id: self.requester,
            request_type: self.request_type.clone(),
            situation: self.situation.clone(),
            group: group.filter(|group| !group.is_empty() && group != EVERY_GROUP),
            responsible: self.responsible.clone(),
            sla: self.sla.clone(),
            sort: Some(sort.field.to_owned()),
            order: Some(sort.order.to_owned()),
            cursor: self.cursor.clone(),
            page_size: Some(PAGE_SIZE),
        }
    }

    /// The requests that the counts of the views are about: the filters apply, view and page do not.
    #[must_use]
    pub fn count_filter(&self, own: &[Membership]) -> QueueFilter {
        QueueFilter {
            responsible: None,
            sla: None,
            sort: None,
            order: None,
            cursor: None,
            page_size: None,
            ..self.filter(own)
        }
    }

    /// The order unless another one is chosen, as an index of [`SORT_OPTIONS`]: nearest deadline first, but newest
    /// first when requests that have ended are shown, since their deadlines do not matter any more.
    fn usual_sort(&self) -> usize {
        let situations = codes(self.situation.as_deref());
        let ended = |code: &String| matches!(code.parse(), Ok(Situation::Closed | Situation::Cancelled));
        if situations.iter().any(ended) { BY_NEWEST } else { BY_DEADLINE }
    }

    /// The order of the queue, as an index of [`SORT_OPTIONS`].
    #[must_use]
    pub fn sort_index(&self) -> usize {
        let named = sorting::named(&SORT_OPTIONS, self.sort.as_deref(), self.order.as_deref());
        named.unwrap_or_else(|| self.usual_sort())
    }

    /// Sorts by one of [`SORT_OPTIONS`].
    pub fn sort_by(&mut self, index: usize) {
        (self.sort, self.order) = sorting::query_values(&SORT_OPTIONS, index, self.usual_sort());
        self.cursor = None;
    }

    /// The view that is shown.
    #[must_use]
    pub fn view(&self) -> QueueView {
        let wanted = (self.sla.as_deref(), self.responsible.as_deref().filter(|who| is_view(who)));
        let mut views = QueueView::BY_SLA.into_iter().chain(QueueView::BY_PERSON);
        views.find(|view| view.filters() == wanted).unwrap_or(QueueView::All)
    }

    /// Shows a view. A person who was chosen as responsible stays chosen.
    pub fn set_view(&mut self, view: QueueView) {
        let (sla, responsible) = view.filters();
        let person = self.responsible.take().filter(|who| !is_view(who));
        self.sla = sla.map(ToOwned::to_owned);
        self.responsible = responsible.map(ToOwned::to_owned).or(person);
        self.cursor = None;
    }

    /// The identifier of the person who was chosen as responsible.
    #[must_use]
    pub fn responsible_id(&self) -> Option<i64> {
        self.responsible.as_ref()?.parse().ok()
    }

    /// How many filters are set. View, group and search are not counted.
    #[must_use]
    pub fn filter_count(&self) -> usize {
        let set = [
            self.situation.is_some(),
            self.request_type.is_some(),
            self.responsible_id().is_some(),
            self.requester.is_some(),
        ];
        set.into_iter().filter(|set| *set).count()
    }

    /// True when a filter, a search or a choice of groups narrows the queue down.
    #[must_use]
    pub fn is_filtered(&self) -> bool {
        self.filter_count() > 0
            || self.search.is_some()
            || self.group.as_deref().is_some_and(|group| group != EVERY_GROUP)
    }

    /// Takes away everything that narrows the queue down, except the view.
    pub fn clear_filters(&mut self) {
        if self.responsible_id().is_some() {
            self.responsible = None;
        }
        (self.situation, self.request_type, self.requester, self.group, self.search) = (None, None, None, None, None);
        self.cursor = None;
    }

    /// The address of the same queue with a request beside it, or with none.
    #[must_use]
    pub fn href_beside(&self, number: Option<i64>) -> Href {
        let route = number.map_or(DeskRoute::Queue, |number| DeskRoute::Request { number });
        let query = serde_urlencoded::to_string(Self { show: None, ..self.clone() }).unwrap_or_default();
        let path = route.to_path();
        Href::local(&if query.is_empty() { path } else { format!("{path}?{query}") })
    }
}

#[cfg(test)]
mod tests;
