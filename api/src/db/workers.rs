//! Threads that work on the connections of a pool.

use super::DbError;
use crossbeam_channel::{Receiver, Sender};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;
use tokio::sync::oneshot;

type Job = Box<dyn FnOnce() + Send>;

/// As many threads as a pool has connections: whoever is let in finds a connection free, and
/// whoever is not waits in one queue, in the order of coming. A thread that is done takes up what
/// waits without going to sleep. Cheap to clone; the threads end with the last clone.
#[derive(Clone)]
pub struct WorkerPool {
    jobs: Sender<Job>,
    patience: Duration,
}

impl WorkerPool {
    /// A pool of `size` threads; nobody waits longer than `patience` for one of them.
    ///
    /// # Errors
    /// When the system gives no more threads.
    pub fn new(name: &str, size: u32, patience: Duration) -> Result<Self, DbError> {
        let (jobs, waiting) = crossbeam_channel::unbounded();
        for number in 1..=size {
            let waiting: Receiver<Job> = waiting.clone();
            let thread = std::thread::Builder::new().name(format!("{name} {number}"));
            let started = thread.spawn(move || waiting.iter().for_each(|job| job()));
            started.map_err(|error| DbError::Unavailable(error.to_string()))?;
        }
        Ok(Self { jobs, patience })
    }

    /// Does some work on one of the threads. What was begun is done to its end, also when
    /// nobody waits for it any more; what was not begun then is left.
    ///
    /// # Errors
    /// The work's own; [`DbError::Unavailable`] when no thread had time for it, and it is not done;
    /// [`DbError::Stopped`] when it panics.
    pub async fn work<T, E>(&self, work: impl FnOnce() -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
    {
        let (begin, mut begun) = oneshot::channel();
        let (done, result) = oneshot::channel();
        let job = move || {
            if begin.send(()).is_err() {
                return;
            }
            // A panic is told by the hook; the thread goes on, and `done` is dropped.
            if let Ok(result) = catch_unwind(AssertUnwindSafe(work)) {
                // Whoever waited may have gone.
                let _ = done.send(result);
            }
        };
        if self.jobs.send(Box::new(job)).is_err() {
            return Err(DbError::Stopped("its threads are gone".to_owned()).into());
        }
        if tokio::time::timeout(self.patience, &mut begun).await.is_err() {
            // From here on it cannot begin; it may have, a moment ago.
            begun.close();
            if begun.try_recv().is_err() {
                return Err(DbError::Unavailable("all connections are busy".to_owned()).into());
            }
        }
        result.await.unwrap_or_else(|_| Err(DbError::Stopped("panic".to_owned()).into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};

    /// One thread, which is busy until told to go on.
    fn busy(patience: Duration) -> (WorkerPool, Sender<()>) {
        let workers = WorkerPool::new("test", 1, patience).unwrap();
        let (go_on, wait) = crossbeam_channel::bounded::<()>(1);
        workers.jobs.send(Box::new(move || wait.recv().unwrap())).unwrap();
        (workers, go_on)
    }

    #[actix_web::test]
    async fn who_waits_too_long_is_told_so_while_all_are_busy_and_nothing_is_done() {
        let (workers, go_on) = busy(Duration::from_millis(20));
        let done = Arc::new(AtomicBool::new(false));
        let late = done.clone();
        let refused = workers.work(move || {
            late.store(true, Ordering::SeqCst);
            Ok::<_, DbError>(())
        });
        assert!(matches!(refused.await, Err(DbError::Unavailable(_))));
        go_on.send(()).unwrap();
        let workers = WorkerPool { patience: Duration::from_secs(60), ..workers };
        assert_eq!(workers.work(|| Ok::<_, DbError>(7)).await.unwrap(), 7, "the thread goes on");
        assert!(!done.load(Ordering::SeqCst), "what was refused is not done later");
    }

    #[actix_web::test]
    async fn work_that_is_given_up_before_it_begins_is_left() {
        let (workers, go_on) = busy(Duration::from_secs(60));
        let done = Arc::new(AtomicBool::new(false));
        let late = done.clone();
        let waiting = workers.work(move || {
            late.store(true, Ordering::SeqCst);
            Ok::<_, DbError>(())
        });
        assert!(tokio::time::timeout(Duration::from_millis(20), waiting).await.is_err());
        go_on.send(()).unwrap();
        workers.work(|| Ok::<_, DbError>(())).await.unwrap();
        assert!(!done.load(Ordering::SeqCst));
    }

    #[actix_web::test]
    async fn a_panic_stops_one_piece_of_work_and_not_the_thread() {
        let workers = WorkerPool::new("test", 1, Duration::from_secs(60)).unwrap();
        let stopped = workers.work(|| -> Result<(), DbError> { panic!("as it should") });
        assert!(matches!(stopped.await, Err(DbError::Stopped(_))));
        assert_eq!(workers.work(|| Ok::<_, DbError>(7)).await.unwrap(), 7);
    }
}
