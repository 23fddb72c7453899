//! What the URL of the desk says.

use crate::route::DeskRoute;
use crate::ui::Href;
use contract::Situation;
use contract::desk::{QueueCounts, QueueFilter};
use contract::identity::Membership;
use serde::{Deserialize, Serialize};
use yew_router::Routable;

/// The value of `group` for all groups whose requests the viewer may see.
pub const EVERY_GROUP: &str = "all";

/// The queue's view, filters, order and page, and where the request is open.
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
    /// Groups, comma separated; one's own when left out; [`EVERY_GROUP`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Responsible: an identifier, `me` or `none`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub responsible: Option<String>,
    /// Requester.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requester: Option<i64>,
    /// SLA status.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sla: Option<String>,
    /// What it is sorted by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sort: Option<String>,
    /// `asc` or `desc`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<String>,
    /// The page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// The tab of the request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub show: Option<String>,
}

/// The views of the queue, each with its count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// All open requests.
    All,
    /// The deadline has passed.
    Overdue,
    /// It is near.
    Expiring,
    /// It is not.
    OnTime,
    /// Suspended.
    Paused,
    /// Without a deadline.
    NoTarget,
    /// Nobody has captured it.
    Unassigned,
    /// Captured by the viewer.
    Mine,
}

impl View {
    /// The views by SLA status.
    pub const BY_SLA: [Self; 6] =
        [Self::All, Self::Overdue, Self::Expiring, Self::OnTime, Self::Paused, Self::NoTarget];
    /// The views by responsible.
    pub const BY_PERSON: [Self; 2] = [Self::Unassigned, Self::Mine];

    /// The SLA status and the responsible that it filters by.
    const fn filters(self) -> (Option<&'static str>, Option<&'static str>) {
        match self {
            Self::All => (None, None),
            Self::Overdue => (Some("overdue"), None),
            Self::Expiring => (Some("expiring"), None),
            Self::OnTime => (Some("on_time"), None),
            Self::Paused => (Some("paused"), None),
            Self::NoTarget => (Some("none"), None),
            Self::Unassigned => (None, Some("none")),
            Self::Mine => (None, Some("me")),
        }
    }

    /// The key of its name, and of what is said when it is empty.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::All => "desk-view-all",
            Self::Overdue => "desk-view-overdue",
            Self::Expiring => "desk-view-expiring",
            Self::OnTime => "desk-view-on-time",
            Self::Paused => "desk-view-paused",
            Self::NoTarget => "desk-view-no-target",
            Self::Unassigned => "desk-view-unassigned",
            Self::Mine => "desk-view-mine",
        }
    }

    /// Its icon and the class that colours it.
    #[must_use]
    pub const fn look(self) -> (Option<&'static str>, &'static str) {
        match self {
            Self::All => (None, ""),
            Self::Overdue => (Some("exclamation-circle"), "dk-view--late"),
            Self::Expiring => (Some("hourglass-half"), "dk-view--warn"),
            Self::OnTime => (Some("clock"), "dk-view--ok"),
            Self::Paused => (Some("pause"), ""),
            Self::NoTarget => (Some("handshake"), ""),
            Self::Unassigned => (Some("hand-paper"), ""),
            Self::Mine => (Some("user"), ""),
        }
    }

    /// Its count.
    #[must_use]
    pub const fn count(self, counts: &QueueCounts) -> i64 {
        match self {
            Self::All => counts.all,
            Self::Overdue => counts.overdue,
            Self::Expiring => counts.expiring,
            Self::OnTime => counts.on_time,
            Self::Paused => counts.paused,
            Self::NoTarget => counts.no_target,
            Self::Unassigned => counts.unassigned,
            Self::Mine => counts.mine,
        }
    }
}

/// The orders that are offered: key of the name, sort and direction.
pub const ORDERS: [(&str, &str, &str); 6] = [
    ("desk-sort-deadline", "deadline", "asc"),
    ("desk-sort-priority", "priority", "asc"),
    ("desk-sort-newest", "opened_at", "desc"),
    ("desk-sort-oldest", "opened_at", "asc"),
    ("desk-sort-title", "title", "asc"),
    ("desk-sort-situation", "situation", "asc"),
];

/// A list as the URL has it: codes between commas.
#[must_use]
pub fn codes(list: Option<&str>) -> Vec<String> {
    list.unwrap_or_default().split(',').filter(|code| !code.is_empty()).map(ToOwned::to_owned).collect()
}

/// Puts a code into such a list, or takes it out.
pub fn toggle(list: &mut Option<String>, code: &str) {
    let mut codes = codes(list.as_deref());
    match codes.iter().position(|known| known == code) {
        Some(index) => {
            codes.remove(index);
        }
        None => codes.push(code.to_owned()),
    }
    *list = (!codes.is_empty()).then(|| codes.join(","));
}

