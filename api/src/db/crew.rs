//! Threads that work on the connections of a pool.

use super::DbError;
use crossbeam_channel::{Receiver, Sender};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};
use tokio::sync::oneshot;

/// Whoever waited this long for a connection is not served any more: they may have gone, and
/// what they asked may do harm later.
pub const PATIENCE: Duration = Duration::from_secs(8);

type Job = Box<dyn FnOnce() + Send>;

/// As many threads as a pool has connections: whoever is let in finds a connection free, and
/// whoever is not waits in one queue, in the order of coming. A thread that is done takes up what
/// waits without going to sleep. Cheap to clone; the threads end with the last clone.
#[derive(Clone)]
pub struct Crew {
    jobs: Sender<Job>,
}

impl Crew {
    /// A crew of `size` threads.
    ///
    /// # Errors
    /// When the system gives no more threads.
    pub fn new(name: &str, size: u32) -> Result<Self, DbError> {
        let (jobs, waiting) = crossbeam_channel::unbounded();
        for number in 1..=size {
            let waiting: Receiver<Job> = waiting.clone();
            let thread = std::thread::Builder::new().name(format!("{name} {number}"));
            let started = thread.spawn(move || waiting.iter().for_each(|job| job()));
            started.map_err(|error| DbError::Unavailable(error.to_string()))?;
        }
        Ok(Self { jobs })
    }

    /// Does some work on one of the threads. It is done also when nobody waits for it any more.
    ///
    /// # Errors
    /// The work's own; [`DbError::Unavailable`] when no thread had time for it, and it was not begun;
    /// [`DbError::Stopped`] when it panics.
    pub async fn work<T, E>(&self, work: impl FnOnce() -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
    {
        let (done, result) = oneshot::channel();
        let came = Instant::now();
        let work = move || {
            if came.elapsed() > PATIENCE {
                return Err(DbError::Unavailable("all are busy".to_owned()).into());
            }
            work()
        };
        let job = move || {
            // A panic is told by the hook; the thread goes on, and `done` is dropped.
            if let Ok(result) = catch_unwind(AssertUnwindSafe(work)) {
                // Whoever waited may have gone.
                let _ = done.send(result);
            }
        };
        if self.jobs.send(Box::new(job)).is_err() {
            return Err(DbError::Stopped("its threads are gone".to_owned()).into());
        }
        result.await.unwrap_or_else(|_| Err(DbError::Stopped("panic".to_owned()).into()))
    }
}
