//! Who does something to a request, and from which side.

use crate::auth::Viewer;
use contract::{Origin, Side};

/// Who does it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Actor {
    /// The person; none for the product itself.
    pub id: Option<i64>,
    /// On which side of the counter they stand.
    pub side: Side,
    /// How it reached us.
    pub origin: Origin,
}

impl Actor {
    /// The product itself: the clock, a rule.
    #[must_use]
    pub fn system() -> Self {
        Self { id: None, side: Side::System, origin: Origin::Other }
    }

    /// A viewer, acting on a request of `requester`.
    #[must_use]
    pub fn of(viewer: &Viewer, requester: i64) -> Self {
        let origin = if viewer.is_token() { Origin::Api } else { Origin::Portal };
        Self { id: Some(viewer.id()), side: viewer.side(requester), origin }
    }

    /// A viewer, acting from a side.
    #[must_use]
    pub fn on(viewer: &Viewer, side: Side) -> Self {
        Self { side, ..Self::of(viewer, viewer.id()) }
    }

    /// A viewer, acting as an attendant.
    #[must_use]
    pub fn desk(viewer: &Viewer) -> Self {
        Self::on(viewer, Side::Desk)
    }
}
