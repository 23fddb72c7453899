//! `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header): a creation that is repeated is done once.

use crate::actions::idempotency::{self, Answer, Keyed};
use crate::app::App;
use crate::auth::secret;
use crate::error::{Error, Result};
use crate::models::idempotency::Key;
use crate::tx::Tx;
use actix_web::http::StatusCode;
use serde::Serialize;

/// Runs an action in one transaction, once for a key. Without a key it is run each time.
///
/// # Errors
/// 409 while the first one is under way; 422 when the body differs; the action's own.
pub async fn once<B: Serialize, T: Serialize + Send + 'static>(
    app: &App,
    key: Option<Key>,
    body: &B,
    status: StatusCode,
    action: impl FnOnce(&mut Tx<'_>) -> Result<T> + Send + 'static,
) -> Result<Answer<T>> {
    let Some(key) = key else {
        return app.write(move |tx| idempotency::once(tx, None, status.as_u16(), action)).await;
    };
    let json = serde_json::to_string(body).map_err(anyhow::Error::from)?;
    let running = app.node.running_keys.take(&key);
    let _running = running.ok_or_else(|| Error::conflict("idempotency-running").after(1))?;
    let keyed = Keyed { key, body_hash: secret::hash(&json) };
    app.write(move |tx| idempotency::once(tx, Some(&keyed), status.as_u16(), action)).await
}
