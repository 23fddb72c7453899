//! Messages between the tabs of this browser (`BroadcastChannel`).

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{BroadcastChannel, MessageEvent};
use yew::Callback;

/// A channel that this tab has joined. It leaves the channel when dropped.
pub struct Channel {
    channel: BroadcastChannel,
    _listener: EventListener,
}

impl Channel {
    /// Joins the channel of this name. `heard` is called with each message of another tab. None where there are no
    /// channels.
    pub fn open(name: &str, heard: Callback<String>) -> Option<Self> {
        let channel = BroadcastChannel::new(name).ok()?;
        let listener = EventListener::new(&channel, "message", move |event| {
            if let Some(text) = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string()) {
                heard.emit(text);
            }
        });
        Some(Self { channel, _listener: listener })
    }

    /// Sends a message to all other tabs of the channel.
    pub fn send(&self, text: &str) {
        // Sending fails only for values that cannot be copied, or on a closed channel.
        let _ = self.channel.post_message(&text.into());
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        self.channel.close();
    }
}
