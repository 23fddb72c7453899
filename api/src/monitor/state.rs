//! Stores how monitoring goes, so that every node can show it to administrators.

use super::status::MonitorStatus;
use super::timing::Timing;
use crate::actions::monitoring;
use crate::app::App;
use tokio::sync::watch;

/// Stores the status whenever it changes: another phase or another missing right at once, the rest every few seconds.
/// Ends when the status has no sender any more.
pub(super) async fn keep_stored(app: &App, timing: &Timing, holder: &str, mut status: watch::Receiver<MonitorStatus>) {
    loop {
        let current = status.borrow_and_update().clone();
        let row = current.row(holder);
        let (name, state) = (holder.to_owned(), row.clone());
        let saved = app.write(move |tx| monitoring::save_state(tx, &name, state)).await;
        if let Err(error) = &saved {
            tracing::warn!(%error, "how watching the telephone exchange goes cannot be stored");
        }
        let urgent = status.wait_for(|status| status.differs_urgently_from(&current));
        let soon = tokio::time::timeout(timing.state, urgent).await.map(|urgent| urgent.map(drop));
        let changed = match soon {
            Ok(urgent) => urgent,
            Err(_) => status.wait_for(|status| saved.is_err() || status.row(holder) != row).await.map(drop),
        };
        if changed.is_err() {
            return;
        }
    }
}
