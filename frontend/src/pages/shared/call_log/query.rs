//! What the URL of a call log says.

use crate::pages::shared::paged_query::paged_query;
use chrono::NaiveDate;
use contract::calls::CallFilter;
use serde::{Deserialize, Serialize};

/// Calls on one page.
const PAGE_SIZE: u32 = 20;

/// The filters, the search and the page of a call log.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallLogQuery {
    /// `missed` or `unlinked`; all calls when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub show: Option<String>,
    /// What is searched for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
    /// Everybody's calls; only those of one's own extension when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub everybody: Option<bool>,
    /// The cursor of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
}

paged_query!(CallLogQuery);

impl CallLogQuery {
    /// What the API is asked for: the calls of a day.
    #[must_use]
    pub fn filter(&self, day: NaiveDate) -> CallFilter {
        CallFilter {
            day: Some(day),
            everybody: self.everybody,
            show: self.show.clone(),
            search: self.search.clone(),
            cursor: self.cursor.clone(),
            page_size: Some(PAGE_SIZE),
        }
    }

    /// The calls that the counts on the tabs are about: neither tab nor search narrows them down.
    #[must_use]
    pub fn count_filter(&self, day: NaiveDate) -> CallFilter {
        CallFilter { day: Some(day), everybody: self.everybody, ..CallFilter::default() }
    }

    /// True when a tab or a search narrows the list down.
    #[must_use]
    pub const fn is_filtered(&self) -> bool {
        self.search.is_some() || self.show.is_some()
    }

    /// Takes tab, search and page away. Whose calls are shown stays.
    pub fn clear_filters(&mut self) {
        *self = Self { everybody: self.everybody, ..Self::default() };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn full() -> CallLogQuery {
        CallLogQuery {
            show: Some("missed".to_owned()),
            search: Some("ana & co".to_owned()),
            everybody: Some(true),
            cursor: Some("abc".to_owned()),
        }
    }

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
    }

    #[test]
    fn the_url_brings_it_back_and_leaves_defaults_out() {
        let text = serde_urlencoded::to_string(full()).unwrap();
        assert_eq!(serde_urlencoded::from_str::<CallLogQuery>(&text).unwrap(), full());
        assert_eq!(serde_urlencoded::to_string(CallLogQuery::default()).unwrap(), "");
        assert_eq!(serde_urlencoded::from_str::<CallLogQuery>("colour=red").unwrap(), CallLogQuery::default());
    }

    #[test]
    fn the_counts_do_not_follow_tab_search_and_page() {
        let counted = CallFilter { day: Some(day()), everybody: Some(true), ..CallFilter::default() };
        assert_eq!(full().count_filter(day()), counted);
        assert_eq!(full().filter(day()).show.as_deref(), Some("missed"));
    }

    #[test]
    fn clearing_the_filters_keeps_whose_calls_are_shown() {
        let mut query = full();
        assert!(query.is_filtered());
        query.clear_filters();
        assert_eq!(query, CallLogQuery { everybody: Some(true), ..CallLogQuery::default() });
        assert!(!query.is_filtered());
    }
}
