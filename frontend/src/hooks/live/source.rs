//! The stream itself: one `EventSource`.

use crate::api;
use contract::live::Position;
use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{EventSource, MessageEvent};
use yew::Callback;

/// What a stream tells.
pub enum Told {
    /// It is open, for the first time or again.
    Open,
    /// An event, as it was sent, and where one stands after it.
    Event(Position, String),
    /// The server refuses it, and the browser does not try again.
    Refused,
}

/// An open stream; closed when dropped. The browser reconnects by itself, and then
/// says where it stands (`Last-Event-ID`).
pub struct Source {
    source: EventSource,
    _listeners: [EventListener; 3],
}

impl Source {
    /// Opens the stream of what happens after a position.
    pub fn open(after: Position, told: Callback<Told>) -> Option<Self> {
        let source = EventSource::new(&format!("{}/events?after={after}", api::BASE)).ok()?;
        let open = EventListener::new(&source, "open", {
            let told = told.clone();
            move |_| told.emit(Told::Open)
        });
        let event = EventListener::new(&source, "message", {
            let told = told.clone();
            move |event| {
                let event = event.dyn_ref::<MessageEvent>();
                let position = event.and_then(|event| event.last_event_id().parse().ok());
                if let (Some(position), Some(data)) = (position, event.and_then(|event| event.data().as_string())) {
                    told.emit(Told::Event(position, data));
                }
            }
        });
        let error = EventListener::new(&source, "error", {
            let source = source.clone();
            move |_| {
                if source.ready_state() == EventSource::CLOSED {
                    told.emit(Told::Refused);
                }
            }
        });
        Some(Self { source, _listeners: [open, event, error] })
    }
}

impl Drop for Source {
    fn drop(&mut self) {
        self.source.close();
    }
}
