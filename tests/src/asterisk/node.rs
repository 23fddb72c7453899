//! A node that watches a peer, and the changes that it reports.

use super::peer::Peer;
use crate::database::{Database, DatabaseInstance};
use crate::wait::{DEADLINE, INTERVAL};
use solicita::app::App;
use solicita::clock::Clock;
use solicita::db::DbError;
use solicita::domain::telephony::ami::calls::Change;
use solicita::error::Result;
use solicita::monitor::{self, Sink, Timing};
use solicita::shutdown::Shutdown;
use solicita::tx::Tx;
use solicita::views::monitor::{MonitorReport, current};
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tokio::task::JoinHandle;

/// How long other nodes wait for a node that died. No test waits so long: it advances the
/// clock instead.
pub const LEASE: Duration = Duration::from_secs(600);

/// Short intervals, so that tests are quick, and long time-outs, so that a busy machine is not
/// taken for a fault.
#[must_use]
pub fn test_timing() -> Timing {
    let millis = Duration::from_millis;
    Timing {
        login: DEADLINE,
        ping: millis(20),
        silence: DEADLINE,
        listing_gap: millis(20),
        listing_patience: DEADLINE,
        listing_every: DEADLINE,
        first_pause: millis(20),
        longest_pause: millis(100),
        refused_pause: LEASE,
        lease: LEASE,
        renew: millis(50),
        look: millis(50),
        look_gap: millis(10),
        state: millis(20),
        write_again: millis(100),
        wind_down: DEADLINE,
        buffered: 1_000,
    }
}

/// The same with short time-outs, for tests of an exchange that does not answer in time.
#[must_use]
pub fn short_timeouts() -> Timing {
    let short = Duration::from_secs(2);
    Timing { login: short, silence: short, listing_patience: Duration::from_millis(150), ..test_timing() }
}

/// Records the changes that a node reports.
#[derive(Default)]
pub struct ChangeRecorder {
    changes: Mutex<Vec<Change>>,
    sessions: AtomicUsize,
    transactions: AtomicUsize,
    failures: AtomicUsize,
    /// While this is set, storing fails as if the database did not answer.
    pub unavailable: AtomicBool,
    /// The extensions that somebody recorded; all when it is not set.
    pub recorded_extensions: Mutex<Option<BTreeSet<String>>>,
}

impl ChangeRecorder {
    /// All changes so far.
    #[must_use]
    pub fn changes(&self) -> Vec<Change> {
        self.changes.lock().unwrap().clone()
    }

    /// The same as lines, without times.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        self.changes().iter().map(|change| without_times(&super::lines::line(0, change))).collect()
    }

    /// How many sessions have begun.
    #[must_use]
    pub fn sessions(&self) -> usize {
        self.sessions.load(Ordering::SeqCst)
    }

    /// How many transactions have stored changes.
    #[must_use]
    pub fn transactions(&self) -> usize {
        self.transactions.load(Ordering::SeqCst)
    }

    /// How many transactions have failed.
    #[must_use]
    pub fn failures(&self) -> usize {
        self.failures.load(Ordering::SeqCst)
    }

    fn check(&self) -> Result<()> {
        if self.unavailable.load(Ordering::SeqCst) {
            self.failures.fetch_add(1, Ordering::SeqCst);
            return Err(DbError::Unavailable("the test made it unavailable".to_owned()).into());
        }
        Ok(())
    }
}

impl Sink for ChangeRecorder {
    fn begin(&self, _: &mut Tx<'_>) -> Result<()> {
        self.check()?;
        self.sessions.fetch_add(1, Ordering::SeqCst);
        Ok(())
    }

    fn observe(&self, _: &mut Tx<'_>, changes: &[Change]) -> Result<()> {
        self.check()?;
        assert!(!changes.is_empty());
        self.transactions.fetch_add(1, Ordering::SeqCst);
        self.changes.lock().unwrap().extend_from_slice(changes);
        Ok(())
    }

