//! Empties the outbox.
//!
//! An e-mail is claimed for one worker, handed over, and marked. The claim lasts
//! longer than a hand-over can, so that no two nodes send the same e-mail; when
//! its worker dies the claim runs out, and the e-mail is tried again. Between the
//! server's “yes” and the mark there is a moment in which a crash makes an e-mail
//! go out twice; it then has the same `Message-ID`.

use super::runner::stopped;
use crate::app::App;
use crate::db::{instant, stored};
use crate::domain::parameters::ids;
use crate::error::Result;
use crate::mail::account::{self, Account};
use crate::mail::failure::{self, Cause, Failure};
use crate::mail::message::{File, Outgoing};
use crate::mail::smtp::{Patience, transfer_time};
use crate::mail::transport;
use crate::models;
use crate::models::emails::Email;
use crate::tx::Tx;
use chrono::{NaiveDateTime, TimeDelta};
use contract::SuppressReason;
use futures_util::future::BoxFuture;
use futures_util::stream::FuturesUnordered;
use futures_util::{FutureExt, StreamExt};
use std::collections::HashSet;
use std::panic::AssertUnwindSafe;
use std::time::Duration;
use tokio::sync::watch;

/// E-mails handed over at the same time.
const AT_ONCE: usize = 4;
/// How often the outbox is looked at although nothing woke the worker.
const LOOK: Duration = Duration::from_secs(10);
/// Wakes that come within this time are one.
const TOGETHER: Duration = Duration::from_millis(50);
/// What a claim lasts beyond the longest hand-over.
const CLAIM_MARGIN: Duration = Duration::from_secs(20);
/// After the mark of a hand-over could not be written.
const MARK_AGAIN: Duration = Duration::from_secs(1);
/// E-mails looked at to find one to claim.
const LOOK_AT: i64 = 16;

/// An e-mail that is claimed.
struct Job {
    id: i64,
    /// When the claim ends; names it.
    claim: NaiveDateTime,
    attempt: i32,
    ready: Result<(Account, Outgoing), Failure>,
}

/// What became of a job.
struct Done {
    id: i64,
    failed: Option<Cause>,
}

/// The worker of one node.
struct Worker {
    app: App,
    running: FuturesUnordered<BoxFuture<'static, Done>>,
    in_hand: HashSet<i64>,
    delivered: usize,
    /// The server was in trouble since it last took an e-mail.
    trouble: bool,
}

/// Empties the outbox until `stop` says so; then what is being handed over is
/// finished.
pub async fn run(app: App, mut stop: watch::Receiver<bool>) {
    let mut worker = Worker::new(app);
    while !*stop.borrow() {
        worker.fill().await;
        let has_room = worker.running.len() < AT_ONCE;
        let signals = worker.app.node.signals.clone();
        tokio::select! {
            biased;
            () = stopped(&mut stop) => {}
            Some(done) = worker.running.next() => worker.settle(done).await,
            () = async { signals.mail().await; tokio::time::sleep(TOGETHER).await }, if has_room => {}
            () = tokio::time::sleep(LOOK) => {}
        }
    }
    worker.finish().await;
}

/// Delivers until nothing is due any more (tests, and before a demo starts); gives
/// the number of e-mails handed over.
pub async fn deliver_due(app: &App) -> usize {
    let mut worker = Worker::new(app.clone());
    loop {
        worker.fill().await;
        match worker.running.next().await {
            Some(done) => worker.settle(done).await,
            None => return worker.delivered,
        }
    }
}

impl Worker {
    fn new(app: App) -> Self {
        // Whoever starts does not know what was before.
        Self { app, running: FuturesUnordered::new(), in_hand: HashSet::new(), delivered: 0, trouble: true }
    }

    /// Claims e-mails while there is room and there are any.
    async fn fill(&mut self) {
        while self.running.len() < AT_ONCE {
            match next(&self.app, self.in_hand.clone()).await {
                Ok(Some(job)) => {
                    self.in_hand.insert(job.id);
                    self.running.push(Box::pin(perform(self.app.clone(), job)));
                }
                Ok(None) => return,
                Err(error) => {
                    tracing::warn!(%error, "the outbox cannot be read");
                    return;
                }
            }
        }
    }

    async fn settle(&mut self, done: Done) {
        self.in_hand.remove(&done.id);
        match done.failed {
            Some(cause) => self.trouble |= cause.is_everybodys(),
            None => {
                self.delivered += 1;
                if std::mem::take(&mut self.trouble) {
                    over(&self.app).await;
                }
            }
        }
    }

    async fn finish(&mut self) {
        while let Some(done) = self.running.next().await {
            self.in_hand.remove(&done.id);
        }
    }
}

/// The server takes e-mails again: those that wait because it did not need wait
/// no longer.
async fn over(app: &App) {
    let hurried = app.write(|tx| Ok(models::emails::hurry(tx, &Cause::everybodys())?)).await;
    if let Err(error) = hurried {
        tracing::warn!(%error, "waiting e-mails could not be brought forward");
    }
}

/// Claims an e-mail that is due, if there is one.
async fn next(app: &App, in_hand: HashSet<i64>) -> Result<Option<Job>> {
    // Looking costs nobody a write.
    let now = stored(app.clock.now());
    if app.read(move |tx| Ok(models::emails::due(tx.conn, now, 1)?.is_empty())).await? {
        return Ok(None);
    }
    let storage = app.clone();
    app.write(move |tx| claim(tx, &storage, &in_hand)).await
}

