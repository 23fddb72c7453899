//! The Server-Sent Events stream of one browser (WHATWG HTML, section 9.2).

use super::concerns;
use super::presence::Page;
use crate::app::App;
use crate::auth::{Via, Viewer};
use crate::error::Result;
use crate::models;
use crate::models::live_events::Event;
use crate::tx::Tx;
use actix_web::web::Bytes;
use contract::Role;
use contract::live::{LiveEvent, LiveKind, Position};
use futures_util::Stream;
use std::collections::VecDeque;
use std::time::{Duration, Instant};
use tokio::sync::watch;

/// Events read at once.
const BATCH: i64 = 200;
/// A comment is sent when nothing else was for this long, so that proxies keep
/// the connection and a dead one is noticed.
const HEARTBEAT: Duration = Duration::from_secs(20);
/// The same for attendants: a telephone system is told whether one is there.
const HEARTBEAT_PRESENT: Duration = Duration::from_secs(5);
/// How often the database is asked although this node committed nothing.
const POLL: Duration = Duration::from_secs(1);

struct Streaming {
    app: App,
    viewer: Viewer,
    position: Position,
    wake: watch::Receiver<u64>,
    out: VecDeque<Bytes>,
    quiet: Duration,
    ended: bool,
    /// Attendants are present while it is open.
    page: Option<Page>,
}

/// The events for a viewer from a position on.
///
/// # Errors
/// When the database does not answer.
pub async fn events(
    app: App,
    viewer: Viewer,
    last_event_id: Option<String>,
) -> Result<impl Stream<Item = Result<Bytes, actix_web::Error>>> {
    let session = matches!(viewer.via, Via::Session { .. });
    let page = if session && viewer.has(Role::Attendant) { Some(Page::open(&app, viewer.id()).await?) } else { None };
    let wake = app.live.listen();
    let asked = last_event_id.map(|id| id.parse::<Position>());
    let (position, missed) = app
        .read(move |tx| {
            let newest = models::live_events::newest(tx.conn)?;
            Ok(match asked {
                None => (newest, false),
                Some(Ok(position)) if position <= newest && !models::live_events::is_swept(tx.conn, position)? => {
                    (position, false)
                }
                Some(_) => (newest, true),
            })
        })
        .await?;
    let mut out = VecDeque::from([Bytes::from(format!("retry: 2000\nid: {position}\nevent: ready\ndata: {{}}\n\n"))]);
    if missed {
        out.push_back(encode(position, LiveKind::Reset, None, None));
    }
    let state = Streaming { app, viewer, position, wake, out, quiet: Duration::ZERO, ended: false, page };
    Ok(futures_util::stream::unfold(state, |mut state| async move {
        let chunk = state.next().await?;
        Some((Ok(chunk), state))
    }))
}

impl Streaming {
    async fn next(&mut self) -> Option<Bytes> {
        loop {
            if let Some(chunk) = self.out.pop_front() {
                self.quiet = Duration::ZERO;
                return Some(chunk);
            }
            if self.ended || self.app.live.is_closed() {
                return None;
            }
            self.fill().await;
            if self.ended || !self.out.is_empty() {
                continue;
            }
            let waited = Instant::now();
            // On SQLite every write goes through this process; on PostgreSQL other nodes write too.
            let heartbeat = if self.page.is_some() { HEARTBEAT_PRESENT } else { HEARTBEAT };
            let patience = if self.app.db.is_sqlite() { heartbeat } else { POLL };
            if let Ok(Err(_)) = tokio::time::timeout(patience, self.wake.changed()).await {
                return None;
            }
            self.quiet += waited.elapsed();
            if self.quiet >= heartbeat {
                self.out.push_back(Bytes::from_static(b": still here\n\n"));
            }
        }
    }

    /// Reads what is new; ends the stream when the person may no longer listen.
    async fn fill(&mut self) {
        let (position, person, via) = (self.position, self.viewer.id(), self.viewer.via.clone());
        let read = self.app.read(move |tx| {
            if may_listen(tx, person, &via)? {
                Ok(Some(models::live_events::after(tx.conn, position, BATCH)?))
            } else {
                Ok(None)
            }
        });
        match read.await {
            Ok(Some(events)) => {
                if let Some(last) = events.last() {
                    self.position = last.position();
                }
                for event in events.iter().filter(|event| concerns(event, &self.viewer)) {
                    self.out.push_back(chunk(event));
                }
            }
            Ok(None) => self.ended = true,
            // The browser comes back by itself and resumes where it was.
            Err(error) => {
                tracing::warn!(%error, "a live stream ended");
                self.ended = true;
            }
        }
    }
}

/// Whether the session or token lasts. Sessions end with the account of their person.
fn may_listen(tx: &mut Tx<'_>, person: i64, via: &Via) -> Result<bool> {
    let now = tx.stamp();
    Ok(match via {
        Via::Session { id, .. } => models::sessions::lasts(tx.conn, *id, now)?,
        Via::Token { id, .. } => {
            let works = |token: models::tokens::Token| {
                token.revoked_at.is_none() && token.expires_at.is_none_or(|end| end > now)
            };
            models::tokens::find(tx.conn, *id)?.is_some_and(works)
                && models::people::find(tx.conn, person)?.is_some_and(|person| person.active)
        }
    })
}

fn chunk(event: &Event) -> Bytes {
    encode(event.position(), event.kind, event.number, event.actor_id)
}

fn encode(position: Position, kind: LiveKind, number: Option<i64>, actor_id: Option<i64>) -> Bytes {
    let event = LiveEvent { kind, number, actor_id };
    Bytes::from(format!("id: {position}\ndata: {}\n\n", serde_json::to_string(&event).unwrap_or_default()))
}
