//! A browser with some tabs, and a server that sends events.

use super::{Environment, LiveEvent, LiveKind, Position, StreamSharing, TabMessage};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeSet, VecDeque};
use std::rc::Rc;

/// The position after the event of a number.
pub fn at(number: i64) -> Position {
    Position { tx: 0, id: number }
}

/// The event of a number.
pub fn event(number: i64) -> LiveEvent {
    LiveEvent { kind: LiveKind::Changed, number: Some(number), actor_id: None }
}

/// What the browser has for a tab. Requests for the lock and streams are numbered: what belongs to one that was given
/// up is dropped, as in a browser.
enum Local {
    Message(TabMessage),
    LockAcquired(u32),
    LockLost(u32),
}

/// What the server has for a tab.
enum Remote {
    Sent(u32, i64),
    Refused(u32),
    SessionChecked(bool),
}

#[derive(Default)]
struct TabState {
    local: VecDeque<Local>,
    remote: VecDeque<Remote>,
    frozen: bool,
    in_channel: bool,
    lock_request: Option<u32>,
    stream: Option<u32>,
    answer_timer: bool,
    retry_timer: Option<u32>,
    published: Vec<LiveEvent>,
    /// The events that the pages of the tab have seen, or read with everything else after a reset.
    known: BTreeSet<i64>,
}

#[derive(Default)]
struct World {
    locks: bool,
    next: u32,
    /// Tab and request of the holder of the lock.
    holder: Option<(usize, u32)>,
    queue: VecDeque<(usize, u32)>,
    locks_taken: u32,
    sent: i64,
    login_expired: bool,
    tabs: Vec<TabState>,
}

impl World {
    fn number(&mut self) -> u32 {
        self.next += 1;
        self.next
    }

    fn release(&mut self, tab: usize) {
        let Some(request) = self.tabs[tab].lock_request.take() else { return };
        self.queue.retain(|waiting| *waiting != (tab, request));
        if self.holder == Some((tab, request)) {
            self.holder = None;
            self.grant();
        }
    }

    fn grant(&mut self) {
        if self.holder.is_none()
            && let Some((tab, request)) = self.queue.pop_front()
        {
            self.holder = Some((tab, request));
            self.tabs[tab].local.push_back(Local::LockAcquired(request));
        }
    }
}

/// What one simulated tab needs of the browser.
pub struct SimulatedTab {
    tab: usize,
    world: Rc<RefCell<World>>,
}

impl SimulatedTab {
    fn with<T>(&self, act: impl FnOnce(&mut World, usize) -> T) -> T {
        act(&mut self.world.borrow_mut(), self.tab)
    }
}

impl Environment for SimulatedTab {
    fn join_channel(&self) -> bool {
        self.with(|world, tab| {
            world.tabs[tab].in_channel = world.locks;
            world.locks
        })
    }

    fn leave_channel(&self) {
        self.with(|world, tab| world.tabs[tab].in_channel = false);
    }

    fn send(&self, message: &TabMessage) {
        self.with(|world, tab| {
            if world.tabs[tab].in_channel {
                let others =
                    world.tabs.iter_mut().enumerate().filter(|(other, state)| *other != tab && state.in_channel);
                others.for_each(|(_, state)| state.local.push_back(Local::Message(message.clone())));
            }
        });
    }

    fn wait_for_lock(&self) -> bool {
        self.with(|world, tab| {
            let request = world.number();
            world.queue.push_back((tab, request));
            world.release(tab);
            world.tabs[tab].lock_request = Some(request);
            world.grant();
            true
        })
    }

    fn take_lock(&self) -> bool {
        self.with(|world, tab| {
            let request = world.number();
            if let Some((holder, lost)) = world.holder.replace((tab, request)) {
                world.tabs[holder].local.push_back(Local::LockLost(lost));
            }
            world.tabs[tab].local.push_back(Local::LockAcquired(request));
            world.release(tab);
            world.tabs[tab].lock_request = Some(request);
            world.locks_taken += 1;
            true
        })
    }

    fn release_lock(&self) {
        self.with(World::release);
    }

