//! Runs background work: starts it, begins it again should it panic, ends all of it by one shutdown.

use crate::app::App;
use crate::shutdown::Shutdown;
use actix_web::rt;
use actix_web::rt::task::JoinHandle;
use std::time::Duration;

/// Pause before a job that ended by a panic begins again.
const AGAIN: Duration = Duration::from_secs(5);
/// How long [`Jobs::stop`] waits for what is under way.
const PATIENCE: Duration = Duration::from_secs(10);

/// The background work of this node. It ends with the runtime, or with [`Jobs::stop`].
pub struct Jobs {
    app: App,
    shutdown: Shutdown,
    tasks: Vec<JoinHandle<()>>,
    again: Duration,
    patience: Duration,
}

impl Jobs {
    /// No job yet.
    #[must_use]
    pub fn new(app: &App) -> Self {
        Self { app: app.clone(), shutdown: Shutdown::new(), tasks: Vec::new(), again: AGAIN, patience: PATIENCE }
    }

    /// Starts a job that goes on until the shutdown.
    pub fn run<W>(&mut self, name: &'static str, job: impl Fn(App, Shutdown) -> W + 'static)
    where
        W: Future<Output = ()> + 'static,
    {
        let (app, shutdown, again) = (self.app.clone(), self.shutdown.clone(), self.again);
        self.tasks.push(rt::spawn(async move {
            while let Err(error) = rt::spawn(job(app.clone(), shutdown.clone())).await {
                if !error.is_panic() || shutdown.is_requested() {
                    return;
                }
                tracing::error!(job = name, "a background job panicked; it begins again");
                rt::time::sleep(again).await;
            }
        }));
    }

    /// Starts a job that does something at once, and then again and again.
    pub fn every(&mut self, name: &'static str, pause: Duration, work: impl AsyncFn(&App) + Copy + 'static) {
        self.run(name, move |app, shutdown| async move {
            while !shutdown.is_requested() {
                work(&app).await;
                tokio::select! {
                    () = shutdown.requested() => return,
                    () = rt::time::sleep(pause) => {}
                }
            }
        });
    }

    /// Begins nothing new, and waits for what is under way, at most ten seconds.
    /// What is not finished then is taken up again by the next node that looks.
    pub async fn stop(self) {
        self.shutdown.request();
        let all = futures_util::future::join_all(self.tasks);
        if rt::time::timeout(self.patience, all).await.is_err() {
            tracing::warn!("background work was still under way when the server stopped");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jobs::tests::fixture::Fixture;
    use std::cell::Cell;
    use std::rc::Rc;
    use tokio::sync::Notify;

    /// Counts, and tells those who wait.
    #[derive(Clone, Default)]
    struct Counter {
        count: Rc<Cell<u32>>,
        changed: Rc<Notify>,
    }

    impl Counter {
        fn add(&self) -> u32 {
            self.count.set(self.count.get() + 1);
            self.changed.notify_one();
            self.count.get()
        }

        async fn reaches(&self, count: u32) {
            while self.count.get() < count {
                self.changed.notified().await;
            }
        }
    }

    #[actix_web::test]
    async fn a_job_that_panics_begins_again() {
        let fixture = Fixture::new();
        let counter = Counter::default();
        let mut jobs = Jobs { again: Duration::ZERO, ..Jobs::new(&fixture.app) };
        let counting = counter.clone();
        jobs.run("test", move |_, shutdown| {
            let counting = counting.clone();
            async move {
                assert!(counting.add() > 1, "the first one panics, as it should");
                shutdown.requested().await;
            }
        });
        counter.reaches(2).await;
        jobs.stop().await;
        assert_eq!(counter.count.get(), 2);
    }

    #[actix_web::test]
    async fn stopping_waits_for_what_is_under_way_and_begins_nothing_new() {
        let fixture = Fixture::new();
        let (begun, done) = (Counter::default(), Counter::default());
        let mut jobs = Jobs::new(&fixture.app);
        let (beginning, doing) = (begun.clone(), done.clone());
        jobs.run("test", move |_, shutdown| {
            let (beginning, doing) = (beginning.clone(), doing.clone());
            async move {
                while !shutdown.is_requested() {
                    beginning.add();
                    rt::time::sleep(Duration::from_millis(20)).await;
                    doing.add();
                }
            }
        });
        begun.reaches(2).await;
        jobs.stop().await;
        assert_eq!((begun.count.get(), done.count.get()), (2, 2));
    }

    #[actix_web::test]
    async fn a_job_that_does_not_end_is_given_up() {
        let fixture = Fixture::new();
        let mut jobs = Jobs { patience: Duration::from_millis(20), ..Jobs::new(&fixture.app) };
        let begun = Counter::default();
        let beginning = begun.clone();
        jobs.run("test", move |_, _| {
            beginning.add();
            std::future::pending()
        });
        begun.reaches(1).await;
        // This ends, although the job does not.
        jobs.stop().await;
    }
}
