//! Writes down the calls of telephone systems to the web services.

use crate::actions::service_calls;
use crate::app::App;

/// Writes those that wait in memory. Those that cannot be written are lost: nothing rests on them.
pub async fn write_service_calls(app: &App) {
    let calls = app.node.service_calls.take();
    if calls.is_empty() {
        return;
    }
    if let Err(error) = app.write(move |tx| service_calls::write(tx, calls)).await {
        tracing::warn!(%error, "calls to the web services could not be written down");
    }
}
