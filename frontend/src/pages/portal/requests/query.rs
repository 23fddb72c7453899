//! The filters of *My requests*, as they stand in the URL.

use contract::Situation;
use contract::requests::RequestFilter;
use serde::{Deserialize, Serialize};

/// Shortcuts for filters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum View {
    /// Not ended.
    #[default]
    Active,
    /// Waiting for the person's answer or acceptance.
    Waiting,
    /// Closed or cancelled.
    Ended,
    /// All.
    All,
}

impl View {
    /// The key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Active => "mine-active",
            Self::Waiting => "mine-waiting",
            Self::Ended => "mine-ended",
            Self::All => "mine-all",
        }
    }

    /// How it is sorted unless something else is chosen, of [`SORTS`]: what has ended comes
    /// newest first, since its deadlines say nothing any more.
    const fn usual_sort(self) -> usize {
        match self {
            Self::Active | Self::Waiting => 0,
            Self::Ended | Self::All => 1,
        }
    }

    /// The situations that it shows.
    pub const fn situations(self) -> &'static [Situation] {
        match self {
            Self::Active => &[Situation::InProgress, Situation::Reopened, Situation::Suspended, Situation::Resolved],
            Self::Waiting => &[Situation::Suspended, Situation::Resolved],
            Self::Ended => &[Situation::Closed, Situation::Cancelled],
            Self::All => Situation::ALL,
        }
    }
}

/// How the list can be sorted: field, order, key of its name.
pub const SORTS: [(&str, &str, &str); 6] = [
    ("deadline", "asc", "mine-sort-deadline"),
    ("opened_at", "desc", "mine-sort-newest"),
    ("opened_at", "asc", "mine-sort-oldest"),
    ("priority", "asc", "mine-sort-priority"),
    ("number", "desc", "mine-sort-number"),
    ("title", "asc", "mine-sort-title"),
];

/// The query string.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Query {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    view: Option<View>,
    /// Words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    situation: Option<String>,
    /// Type.
    #[serde(default, skip_serializing_if = "Option::is_none", rename = "type")]
    pub request_type: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sort: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    order: Option<String>,
    /// The page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
}

impl Query {
    /// A view without filters.
    pub fn of(view: View) -> Self {
        Self { view: Some(view), ..Self::default() }
    }

    /// The view.
    pub fn view(&self) -> View {
        self.view.unwrap_or_default()
    }

    /// The situations chosen inside the view. With parameter 264 the bare address
    /// starts with *in progress*.
    pub fn situations(&self, start_in_progress: bool) -> Vec<Situation> {
        if start_in_progress && self.view.is_none() && self.situation.is_none() {
            return vec![Situation::InProgress];
        }
        let chosen = self.situation.iter().flat_map(|list| list.split(','));
        chosen.filter_map(|code| code.parse().ok()).filter(|one| self.view().situations().contains(one)).collect()
    }

    /// Chooses a situation, or no longer.
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

    /// Which of [`SORTS`].
    pub fn sorted(&self) -> usize {
        let wanted = |(sort, order, _): &(&str, &str, &str)| {
            self.sort.as_deref() == Some(*sort) && self.order.as_deref().unwrap_or(order) == *order
        };
        SORTS.iter().position(wanted).unwrap_or_else(|| self.view().usual_sort())
    }

    /// Sorts by one of [`SORTS`].
    pub fn sort_by(&mut self, index: usize) {
        let chosen = SORTS.get(index).filter(|_| index != self.view().usual_sort());
        self.sort = chosen.map(|(sort, _, _)| (*sort).to_owned());
        self.order = chosen.map(|(_, order, _)| (*order).to_owned());
        self.cursor = None;
    }

    /// True when less is shown than the view has.
    pub fn is_filtered(&self, start_in_progress: bool) -> bool {
        self.search.is_some() || self.request_type.is_some() || !self.situations(start_in_progress).is_empty()
    }

    /// What the API is asked for.
    pub fn filter(&self, start_in_progress: bool) -> RequestFilter {
        let chosen = self.situations(start_in_progress);
        let shown = if chosen.is_empty() { self.view().situations() } else { &chosen };
        let codes: Vec<&str> = shown.iter().map(|one| one.as_str()).collect();
        let (sort, order, _) = SORTS[self.sorted()];
        RequestFilter {
            search: self.search.clone(),
            situation: (shown.len() < Situation::ALL.len()).then(|| codes.join(",")),
            request_type: self.request_type.clone(),
            waiting: (self.view() == View::Waiting).then_some(true),
            sort: Some(sort.to_owned()),
            order: Some(order.to_owned()),
            cursor: self.cursor.clone(),
            page_size: None,
        }
    }
}
