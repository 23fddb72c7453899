//! One session with the exchange, from the login to its end.

use super::change_queue::ChangeSender;
use super::connection::Connection;
use super::login::log_in;
use super::permissions::{Permissions, REPORTING};
use super::poller::{PollAnswer, Poller};
use super::status::MonitorStatus;
use super::timing::Timing;
use crate::clock::Clock;
use crate::domain::telephony::ami::calls::{Change, Tracker, Verification, VerificationMode};
use crate::domain::telephony::ami::protocol::{Action, EventClass, Message};
use crate::domain::telephony::monitoring::{DisconnectReason, MonitorTarget};
use crate::shutdown::Shutdown;
use std::convert::Infallible;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::watch;
use tokio::time::{Instant, sleep_until, timeout};

/// The classes whose events the tracker needs.
const CLASSES: &[EventClass] = &[EventClass::Call, EventClass::Agent];

/// What all sessions have in common while this node holds the lease.
pub(super) struct SessionContext<'a> {
    pub timing: &'a Timing,
    pub clock: &'a Clock,
    pub status: &'a watch::Sender<MonitorStatus>,
    pub changes: &'a ChangeSender,
}

/// How a session ended.
pub(super) struct SessionEnd {
    /// Whether the login had succeeded.
    pub logged_in: bool,
    /// Why it ended.
    pub reason: DisconnectReason,
}

/// Logs in on a new connection, and follows the calls until the connection ends or the end is requested. Then all
/// calls under way are reported as lost.
pub(super) async fn run<S: AsyncRead + AsyncWrite + Unpin>(
    context: &SessionContext<'_>,
    mut connection: Connection<S>,
    target: &MonitorTarget,
    end: &Shutdown,
) -> SessionEnd {
    let not_logged_in = |reason| SessionEnd { logged_in: false, reason };
    let login = timeout(context.timing.login, log_in(&mut connection, target));
    let rest = tokio::select! {
        () = end.requested() => return not_logged_in(DisconnectReason::Ended),
        login = login => match login {
            Err(_) => return not_logged_in(DisconnectReason::NoAnswer),
            Ok(Err(reason)) => return not_logged_in(reason),
            Ok(Ok(rest)) => rest,
        },
    };
    tracing::info!(address = %target.address, "connected to the telephone exchange");
    let now = context.clock.now();
    context.status.send_modify(|status| status.set_connected(now));
    let mut session = Session::new(context, connection);
    let reason = tokio::select! {
        () = end.requested() => DisconnectReason::Ended,
        reason = session.follow(rest) => reason,
    };
    if reason == DisconnectReason::Ended {
        session.connection.close().await;
    }
    let mut changes = session.unsent;
    changes.extend(session.tracker.reset(context.clock.now()));
    context.changes.send(changes);
    SessionEnd { logged_in: true, reason }
}

struct Session<'a, S> {
    context: &'a SessionContext<'a>,
    connection: Connection<S>,
    tracker: Tracker,
    poller: Poller,
    permissions: Permissions,
    /// Changes that wait for room in the queue.
    unsent: Vec<Change>,
    last_ping: Instant,
}

impl<'a, S: AsyncRead + AsyncWrite + Unpin> Session<'a, S> {
    fn new(context: &'a SessionContext<'a>, connection: Connection<S>) -> Self {
        let now = Instant::now();
        Self {
            context,
            connection,
            tracker: Tracker::new(VerificationMode::Listing),
            poller: Poller::new(context.timing, now),
            permissions: Permissions::new(now),
            unsent: Vec::new(),
            last_ping: now,
        }
    }

    /// Follows the calls until the connection ends, and gives the reason.
    async fn follow(&mut self, rest: Vec<Message>) -> DisconnectReason {
        match self.follow_until_error(rest).await {
            Ok(never) => match never {},
            Err(reason) => reason,
        }
    }

    async fn follow_until_error(&mut self, rest: Vec<Message>) -> Result<Infallible, DisconnectReason> {
        self.context.changes.begin_session().await;
        self.connection.send(&Action::Events(CLASSES)).await?;
        self.take(rest).await;
        loop {
            self.poll().await?;
            let wake_at = self.next_check_at();
            tokio::select! {
                // Messages that have come are read before the silence is judged, so that a delay of this node does not
                // count as silence of the exchange.
                biased;
                messages = self.connection.receive() => self.take(messages?).await,
                () = sleep_until(wake_at) => self.check_connection().await?,
            }
        }
    }

    /// Asks the question that is due, if there is one.
    async fn poll(&mut self) -> Result<(), DisconnectReason> {
        let now = Instant::now();
        if let Some(poll) = self.poller.due(now) {
            let id = self.connection.send(&poll.action()).await?;
            self.poller.sent(poll, id, now);
        }
        Ok(())
    }

    /// When there is something to do although no message comes.
    fn next_check_at(&self) -> Instant {
        let timing = self.context.timing;
        let silent_at = self.connection.last_read + timing.silence;
        self.poller.next_listing_at().unwrap_or(silent_at).min(self.next_ping_at()).min(silent_at)
    }

    fn next_ping_at(&self) -> Instant {
        self.connection.last_read.max(self.last_ping) + self.context.timing.ping
    }

    /// Gives up a connection that is silent for too long, and pings one that is silent for a while.
    async fn check_connection(&mut self) -> Result<(), DisconnectReason> {
        let now = Instant::now();
        if now >= self.connection.last_read + self.context.timing.silence {
            return Err(DisconnectReason::Silent);
        }
        if now >= self.next_ping_at() {
            self.connection.send(&Action::Ping).await?;
            self.last_ping = now;
        }
        let expired = self.tracker.expire(self.context.clock.now());
        self.send(expired).await;
        Ok(())
    }

    /// Takes the messages that one read gave.
    async fn take(&mut self, messages: Vec<Message>) {
        let now = self.context.clock.now();
        let mut changes: Vec<Change> = Vec::new();
        let mut has_event = false;
        for message in &messages {
            has_event |= matches!(message, Message::Event { .. });
            self.take_answer(message);
            self.permissions.read(message, self.context.status);
            changes.extend(self.tracker.feed(message, now));
        }
        if changes.iter().any(is_unverified) {
            self.poller.request_listing();
        }
        let calls = self.tracker.calls_under_way();
        self.context.status.send_if_modified(|status| status.set_read(has_event.then_some(now), calls));
        self.send(changes).await;
    }

    /// Takes notice of an answer to a poll. Events have to do as a verification when the account may not list channels.
    fn take_answer(&mut self, message: &Message) {
        if self.poller.read(message) == PollAnswer::PermissionDenied {
            tracing::warn!("the account may not ask which calls are under way; it needs write=reporting");
            self.tracker.set_mode(VerificationMode::Events);
            self.context.status.send_modify(|status| status.add_missing_right(REPORTING));
        }
    }

    /// Sends changes to the delivery. While its queue is full this waits, and nothing more is read.
    async fn send(&mut self, changes: Vec<Change>) {
        self.unsent.extend(changes);
        let before = Instant::now();
        self.context.changes.wait_for_room().await;
        // Nothing was read meanwhile, so the wait does not count as silence of the exchange.
        self.connection.last_read += before.elapsed();
        self.context.changes.send(std::mem::take(&mut self.unsent));
    }
}

/// Whether a phone rings or answers that the exchange should confirm.
fn is_unverified(change: &Change) -> bool {
    match change {
        Change::Ringing(leg) | Change::Answered(leg) => leg.verification == Verification::Unverified,
        _ => false,
    }
}
