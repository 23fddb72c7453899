//! API tokens.

use super::{Answer, Call, SubmissionKey};
use contract::admin::{CreatedToken, NewToken, TokenView};

/// All of them.
pub async fn list() -> Answer<Vec<TokenView>> {
    Call::get("/tokens").json().await
}

/// Makes one; its secret is in this answer and nowhere else.
pub async fn create(new: &NewToken, key: &SubmissionKey) -> Answer<CreatedToken> {
    Call::post("/tokens").body(new).once(key).json().await
}

/// Revokes one.
pub async fn revoke(id: i64) -> Answer<()> {
    Call::delete(&format!("/tokens/{id}")).done().await
}