    fn is_recorded(&self, _: &mut Tx<'_>, extension: &str) -> Result<bool> {
        Ok(self.recorded_extensions.lock().unwrap().as_ref().is_none_or(|recorded| recorded.contains(extension)))
    }
}

/// A line of `expected` without its time and without the duration of the talk.
#[must_use]
pub fn without_times(line: &str) -> String {
    let (_, text) = line.split_once(' ').unwrap();
    let Some((before, after)) = text.split_once(" talked ") else { return text.to_owned() };
    let after = after.split_once(' ').map(|(_, after)| format!(" {after}")).unwrap_or_default();
    format!("{before}{after}")
}

/// A database that nodes share.
pub struct Cluster {
    instance: DatabaseInstance,
}

impl Cluster {
    /// Starts one more node.
    #[must_use]
    pub fn node(&self) -> Node {
        self.node_with(test_timing())
    }

    /// Starts one more node with another timing.
    #[must_use]
    pub fn node_with(&self, timing: Timing) -> Node {
        let app = App::open(self.instance.config(), Clock::default()).expect("the application opens");
        Node::start(app, timing, ChangeRecorder::default())
    }
}

/// A node.
pub struct Node<S = ChangeRecorder> {
    /// Its application.
    pub app: App,
    /// What it reports changes to.
    pub sink: Arc<S>,
    shutdown: Shutdown,
    task: JoinHandle<()>,
}

impl<S: Sink> Node<S> {
    /// Starts to watch what the parameters name.
    #[must_use]
    pub fn start(app: App, timing: Timing, sink: S) -> Self {
        let (shutdown, sink) = (Shutdown::new(), Arc::new(sink));
        let task = actix_web::rt::spawn(monitor::run(app.clone(), timing, sink.clone(), shutdown.clone()));
        Self { app, sink, shutdown, task }
    }

    /// Sets parameters, all in one transaction.
    pub fn set_parameters(&self, values: &[(i32, &str)]) {
        self.app
            .write_now(|tx| {
                let now = tx.db_now();
                for (id, value) in values {
                    let before = tx.parameters.value(*id);
                    solicita::models::parameters::set(tx, *id, &before, value, None, now)?;
                }
                Ok(())
            })
            .unwrap();
    }

    /// Sets the parameters so that a peer is watched.
    pub fn watch(&self, peer: &Peer) {
        let parameters = peer.parameters();
        self.set_parameters(&parameters.each_ref().map(|(id, value)| (*id, value.as_str())));
    }

    /// The status as administrators see it.
    #[must_use]
    pub fn status(&self) -> MonitorReport {
        self.app.write_now(current).unwrap()
    }

    /// Waits for a status.
    pub async fn wait_for_status(&self, what: &str, condition: impl Fn(&MonitorReport) -> bool) -> MonitorReport {
        let start = Instant::now();
        loop {
            let status = self.status();
            if condition(&status) {
                return status;
            }
            assert!(start.elapsed() < DEADLINE, "not within {DEADLINE:?}: {what}; but {status:?}");
            tokio::time::sleep(INTERVAL).await;
        }
    }

    /// Stops it, like a server that shuts down.
    pub async fn stop(self) -> Arc<S> {
        self.shutdown.request();
        self.task.await.unwrap();
        self.sink
    }

    /// Kills it: it reports nothing any more, and does not give the lease back.
    pub async fn kill(self) -> Arc<S> {
        self.task.abort();
        // The error says that it was aborted.
        let _ = self.task.await;
        self.sink
    }
}

/// Runs a test with nodes on a database.
pub fn on<F: Future<Output = ()>>(database: Database, test: impl FnOnce(Cluster) -> F) {
    run(async move {
        test(Cluster { instance: database.empty() }).await;
    });
}

/// Runs a test in which nodes are started.
pub fn run(test: impl Future<Output = ()>) {
    crate::log::start();
    actix_web::rt::System::new().block_on(test);
}
