//! Passwords: argon2id (RFC 9106), a bounded number hashed at once.

use crate::error::{Complaint, Error, Result};
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use contract::limits;
use std::sync::Arc;
use tokio::sync::Semaphore;

/// Hashes and checks passwords, two at a time, because each takes 19 MiB and a core.
#[derive(Clone)]
pub struct Passwords {
    slots: Arc<Semaphore>,
}

impl Default for Passwords {
    fn default() -> Self {
        Self { slots: Arc::new(Semaphore::new(2)) }
    }
}

impl Passwords {
    /// The hash of a password.
    ///
    /// # Errors
    /// When there is no randomness or the server is going down.
    pub async fn hash(&self, password: String) -> Result<String> {
        self.run(move || hash_now(&password)).await?
    }

    /// Whether a password matches. Without a hash the answer is no and takes as long, so that nobody can tell which accounts
    /// exist.
    ///
    /// # Errors
    /// When the server is going down.
    pub async fn verify(&self, password: String, hash: Option<String>) -> Result<bool> {
        self.run(move || verify_now(&password, hash.as_deref())).await
    }

    async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
        let permit = self.slots.clone().acquire_owned().await.map_err(|error| Error::Internal(error.into()))?;
        actix_web::rt::task::spawn_blocking(move || {
            let _permit = permit;
            work()
        })
        .await
        .map_err(|error| Error::Internal(error.into()))
    }
}

/// OWASP's first recommendation: 19 MiB, 2 passes, 1 lane.
fn argon() -> Argon2<'static> {
    let params = Params::new(19 * 1024, 2, 1, None).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// [`Passwords::hash`] on this thread: commands and demo data.
///
/// # Errors
/// When there is no randomness.
pub fn hash_now(password: &str) -> Result<String> {
    let mut salt = [0u8; 16];
    getrandom::fill(&mut salt).map_err(|error| anyhow::anyhow!("no randomness: {error}"))?;
    let salt = SaltString::encode_b64(&salt).map_err(|error| anyhow::anyhow!("salt: {error}"))?;
    let hash =
        argon().hash_password(password.as_bytes(), &salt).map_err(|error| anyhow::anyhow!("hashing: {error}"))?;
    Ok(hash.to_string())
}

fn verify_now(password: &str, hash: Option<&str>) -> bool {
    // The hash of a random text that nobody knows. Only the time that it takes matters.
    const NOBODY: &str =
        "$argon2id$v=19$m=19456,t=2,p=1$c29saWNpdGFzb2xpY2l0YQ$RdescudvJCsgt3ub+b3dWRWJTmaaVRaYmTuHGWYfzcQ";
    match PasswordHash::new(hash.unwrap_or(NOBODY)) {
        Ok(parsed) => argon().verify_password(password.as_bytes(), &parsed).is_ok() && hash.is_some(),
        Err(error) => {
            tracing::error!(%error, "a stored password hash cannot be read");
            false
        }
    }
}

/// Refuses passwords that are too short, too long, or the person's own name or
/// address (NIST SP 800-63B: length matters, composition rules do not).
///
/// # Errors
/// The complaint about `field`.
pub fn check_new(field: &str, password: &str, own: &[&str]) -> Result<(), Complaint> {
    let length = password.chars().count();
    if length < limits::PASSWORD_MIN {
        return Err(Complaint::new(field, "password-short").with("min", limits::PASSWORD_MIN));
    }
    if length > limits::PASSWORD_MAX {
        return Err(Complaint::new(field, "too-long").with("max", limits::PASSWORD_MAX));
    }
    let folded = password.to_lowercase();
    let common =
        ["12345678", "123456789", "1234567890", "password", "password1", "senha123", "contraseña", "qwertyuiop"];
    if common.contains(&folded.as_str()) || own.iter().any(|own| !own.is_empty() && folded == own.to_lowercase()) {
        return Err(Complaint::new(field, "password-common"));
    }
    Ok(())
}
