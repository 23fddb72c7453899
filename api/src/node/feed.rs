//! The newest live events, read once for all open streams of this node.
//!
//! One reader (a background job) looks at the table `live_events` and leaves here what is new. Streams take it from here;
//! one that has fallen behind what is held reads the table itself. The reader also learns which sessions and tokens have
//! ended, so that their streams end.

use crate::models::live_events::Event;
use contract::live::Position;
use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::{Notify, watch};

/// Events held; a stream that is further behind reads for itself.
const HELD: usize = 2_000;

/// By what a stream is allowed: it ends when this does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Credential {
    /// A session.
    Session(i64),
    /// An API token.
    Token(i64),
}

/// The newest events, and who listens. Cheap to clone.
#[derive(Clone)]
pub struct Feed {
    state: Arc<Mutex<State>>,
    news: Arc<watch::Sender<()>>,
    joined: Arc<Notify>,
}

#[derive(Default)]
struct State {
    /// Where the events held begin: all that come after it are held. None while nobody listens.
    from: Option<Position>,
    events: VecDeque<Arc<Event>>,
    /// How many streams each credential has open.
    listeners: HashMap<Credential, usize>,
    ended: Vec<Credential>,
    closed: bool,
}

impl Default for Feed {
    fn default() -> Self {
        Self { state: Arc::default(), news: Arc::new(watch::Sender::new(())), joined: Arc::default() }
    }
}

/// What a stream gets when it asks for what comes after its position.
#[derive(Debug)]
pub enum Next {
    /// These events, in order; none when there is nothing new.
    Events(Vec<Arc<Event>>),
    /// The position is before what is held: the table has to be read.
    Behind,
    /// The stream ends: its session or token did, or the server is stopping.
    Ended,
}

/// A stream that listens; until it is dropped.
pub struct Listener {
    feed: Feed,
    credential: Credential,
    news: watch::Receiver<()>,
}

impl Feed {
    /// A stream begins to listen.
    #[must_use]
    pub fn listen(&self, credential: Credential) -> Listener {
        let mut state = self.state();
        *state.listeners.entry(credential).or_default() += 1;
        let first = state.from.is_none();
        drop(state);
        if first {
            self.joined.notify_one();
        }
        Listener { feed: self.clone(), credential, news: self.news.subscribe() }
    }

    /// Ends when a stream listens and nothing is held yet: the reader has to begin. One task may wait.
    pub async fn joined(&self) {
        self.joined.notified().await;
    }

    /// The credentials by which streams listen.
    #[must_use]
    pub fn credentials(&self) -> Vec<Credential> {
        self.state().listeners.keys().copied().collect()
    }

    /// Where the reader goes on; none when it has to begin anew.
    #[must_use]
    pub fn position(&self) -> Option<Position> {
        let state = self.state();
        state.events.back().map(|event| event.position()).or(state.from)
    }

    /// The reader begins at a position.
    pub fn begin(&self, position: Position) {
        let mut state = self.state();
        state.from = Some(position);
        state.events.clear();
        drop(state);
        self.news.send_replace(());
    }

    /// Nobody listens: nothing is held.
    pub fn rest(&self) {
        let mut state = self.state();
        if state.listeners.is_empty() {
            state.from = None;
            state.events.clear();
        }
    }

    /// The reader leaves what it found after its position.
    pub fn add(&self, events: Vec<Event>) {
        if events.is_empty() {
            return;
        }
        let mut state = self.state();
        for event in events {
            if state.events.len() == HELD
                && let Some(oldest) = state.events.pop_front()
            {
                state.from = Some(oldest.position());
            }
            state.events.push_back(Arc::new(event));
        }
        drop(state);
        self.news.send_replace(());
    }

    /// These sessions and tokens have ended: their streams end.
    pub fn end(&self, credentials: Vec<Credential>) {
        if credentials.is_empty() {
            return;
        }
        let mut state = self.state();
        for credential in credentials {
            if state.listeners.contains_key(&credential) && !state.ended.contains(&credential) {
                state.ended.push(credential);
            }
        }
        drop(state);
        self.news.send_replace(());
    }

