//! What the URL of *My requests* says.

use crate::pages::shared::paged_query::paged_query;
use crate::pages::shared::sorting::{self, SortOption};
use contract::Situation;
use contract::requests::RequestFilter;
use serde::{Deserialize, Serialize};

/// A view of one's own requests.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum View {
    /// Requests that have not ended.
    #[default]
    Active,
    /// Requests that wait for the person's answer or acceptance.
    Waiting,
    /// Closed and cancelled requests.
    Ended,
    /// All requests.
    All,
}

impl View {
    /// The key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Active => "mine-active",
            Self::Waiting => "mine-waiting",
            Self::Ended => "mine-ended",
            Self::All => "mine-all",
        }
    }

    /// The order unless another one is chosen, as an index of [`SORT_OPTIONS`]: nearest deadline first, but newest
    /// first in views of requests that have ended, since their deadlines do not matter any more.
    const fn usual_sort(self) -> usize {
        match self {
            Self::Active | Self::Waiting => BY_DEADLINE,
            Self::Ended | Self::All => BY_NEWEST,
        }
    }

    /// The situations that it shows.
    #[must_use]
    pub const fn situations(self) -> &'static [Situation] {
        match self {
            Self::Active => &[Situation::InProgress, Situation::Reopened, Situation::Suspended, Situation::Resolved],
            Self::Waiting => &[Situation::Suspended, Situation::Resolved],
            Self::Ended => &[Situation::Closed, Situation::Cancelled],
            Self::All => Situation::ALL,
        }
    }
}

/// Index of the nearest deadline among [`SORT_OPTIONS`].
const BY_DEADLINE: usize = 0;
/// Index of the newest request among [`SORT_OPTIONS`].
const BY_NEWEST: usize = 1;

/// The orders of the list.
pub const SORT_OPTIONS: [SortOption; 6] = [
    SortOption::new("mine-sort-deadline", "deadline", "asc"),
    SortOption::new("mine-sort-newest", "opened_at", "desc"),
    SortOption::new("mine-sort-oldest", "opened_at", "asc"),
    SortOption::new("mine-sort-priority", "priority", "asc"),
    SortOption::new("mine-sort-number", "number", "desc"),
    SortOption::new("mine-sort-title", "title", "asc"),
];

/// The view, the filters, the order and the page of the list.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct RequestsQuery {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    view: Option<View>,
    /// What is searched for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    /// Situations, comma separated.
    situation: Option<String>,
    /// Type.
    #[serde(default, skip_serializing_if = "Option::is_none", rename = "type")]
    pub request_type: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sort: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    order: Option<String>,
    /// The cursor of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
}

paged_query!(RequestsQuery);

impl RequestsQuery {
    /// A view without filters.
    #[must_use]
    pub fn of(view: View) -> Self {
        Self { view: Some(view), ..Self::default() }
    }

    /// The view.
    #[must_use]
    pub fn view(&self) -> View {
        self.view.unwrap_or_default()
    }

    /// The situations that were chosen within the view. Repeated ones, and those that the view does
    /// not have, are ignored.
    ///
    /// Where parameter 264 says so (`start_in_progress`), the list begins with *in progress* chosen: as long as the
    /// address says nothing of view and situation.
    #[must_use]
    pub fn situations(&self, start_in_progress: bool) -> Vec<Situation> {
        if start_in_progress && self.view.is_none() && self.situation.is_none() {
            return vec![Situation::InProgress];
        }
        let codes = self.situation.iter().flat_map(|list| list.split(','));
        let mut chosen = Vec::new();
        for situation in codes.filter_map(|code| code.parse().ok()) {
            if self.view().situations().contains(&situation) && !chosen.contains(&situation) {
                chosen.push(situation);
            }
        }
        chosen
    }

    /// Chooses a situation, or takes it back.
    pub fn toggle(&mut self, situation: Situation, start_in_progress: bool) {
        let mut chosen = self.situations(start_in_progress);
        match chosen.iter().position(|one| *one == situation) {
            Some(index) => drop(chosen.remove(index)),
            None => chosen.push(situation),
        }
        let codes: Vec<&str> = chosen.iter().map(|one| one.as_str()).collect();
        self.situation = (!codes.is_empty()).then(|| codes.join(","));
        self.view = Some(self.view());
        self.cursor = None;
    }

    /// The order of the list, as an index of [`SORT_OPTIONS`].
    #[must_use]
    pub fn sort_index(&self) -> usize {
        let named = sorting::named(&SORT_OPTIONS, self.sort.as_deref(), self.order.as_deref());
        named.unwrap_or_else(|| self.view().usual_sort())
    }

    /// Sorts by one of [`SORT_OPTIONS`].
    pub fn sort_by(&mut self, index: usize) {
        (self.sort, self.order) = sorting::query_values(&SORT_OPTIONS, index, self.view().usual_sort());
        self.cursor = None;
    }

    /// How many filters are set, the search apart.
    #[must_use]
    pub fn filter_count(&self, start_in_progress: bool) -> usize {
        self.situations(start_in_progress).len() + usize::from(self.request_type.is_some())
    }

    /// True when a filter or a search narrows the view down.
    #[must_use]
    pub fn is_filtered(&self, start_in_progress: bool) -> bool {
        self.search.is_some() || self.filter_count(start_in_progress) > 0
    }

    /// Takes filters, search, order and page away. The view stays.
    pub fn clear_filters(&mut self) {
        *self = Self::of(self.view());
    }

    /// What the API is asked for.
    #[must_use]
    pub fn filter(&self, start_in_progress: bool) -> RequestFilter {
        let chosen = self.situations(start_in_progress);
        let shown = if chosen.is_empty() { self.view().situations() } else { &chosen };
        let codes: Vec<&str> = shown.iter().map(|one| one.as_str()).collect();
        let sort = SORT_OPTIONS[self.sort_index()];
        RequestFilter {
            search: self.search.clone(),
            situation: (shown.len() < Situation::ALL.len()).then(|| codes.join(",")),
            request_type: self.request_type.clone(),
            waiting: (self.view() == View::Waiting).then_some(true),
            sort: Some(sort.field.to_owned()),
            order: Some(sort.order.to_owned()),
            cursor: self.cursor.clone(),
            page_size: None,
        }
    }
}

#[cfg(test)]
mod tests;
