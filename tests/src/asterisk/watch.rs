//! A node that watches a peer, and what it learns.

use super::peer::Peer;
use crate::database::{Database, Place};
use crate::wait::{DEADLINE, INTERVAL};
use solicita::app::App;
use solicita::clock::Clock;
use solicita::db::DbError;
use solicita::domain::telephony::ami::calls::Change;
use solicita::error::Result;
use solicita::monitor::{self, Sink, Status, Timing};
use solicita::tx::Tx;
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// How long other nodes wait for a node that died. No test waits so long: it advances the
/// clock instead.
pub const LEASE: Duration = Duration::from_secs(600);

/// Short intervals, so that tests are quick, and long time-outs, so that a busy machine is not
/// taken for a dead exchange.
#[must_use]
pub fn quick() -> Timing {
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
pub fn impatient() -> Timing {
    let short = Duration::from_secs(2);
    Timing { login: short, silence: short, listing_patience: Duration::from_millis(150), ..quick() }
}

/// Collects what is told.
#[derive(Default)]
pub struct Collected {
    changes: Mutex<Vec<Change>>,
    begun: AtomicUsize,
    batches: AtomicUsize,
    refusals: AtomicUsize,
    /// As if the database were away.
    pub away: AtomicBool,
    /// The extensions that somebody recorded; unless a test says which, all.
    pub recorded: Mutex<Option<BTreeSet<String>>>,
}

impl Collected {
    /// All changes so far.
    #[must_use]
    pub fn changes(&self) -> Vec<Change> {
        self.changes.lock().unwrap().clone()
    }

    /// The same as lines, without times.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        self.changes().iter().map(|change| timeless(&super::lines::line(0, change))).collect()
    }

    /// Sessions that began.
    #[must_use]
    pub fn begun(&self) -> usize {
        self.begun.load(Ordering::SeqCst)
    }

    /// Transactions that told changes.
    #[must_use]
    pub fn batches(&self) -> usize {
        self.batches.load(Ordering::SeqCst)
    }

    /// Transactions that failed because the database was away.
    #[must_use]
    pub fn refusals(&self) -> usize {
        self.refusals.load(Ordering::SeqCst)
    }

    fn check(&self) -> Result<()> {
        if self.away.load(Ordering::SeqCst) {
            self.refusals.fetch_add(1, Ordering::SeqCst);
            return Err(DbError::Unavailable("a test says so".to_owned()).into());
        }
        Ok(())
    }
}

impl Sink for Collected {
    fn begin(&self, _: &mut Tx<'_>) -> Result<()> {
        self.check()?;
        self.begun.fetch_add(1, Ordering::SeqCst);
        Ok(())
    }

    fn observe(&self, _: &mut Tx<'_>, changes: &[Change]) -> Result<()> {
        self.check()?;
        assert!(!changes.is_empty());
        self.batches.fetch_add(1, Ordering::SeqCst);
        self.changes.lock().unwrap().extend_from_slice(changes);
        Ok(())
    }

    fn is_recorded(&self, _: &mut Tx<'_>, extension: &str) -> Result<bool> {
        Ok(self.recorded.lock().unwrap().as_ref().is_none_or(|recorded| recorded.contains(extension)))
    }
}

/// A line of `expected` without its time and how long they talked.
#[must_use]
pub fn timeless(line: &str) -> String {
    let (_, text) = line.split_once(' ').unwrap();
    let Some((before, after)) = text.split_once(" talked ") else { return text.to_owned() };
    let after = after.split_once(' ').map(|(_, after)| format!(" {after}")).unwrap_or_default();
    format!("{before}{after}")
}

/// A database on which nodes watch.
pub struct Stage {
    place: Place,
}

impl Stage {
    /// One more node.
    #[must_use]
    pub fn node(&self) -> Node {
        self.node_with(quick())
    }

    /// One more node with other times.
    #[must_use]
    pub fn node_with(&self, timing: Timing) -> Node {
        let app = App::open(self.place.config(), Clock::default()).expect("the application opens");
        Node::start(app, timing, Collected::default())
    }
}

/// A node.
pub struct Node<S = Collected> {
    /// Its application.
    pub app: App,
    /// What it learns.
    pub sink: Arc<S>,
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl<S: Sink> Node<S> {
    /// Begins to watch whatever the parameters ask for.
    #[must_use]
    pub fn start(app: App, timing: Timing, sink: S) -> Self {
        let (stop, sink) = (watch::Sender::new(false), Arc::new(sink));
        let task = actix_web::rt::spawn(monitor::run(app.clone(), timing, sink.clone(), stop.subscribe()));
        Self { app, sink, stop, task }
    }

    /// Sets parameters, all in one transaction.
    pub fn set(&self, values: &[(i32, &str)]) {
        self.app
            .write_now(|tx| {
                let now = tx.stamp();
                for (id, value) in values {
                    let before = tx.parameters.value(*id);
                    solicita::models::parameters::set(tx.conn, *id, &before, value, None, now)?;
                }
                Ok(())
            })
            .unwrap();
    }

    /// Watches a peer.
    pub fn watch(&self, peer: &Peer) {
        let parameters = peer.parameters();
        self.set(&parameters.each_ref().map(|(id, value)| (*id, value.as_str())));
    }

    /// What administrators see.
    #[must_use]
    pub fn status(&self) -> Status {
        self.app.write_now(monitor::current).unwrap()
    }

    /// Waits until administrators see something.
    pub async fn sees(&self, what: &str, is_so: impl Fn(&Status) -> bool) -> Status {
        let start = Instant::now();
        loop {
            let status = self.status();
            if is_so(&status) {
                return status;
            }
            assert!(start.elapsed() < DEADLINE, "not within {DEADLINE:?}: {what}; but {status:?}");
            tokio::time::sleep(INTERVAL).await;
        }
    }

    /// Stops it, as a server that goes down.
    pub async fn stop(self) -> Arc<S> {
        self.stop.send_replace(true);
        self.task.await.unwrap();
        self.sink
    }

    /// Kills it: nothing is told any more, the lease is not given back.
    pub async fn kill(self) -> Arc<S> {
        self.task.abort();
        // Aborted: that is what was asked for.
        let _ = self.task.await;
        self.sink
    }
}

/// Runs a body on a database.
pub fn on<F: Future<Output = ()>>(database: Database, body: impl FnOnce(Stage) -> F) {
    run(async move {
        let stage = Stage { place: database.empty() };
        body(stage).await;
    });
}

/// Runs a body that watches.
pub fn run(body: impl Future<Output = ()>) {
    crate::log::start();
    actix_web::rt::System::new().block_on(body);
}

/// Makes two tests of each body named, `<body>::sqlite` and `<body>::postgres`. A body is
/// an `async fn` that takes a [`Stage`].
#[macro_export]
macro_rules! watched_on_both_databases {
    ($($body:ident),+ $(,)?) => { $(
        mod $body {
            #[test]
            fn sqlite() {
                $crate::asterisk::watch::on($crate::Database::Sqlite, super::$body);
            }
            #[test]
            fn postgres() {
                $crate::asterisk::watch::on($crate::Database::Postgres, super::$body);
            }
        }
    )+ };
}
