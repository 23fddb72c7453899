//! One row of history, and telling open pages about it.

use crate::auth::Viewer;
use crate::domain::text::fold;
use crate::error::Result;
use crate::models;
use crate::models::live_events::Audience;
use crate::models::notifications::NewNotification;
use crate::models::occurrences::NewOccurrence;
use crate::models::requests::Request;
use crate::tx::Tx;
use contract::live::{LiveKind, NotificationKind};
use contract::{Category, OccurrenceKind, Origin, Side};
use std::collections::{BTreeMap, BTreeSet};

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

    /// A viewer, acting as an attendant.
    #[must_use]
    pub fn desk(viewer: &Viewer) -> Self {
        Self { side: Side::Desk, ..Self::of(viewer, viewer.id()) }
    }
}

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
pub fn record(tx: &mut Tx<'_>, request: &Request, actor: Actor, entry: Entry) -> Result<i64> {
    let kind = match entry.kind {
        OccurrenceKind::Message => LiveKind::Message,
        OccurrenceKind::Note => LiveKind::Note,
        OccurrenceKind::Event => LiveKind::Changed,
    };
    let public = entry.public;
    let id = append(tx, request, actor, entry)?;
    tell(tx, request, kind, actor, public, &[])?;
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

/// Tells the open pages of those concerned: the requester (when it is public),
/// the group, the responsible, and `also` groups.
///
/// # Errors
/// When the database does not answer.
pub fn tell(
    tx: &mut Tx<'_>,
    request: &Request,
    kind: LiveKind,
    actor: Actor,
    public: bool,
    also: &[Option<i64>],
) -> Result<()> {
    let confidential = models::catalogue::service(tx.conn, request.service_id)?.is_some_and(|row| row.confidential);
    let audience = Audience { confidential, ..Audience::default() };
    let mut audiences = Vec::new();
    if public {
        audiences.push(Audience { requester_id: Some(request.requester_id), ..audience });
        if request.opened_by != request.requester_id {
            audiences.push(Audience { person_id: Some(request.opened_by), ..audience });
        }
    }
    let groups: BTreeSet<i64> = also.iter().copied().chain([request.group_id]).flatten().collect();
    audiences.extend(groups.into_iter().map(|id| Audience { group_id: Some(id), ..audience }));
    if let Some(id) = request.responsible_id {
        audiences.push(Audience { person_id: Some(id), ..audience });
    }
    for audience in audiences {
        models::live_events::add(tx, kind, Some(request.number), actor.id, audience)?;
    }
    Ok(())
}

/// Notifies people, each once, but never whoever did it.
///
/// # Errors
/// When the database does not answer.
pub fn notify(
    tx: &mut Tx<'_>,
    request: &Request,
    kind: NotificationKind,
    actor: Actor,
    people: impl IntoIterator<Item = i64>,
    desk: bool,
) -> Result<()> {
    let people: BTreeSet<i64> = people.into_iter().filter(|id| Some(*id) != actor.id).collect();
    let now = tx.db_now();
    for person_id in people {
        let row = NewNotification { person_id, kind, request_id: request.id, actor_id: actor.id, desk, at: now };
        models::notifications::insert(tx.conn, row)?;
        let audience = Audience { person_id: Some(person_id), ..Audience::default() };
        models::live_events::add(tx, LiveKind::Notification, Some(request.number), actor.id, audience)?;
    }
    Ok(())
}

/// Who serves a request: the responsible, or until somebody captures it the
/// executors of its group.
///
/// # Errors
/// When the database does not answer.
pub fn servers(tx: &mut Tx<'_>, request: &Request) -> Result<Vec<i64>> {
    if let Some(id) = request.responsible_id {
        return Ok(vec![id]);
    }
    match request.group_id {
        Some(group) => Ok(models::catalogue::executors(tx.conn, group)?.into_iter().map(|person| person.id).collect()),
        None => Ok(Vec::new()),
    }
}
