//! The Server-Sent Events stream of one browser (WHATWG HTML, section 9.2).

use super::page::OpenPage;
use crate::app::App;
use crate::auth::{Via, Viewer};
use crate::error::Result;
use crate::models::live_events::Event;
use crate::node::{Credential, Listener, Next};
use crate::policy::audience::concerns;
use crate::views;
use crate::views::live_events::Start;
use actix_web::web::Bytes;
use contract::Role;
use contract::live::{LiveEvent, LiveKind, Position};
use futures_util::Stream;
use std::collections::VecDeque;
use std::time::Duration;
use tokio::time::{Instant, timeout_at};

/// The most events that are taken at once.
const BATCH: usize = 200;
/// A comment is sent when nothing else was sent for this long, so that proxies keep the connection open and a dead one is
/// noticed.
const HEARTBEAT: Duration = Duration::from_secs(20);
/// The same for attendants. It is shorter, because telephone systems are told whether an attendant is present.
const HEARTBEAT_PRESENT: Duration = Duration::from_secs(5);

struct Streaming {
    app: App,
    viewer: Viewer,
    position: Position,
    listener: Listener,
    out: VecDeque<Bytes>,
    heartbeat: Duration,
    /// When something was sent last.
    sent_at: Instant,
    ended: bool,
    /// An attendant is present while the page is open.
    _page: Option<OpenPage>,
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
    let (credential, session) = match viewer.via {
        Via::Session { id, .. } => (Credential::Session(id), true),
        Via::Token { id, .. } => (Credential::Token(id), false),
        Via::Internal => return Err(anyhow::anyhow!("a live stream without session or token").into()),
    };
    let present = session && viewer.has(Role::Attendant);
    let page = if present { Some(OpenPage::open(&app, viewer.id()).await?) } else { None };
    let listener = app.node.feed.listen(credential);
    let Start { position, missed } =
        app.read(move |tx| views::live_events::start(tx, last_event_id.as_deref())).await?;
    let mut out = VecDeque::from([Bytes::from(format!("retry: 2000\nid: {position}\nevent: ready\ndata: {{}}\n\n"))]);
    if missed {
        out.push_back(encode(position, LiveKind::Reset, None, None));
    }
    let heartbeat = if present { HEARTBEAT_PRESENT } else { HEARTBEAT };
    let (sent_at, ended) = (Instant::now(), false);
    let state = Streaming { app, viewer, position, listener, out, heartbeat, sent_at, ended, _page: page };
    Ok(futures_util::stream::unfold(state, |mut state| async move {
        let chunk = state.next().await?;
        Some((Ok(chunk), state))
    }))
}

impl Streaming {
    /// The next chunk to send; none when the stream ends.
    async fn next(&mut self) -> Option<Bytes> {
        loop {
            if let Some(chunk) = self.out.pop_front() {
                self.sent_at = Instant::now();
                return Some(chunk);
            }
            if self.ended {
                return None;
            }
            let more = match self.listener.after(self.position, BATCH) {
                Next::Ended => return None,
                Next::Behind => self.read_for_itself().await,
                Next::Events(events) => {
                    self.take(events.iter().map(AsRef::as_ref));
                    !events.is_empty()
                }
            };
            if more || self.ended {
                continue;
            }
            if timeout_at(self.sent_at + self.heartbeat, self.listener.news()).await.is_err() {
                self.out.push_back(Bytes::from_static(b": still here\n\n"));
            }
        }
    }

    /// Reads the table, because the events that follow are not held in memory. Gives whether there were any.
    async fn read_for_itself(&mut self) -> bool {
        let (position, limit) = (self.position, i64::try_from(BATCH).unwrap_or(i64::MAX));
        match self.app.read(move |tx| views::live_events::after(tx, position, limit)).await {
            Ok(events) => {
                self.take(events.iter());
                !events.is_empty()
            }
            // The browser comes back by itself and resumes where it was.
            Err(error) => {
                tracing::warn!(%error, "a live stream ended");
                self.ended = true;
                false
            }
        }
    }

    /// Queues the events that concern the viewer, and moves the position to the last event.
    fn take<'a>(&mut self, events: impl Iterator<Item = &'a Event>) {
        for event in events {
            self.position = event.position();
            if concerns(event, &self.viewer) {
                self.out.push_back(encode(event.position(), event.kind, event.number, event.actor_id));
            }
        }
    }
}

fn encode(position: Position, kind: LiveKind, number: Option<i64>, actor_id: Option<i64>) -> Bytes {
    let event = LiveEvent { kind, number, actor_id };
    Bytes::from(format!("id: {position}\ndata: {}\n\n", serde_json::to_string(&event).unwrap_or_default()))
}
