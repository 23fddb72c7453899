//! The views of the queue: by SLA status, and by who serves a request.

use contract::desk::QueueCounts;

/// One view of the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QueueView {
    /// All open requests.
    All,
    /// Requests whose deadline has passed.
    Overdue,
    /// Requests whose deadline is near.
    Expiring,
    /// Requests whose deadline is not near.
    OnTime,
    /// Suspended requests.
    Paused,
    /// Requests without a deadline.
    NoTarget,
    /// Requests that nobody has captured.
    Unassigned,
    /// Requests that the viewer has captured.
    Mine,
}

impl QueueView {
    /// The views by SLA status.
    pub const BY_SLA: [Self; 6] =
        [Self::All, Self::Overdue, Self::Expiring, Self::OnTime, Self::Paused, Self::NoTarget];
    /// The views by responsible.
    pub const BY_PERSON: [Self; 2] = [Self::Unassigned, Self::Mine];

    /// The SLA status and the responsible that it filters by, as the URL has them.
    #[must_use]
    pub const fn filters(self) -> (Option<&'static str>, Option<&'static str>) {
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

    /// The key of its name. With `-none` behind it, it is the key of what an empty view says.
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
    pub const fn icon_and_class(self) -> (Option<&'static str>, &'static str) {
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

    /// Its count among those of all views.
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
