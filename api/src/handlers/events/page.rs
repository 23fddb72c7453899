//! An attendant's open page: while there is one, they are present.

use crate::actions::presences;
use crate::app::App;
use crate::error::Result;
use std::time::Duration;

/// A page that is opened anew, or a stream that goes from one tab to the next, is there
/// again before this has passed.
const GRACE: Duration = Duration::from_secs(3);

/// An open page. When the last one of a person is dropped, they are gone.
pub struct OpenPage {
    app: App,
    person: i64,
}

impl OpenPage {
    /// A person opens a page.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn open(app: &App, person: i64) -> Result<Self> {
        let presence = &app.node.presence;
        let first = presence.open(person);
        let page = Self { app: app.clone(), person };
        if first {
            let node = presence.node();
            app.write(move |tx| presences::arrive(tx, &node, person)).await?;
        }
        Ok(page)
    }
}

impl Drop for OpenPage {
    fn drop(&mut self) {
        let (app, person) = (self.app.clone(), self.person);
        if !app.node.presence.close(person) || app.node.feed.is_closed() {
            return;
        }
        actix_web::rt::spawn(async move {
            actix_web::rt::time::sleep(GRACE).await;
            let (presence, node) = (app.node.presence.clone(), app.node.presence.node());
            let left = app.write(move |tx| {
                // They may have come back, and must not be noted as gone.
                if presence.is_open(person) { Ok(()) } else { presences::leave(tx, &node, person) }
            });
            if let Err(error) = left.await {
                tracing::warn!(%error, "that an attendant left could not be noted");
            }
        });
    }
}