fn claim(tx: &mut Tx<'_>, app: &App, in_hand: &HashSet<i64>) -> Result<Option<Job>> {
    let now = tx.db_now();
    loop {
        let most = LOOK_AT + i64::try_from(in_hand.len()).unwrap_or_default();
        let mut due = models::emails::due(tx.conn, now, most)?;
        due.retain(|id| !in_hand.contains(id));
        if due.is_empty() {
            return Ok(None);
        }
        for id in due {
            let Some(email) = models::emails::find(tx.conn, id)? else { continue };
            if tx.parameters.yes(ids::MAIL_OFF) && email.parameter != Some(ids::PASSWORD_LINK_TEMPLATE) {
                models::emails::suppress(tx.conn, id, SuppressReason::MailOff)?;
            } else if let Some(job) = claim_one(tx, app, email)? {
                return Ok(Some(job));
            }
        }
    }
}

/// None when another node was faster.
fn claim_one(tx: &mut Tx<'_>, app: &App, email: Email) -> Result<Option<Job>> {
    let now = tx.db_now();
    let (id, attempt) = (email.id, email.attempts + 1);
    let outgoing = prepare(tx, app, email)?;
    let bytes = outgoing.as_ref().map_or(0, |mail| mail.bytes() * 3 / 2);
    let longest = Patience::default().total + CLAIM_MARGIN + transfer_time(bytes);
    let claim = now + TimeDelta::from_std(longest).unwrap_or(TimeDelta::minutes(2));
    if !models::emails::lease(tx.conn, id, now, claim)? {
        return Ok(None);
    }
    let account = account::in_force(tx, &app.config)?;
    let ready = outgoing.and_then(|mail| account.map(|account| (account, mail)));
    Ok(Some(Job { id, claim, attempt, ready }))
}

/// The e-mail of a row. What is internal, or was removed since, stays here.
fn prepare(tx: &mut Tx<'_>, app: &App, email: Email) -> Result<Result<Outgoing, Failure>> {
    let (Some(address), Some(subject), Some(text), Some(html)) = (email.address, email.subject, email.text, email.html)
    else {
        return Ok(Err(Failure::new(Cause::Address, "")));
    };
    if text.is_empty() && html.is_empty() {
        return Ok(Err(Failure::new(Cause::Redacted, "")));
    }
    let (mut thread, mut files) = (Vec::new(), Vec::new());
    if let Some(request) = email.request_id {
        thread = models::emails::thread(tx.conn, request, &address, email.id)?;
        let wanted: HashSet<i64> = email.attachment_ids.split(',').filter_map(|id| id.parse().ok()).collect();
        if !wanted.is_empty() {
            files = models::attachments::of_request(tx.conn, request, false)?;
            files.retain(|file| wanted.contains(&file.id));
        }
    }
    let files = files.into_iter().map(|file| File {
        path: app.storage.path(&file.hash),
        name: file.name,
        media_type: file.media_type,
        size: file.size,
    });
    Ok(Ok(Outgoing {
        file_name: format!("{}-{}.eml", email.created_at.format("%Y%m%dT%H%M%SZ"), email.id),
        to_name: email.recipient_name.unwrap_or_default(),
        address,
        language: email.language,
        subject,
        text,
        html,
        message_id: email.message_id,
        thread,
        at: instant(email.created_at),
        files: files.collect(),
    }))
}

async fn perform(app: App, job: Job) -> Done {
    let outcome = match &job.ready {
        Ok((account, mail)) => {
            let handing_over = AssertUnwindSafe(transport::deliver(account, mail, Patience::default()));
            // One e-mail that a library cannot cope with must not stop the others.
            handing_over.catch_unwind().await.unwrap_or_else(|_| Err(Failure::new(Cause::Internal, "")))
        }
        Err(failure) => Err(failure.clone()),
    };
    match outcome {
        Ok(_) => {
            mark_sent(&app, job.id).await;
            Done { id: job.id, failed: None }
        }
        Err(failure) => {
            tracing::warn!(email = job.id, attempt = job.attempt, cause = %failure, "an e-mail was not handed over");
            let (id, cause) = (job.id, failure.cause);
            if let Err(error) = mark_failed(&app, &job, &failure).await {
                // The claim runs out, and it is tried again.
                tracing::warn!(email = id, %error, "a failure could not be noted");
            }
            Done { id, failed: Some(cause) }
        }
    }
}

/// The server has it: until that is written, it is not done.
async fn mark_sent(app: &App, id: i64) {
    while let Err(error) = app.write(move |tx| Ok(models::emails::sent(tx.conn, id, tx.db_now())?)).await {
        tracing::error!(email = id, %error, "an e-mail was handed over, but that could not be noted; trying again");
        tokio::time::sleep(MARK_AGAIN).await;
    }
    tracing::debug!(email = id, "an e-mail was handed over");
}

async fn mark_failed(app: &App, job: &Job, failure: &Failure) -> Result<bool> {
    let (id, claim, kept) = (job.id, job.claim, failure.kept());
    let pause = if failure.cause.is_permanent() { None } else { failure::pause(job.attempt, id) };
    app.write(move |tx| {
        let next = pause.map(|pause| stored(tx.now + pause));
        Ok(models::emails::failed(tx.conn, id, claim, &kept, next)?)
    })
    .await
}
