//! `Idempotency-Key`: the same call twice is done once. The answer is kept in
//! the transaction of what it answers, so that neither exists without the other.

use crate::app::App;
use crate::error::{Error, Result};
use crate::models::idempotency::{Kept, Key};
use crate::models::{self};
use crate::tx::Tx;
use actix_web::http::StatusCode;
use chrono::TimeDelta;
use serde::Serialize;
use sha2::{Digest, Sha256};

/// How long answers are kept.
pub const KEPT_FOR: TimeDelta = TimeDelta::hours(24);

/// An answer, fresh or given before.
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The JSON body.
    pub body: String,
    /// True when it was given before.
    pub replayed: bool,
}

struct Running<'a>(&'a App, Key);

impl Drop for Running<'_> {
    fn drop(&mut self) {
        if let Ok(mut running) = self.0.running_keys.lock() {
            running.remove(&self.1);
        }
    }
}

/// Does something once. Without a key it is simply done.
///
/// # Errors
/// 409 while the first call is running; 422 when the body differs; the action's own.
pub async fn once<B: Serialize, T: Serialize>(
    app: &App,
    key: Option<Key>,
    body: &B,
    status: StatusCode,
    action: impl FnOnce(&mut Tx<'_>) -> Result<T> + Send + 'static,
) -> Result<Answer> {
    let json = serde_json::to_vec(body).map_err(anyhow::Error::from)?;
    let body_hash = crate::auth::secret::hash(&format!("{:x?}", Sha256::digest(&json)));
    let Some(key) = key else {
        let body = app.write(move |tx| encode(&action(tx)?)).await?;
        return Ok(Answer { status: status.as_u16(), body, replayed: false });
    };
    if !app.running_keys.lock().is_ok_and(|mut running| running.insert(key.clone())) {
        return Err(Error::conflict("idempotency-running").after(1));
    }
    let _running = Running(app, key.clone());
    app.write(move |tx| {
        let fresh_since = tx.stamp() - KEPT_FOR;
        if let Some(kept) = models::idempotency::find(tx.conn, &key)? {
            if kept.created_at <= fresh_since {
                models::idempotency::forget(tx.conn, &key)?;
            } else if kept.body_hash != body_hash {
                return Err(Error::refused(StatusCode::UNPROCESSABLE_ENTITY, "idempotency-mismatch"));
            } else {
                let status = u16::try_from(kept.status).unwrap_or(200);
                return Ok(Answer { status, body: kept.body, replayed: true });
            }
        }
        let body = encode(&action(tx)?)?;
        let kept = Kept { body_hash, status: i32::from(status.as_u16()), body: body.clone(), created_at: tx.stamp() };
        models::idempotency::keep(tx.conn, &key, &kept).map_err(|error| {
            if crate::error::is_duplicate(&error) {
                // Another node did it meanwhile: this one undoes its own, and the next try gets the answer.
                Error::conflict("idempotency-running").after(1)
            } else {
                error.into()
            }
        })?;
        Ok(Answer { status: status.as_u16(), body, replayed: false })
    })
    .await
}

fn encode<T: Serialize>(value: &T) -> Result<String> {
    Ok(serde_json::to_string(value).map_err(anyhow::Error::from)?)
}
