//! One stream for all tabs of a browser (docs/adr/0003-live-events.md).
//!
//! The tab whose turn it is holds the stream and tells the others what it hears. Each
//! tab knows its position; whoever has the next turn goes on after its own.

use super::LiveBus;
use super::source::{Source, Told};
use crate::api;
use crate::browser::channel::Channel;
use crate::browser::turn::{self, Turn};
use contract::live::{LiveEvent, LiveKind, Position};
use gloo_timers::callback::Timeout;
use serde::{Deserialize, Serialize};
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

const RETRY_MS: u32 = 5_000;
const RETRY_MAX_MS: u32 = 120_000;
/// How long the tab that holds the stream may take to answer another one.
const ANSWER_MS: u32 = 4_000;

/// What tabs say to each other.
#[derive(Serialize, Deserialize)]
enum Word {
    /// Where does whoever holds the stream stand?
    Where,
    /// The stream went on from a position to another one, by an event unless they are the same.
    Went { from: Position, to: Position, event: Option<String> },
}

/// What this tab has of the stream.
pub struct Tab {
    name: String,
    bus: LiveBus,
    position: Rc<Cell<Position>>,
    /// Refusals in a row.
    refusals: Cell<u32>,
    /// The login has expired.
    expired: Cell<bool>,
    source: RefCell<Option<Source>>,
    turn: RefCell<Option<Turn>>,
    channel: RefCell<Option<Channel>>,
    /// Until the answer of whoever holds the stream.
    patience: RefCell<Option<Timeout>>,
    /// Until the next try after a refusal.
    retry: RefCell<Option<Timeout>>,
}

impl Tab {
    /// Listens for a person from a position on, which goes on with the stream.
    pub fn join(person: i64, bus: LiveBus, position: Rc<Cell<Position>>) -> Rc<Self> {
        let tab = Rc::new(Self {
            name: format!("solicita-live-{person}"),
            bus,
            position,
            refusals: Cell::default(),
            expired: Cell::default(),
            source: RefCell::default(),
            turn: RefCell::default(),
            channel: RefCell::default(),
            patience: RefCell::default(),
            retry: RefCell::default(),
        });
        tab.enter();
        tab
    }

    /// Begins, or goes on after [`Tab::leave`].
    pub fn enter(self: &Rc<Self>) {
        if self.source.borrow().is_some() || self.channel.borrow().is_some() {
            return;
        }
        self.expired.set(false);
        if turn::possible() {
            let channel = Channel::open(&self.name, self.callback(Self::hear));
            self.channel.replace(channel);
        }
        self.queue();
        self.ask();
    }

    /// Gives everything up; what happens meanwhile is heard after [`Tab::enter`].
    pub fn leave(&self) {
        self.source.take();
        self.turn.take();
        self.channel.take();
        self.patience.take();
        self.retry.take();
    }

    /// Asks whether somebody holds the stream, and where they stand. Browsers stop tabs that nobody looks at, even
    /// while they hold it; whoever does not answer has it taken away.
    pub fn ask(self: &Rc<Self>) {
        let waits = self.source.borrow().is_none() && self.turn.borrow().is_some();
        if waits && !self.expired.get() {
            self.say(&Word::Where);
            let seize = self.callback(|tab, ()| {
                let turn = Turn::take(&tab.name, tab.callback(Self::lead), tab.callback(Self::lose));
                tab.turn.replace(turn);
            });
            self.patience.replace(Some(Timeout::new(ANSWER_MS, move || seize.emit(()))));
        }
    }

    /// Waits for this tab's turn; without turns, each tab has a stream of its own.
    fn queue(self: &Rc<Self>) {
        if self.channel.borrow().is_some() {
            let turn = Turn::wait(&self.name, self.callback(Self::lead), self.callback(Self::lose));
            self.turn.replace(turn);
        }
        if self.turn.borrow().is_none() {
            self.lead(());
        }
    }

    fn lead(self: &Rc<Self>, (): ()) {
        self.patience.take();
        self.answer();
        let source = Source::open(self.position.get(), self.callback(Self::told));
        self.source.replace(source);
    }

    fn lose(self: &Rc<Self>, (): ()) {
        self.source.take();
        self.queue();
        self.ask();
    }

    fn told(self: &Rc<Self>, told: Told) {
        match told {
            Told::Open => self.refusals.set(0),
            Told::Event(to, event) => {
                let from = self.position.get();
                // The others first, whatever becomes of this tab.
                self.say(&Word::Went { from, to, event: Some(event.clone()) });
                self.go(from, to, Some(&event));
            }
            Told::Refused => self.refused(),
        }
    }

    fn hear(self: &Rc<Self>, text: String) {
        // Tabs of another version may say what this one does not know; then it waits for the server to say it.
        match serde_json::from_str(&text) {
            Ok(Word::Where) if self.source.borrow().is_some() => self.answer(),
            Ok(Word::Went { from, to, event }) => {
                self.patience.take();
                if self.expired.take() {
                    // Somebody has logged in again.
                    self.queue();
                }
                self.go(from, to, event.as_deref());
            }
            Ok(Word::Where) | Err(_) => {}
        }
    }

    /// The stream went on. Where it came from tells whether something was missed.
    fn go(&self, from: Position, to: Position, event: Option<&str>) {
        let event = event.and_then(|event| serde_json::from_str::<LiveEvent>(event).ok());
        let known = self.position.get();
        let anew = event.as_ref().is_some_and(|event| event.kind == LiveKind::Reset);
        if to <= known && !anew {
            return;
        }
        self.position.set(to);
        if from > known && !anew {
            self.bus.publish(&LiveEvent { kind: LiveKind::Reset, number: None, actor_id: None });
        }
        if let Some(event) = event {
            self.bus.publish(&event);
        }
    }

    /// Lets the next tab try; this one stops when the login has expired, otherwise it tries again later.
    fn refused(self: &Rc<Self>) {
        let refusals = self.refusals.get();
        self.refusals.set(refusals + 1);
        let pause = RETRY_MS.saturating_mul(1 << refusals.min(5)).min(RETRY_MAX_MS);
        let tab = Rc::downgrade(self);
        spawn_local(async move {
            if let Some(tab) = tab.upgrade() {
                tab.source.take();
                tab.turn.take();
            }
            let expired = api::session::me().await.is_err_and(|error| error.status() == Some(401));
            let Some(tab) = tab.upgrade() else { return };
            let again = tab.callback(|tab, ()| tab.queue());
            if expired {
                tab.expired.set(true);
            } else {
                tab.retry.replace(Some(Timeout::new(pause, move || again.emit(()))));
            }
        });
    }

    fn answer(&self) {
        let here = self.position.get();
        self.say(&Word::Went { from: here, to: here, event: None });
    }

    fn say(&self, word: &Word) {
        if let (Some(channel), Ok(text)) = (&*self.channel.borrow(), serde_json::to_string(word)) {
            channel.say(&text);
        }
    }

    /// A callback that does nothing once the tab is gone.
    fn callback<T: 'static>(self: &Rc<Self>, what: impl Fn(&Rc<Self>, T) + 'static) -> Callback<T> {
        let tab: Weak<Self> = Rc::downgrade(self);
        Callback::from(move |given| {
            if let Some(tab) = tab.upgrade() {
                what(&tab, given);
            }
        })
    }
}