    /// The server is stopping: all streams end, and browsers come back to the next one.
    pub fn close(&self) {
        self.state().closed = true;
        self.news.send_replace(());
    }

    /// Whether the server is stopping.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.state().closed
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Listener {
    /// What comes after a position, at most `limit` events.
    #[must_use]
    pub fn after(&mut self, position: Position, limit: usize) -> Next {
        self.news.mark_unchanged();
        let state = self.feed.state();
        if state.closed || state.ended.contains(&self.credential) {
            return Next::Ended;
        }
        if state.from.is_none_or(|from| position < from) {
            return Next::Behind;
        }
        let begin = state.events.partition_point(|event| event.position() <= position);
        Next::Events(state.events.iter().skip(begin).take(limit).cloned().collect())
    }

    /// Waits for news since [`Self::after`] was last asked.
    pub async fn news(&mut self) {
        if self.news.changed().await.is_err() {
            // Not while this listener holds the feed.
            std::future::pending().await
        }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let mut state = self.feed.state();
        if let Some(count) = state.listeners.get_mut(&self.credential) {
            *count -= 1;
            if *count == 0 {
                state.listeners.remove(&self.credential);
                state.ended.retain(|ended| *ended != self.credential);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::live::LiveKind;

    const SESSION: Credential = Credential::Session(1);

    fn event(id: i64) -> Event {
        Event {
            id,
            tx: 0,
            kind: LiveKind::Changed,
            number: None,
            actor_id: None,
            person_id: None,
            requester_id: None,
            group_id: None,
            confidential: false,
        }
    }

    fn at(id: i64) -> Position {
        Position { tx: 0, id }
    }

    fn ids(next: Next) -> Vec<i64> {
        match next {
            Next::Events(events) => events.iter().map(|event| event.id).collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_stream_gets_what_comes_after_its_position_in_order() {
        let feed = Feed::default();
        let mut listener = feed.listen(SESSION);
        assert!(matches!(listener.after(at(5), 10), Next::Behind), "nothing is held yet");
        feed.begin(at(5));
        feed.add(vec![event(6), event(7), event(9)]);
        assert_eq!(ids(listener.after(at(5), 10)), [6, 7, 9]);
        assert_eq!(ids(listener.after(at(5), 2)), [6, 7]);
        assert_eq!(ids(listener.after(at(8), 10)), [9]);
        assert!(ids(listener.after(at(9), 10)).is_empty());
        assert!(matches!(listener.after(at(4), 10), Next::Behind));
        assert_eq!(feed.position(), Some(at(9)), "the reader goes on there");
    }

    #[test]
    fn what_is_held_is_bounded_and_who_falls_behind_reads_the_table() {
        let feed = Feed::default();
        let mut listener = feed.listen(SESSION);
        feed.begin(at(0));
        let all = i64::try_from(HELD).unwrap() + 100;
        for id in 1..=all {
            feed.add(vec![event(id)]);
        }
        assert!(matches!(listener.after(at(99), 10), Next::Behind));
        assert_eq!(ids(listener.after(at(100), 1)), [101]);
    }

    #[test]
    fn a_stream_ends_with_its_session_and_all_end_with_the_server() {
        let feed = Feed::default();
        feed.begin(at(0));
        let (mut one, mut other) = (feed.listen(SESSION), feed.listen(Credential::Token(1)));
        feed.end(vec![SESSION]);
        assert!(matches!(one.after(at(0), 10), Next::Ended));
        assert!(ids(other.after(at(0), 10)).is_empty());
        feed.close();
        assert!(matches!(other.after(at(0), 10), Next::Ended));
    }

    #[test]
    fn nothing_is_held_while_nobody_listens() {
        let feed = Feed::default();
        feed.begin(at(3));
        let listener = feed.listen(SESSION);
        feed.rest();
        assert_eq!(feed.position(), Some(at(3)));
        drop(listener);
        feed.rest();
        assert_eq!(feed.position(), None);
        assert!(feed.credentials().is_empty());
    }
}
