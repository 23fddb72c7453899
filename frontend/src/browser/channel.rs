//! Talking to the other tabs of this browser (`BroadcastChannel`).

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{BroadcastChannel, MessageEvent};
use yew::Callback;

/// A channel by its name; left when dropped.
pub struct Channel {
    channel: BroadcastChannel,
    _heard: EventListener,
}

impl Channel {
    /// Joins the channel; `heard` is called with what other tabs say. None where there are no channels.
    pub fn open(name: &str, heard: Callback<String>) -> Option<Self> {
        let channel = BroadcastChannel::new(name).ok()?;
        let listener = EventListener::new(&channel, "message", move |event| {
            if let Some(text) = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string()) {
                heard.emit(text);
            }
        });
        Some(Self { channel, _heard: listener })
    }

    /// Says something to all other tabs.
    pub fn say(&self, text: &str) {
        // A text can always be copied, and the channel is open as long as this lives.
        let _ = self.channel.post_message(&text.into());
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        self.channel.close();
    }
}
