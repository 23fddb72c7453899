//! How the tabs of one person in one browser share one stream of live events (docs/adr/0003-live-events.md).
//!
//! The tab that has the lock holds the stream, and tells the others what it hears. Each tab knows its own position; the
//! next holder opens the stream after its own. This file decides; what it needs of the browser is an [`Environment`],
//! so that the decisions are tested without a browser.

use contract::live::{LiveEvent, LiveKind, Position};
use serde::{Deserialize, Serialize};
use std::cell::Cell;
use std::rc::Rc;

const RETRY_MS: u32 = 5_000;
const RETRY_MAX_MS: u32 = 120_000;

/// What the tabs tell each other. Tabs of earlier versions may be open: the names on the wire stay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum TabMessage {
    /// Asks the holder of the stream for its position.
    #[serde(rename = "Where")]
    AskPosition,
    /// The stream advanced from one position to another by an event, or stands at a position (both are the same then).
    #[serde(rename = "Went")]
    Advanced {
        /// The holder's position before.
        from: Position,
        /// The holder's position after.
        to: Position,
        /// The event as the server sent it.
        event: Option<String>,
    },
}

/// What sharing needs of the browser.
pub trait Environment {
    /// Joins the channel of the person's tabs. False where there are no locks or no channels.
    fn join_channel(&self) -> bool;
    /// Leaves the channel.
    fn leave_channel(&self);
    /// Sends a message to the other tabs, if this one is in the channel.
    fn send(&self, message: &TabMessage);
    /// Waits for the lock; [`StreamSharing::lock_acquired`] follows. False when it cannot be waited for.
    fn wait_for_lock(&self) -> bool;
    /// Takes the lock away from the tab that has it; [`StreamSharing::lock_acquired`] follows. False when it cannot.
    fn take_lock(&self) -> bool;
    /// Gives the lock up, or stops waiting for it.
    fn release_lock(&self);
    /// Opens the stream of what happens after a position. False when it cannot be opened.
    fn open_stream(&self, after: Position) -> bool;
    /// Closes the stream.
    fn close_stream(&self);
    /// Calls [`StreamSharing::answer_timed_out`] later, unless the timer is stopped.
    fn start_answer_timer(&self);
    /// Stops the timer of [`Environment::start_answer_timer`].
    fn stop_answer_timer(&self);
    /// Asks the server whether the login has expired; [`StreamSharing::session_checked`] follows.
    fn check_session(&self);
    /// Calls [`StreamSharing::retry`] after some milliseconds, unless the timer is stopped.
    fn start_retry_timer(&self, milliseconds: u32);
    /// Stops the timer of [`Environment::start_retry_timer`].
    fn stop_retry_timer(&self);
    /// Hands an event to the pages of this tab.
    fn publish(&self, event: &LiveEvent);
}

/// The part of one tab in the shared stream.
pub struct StreamSharing<E> {
    /// The browser.
    pub environment: E,
    position: Rc<Cell<Position>>,
    /// Between [`StreamSharing::enter`] and [`StreamSharing::leave`].
    entered: Cell<bool>,
    in_channel: Cell<bool>,
    /// The tab has the lock, or waits for it.
    in_lock_queue: Cell<bool>,
    streaming: Cell<bool>,
    /// Refusals of the server in a row.
    refusals: Cell<u32>,
    /// The login has expired: the tab does not ask for the stream until another tab has one again.
    expired: Cell<bool>,
}

impl<E: Environment> StreamSharing<E> {
    /// A tab that has not entered yet. The position advances with the stream.
    pub fn new(environment: E, position: Rc<Cell<Position>>) -> Self {
        Self {
            environment,
            position,
            entered: Cell::default(),
            in_channel: Cell::default(),
            in_lock_queue: Cell::default(),
            streaming: Cell::default(),
            refusals: Cell::default(),
            expired: Cell::default(),
        }
    }

    /// Begins to listen, also after [`StreamSharing::leave`].
    pub fn enter(&self) {
        if self.entered.replace(true) {
            return;
        }
        self.expired.set(false);
        self.in_channel.set(self.environment.join_channel());
        self.queue();
        self.ask();
    }

    /// Gives everything up. What happens meanwhile is heard after [`StreamSharing::enter`].
    pub fn leave(&self) {
        self.entered.set(false);
        self.close_stream();
        self.release_lock();
        self.in_channel.set(false);
        self.environment.leave_channel();
        self.environment.stop_answer_timer();
        self.environment.stop_retry_timer();
    }

