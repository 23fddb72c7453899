//! Server-Sent Events, as a browser reads them.

use crate::Persona;
use contract::live::LiveEvent;
use reqwest::{Method, Response};
use std::collections::VecDeque;
use std::time::Duration;

/// One event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// Where the reader stands after it.
    pub id: String,
    /// Its type; empty for usual ones.
    pub event: String,
    /// Its data.
    pub data: String,
}

impl Frame {
    /// The data, read.
    #[must_use]
    #[track_caller]
    pub fn live(&self) -> LiveEvent {
        serde_json::from_str(&self.data).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}

/// An open stream.
pub struct Listener {
    response: Response,
    buffer: String,
    frames: VecDeque<Frame>,
    /// Identifier of the last event.
    pub last_id: String,
}

impl Persona {
    /// Opens the stream of events, after an event or from now on; returns once it is open.
    pub async fn listen(&self, last_event_id: Option<&str>) -> Listener {
        let mut call = self.call(Method::GET, "/events").header("accept", "text/event-stream");
        if let Some(id) = last_event_id {
            call = call.header("last-event-id", id);
        }
        let response = call.stream().await;
        assert_eq!(response.status(), 200);
        let mut listener =
            Listener { response, buffer: String::new(), frames: VecDeque::new(), last_id: String::new() };
        let ready = listener.next().await.expect("the stream begins");
        assert_eq!(ready.event, "ready");
        listener
    }
}

impl Listener {
    /// The next event; none when there is none within three seconds.
    pub async fn next(&mut self) -> Option<Frame> {
        self.next_within(Duration::from_secs(3)).await
    }

    /// The next event; none when there is none in time.
    pub async fn next_within(&mut self, patience: Duration) -> Option<Frame> {
        let end = std::time::Instant::now() + patience;
        loop {
            if let Some(frame) = self.frames.pop_front() {
                self.last_id.clone_from(&frame.id);
                return Some(frame);
            }
            let left = end.saturating_duration_since(std::time::Instant::now());
            let chunk = tokio::time::timeout(left, self.response.chunk()).await.ok()?;
            let chunk = chunk.expect("the stream goes on")?;
            self.buffer.push_str(std::str::from_utf8(&chunk).expect("UTF-8"));
            self.parse();
        }
    }

    /// Whether the server ends the stream within three seconds; events before that are dropped.
    pub async fn ends(&mut self) -> bool {
        let end = async { while let Ok(Some(_)) = self.response.chunk().await {} };
        tokio::time::timeout(Duration::from_secs(3), end).await.is_ok()
    }

    /// All events until there is none for a while.
    pub async fn drain(&mut self, patience: Duration) -> Vec<LiveEvent> {
        let mut events = Vec::new();
        while let Some(frame) = self.next_within(patience).await {
            events.push(frame.live());
        }
        events
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
