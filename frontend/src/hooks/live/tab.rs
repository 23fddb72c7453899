//! This tab's part in the shared stream: the browser's lock, channel, stream and timers for [`StreamSharing`].

use super::bus::LiveBus;
use super::sharing::{Environment, StreamSharing, TabMessage};
use super::stream::{EventStream, StreamEvent};
use crate::api;
use crate::browser::channel::Channel;
use crate::browser::tab_lock::{self, TabLock};
use contract::live::{LiveEvent, Position};
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

/// How long the holder of the stream may take to answer another tab.
const ANSWER_MS: u32 = 4_000;

/// A tab that listens for a person.
pub struct Tab(StreamSharing<TabBrowser>);

impl Tab {
    /// Listens for a person from a position on, which advances with the stream.
    pub fn join(person: i64, bus: LiveBus, position: Rc<Cell<Position>>) -> Rc<Self> {
        let tab = Rc::new_cyclic(|tab: &Weak<Self>| {
            let browser = TabBrowser {
                tab: tab.clone(),
                name: format!("solicita-live-{person}"),
                bus,
                stream: RefCell::default(),
                lock: RefCell::default(),
                channel: RefCell::default(),
                answer_timer: RefCell::default(),
                retry_timer: RefCell::default(),
            };
            Self(StreamSharing::new(browser, position))
        });
        tab.enter();
        tab
    }

    /// Begins, or goes on after [`Tab::leave`].
    pub fn enter(&self) {
        self.0.enter();
    }

    /// Gives everything up until [`Tab::enter`].
    pub fn leave(&self) {
        self.0.leave();
    }

    /// Makes sure that some tab holds the stream.
    pub fn ask(&self) {
        self.0.ask();
    }
}

/// What a tab has of the browser. Everything is given up when dropped.
struct TabBrowser {
    tab: Weak<Tab>,
    /// The name of the lock and of the channel.
    name: String,
    bus: LiveBus,
    stream: RefCell<Option<EventStream>>,
    lock: RefCell<Option<TabLock>>,
    channel: RefCell<Option<Channel>>,
    answer_timer: RefCell<Option<Timeout>>,
    retry_timer: RefCell<Option<Timeout>>,
}

impl TabBrowser {
    /// A callback that does nothing once the tab is gone.
    fn callback<T: 'static>(&self, then: impl Fn(&StreamSharing<Self>, T) + 'static) -> Callback<T> {
        let tab = self.tab.clone();
        Callback::from(move |given| {
            if let Some(tab) = tab.upgrade() {
                then(&tab.0, given);
            }
        })
    }

    fn timer(&self, milliseconds: u32, then: impl Fn(&StreamSharing<Self>) + 'static) -> Option<Timeout> {
        let callback = self.callback(move |sharing, ()| then(sharing));
        Some(Timeout::new(milliseconds, move || callback.emit(())))
    }

    fn on_stream(&self) -> Callback<StreamEvent> {
        self.callback(|sharing, event| match event {
            StreamEvent::Opened => sharing.stream_opened(),
            StreamEvent::Sent(position, text) => sharing.stream_sent(position, text),
            StreamEvent::Refused => {
                // Later, because the listener that is running now must not be dropped with the stream.
                let refused = sharing.environment.callback(|sharing, ()| sharing.stream_refused());
                spawn_local(async move { refused.emit(()) });
            }
        })
    }
}

impl Environment for TabBrowser {
    fn join_channel(&self) -> bool {
        if tab_lock::is_supported() {
            let heard = self.callback(|sharing, text: String| {
                // What a tab of another version says and this one does not know comes from the server, too.
                if let Ok(message) = serde_json::from_str::<TabMessage>(&text) {
                    sharing.heard(message);
                }
            });
            self.channel.replace(Channel::open(&self.name, heard));
        }
        self.channel.borrow().is_some()
    }

    fn leave_channel(&self) {
        self.channel.take();
    }

    fn send(&self, message: &TabMessage) {
        if let (Some(channel), Ok(text)) = (&*self.channel.borrow(), serde_json::to_string(message)) {
            channel.send(&text);
        }
    }

    fn wait_for_lock(&self) -> bool {
        let acquired = self.callback(|sharing, ()| sharing.lock_acquired());
        let lost = self.callback(|sharing, ()| sharing.lock_lost());
        self.lock.replace(TabLock::wait(&self.name, acquired, lost));
        self.lock.borrow().is_some()
    }

    fn take_lock(&self) -> bool {
        let acquired = self.callback(|sharing, ()| sharing.lock_acquired());
        let lost = self.callback(|sharing, ()| sharing.lock_lost());
        self.lock.replace(TabLock::take(&self.name, acquired, lost));
        self.lock.borrow().is_some()
    }

    fn release_lock(&self) {
        self.lock.take();
    }

    fn open_stream(&self, after: Position) -> bool {
        self.stream.replace(EventStream::open(after, self.on_stream()));
        self.stream.borrow().is_some()
    }

    fn close_stream(&self) {
        self.stream.take();
    }

    fn start_answer_timer(&self) {
        self.answer_timer.replace(self.timer(ANSWER_MS, StreamSharing::answer_timed_out));
    }

    fn stop_answer_timer(&self) {
        self.answer_timer.take();
    }

    fn check_session(&self) {
        let checked = self.callback(StreamSharing::session_checked);
        spawn_local(async move {
            let expired = api::session::me().await.is_err_and(|error| error.status() == Some(401));
            checked.emit(expired);
        });
    }

    fn start_retry_timer(&self, milliseconds: u32) {
        self.retry_timer.replace(self.timer(milliseconds, StreamSharing::retry));
    }

    fn stop_retry_timer(&self) {
        self.retry_timer.take();
    }

    fn publish(&self, event: &LiveEvent) {
        self.bus.publish(event);
    }
}