impl DeskQuery {
    /// True when the queue is that of one's own groups. A search looks everywhere.
    #[must_use]
    pub const fn own_groups(&self) -> bool {
        self.group.is_none() && self.search.is_none() && self.requester.is_none()
    }

    /// The same, for the API, given one's own groups.
    #[must_use]
    pub fn filter(&self, own: &[Membership]) -> QueueFilter {
        let own = || own.iter().map(|member| member.group.id.to_string()).collect::<Vec<_>>().join(",");
        let group = if self.own_groups() { Some(own()) } else { self.group.clone() };
        QueueFilter {
            search: self.search.clone(),
            number: None,
            requester_id: self.requester,
            request_type: self.request_type.clone(),
            situation: self.situation.clone(),
            group: group.filter(|group| !group.is_empty() && group != EVERY_GROUP),
            responsible: self.responsible.clone(),
            sla: self.sla.clone(),
            sort: Some(ORDERS[self.sorted()].1.to_owned()),
            order: Some(ORDERS[self.sorted()].2.to_owned()),
            cursor: self.cursor.clone(),
            page_size: Some(30),
        }
    }

    /// What the counts of the views are counted within: the filters, but no view and no page.
    #[must_use]
    pub fn counted(&self, own: &[Membership]) -> QueueFilter {
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

    /// The order unless another is chosen, of [`ORDERS`]: nearest deadline first, but newest
    /// first where requests that have ended are shown, whose deadlines say nothing any more.
    fn usual_order(&self) -> usize {
        let situations = codes(self.situation.as_deref());
        let ended = |code: &String| matches!(code.parse(), Ok(Situation::Closed | Situation::Cancelled));
        if situations.iter().any(ended) { 2 } else { 0 }
    }

    /// Which of [`ORDERS`].
    #[must_use]
    pub fn sorted(&self) -> usize {
        let wanted = |(_, sort, order): &(&str, &str, &str)| {
            self.sort.as_deref() == Some(*sort) && self.order.as_deref().unwrap_or(order) == *order
        };
        ORDERS.iter().position(wanted).unwrap_or_else(|| self.usual_order())
    }

    /// Sorts by one of [`ORDERS`].
    pub fn sort_by(&mut self, index: usize) {
        let chosen = ORDERS.get(index).filter(|_| index != self.usual_order());
        self.sort = chosen.map(|(_, sort, _)| (*sort).to_owned());
        self.order = chosen.map(|(_, _, order)| (*order).to_owned());
        self.cursor = None;
    }

    /// The view that is shown.
    #[must_use]
    pub fn view(&self) -> View {
        let wanted = (self.sla.as_deref(), self.responsible.as_deref().filter(|who| matches!(*who, "me" | "none")));
        let mut views = View::BY_SLA.into_iter().chain(View::BY_PERSON);
        views.find(|view| view.filters() == wanted).unwrap_or(View::All)
    }

    /// Shows a view. A particular responsible, chosen as a filter, stays.
    pub fn set_view(&mut self, view: View) {
        let (sla, responsible) = view.filters();
        let particular = self.responsible.take().filter(|who| !matches!(who.as_str(), "me" | "none"));
        self.sla = sla.map(ToOwned::to_owned);
        self.responsible = responsible.map(ToOwned::to_owned).or(particular);
        self.cursor = None;
    }

    /// The person chosen as responsible, by a filter and not by a view.
    #[must_use]
    pub fn responsible_id(&self) -> Option<i64> {
        self.responsible.as_ref()?.parse().ok()
    }

    /// How many filters are set, views, group and search apart.
    #[must_use]
    pub fn filters_set(&self) -> usize {
        let set = [
            self.situation.is_some(),
            self.request_type.is_some(),
            self.responsible_id().is_some(),
            self.requester.is_some(),
        ];
        set.into_iter().filter(|set| *set).count()
    }

    /// True when anything narrows the queue down.
    #[must_use]
    pub fn narrowed(&self) -> bool {
        self.filters_set() > 0
            || self.search.is_some()
            || self.group.as_deref().is_some_and(|group| group != EVERY_GROUP)
    }

    /// Takes away everything that narrows the queue down, but not the view.
    pub fn clear(&mut self) {
        if self.responsible_id().is_some() {
            self.responsible = None;
        }
        (self.situation, self.request_type, self.requester, self.group, self.search) = (None, None, None, None, None);
        self.cursor = None;
    }

    /// The same queue beside a request, or beside none.
    #[must_use]
    pub fn beside(&self, number: Option<i64>) -> Href {
        let route = number.map_or(DeskRoute::Queue, |number| DeskRoute::Request { number });
        let query = serde_urlencoded::to_string(Self { show: None, ..self.clone() }).unwrap_or_default();
        let path = route.to_path();
        Href::local(&if query.is_empty() { path } else { format!("{path}?{query}") })
    }
}