    fn open_stream(&self, after: Position) -> bool {
        self.with(|world, tab| {
            let stream = world.number();
            let missed = after.id + 1..=world.sent;
            let state = &mut world.tabs[tab];
            state.stream = Some(stream);
            if world.login_expired {
                state.remote.push_back(Remote::Refused(stream));
            } else {
                state.remote.extend(missed.map(|number| Remote::Sent(stream, number)));
            }
            true
        })
    }

    fn close_stream(&self) {
        self.with(|world, tab| world.tabs[tab].stream = None);
    }

    fn start_answer_timer(&self) {
        self.with(|world, tab| world.tabs[tab].answer_timer = true);
    }

    fn stop_answer_timer(&self) {
        self.with(|world, tab| world.tabs[tab].answer_timer = false);
    }

    fn check_session(&self) {
        self.with(|world, tab| {
            let expired = world.login_expired;
            world.tabs[tab].remote.push_back(Remote::SessionChecked(expired));
        });
    }

    fn start_retry_timer(&self, milliseconds: u32) {
        self.with(|world, tab| world.tabs[tab].retry_timer = Some(milliseconds));
    }

    fn stop_retry_timer(&self) {
        self.with(|world, tab| world.tabs[tab].retry_timer = None);
    }

    fn publish(&self, event: &LiveEvent) {
        self.with(|world, tab| {
            let sent = world.sent;
            let state = &mut world.tabs[tab];
            state.published.push(event.clone());
            match event.number {
                Some(number) => drop(state.known.insert(number)),
                None => state.known.extend(1..=sent),
            }
        });
    }
}

/// The browser.
pub struct Browser {
    world: Rc<RefCell<World>>,
    tabs: Vec<(StreamSharing<SimulatedTab>, Rc<Cell<Position>>)>,
}

impl Browser {
    pub fn with_tabs(count: usize) -> Self {
        let mut world = World { locks: true, ..World::default() };
        world.tabs.resize_with(count, TabState::default);
        let world = Rc::new(RefCell::new(world));
        let tab = |tab: usize| {
            let position = Rc::new(Cell::new(at(0)));
            (StreamSharing::new(SimulatedTab { tab, world: world.clone() }, position.clone()), position)
        };
        Self { tabs: (0..count).map(tab).collect(), world }
    }

    pub fn without_locks(count: usize) -> Self {
        let browser = Self::with_tabs(count);
        browser.world.borrow_mut().locks = false;
        browser
    }

    fn state<T>(&self, tab: usize, read: impl FnOnce(&mut TabState) -> T) -> T {
        read(&mut self.world.borrow_mut().tabs[tab])
    }

    fn frozen(&self, tab: usize) -> bool {
        self.state(tab, |state| state.frozen)
    }

    pub fn enter_all(&self) {
        self.tabs.iter().for_each(|(tab, _)| tab.enter());
    }

    pub fn enter(&self, tab: usize) {
        if !self.frozen(tab) {
            self.tabs[tab].0.enter();
        }
    }

    pub fn leave(&self, tab: usize) {
        if !self.frozen(tab) {
            self.tabs[tab].0.leave();
        }
    }

    pub fn ask(&self, tab: usize) {
        if !self.frozen(tab) {
            self.tabs[tab].0.ask();
        }
    }

    pub fn freeze(&self, tab: usize) {
        self.state(tab, |state| state.frozen = true);
    }

    pub fn thaw(&self, tab: usize) {
        self.state(tab, |state| state.frozen = false);
    }

    pub fn hears(&self, tab: usize, message: TabMessage) {
        self.tabs[tab].0.heard(message);
    }

    /// The server sends the next event to the open streams.
    pub fn server_sends(&self) {
        let mut world = self.world.borrow_mut();
        world.sent += 1;
        let number = world.sent;
        for state in &mut world.tabs {
            state.remote.extend(state.stream.map(|stream| Remote::Sent(stream, number)));
        }
    }

    /// The server refuses the stream of a tab, if it has one.
    pub fn refuse(&self, tab: usize) {
        self.state(tab, |state| state.remote.extend(state.stream.map(Remote::Refused)));
    }

