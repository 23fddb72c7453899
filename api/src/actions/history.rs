//! The history of a request: one row for everything that happens to it.

use super::live;
use crate::domain::text::fold;
use crate::error::Result;
use crate::models;
use crate::models::occurrences::NewOccurrence;
use crate::models::requests::Request;
use crate::policy::actor::Actor;
use crate::tx::Tx;
use contract::live::LiveKind;
use contract::{Category, OccurrenceKind, Origin};
use std::collections::BTreeMap;

/// Arguments of an event's sentence (texts `history-<event>`). Keys that end in
/// `_at` hold RFC 3339 instants, written in the reader's time zone.
pub type EventArgs = BTreeMap<&'static str, String>;

/// A row of history about to be written.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Message, note or event.
    pub kind: OccurrenceKind,
    /// Category.
    pub category: Category,
    /// Code of the event's sentence.
    pub event: Option<&'static str>,
    /// Arguments of the sentence.
    pub args: EventArgs,
    /// What was written.
    pub text: String,
    /// The requester reads it, too.
    pub public: bool,
    /// Minutes spent.
    pub minutes: Option<i32>,
    /// Another origin than the actor's.
    pub origin: Option<Origin>,
}

impl Entry {
    /// An event that the requester reads.
    #[must_use]
    pub fn event(category: Category, event: &'static str) -> Self {
        Self {
            kind: OccurrenceKind::Event,
            category,
            event: Some(event),
            args: EventArgs::new(),
            text: String::new(),
            public: true,
            minutes: None,
            origin: None,
        }
    }

    /// A message.
    #[must_use]
    pub fn message(text: String) -> Self {
        Self { kind: OccurrenceKind::Message, event: None, text, ..Self::event(Category::Message, "") }
    }

    /// A note.
    #[must_use]
    pub fn note(category: Category, text: String, public: bool) -> Self {
        Self { kind: OccurrenceKind::Note, event: None, text, public, ..Self::event(category, "") }
    }

    /// Adds what was written.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.text = text.into();
        self
    }

    /// Adds an argument of the sentence.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.insert(name, value.to_string());
        self
    }

    /// Adds minutes spent.
    #[must_use]
    pub fn minutes(mut self, minutes: Option<i32>) -> Self {
        self.minutes = minutes;
        self
    }
}

/// Appends a row of history and tells open pages.
///
/// # Errors
/// When the database does not answer.
pub fn add(tx: &mut Tx<'_>, request: &Request, actor: Actor, entry: Entry) -> Result<i64> {
    let kind = match entry.kind {
        OccurrenceKind::Message => LiveKind::Message,
        OccurrenceKind::Note => LiveKind::Note,
        OccurrenceKind::Event => LiveKind::Changed,
    };
    let public = entry.public;
    let id = append(tx, request, actor, entry)?;
    live::tell(tx, request, kind, actor, public, &[])?;
    Ok(id)
}

/// Appends a row of history.
///
/// # Errors
/// When the database does not answer.
pub fn append(tx: &mut Tx<'_>, request: &Request, actor: Actor, entry: Entry) -> Result<i64> {
    let data = if entry.args.is_empty() {
        None
    } else {
        Some(serde_json::to_string(&entry.args).map_err(anyhow::Error::from)?)
    };
    let occurrence = NewOccurrence {
        request_id: request.id,
        kind: entry.kind,
        category: entry.category,
        origin: entry.origin.unwrap_or(actor.origin),
        side: actor.side,
        author_id: actor.id,
        at: tx.db_now(),
        event: entry.event.map(str::to_owned),
        data,
        search_text: fold(&entry.text),
        text: Some(entry.text).filter(|text| !text.is_empty()),
        public: entry.public,
        minutes: entry.minutes,
    };
    Ok(models::occurrences::insert(tx.conn, occurrence)?)
}
