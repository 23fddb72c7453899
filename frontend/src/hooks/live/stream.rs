//! The stream of live events: one `EventSource` of `GET /api/v1/events`.

use crate::api;
use contract::live::Position;
use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{EventSource, MessageEvent};
use yew::Callback;

/// What happens to a stream.
pub enum StreamEvent {
    /// It is open, for the first time or again.
    Opened,
    /// It has sent an event, as text, and the position after it.
    Sent(Position, String),
    /// The server refuses it, and the browser does not try again.
    Refused,
}

/// An open stream; closed when dropped. After a lost connection the browser connects again by itself, and names the
/// last position (`Last-Event-ID`).
pub struct EventStream {
    source: EventSource,
    _listeners: [EventListener; 3],
}

impl EventStream {
    /// Opens the stream of what happens after a position. None when the browser cannot.
    pub fn open(after: Position, callback: Callback<StreamEvent>) -> Option<Self> {
        let source = EventSource::new(&format!("{}/events?after={after}", api::BASE)).ok()?;
        let opened = EventListener::new(&source, "open", {
            let callback = callback.clone();
            move |_| callback.emit(StreamEvent::Opened)
        });
        let sent = EventListener::new(&source, "message", {
            let callback = callback.clone();
            move |event| {
                let event = event.dyn_ref::<MessageEvent>();
                let position = event.and_then(|event| event.last_event_id().parse().ok());
                if let (Some(position), Some(data)) = (position, event.and_then(|event| event.data().as_string())) {
                    callback.emit(StreamEvent::Sent(position, data));
                }
            }
        });
        let failed = EventListener::new(&source, "error", {
            let source = source.clone();
            move |_| {
                if source.ready_state() == EventSource::CLOSED {
                    callback.emit(StreamEvent::Refused);
                }
            }
        });
        Some(Self { source, _listeners: [opened, sent, failed] })
    }
}

impl Drop for EventStream {
    fn drop(&mut self) {
        self.source.close();
    }
}
