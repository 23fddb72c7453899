//! Sweeping: what has expired, and contents that nothing refers to.

use crate::app::App;
use crate::domain::parameters::ids;
use crate::error::Result;
use crate::models;
use crate::tx::Tx;
use chrono::TimeDelta;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// Hours after which uploads that nobody attached, answers kept for
/// `Idempotency-Key` and failed logins are forgotten.
const HOURS: i64 = 24;
/// A content younger than this may be about to get its row.
const YOUNG: Duration = Duration::from_secs(24 * 3_600);
/// Contents looked up in one transaction.
const SOME: usize = 200;

/// Removes rows that are no longer needed, and counts them.
type Sweep = fn(&mut Tx<'_>) -> Result<usize>;

/// Forgets what has expired in the database: sessions, password links, failed
/// logins, answers kept, live events, uploads. Gives the number of rows.
pub async fn sweep_rows(app: &App) -> usize {
    let sweeps: [(&str, Sweep); 4] = [
        ("sessions", |tx| Ok(models::sessions::sweep(tx.conn, tx.db_now(), day_ago(tx))?)),
        ("idempotency keys", |tx| Ok(models::idempotency::sweep(tx.conn, day_ago(tx))?)),
        ("live events", |tx| {
            let days = tx.parameters.number(ids::LIVE_EVENT_DAYS).max(1);
            Ok(models::live_events::sweep(tx.conn, tx.db_now() - TimeDelta::days(days))?)
        }),
        ("uploads", |tx| Ok(models::attachments::sweep_uploads(tx.conn, day_ago(tx))?.len())),
    ];
    let mut swept = 0;
    for (what, sweep) in sweeps {
        match app.write(sweep).await {
            Ok(rows) => swept += rows,
            Err(error) => tracing::warn!(what, %error, "could not be swept"),
        }
    }
    swept
}

fn day_ago(tx: &Tx<'_>) -> chrono::NaiveDateTime {
    tx.db_now() - TimeDelta::hours(HOURS)
}

/// Removes contents of attachments that no row refers to, and uploads that broke
/// off. Gives their number. A content is told by the age of its file, because it
/// is stored before its row is written.
pub async fn sweep_contents(app: &App) -> usize {
    let Ok(root) = app.config.storage_path() else { return 0 };
    let before = SystemTime::from(app.clock.now()) - YOUNG;
    let found = actix_web::rt::task::spawn_blocking(move || (broken_off(&root, before), old_contents(&root, before)));
    let Ok((mut removed, contents)) = found.await else { return 0 };
    for some in contents.chunks(SOME) {
        let some = some.to_vec();
        match app.read(move |tx| unused(tx, some)).await {
            Ok(unused) => {
                let gone = move || unused.iter().filter(|content| remove(content, before)).count();
                removed += actix_web::rt::task::spawn_blocking(gone).await.unwrap_or_default();
            }
            Err(error) => {
                tracing::warn!(%error, "contents could not be swept");
                return removed;
            }
        }
    }
    removed
}

/// Those that no row refers to.
fn unused(tx: &mut Tx<'_>, contents: Vec<PathBuf>) -> Result<Vec<PathBuf>> {
    let mut unused = Vec::new();
    for content in contents {
        let hash = content.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if !models::attachments::hash_in_use(tx.conn, &hash)? {
            unused.push(content);
        }
    }
    Ok(unused)
}

fn files(folder: &Path) -> impl Iterator<Item = PathBuf> {
    std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path())
}

fn is_older(path: &Path, before: SystemTime) -> bool {
    std::fs::metadata(path).is_ok_and(|data| data.is_file() && data.modified().is_ok_and(|at| at < before))
}

fn broken_off(root: &Path, before: SystemTime) -> usize {
    let incoming = root.join("incoming");
    files(&incoming).filter(|path| is_older(path, before) && std::fs::remove_file(path).is_ok()).count()
}

/// Files named by a hash (64 hexadecimal digits) in the folders of its first two.
fn old_contents(root: &Path, before: SystemTime) -> Vec<PathBuf> {
    let folders = files(root).filter(|path| path.file_name().is_some_and(|name| name.len() == 2));
    let contents = folders.flat_map(|folder| files(&folder).collect::<Vec<_>>());
    contents.filter(|path| path.file_name().is_some_and(|name| name.len() == 64) && is_older(path, before)).collect()
}

/// Removes a content, unless the same one was stored anew at this very moment: it
/// is moved away first, and moved back if it turns out to be young.
fn remove(path: &Path, before: SystemTime) -> bool {
    let (Some(name), Some(root)) = (path.file_name(), path.ancestors().nth(2)) else { return false };
    let aside = root.join("incoming").join(name);
    if std::fs::rename(path, &aside).is_err() {
        return false;
    }
    if !is_older(&aside, before) {
        if let Err(error) = std::fs::rename(&aside, path) {
            tracing::error!(%error, "a content that is in use could not be put back");
        }
        return false;
    }
    std::fs::remove_file(&aside).is_ok()
}
