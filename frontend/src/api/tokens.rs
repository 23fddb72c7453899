//! API tokens.

use super::{Answer, ApiCall, SubmissionKey};
use contract::admin::{CreatedToken, NewToken, TokenView};

/// All tokens.
pub async fn list() -> Answer<Vec<TokenView>> {
    ApiCall::get("/tokens").json().await
}

/// Creates a token. Its secret is in this answer and cannot be read again.
pub async fn create(new: &NewToken, key: &SubmissionKey) -> Answer<CreatedToken> {
    ApiCall::post("/tokens").body(new).once(key).json().await
}

/// Revokes a token.
pub async fn revoke(id: i64) -> Answer<()> {
    ApiCall::delete(&format!("/tokens/{id}")).done().await
}
