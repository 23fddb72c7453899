//! Which attendants have a page open at this server. The table `presences` has it
//! of all servers, so that a telephone system can be told whether a pop-up is seen.

use crate::app::App;
use crate::error::Result;
use crate::models;
use chrono::TimeDelta;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// A page that is opened anew, or a stream that goes from one tab to the next, is there
/// again before this has passed.
const GRACE: Duration = Duration::from_secs(3);
/// Rows that were not renewed for this long are removed: their server is gone.
const GONE: TimeDelta = TimeDelta::minutes(10);

/// Open pages by person.
#[derive(Clone)]
pub struct Presence {
    /// Name of this server among those of a database.
    node: Arc<str>,
    open: Arc<Mutex<HashMap<i64, usize>>>,
}

impl Default for Presence {
    fn default() -> Self {
        let node = crate::auth::secret::generate().unwrap_or_else(|_| std::process::id().to_string());
        Self { node: node.into(), open: Arc::default() }
    }
}

impl Presence {
    fn open(&self) -> MutexGuard<'_, HashMap<i64, usize>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn count(&self, person: i64) -> usize {
        self.open().get(&person).copied().unwrap_or_default()
    }
}

/// An open page. When the last one of a person is dropped, they are gone.
pub struct Page {
    app: App,
    person: i64,
}

impl Page {
    /// A person opens a page.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn open(app: &App, person: i64) -> Result<Self> {
        *app.presence.open().entry(person).or_default() += 1;
        let page = Self { app: app.clone(), person };
        if app.presence.count(person) == 1 {
            let node = app.presence.node.clone();
            app.write_quietly(move |tx| {
                models::calls::lock(tx.conn)?;
                let now = tx.stamp();
                Ok(models::presences::arrive(tx.conn, &node, person, now)?)
            })
            .await?;
        }
        Ok(page)
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        let (app, person) = (self.app.clone(), self.person);
        let last = {
            let mut open = app.presence.open();
            let pages = open.entry(person).or_default();
            *pages = pages.saturating_sub(1);
            let last = *pages == 0;
            if last {
                open.remove(&person);
            }
            last
        };
        if !last || app.live.is_closed() {
            return;
        }
        actix_web::rt::spawn(async move {
            actix_web::rt::time::sleep(GRACE).await;
            let (node, presence) = (app.presence.node.clone(), app.presence.clone());
            let left = app.write_quietly(move |tx| {
                if presence.count(person) == 0 {
                    models::presences::leave(tx.conn, &node, person)?;
                }
                Ok(())
            });
            if let Err(error) = left.await {
                tracing::warn!(%error, "that an attendant left could not be noted");
            }
        });
    }
}

/// Renews the rows of those who have a page open here, and removes those of servers
/// that are gone. Writes only when there are any.
///
/// # Errors
/// When the database does not answer.
pub async fn renew(app: &App) -> Result<()> {
    let people: Vec<i64> = app.presence.open().keys().copied().collect();
    if people.is_empty() && !app.read(|tx| Ok(models::presences::any_before(tx.conn, tx.stamp() - GONE)?)).await? {
        return Ok(());
    }
    let node = app.presence.node.clone();
    app.write_quietly(move |tx| {
        models::calls::lock(tx.conn)?;
        let now = tx.stamp();
        for person in people {
            models::presences::arrive(tx.conn, &node, person, now)?;
        }
        models::presences::sweep(tx.conn, now - GONE)?;
        Ok(())
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::stored;
    use crate::mail::tests::fixture::Fixture;

    #[actix_web::test]
    async fn whoever_is_there_is_renewed_and_nobody_is_woken() {
        let fixture = Fixture::new();
        let (app, person) = (&fixture.app, fixture.attendant);
        let page = Page::open(app, person).await.unwrap();
        let woken = app.live.listen();
        app.clock.advance(TimeDelta::minutes(30));
        renew(app).await.unwrap();
        let since = stored(app.clock.now() - TimeDelta::minutes(1));
        let there = app.read(move |tx| Ok(models::presences::is_there(tx.conn, person, since)?)).await.unwrap();
        assert!(there && !woken.has_changed().unwrap());
        drop(page);
    }
}
