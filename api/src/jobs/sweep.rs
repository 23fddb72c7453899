//! Sweeping: what has expired, and contents that nothing refers to.

use crate::actions::sweep::SWEEPS;
use crate::app::App;
use crate::error::Result;
use crate::models;
use crate::storage::ContentHash;
use crate::tx::Tx;
use futures_util::{StreamExt, TryStreamExt};
use std::time::{Duration, SystemTime};

/// A content younger than this may be about to get its row.
const YOUNG: Duration = Duration::from_secs(24 * 3_600);
/// Contents looked up in one transaction.
const SOME: usize = 200;

/// Forgets what has expired in the database: sessions, password links, failed
/// logins, answers kept, live events, uploads. Gives the number of rows.
pub async fn sweep_rows(app: &App) -> usize {
    let mut swept = 0;
    for (what, sweep) in SWEEPS {
        match app.write(sweep).await {
            Ok(rows) => swept += rows,
            Err(error) => tracing::warn!(what, %error, "could not be swept"),
        }
    }
    swept
}

/// Removes contents of attachments that no row refers to, and uploads that broke
/// off. Gives their number. Young contents are left, because a content is stored
/// before its row is written.
pub async fn sweep_contents(app: &App) -> usize {
    let before = SystemTime::from(app.clock.now()) - YOUNG;
    let mut removed = app.storage.delete_incomplete(before).await.unwrap_or_else(|error| {
        tracing::warn!(%error, "uploads that broke off could not be removed");
        0
    });
    let mut contents = app.storage.list(before).try_chunks(SOME);
    loop {
        let some = match contents.next().await {
            None => return removed,
            Some(Ok(some)) => some,
            Some(Err(error)) => {
                tracing::warn!(%error, "contents could not be listed");
                return removed;
            }
        };
        match app.read(move |tx| unused(tx, some)).await {
            Ok(unused) => removed += remove(app, unused, before).await,
            Err(error) => {
                tracing::warn!(%error, "contents could not be swept");
                return removed;
            }
        }
    }
}

/// Those that no row refers to.
fn unused(tx: &mut Tx<'_>, contents: Vec<ContentHash>) -> Result<Vec<ContentHash>> {
    let mut unused = Vec::new();
    for hash in contents {
        if !models::attachments::hash_in_use(tx.conn, hash.as_str())? {
            unused.push(hash);
        }
    }
    Ok(unused)
}

/// Removes contents; gives the number of those that were not stored anew meanwhile.
async fn remove(app: &App, contents: Vec<ContentHash>, before: SystemTime) -> usize {
    let mut removed = 0;
    for hash in contents {
        match app.storage.delete(&hash, before).await {
            Ok(deleted) => removed += usize::from(deleted),
            Err(error) => tracing::warn!(%hash, %error, "a content could not be removed"),
        }
    }
    removed
}
