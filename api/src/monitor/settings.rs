//! Follows the parameters that say what to monitor.

use super::timing::Timing;
use crate::app::App;
use crate::domain::telephony::monitoring::MonitorSettings;
use tokio::sync::watch;

/// Reads the settings when this node changed a parameter, and every few seconds, because other nodes may change them.
/// Never ends.
pub(super) async fn follow(app: &App, timing: &Timing, settings: &watch::Sender<MonitorSettings>) {
    let mut changes = app.node.signals.parameters();
    loop {
        changes.mark_unchanged();
        match app.read(|tx| Ok(MonitorSettings::of(&tx.parameters))).await {
            Ok(current) => {
                settings.send_if_modified(|settings| {
                    let differ = *settings != current;
                    *settings = current;
                    differ
                });
            }
            // The last settings stay in force.
            Err(error) => tracing::warn!(%error, "the parameters of telephony cannot be read"),
        }
        tokio::time::sleep(timing.look_gap).await;
        tokio::select! {
            Ok(()) = changes.changed() => {}
            () = tokio::time::sleep(timing.look) => {}
        }
    }
}