    /// From now on the server refuses every new stream, or none.
    pub fn set_login_expired(&self, expired: bool) {
        self.world.borrow_mut().login_expired = expired;
    }

    pub fn answer_times_out(&self, tab: usize) {
        if !self.frozen(tab) && self.state(tab, |state| std::mem::take(&mut state.answer_timer)) {
            self.tabs[tab].0.answer_timed_out();
        }
    }

    /// A tab handles one thing that the browser has for it.
    pub fn deliver_local(&self, tab: usize) {
        if self.frozen(tab) {
            return;
        }
        let Some(local) = self.state(tab, |state| state.local.pop_front()) else { return };
        let sharing = &self.tabs[tab].0;
        let (request, in_channel) = self.state(tab, |state| (state.lock_request, state.in_channel));
        match local {
            Local::Message(message) if in_channel => sharing.heard(message),
            Local::LockAcquired(number) if request == Some(number) => sharing.lock_acquired(),
            Local::LockLost(number) if request == Some(number) => sharing.lock_lost(),
            _ => {}
        }
    }

    /// A tab handles one thing that the server has for it.
    pub fn deliver_remote(&self, tab: usize) {
        if self.frozen(tab) {
            return;
        }
        let Some(remote) = self.state(tab, |state| state.remote.pop_front()) else { return };
        let sharing = &self.tabs[tab].0;
        let stream = self.state(tab, |state| state.stream);
        match remote {
            Remote::Sent(number, event_number) if stream == Some(number) => {
                sharing.stream_opened();
                sharing.stream_sent(at(event_number), serde_json::to_string(&event(event_number)).unwrap());
            }
            Remote::Refused(number) if stream == Some(number) => sharing.stream_refused(),
            Remote::SessionChecked(expired) => sharing.session_checked(expired),
            _ => {}
        }
    }

    /// Tabs handle everything that waits for them, but no timer ends. The browser is quicker than the server.
    pub fn deliver_all(&self) {
        let find = |waits: fn(&TabState) -> bool| {
            (0..self.tabs.len()).find(|tab| self.state(*tab, |state| !state.frozen && waits(state)))
        };
        loop {
            if let Some(tab) = find(|state| !state.local.is_empty()) {
                self.deliver_local(tab);
            } else if let Some(tab) = find(|state| !state.remote.is_empty()) {
                self.deliver_remote(tab);
            } else {
                return;
            }
        }
    }

    /// Everything is handled, and timers end once nothing else is left to do.
    pub fn settle(&self) {
        for _ in 0..1_000 {
            self.deliver_all();
            let tabs = (0..self.tabs.len()).filter(|tab| !self.frozen(*tab));
            let mut ended = false;
            for tab in tabs {
                let retry = self.state(tab, |state| state.retry_timer.take()).is_some();
                let answer = !retry && self.state(tab, |state| state.answer_timer);
                if retry {
                    self.tabs[tab].0.retry();
                } else if answer {
                    self.answer_times_out(tab);
                }
                if retry || answer {
                    ended = true;
                    break;
                }
            }
            if !ended {
                return;
            }
        }
        panic!("the tabs never come to rest");
    }

    /// The tabs that have a stream.
    pub fn streaming(&self) -> Vec<usize> {
        (0..self.tabs.len()).filter(|tab| self.state(*tab, |state| state.stream.is_some())).collect()
    }

    pub fn locks_taken(&self) -> u32 {
        self.world.borrow().locks_taken
    }

    pub fn retry_timer(&self, tab: usize) -> Option<u32> {
        self.state(tab, |state| state.retry_timer)
    }

    pub fn position(&self, tab: usize) -> Position {
        self.tabs[tab].1.get()
    }

    pub fn published(&self, tab: usize) -> Vec<LiveEvent> {
        self.state(tab, |state| state.published.clone())
    }

    /// The numbers of the events that the pages of a tab know nothing of.
    pub fn missing(&self, tab: usize) -> Vec<i64> {
        let sent = self.world.borrow().sent;
        self.state(tab, |state| (1..=sent).filter(|number| !state.known.contains(number)).collect())
    }
}
