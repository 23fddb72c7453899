//! `Idempotency-Key`: what is asked for twice under one key is done once. The answer is kept in the same transaction as
//! the change, so that neither exists without the other.

use crate::error::{Error, Result};
use crate::models;
use crate::models::idempotency::{Kept, Key};
use crate::tx::Tx;
use actix_web::http::StatusCode;
use chrono::TimeDelta;
use serde::Serialize;

/// How long answers are kept.
pub const KEPT_FOR: TimeDelta = TimeDelta::hours(24);

/// An answer, fresh or repeated.
#[derive(Debug)]
pub struct Answer<T> {
    /// The status.
    pub status: u16,
    /// The JSON body.
    pub body: String,
    /// What the body shows. None when the answer is repeated, because only its text is kept.
    pub made: Option<T>,
}

impl<T> Answer<T> {
    /// Whether it was given before.
    #[must_use]
    pub fn is_repeated(&self) -> bool {
        self.made.is_none()
    }
}

/// What is asked: a key, and the hash of the body it came with.
#[derive(Debug, Clone)]
pub struct Keyed {
    /// The key, its owner and its route.
    pub key: Key,
    /// Hash of the body.
    pub body_hash: String,
}

/// Runs an action, unless it was done under the same key: then the answer of that time is repeated.
///
/// # Errors
/// 422 when the body differs from that of the first time; 409 when another node does it at this moment; the action's own.
pub fn once<T: Serialize>(
    tx: &mut Tx<'_>,
    keyed: Option<&Keyed>,
    status: u16,
    action: impl FnOnce(&mut Tx<'_>) -> Result<T>,
) -> Result<Answer<T>> {
    if let Some(keyed) = keyed
        && let Some(answer) = given_before(tx, keyed)?
    {
        return Ok(answer);
    }
    let made = action(tx)?;
    let body = serde_json::to_string(&made).map_err(anyhow::Error::from)?;
    if let Some(keyed) = keyed {
        keep(tx, keyed, status, &body)?;
    }
    Ok(Answer { status, body, made: Some(made) })
}

fn given_before<T>(tx: &mut Tx<'_>, keyed: &Keyed) -> Result<Option<Answer<T>>> {
    let Some(kept) = models::idempotency::find(tx.conn, &keyed.key)? else { return Ok(None) };
    if kept.created_at <= tx.db_now() - KEPT_FOR {
        models::idempotency::forget(tx.conn, &keyed.key)?;
        return Ok(None);
    }
    if kept.body_hash != keyed.body_hash {
        return Err(Error::refused(StatusCode::UNPROCESSABLE_ENTITY, "idempotency-mismatch"));
    }
    Ok(Some(Answer { status: u16::try_from(kept.status).unwrap_or(200), body: kept.body, made: None }))
}

fn keep(tx: &mut Tx<'_>, keyed: &Keyed, status: u16, body: &str) -> Result<()> {
    let kept = Kept {
        body_hash: keyed.body_hash.clone(),
        status: i32::from(status),
        body: body.to_owned(),
        created_at: tx.db_now(),
    };
    models::idempotency::keep(tx.conn, &keyed.key, &kept).map_err(|error| {
        if crate::db::is_unique_violation(&error) {
            // Another node did it meanwhile. This transaction is rolled back, and the next try gets the other's answer.
            Error::conflict("idempotency-running").after(1)
        } else {
            error.into()
        }
    })
}
