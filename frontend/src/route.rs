//! The pages of the application, by their addresses.

use crate::ui::Href;
use contract::live::{NotificationKind, NotificationView};
use yew_router::prelude::*;

/// Every page outside the desk and the administration.
#[derive(Debug, Clone, PartialEq, Routable)]
pub enum Route {
    /// Logging in.
    #[at("/login")]
    Login,
    /// Asking for a link to set a password.
    #[at("/forgot")]
    Forgot,
    /// Setting a password with a link.
    #[at("/password/:token")]
    SetPassword {
        /// The link's secret.
        token: String,
    },
    /// What the requester sees first.
    #[at("/")]
    Home,
    /// *My requests*.
    #[at("/requests")]
    Requests,
    /// The catalogue, to choose a service.
    #[at("/requests/new")]
    Catalogue,
    /// The form of a service.
    #[at("/requests/new/:service")]
    OpenRequest {
        /// The service.
        service: i64,
    },
    /// One request.
    #[at("/requests/:number")]
    Request {
        /// Its number.
        number: i64,
    },
    /// A request that was just opened.
    #[at("/requests/:number/opened")]
    RequestOpened {
        /// Its number.
        number: i64,
    },
    /// Outage notices.
    #[at("/notices")]
    Notices,
    /// One's own data, preferences, password, sessions.
    #[at("/profile")]
    Profile,
    /// The attendant desktop; see [`DeskRoute`].
    #[at("/desk")]
    DeskRoot,
    /// Below the attendant desktop.
    #[at("/desk/*")]
    Desk,
    /// Administration; see [`AdminRoute`].
    #[at("/admin")]
    AdminRoot,
    /// Below the administration.
    #[at("/admin/*")]
    Admin,
    /// Anything else.
    #[not_found]
    #[at("/404")]
    NotFound,
}

/// The pages of the attendant desktop.
#[derive(Debug, Clone, PartialEq, Routable)]
pub enum DeskRoute {
    /// The queue.
    #[at("/desk")]
    Queue,
    /// A request beside the queue.
    #[at("/desk/requests/:number")]
    Request {
        /// Its number.
        number: i64,
    },
    /// A request that was just opened on behalf of somebody.
    #[at("/desk/requests/:number/opened")]
    Opened {
        /// Its number.
        number: i64,
    },
    /// Opening a request on behalf of somebody.
    #[at("/desk/new")]
    New,
    /// Keeping outage notices.
    #[at("/desk/notices")]
    Notices,
    /// Anything else below `/desk`.
    #[not_found]
    #[at("/desk/404")]
    NotFound,
}

/// The pages of the administration.
#[derive(Debug, Clone, PartialEq, Routable)]
pub enum AdminRoute {
    /// Anything else below `/admin`.
    #[not_found]
    #[at("/admin/404")]
    NotFound,
}

/// Where a request's page opens (`?show=`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Show {
    /// The conversation, ready to write.
    Messages,
    /// Writing a note.
    Note,
    /// The occurrences.
    History,
    /// The description.
    Description,
    /// The files.
    Attachments,
    /// The survey.
    Rate,
    /// The solution.
    Solution,
}

impl Show {
    /// Every one.
    pub const ALL: [Self; 7] =
        [Self::Messages, Self::Note, Self::History, Self::Description, Self::Attachments, Self::Rate, Self::Solution];

    /// Its spelling in the address.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Messages => "messages",
            Self::Note => "note",
            Self::History => "history",
            Self::Description => "description",
            Self::Attachments => "attachments",
            Self::Rate => "rate",
            Self::Solution => "solution",
        }
    }

    /// By its spelling in the address.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|show| show.as_str() == text)
    }
}

/// A request's page, opened at a place.
#[must_use]
pub fn request_at(number: i64, show: Show) -> Href {
    Href::with(&Route::Request { number }, &[("show", show.as_str())])
}

/// Where a notification leads.
#[must_use]
pub fn of_notification(notification: &NotificationView) -> Href {
    let number = notification.number;
    let show = matches!(notification.kind, NotificationKind::Message).then_some(Show::Messages);
    if notification.desk {
        // The same addresses as the portal's, below `/desk`.
        let query = show.map(|show| format!("?show={}", show.as_str())).unwrap_or_default();
        return Href::local(&format!("/desk/requests/{number}{query}"));
    }
    match show {
        Some(show) => request_at(number, show),
        None => Href::to(&Route::Request { number }),
    }
}
