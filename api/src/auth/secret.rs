//! Secrets that are handed out once and stored hashed: session cookies, API
//! tokens, password links.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

/// A new secret of 256 random bits, as URL-safe text.
///
/// # Errors
/// When the system has no randomness.
pub fn generate() -> anyhow::Result<String> {
    let mut bytes = [0u8; 32];
    getrandom::fill(&mut bytes).map_err(|error| anyhow::anyhow!("no randomness: {error}"))?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}

/// The hash of a secret, which is stored instead of it. A fast hash is enough, because nobody can guess 256 bits.
#[must_use]
pub fn hash(secret: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(secret.as_bytes()))
}

/// The CSRF token of a session. It is derived from the session's secret, so it is not stored.
#[must_use]
pub fn csrf_token(session_secret: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(format!("csrf:{session_secret}").as_bytes()))
}

/// Compares in constant time.
#[must_use]
pub fn equal(a: &str, b: &str) -> bool {
    use subtle::ConstantTimeEq;
    a.as_bytes().ct_eq(b.as_bytes()).into()
}
