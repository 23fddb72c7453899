//! Server-Sent Events, as a browser reads them.
//!
//! That a listener is *not* told of something is shown with a marker: an event that concerns
//! everybody, sent after what it must not be told of. Events arrive in the order of their
//! commits, so that what has not come before the marker will not come at all.

use crate::wait::DEADLINE;
use crate::{Persona, TestApp};
use contract::live::{LiveEvent, LiveKind};
use reqwest::{Method, Response};
use solicita::models::live_events::{self, Audience};
use std::collections::VecDeque;
use std::sync::atomic::{AtomicI64, Ordering};

/// One event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// The position in the stream after this event.
    pub id: String,
    /// Its type; empty for the default type.
    pub event: String,
    /// Its data.
    pub data: String,
}

impl Frame {
    /// The data, parsed.
    #[must_use]
    #[track_caller]
    pub fn live(&self) -> LiveEvent {
        serde_json::from_str(&self.data).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    fn marker(&self) -> Option<Marker> {
        self.live().number.filter(|number| *number < 0).map(Marker)
    }
}

/// An event that every listener is told of; see the module's description. Each has a number
/// of its own, which is negative, as that of no request is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marker(i64);

impl TestApp {
    /// Sends a marker to all open streams.
    #[must_use]
    pub fn send_marker(&self) -> Marker {
        static LAST: AtomicI64 = AtomicI64::new(0);
        let marker = Marker(LAST.fetch_sub(1, Ordering::Relaxed) - 1);
        self.write(|tx| Ok(live_events::add(tx, LiveKind::Notice, Some(marker.0), None, Audience::default())?));
        marker
    }
}

/// An open stream.
pub struct Listener {
    response: Response,
    buffer: String,
    frames: VecDeque<Frame>,
    /// Identifier of the last event that was read.
    pub last_id: String,
}

impl Persona {
    /// Opens the stream of events, from now on or after an event; returns once it is open.
    pub async fn listen(&self, last_event_id: Option<&str>) -> Listener {
        let mut request = self.request(Method::GET, "/events").header("accept", "text/event-stream");
        if let Some(id) = last_event_id {
            request = request.header("last-event-id", id);
        }
        let response = request.send_streaming().await;
        assert_eq!(response.status(), 200);
        let mut listener =
            Listener { response, buffer: String::new(), frames: VecDeque::new(), last_id: String::new() };
        assert_eq!(listener.next().await.event, "ready");
        listener
    }
}

impl Listener {
    /// Waits for the next event.
    ///
    /// # Panics
    /// When none comes before the [`DEADLINE`], or the stream ends.
    pub async fn next(&mut self) -> Frame {
        let next = tokio::time::timeout(DEADLINE, self.read_frame()).await;
        let frame = next.unwrap_or_else(|_| panic!("no event within {DEADLINE:?}"));
        frame.expect("the stream goes on")
    }

    /// Waits for an event of a kind; events of other kinds before it are dropped.
    pub async fn next_of(&mut self, kind: LiveKind) -> LiveEvent {
        loop {
            let event = self.next().await.live();
            if event.kind == kind {
                return event;
            }
        }
    }

    /// The events that come before a marker. Earlier markers are left out.
    pub async fn events_before(&mut self, marker: Marker) -> Vec<LiveEvent> {
        self.frames_before(marker).await.iter().map(Frame::live).collect()
    }

    /// The same with the positions of the events.
    pub async fn frames_before(&mut self, marker: Marker) -> Vec<Frame> {
        let mut frames = Vec::new();
        loop {
            let frame = self.next().await;
            match frame.marker() {
                Some(this) if this == marker => return frames,
                Some(_) => {}
                None => frames.push(frame),
            }
        }
    }

    /// Waits until the server ends the stream; events before that are dropped.
    ///
    /// # Panics
    /// When it does not before the [`DEADLINE`].
    pub async fn wait_for_end(&mut self) {
        let end = async { while let Ok(Some(_)) = self.response.chunk().await {} };
        let ended = tokio::time::timeout(DEADLINE, end).await;
        assert!(ended.is_ok(), "the stream did not end within {DEADLINE:?}");
    }

    /// The next event; none when the stream has ended.
    async fn read_frame(&mut self) -> Option<Frame> {
        loop {
            if let Some(frame) = self.frames.pop_front() {
                self.last_id.clone_from(&frame.id);
                return Some(frame);
            }
            let chunk = self.response.chunk().await.expect("an unbroken stream")?;
            self.buffer.push_str(std::str::from_utf8(&chunk).expect("UTF-8"));
            self.parse();
        }
    }

    fn parse(&mut self) {
        while let Some(end) = self.buffer.find("\n\n") {
            let block: String = self.buffer.drain(..end + 2).collect();
            let field = |name: &str| {
                let mut lines = block.lines().filter_map(|line| line.strip_prefix(name));
                lines.next().map(|value| value.strip_prefix(' ').unwrap_or(value).to_owned())
            };
            if let Some(data) = field("data:") {
                let id = field("id:").unwrap_or_default();
                self.frames.push_back(Frame { id, event: field("event:").unwrap_or_default(), data });
            }
        }
    }
}
