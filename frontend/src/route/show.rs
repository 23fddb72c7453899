//! Links to a certain place of a request's page.

use super::href::Href;
use super::pages::Route;
use contract::live::{NotificationKind, NotificationView};

/// The place at which a request's page opens (`?show=`).
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
    /// All places.
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

    /// The place with this spelling in the address.
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

/// The page that a notification is about.
#[must_use]
pub fn notification_href(notification: &NotificationView) -> Href {
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

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;
    use yew::AttrValue;

    #[test]
    fn places_survive_their_spelling() {
        for show in Show::ALL {
            assert_eq!(Show::parse(show.as_str()), Some(show));
        }
        assert_eq!(Show::parse("elsewhere"), None);
    }

    fn notification(kind: NotificationKind, desk: bool) -> String {
        let notification = NotificationView {
            id: 1,
            kind,
            number: 7,
            title: "Wi-Fi".to_owned(),
            summary: "Ana wrote".to_owned(),
            at: DateTime::UNIX_EPOCH,
            read: false,
            desk,
        };
        AttrValue::from(&notification_href(&notification)).to_string()
    }

    #[test]
    fn notifications_lead_to_the_request_in_the_area_of_the_reader() {
        assert_eq!(notification(NotificationKind::Situation, false), "/requests/7");
        assert_eq!(notification(NotificationKind::Situation, true), "/desk/requests/7");
        assert_eq!(notification(NotificationKind::Message, false), "/requests/7?show=messages");
        assert_eq!(notification(NotificationKind::Message, true), "/desk/requests/7?show=messages");
    }
}
