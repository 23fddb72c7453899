//! Who reads what of a request's timeline. The view applies these rules row by row, and the search makes its SQL
//! condition of the same [`ReadableTexts`]: what a person may not read, they do not find either.

#[cfg(test)]
mod tests;

use super::lifecycle::Portal;
use contract::{Category, OccurrenceKind, Side};

/// Categories whose texts are written for the desk: requesters see that it happened, and not why.
const WRITTEN_FOR_THE_DESK: [Category; 3] = [Category::Routing, Category::SlaChange, Category::Relation];

/// Events whose text is the solution begin with this.
const SOLUTION_EVENTS: &str = "resolved";

/// What a viewer is to a request, as far as it decides what they read of its timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Relation {
    /// They are its requester.
    pub is_requester: bool,
    /// They opened it as an integrator.
    pub opened_as_integrator: bool,
    /// They are an attendant of its group, or its responsible.
    pub belongs: bool,
    /// Its service is confidential.
    pub confidential: bool,
}

impl Relation {
    /// On which side of the counter the viewer stands.
    #[must_use]
    pub const fn side(self) -> Side {
        if self.is_requester || (self.opened_as_integrator && !self.belongs) { Side::Requester } else { Side::Desk }
    }

    /// Whether texts are kept from the viewer: those of confidential services are read by the requester and by
    /// those who serve the request.
    #[must_use]
    pub const fn texts_hidden(self) -> bool {
        self.confidential && !(self.is_requester || self.opened_as_integrator || self.belongs)
    }
}

/// What decides whether a row's text is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowFacts<'a> {
    /// Kind.
    pub kind: OccurrenceKind,
    /// Category.
    pub category: Category,
    /// Requesters may see it.
    pub public: bool,
    /// Code of the event; none for messages and notes.
    pub event: Option<&'a str>,
}

/// Somebody who looks at a timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimelineReader {
    /// On which side of the counter they stand.
    pub side: Side,
    /// Texts are kept from them.
    pub texts_hidden: bool,
    /// What the parameters show to requesters.
    pub portal: Portal,
}

/// Rows whose text is read; a row must meet all conditions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadableTexts {
    /// Of these kinds.
    pub kinds: Vec<OccurrenceKind>,
    /// Public ones only.
    pub public_only: bool,
    /// Not of these categories.
    pub hidden_categories: &'static [Category],
    /// No events whose code begins with this.
    pub hidden_events: Option<&'static str>,
}

impl TimelineReader {
    /// A requester, who reads what the parameters show.
    #[must_use]
    pub const fn requester(portal: Portal) -> Self {
        Self { side: Side::Requester, texts_hidden: false, portal }
    }

    /// Somebody of the desk, from whom no text is kept.
    #[must_use]
    pub const fn desk(portal: Portal) -> Self {
        Self { side: Side::Desk, texts_hidden: false, portal }
    }

    /// Whether only public rows are listed.
    #[must_use]
    pub fn public_only(&self) -> bool {
        self.side == Side::Requester
    }

    /// Kinds of rows that are listed: parameter 298 hides the events from requesters, parameter 299 the messages.
    #[must_use]
    pub fn kinds(&self) -> Vec<OccurrenceKind> {
        let listed = |kind: &OccurrenceKind| match kind {
            _ if self.side == Side::Desk => true,
            OccurrenceKind::Message => self.portal.messages,
            OccurrenceKind::Note => true,
            OccurrenceKind::Event => self.portal.history,
        };
        OccurrenceKind::ALL.iter().copied().filter(listed).collect()
    }

    /// Rows whose text is shown; parameter 371 hides the solution from requesters.
    #[must_use]
    pub fn texts(&self) -> ReadableTexts {
        let requester = self.side == Side::Requester;
        ReadableTexts {
            kinds: if self.texts_hidden { Vec::new() } else { self.kinds() },
            public_only: self.public_only(),
            hidden_categories: if requester { &WRITTEN_FOR_THE_DESK } else { &[] },
            hidden_events: (requester && !self.portal.solution).then_some(SOLUTION_EVENTS),
        }
    }
}

impl ReadableTexts {
    /// Whether a row's text is among them.
    #[must_use]
    pub fn include(&self, row: RowFacts<'_>) -> bool {
        let hidden_event = self.hidden_events.is_some_and(|prefix| row.event.is_some_and(|e| e.starts_with(prefix)));
        self.kinds.contains(&row.kind)
            && (row.public || !self.public_only)
            && !self.hidden_categories.contains(&row.category)
            && !hidden_event
    }
}