    /// Asks the holder for its position. Browsers freeze tabs that nobody looks at, even while they have the lock: a
    /// holder that does not answer in time has the lock taken away.
    pub fn ask(&self) {
        let waiting = self.in_lock_queue.get() && !self.streaming.get();
        if waiting && !self.expired.get() {
            self.environment.send(&TabMessage::AskPosition);
            self.environment.start_answer_timer();
        }
    }

    /// No holder has answered in time.
    pub fn answer_timed_out(&self) {
        self.in_lock_queue.set(self.environment.take_lock());
    }

    /// This tab has the lock now, and holds the stream.
    pub fn lock_acquired(&self) {
        self.environment.stop_answer_timer();
        self.tell_position();
        self.streaming.set(self.environment.open_stream(self.position.get()));
    }

    /// Another tab has taken the lock away.
    pub fn lock_lost(&self) {
        self.close_stream();
        self.in_lock_queue.set(false);
        self.queue();
        self.ask();
    }

    /// Another tab has sent a message.
    pub fn heard(&self, message: TabMessage) {
        match message {
            TabMessage::AskPosition if self.streaming.get() => self.tell_position(),
            TabMessage::AskPosition => {}
            TabMessage::Advanced { from, to, event } => {
                self.environment.stop_answer_timer();
                // There is a stream, so somebody has logged in again.
                if self.expired.take() {
                    self.queue();
                }
                self.advance(from, to, event.as_deref());
            }
        }
    }

    /// The stream is open, for the first time or again.
    pub fn stream_opened(&self) {
        self.refusals.set(0);
    }

    /// The stream has sent an event, after which the tab is at a position.
    pub fn stream_sent(&self, to: Position, event: String) {
        let from = self.position.get();
        // The others are told first, so that a failure in this tab's pages does not keep it from them.
        let message = TabMessage::Advanced { from, to, event: Some(event.clone()) };
        self.environment.send(&message);
        self.advance(from, to, Some(&event));
    }

    /// The server has refused the stream. The next tab may try, and the server is asked whether the login has expired.
    pub fn stream_refused(&self) {
        self.refusals.set(self.refusals.get() + 1);
        self.close_stream();
        self.release_lock();
        self.environment.check_session();
    }

    /// The server has answered whether the login has expired. If it has not, the tab tries again later.
    pub fn session_checked(&self, expired: bool) {
        if !self.entered.get() {
            return;
        }
        if expired {
            self.expired.set(true);
        } else {
            self.environment.start_retry_timer(retry_pause(self.refusals.get()));
        }
    }

    /// It is time to try again after a refusal.
    pub fn retry(&self) {
        self.queue();
    }

    /// Waits for the lock, unless the tab does so already. Where there are no locks, each tab has a stream of its own.
    fn queue(&self) {
        if self.in_lock_queue.get() || self.streaming.get() {
            return;
        }
        let waits = self.in_channel.get() && self.environment.wait_for_lock();
        self.in_lock_queue.set(waits);
        if !waits {
            self.lock_acquired();
        }
    }

    fn release_lock(&self) {
        self.in_lock_queue.set(false);
        self.environment.release_lock();
    }

    fn close_stream(&self) {
        self.streaming.set(false);
        self.environment.close_stream();
    }

    fn tell_position(&self) {
        let here = self.position.get();
        self.environment.send(&TabMessage::Advanced { from: here, to: here, event: None });
    }

    /// The stream advanced. A tab that stands before `from` has missed something: its pages read everything again.
    fn advance(&self, from: Position, to: Position, event: Option<&str>) {
        let event = event.and_then(|event| serde_json::from_str::<LiveEvent>(event).ok());
        let known = self.position.get();
        let reset = event.as_ref().is_some_and(|event| event.kind == LiveKind::Reset);
        if to <= known && !reset {
            return;
        }
        self.position.set(to);
        if from > known && !reset {
            self.environment.publish(&LiveEvent { kind: LiveKind::Reset, number: None, actor_id: None });
        }
        if let Some(event) = event {
            self.environment.publish(&event);
        }
    }
}

/// Milliseconds until the next try after a number of refusals in a row: doubled each time, up to a limit.
fn retry_pause(refusals: u32) -> u32 {
    let doublings = refusals.saturating_sub(1).min(5);
    RETRY_MS.saturating_mul(1 << doublings).min(RETRY_MAX_MS)
}

#[cfg(test)]
mod tests;
