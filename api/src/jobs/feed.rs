//! Reads new live events once for all open streams of this node, and learns whose sessions and tokens have ended.

use crate::app::App;
use crate::error::Result;
use crate::models;
use crate::models::live_events::Event;
use crate::node::{Credential, Feed};
use crate::shutdown::Shutdown;
use crate::tx::Tx;
use contract::live::Position;
use std::collections::HashSet;
use std::time::Duration;

/// Events read at once.
const BATCH: i64 = 500;
/// How often the database is asked although this node committed nothing: other nodes write, and sessions run out.
const POLL: Duration = Duration::from_secs(1);
/// The same on SQLite, where every write goes through this process.
const POLL_ALONE: Duration = Duration::from_secs(5);

/// Reads until the shutdown.
pub async fn run(app: App, shutdown: Shutdown) {
    let mut committed = app.node.signals.live();
    let poll = if app.db.is_sqlite() { POLL_ALONE } else { POLL };
    while !shutdown.is_requested() {
        committed.mark_unchanged();
        if let Err(error) = read(&app).await {
            tracing::warn!(%error, "live events could not be read");
        }
        tokio::select! {
            () = shutdown.requested() => return,
            _ = committed.changed() => {}
            () = app.node.feed.joined() => {}
            () = tokio::time::sleep(poll) => {}
        }
    }
}

/// Reads what is new.
async fn read(app: &App) -> Result<()> {
    let feed = &app.node.feed;
    let credentials = feed.credentials();
    if credentials.is_empty() {
        feed.rest();
        return Ok(());
    }
    let position = feed.position();
    let (read, ended) = app
        .read(move |tx| {
            let read = match position {
                Some(position) => Read::News(models::live_events::after(tx.conn, position, BATCH)?),
                None => Read::Beginning(models::live_events::newest(tx.conn)?),
            };
            Ok((read, ended(tx, credentials)?))
        })
        .await?;
    feed.end(ended);
    match read {
        Read::Beginning(position) => feed.begin(position),
        Read::News(events) => add(app, feed, events).await?,
    }
    Ok(())
}

enum Read {
    /// Nothing was held: from here on events are.
    Beginning(Position),
    /// What is new.
    News(Vec<Event>),
}

/// Adds what was read, and what there is more of it.
async fn add(app: &App, feed: &Feed, mut events: Vec<Event>) -> Result<()> {
    loop {
        let more = i64::try_from(events.len()).unwrap_or(i64::MAX) >= BATCH;
        feed.add(events);
        let Some(position) = feed.position().filter(|_| more) else { return Ok(()) };
        events = app.read(move |tx| Ok(models::live_events::after(tx.conn, position, BATCH)?)).await?;
    }
}

/// Those that have ended. Sessions end with the account of their person.
fn ended(tx: &mut Tx<'_>, credentials: Vec<Credential>) -> Result<Vec<Credential>> {
    let now = tx.db_now();
    let (mut sessions, mut tokens) = (Vec::new(), Vec::new());
    for credential in &credentials {
        match credential {
            Credential::Session(id) => sessions.push(*id),
            Credential::Token(id) => tokens.push(*id),
        }
    }
    let sessions: HashSet<i64> = models::sessions::lasting(tx.conn, &sessions, now)?.into_iter().collect();
    let tokens: HashSet<i64> = models::tokens::working(tx.conn, &tokens, now)?.into_iter().collect();
    let lasts = |credential: &Credential| match credential {
        Credential::Session(id) => sessions.contains(id),
        Credential::Token(id) => tokens.contains(id),
    };
    Ok(credentials.into_iter().filter(|credential| !lasts(credential)).collect())
}
