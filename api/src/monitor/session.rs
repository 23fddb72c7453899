//! One session with the exchange, from the login to its end.

use super::delivery::Outbox;
use super::link::Link;
use super::questions::{Learnt, Question, Questions};
use super::reason::Reason;
use super::settings::Target;
use super::state::Board;
use super::timing::Timing;
use crate::clock::Clock;
use crate::domain::telephony::ami::calls::{Change, Proof, Tracker, Trust};
use crate::domain::telephony::ami::protocol::{Action, EventClass, EventMask, Message};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::watch;
use tokio::time::{Instant, sleep_until, timeout};

/// Events are needed of these classes.
const CLASSES: EventMask<'_> = EventMask::Classes(&[EventClass::Call, EventClass::Agent]);
/// What the account's `write=` must name so that calls under way can be asked for.
const REPORTING: &str = "reporting";
/// What its `read=` must name so that calls are told.
const CALL: &str = "call";
/// What its `read=` must name so that queues are told.
const AGENT: &str = "agent";
/// The application of a phone that a queue rings.
const QUEUE: &str = "AppQueue";
/// A channel's age is told in whole seconds, and its event may lag a little.
const AGE_MARGIN: Duration = Duration::from_secs(3);

/// What every session of this node has in common.
pub(super) struct Around<'a> {
    pub timing: &'a Timing,
    pub clock: &'a Clock,
    pub board: &'a watch::Sender<Board>,
    pub outbox: &'a Outbox,
}

/// Logs in on a new connection and follows the calls until the connection ends or
/// `end` says so; then all calls under way are told as lost. Gives whether it had
/// logged in, and why it ended.
pub(super) async fn run<S: AsyncRead + AsyncWrite + Unpin>(
    around: &Around<'_>,
    mut link: Link<S>,
    target: &Target,
    end: &mut watch::Receiver<bool>,
) -> (bool, Reason) {
    let login = timeout(around.timing.login, super::login::log_in(&mut link, target));
    let rest = tokio::select! {
        () = super::ended(end) => return (false, Reason::Ended),
        login = login => match login {
            Err(_) => return (false, Reason::NoAnswer),
            Ok(Err(reason)) => return (false, reason),
            Ok(Ok(rest)) => rest,
        },
    };
    tracing::info!(address = %target.address, "connected to the telephone exchange");
    let now = around.clock.now();
    around.board.send_modify(|board| board.connected(now));
    let mut session = Session::new(around, link);
    let reason = tokio::select! {
        () = super::ended(end) => Reason::Ended,
        reason = session.follow(rest) => reason,
    };
    if reason == Reason::Ended {
        session.link.close().await;
    }
    let mut changes = session.pending;
    changes.extend(session.tracker.reset(around.clock.now()));
    around.outbox.changes(changes);
    (true, reason)
}

struct Session<'a, S> {
    around: &'a Around<'a>,
    link: Link<S>,
    tracker: Tracker,
    /// Changes that wait for room in the outbox.
    pending: Vec<Change>,
    questions: Questions,
    began: Instant,
    pinged: Instant,
    /// Classes of which an event was heard.
    hears: Vec<&'static str>,
}

impl<'a, S: AsyncRead + AsyncWrite + Unpin> Session<'a, S> {
    fn new(around: &'a Around<'a>, link: Link<S>) -> Self {
        let now = Instant::now();
        Self {
            around,
            link,
            tracker: Tracker::new(Trust::Listing),
            pending: Vec::new(),
            questions: Questions::new(around.timing, now),
            began: now,
            pinged: now,
            hears: Vec::new(),
        }
    }

    /// Follows the calls; gives why that ended.
    async fn follow(&mut self, rest: Vec<Message>) -> Reason {
        match self.try_to_follow(rest).await {
            Ok(never) => match never {},
            Err(reason) => reason,
        }
    }

    async fn try_to_follow(&mut self, rest: Vec<Message>) -> Result<std::convert::Infallible, Reason> {
        self.around.outbox.begin().await;
        self.link.send(&Action::Events(CLASSES)).await?;
        self.take(rest).await;
        loop {
            self.ask().await?;
            let wake = self.wake();
            tokio::select! {
                // What came is read first: else this node's own delay would count as silence.
                biased;
                messages = self.link.receive() => self.take(messages?).await,
                () = sleep_until(wake) => self.look_after().await?,
            }
        }
    }

