//! Runs background work: starts it, begins it again should it panic, ends all of it by one shutdown.

use crate::app::App;
use actix_web::rt;
use actix_web::rt::task::JoinHandle;
use std::time::Duration;
use tokio::sync::watch;

/// Pause before a job that ended by a panic begins again.
const AGAIN: Duration = Duration::from_secs(5);
/// How long [`Jobs::stop`] waits for what is under way.
const PATIENCE: Duration = Duration::from_secs(10);

/// The background work of this node. It ends with the runtime, or with [`Jobs::stop`].
pub struct Jobs {
    app: App,
    stop: watch::Sender<bool>,
    tasks: Vec<JoinHandle<()>>,
}

impl Jobs {
    /// No job yet.
    #[must_use]
    pub fn new(app: &App) -> Self {
        Self { app: app.clone(), stop: watch::Sender::new(false), tasks: Vec::new() }
    }

    /// Starts a job that goes on until the shutdown, which it is told of.
    pub fn run<W>(&mut self, name: &'static str, job: impl Fn(App, watch::Receiver<bool>) -> W + 'static)
    where
        W: Future<Output = ()> + 'static,
    {
        let (app, stop) = (self.app.clone(), self.stop.clone());
        self.tasks.push(rt::spawn(async move {
            while let Err(error) = rt::spawn(job(app.clone(), stop.subscribe())).await {
                if !error.is_panic() || *stop.borrow() {
                    return;
                }
                tracing::error!(job = name, "a background job panicked; it begins again");
                rt::time::sleep(AGAIN).await;
            }
        }));
    }

    /// Starts a job that does something at once, and then again and again.
    pub fn every(&mut self, name: &'static str, pause: Duration, work: impl AsyncFn(&App) + Copy + 'static) {
        self.run(name, move |app, mut stop| async move {
            while !*stop.borrow() {
                work(&app).await;
                tokio::select! {
                    () = stopped(&mut stop) => return,
                    () = rt::time::sleep(pause) => {}
                }
            }
        });
    }

    /// Begins nothing new, and waits for what is under way, at most ten seconds.
    /// What is not finished then is taken up again by the next node that looks.
    pub async fn stop(self) {
        self.stop.send_replace(true);
        let all = futures_util::future::join_all(self.tasks);
        if rt::time::timeout(PATIENCE, all).await.is_err() {
            tracing::warn!("background work was still under way when the server stopped");
        }
    }
}

/// Ends when the background work is to stop.
pub async fn stopped(stop: &mut watch::Receiver<bool>) {
    if stop.wait_for(|stop| *stop).await.is_err() {
        // Nobody is left who could say so.
        std::future::pending().await
    }
}