    /// Asks what there is to ask.
    async fn ask(&mut self) -> Result<(), Reason> {
        let now = Instant::now();
        if let Some(question) = self.questions.due(now) {
            let action = match question {
                Question::Calls => Action::CoreShowChannels,
                Question::Queues => Action::QueueStatus { queue: None },
            };
            let id = self.link.send(&action).await?;
            self.questions.asked(question, id, now);
        }
        Ok(())
    }

    /// When there is something to do although nothing comes.
    fn wake(&self) -> Instant {
        let ping = self.link.heard.max(self.pinged) + self.around.timing.ping;
        let silence = self.link.heard + self.around.timing.silence;
        self.questions.next().unwrap_or(silence).min(ping).min(silence)
    }

    /// Asks for a sign of life, and gives up a connection that gives none.
    async fn look_after(&mut self) -> Result<(), Reason> {
        let (now, timing) = (Instant::now(), self.around.timing);
        if now >= self.link.heard + timing.silence {
            return Err(Reason::Silent);
        }
        if now >= self.link.heard.max(self.pinged) + timing.ping {
            self.link.send(&Action::Ping).await?;
            self.pinged = now;
        }
        let old = self.tracker.expire(self.around.clock.now());
        self.pass_on(old).await;
        Ok(())
    }

    /// Takes what one read gave.
    async fn take(&mut self, messages: Vec<Message>) {
        let now = self.around.clock.now();
        let mut changes: Vec<Change> = Vec::new();
        let mut event = false;
        for message in &messages {
            event |= matches!(message, Message::Event { .. });
            self.notice_rights(message);
            changes.extend(self.tracker.feed(message, now));
        }
        if self.questions_are_open(&changes) {
            self.questions.want_calls();
        }
        let calls = self.tracker.calls_under_way();
        self.around.board.send_if_modified(|board| board.heard(event.then_some(now), calls));
        self.pass_on(changes).await;
    }

    /// Leaves changes in the outbox. While it is full nothing more is read.
    async fn pass_on(&mut self, changes: Vec<Change>) {
        self.pending.extend(changes);
        let before = Instant::now();
        self.around.outbox.room().await;
        // Whoever waited did not listen.
        self.link.heard += before.elapsed();
        self.around.outbox.changes(std::mem::take(&mut self.pending));
    }

    /// Whether something rings that the exchange should confirm.
    fn questions_are_open(&self, changes: &[Change]) -> bool {
        changes.iter().any(|change| match change {
            Change::Ringing(leg) | Change::Answered(leg) => leg.proof == Proof::Nothing,
            _ => false,
        })
    }

    /// Learns what the account may not do.
    fn notice_rights(&mut self, message: &Message) {
        if self.questions.read(message) == Learnt::MayNotAsk {
            tracing::warn!("the account may not ask which calls are under way; it needs write=reporting");
            self.tracker.set_trust(Trust::Events);
            self.around.board.send_modify(|board| board.misses(REPORTING));
        }
        match message {
            Message::Event { block, .. } => {
                let class = block.one("Privilege").unwrap_or_default();
                [CALL, AGENT].into_iter().filter(|right| class.starts_with(right)).for_each(|right| self.heard(right));
            }
            Message::Item { name, block, .. } if name == "CoreShowChannel" => {
                let age = block.one("Duration").and_then(seconds);
                // Its beginning should have been told.
                if age.is_some_and(|age| age + AGE_MARGIN < self.began.elapsed()) {
                    self.expected(CALL);
                    if block.one("Application") == Some(QUEUE) {
                        self.expected(AGENT);
                    }
                }
            }
            _ => {}
        }
    }

    /// An event of a class came: the account may read it.
    fn heard(&mut self, right: &'static str) {
        if !self.hears.contains(&right) {
            self.hears.push(right);
            self.around.board.send_if_modified(|board| board.has(right));
        }
    }

    /// An event of a class should have come.
    fn expected(&mut self, right: &'static str) {
        if !self.hears.contains(&right) {
            self.around.board.send_modify(|board| board.misses(right));
        }
    }
}

/// `00:01:05`, as seconds.
fn seconds(duration: &str) -> Option<Duration> {
    let parts: Option<Vec<u64>> = duration.split(':').map(|part| part.parse::<u32>().ok().map(u64::from)).collect();
    match parts?.as_slice() {
        [hours, minutes, seconds] => Some(Duration::from_secs((hours * 60 + minutes) * 60 + seconds)),
        _ => None,
    }
}
