//! Logging in and out, the person's own data, passwords.

use super::{Answer, ApiCall};
use contract::identity::{
    Me, NewSession, PasswordChange, PasswordLink, PasswordLinkRequest, PasswordReset, Preferences, SessionView,
};

/// Logs in.
pub async fn log_in(credentials: &NewSession) -> Answer<Me> {
    ApiCall::post("/session").body(credentials).anonymous().json().await
}

/// Logs out.
pub async fn log_out() -> Answer<()> {
    ApiCall::delete("/session").anonymous().done().await
}

/// The person who is logged in. Answers 401 when nobody is, without asking for a login.
pub async fn me() -> Answer<Me> {
    ApiCall::get("/me").anonymous().json().await
}

/// The person's data again. If the login has expired, the person is asked to log in again.
pub async fn me_again() -> Answer<Me> {
    ApiCall::get("/me").json().await
}

/// Saves language and time zone.
pub async fn set_preferences(preferences: &Preferences) -> Answer<Me> {
    ApiCall::put("/me/preferences").body(preferences).json().await
}

/// Changes the password.
pub async fn change_password(change: &PasswordChange) -> Answer<()> {
    ApiCall::put("/me/password").body(change).done().await
}

/// The person's open sessions.
pub async fn sessions() -> Answer<Vec<SessionView>> {
    ApiCall::get("/me/sessions").json().await
}

/// Ends one session.
pub async fn end_session(id: i64) -> Answer<()> {
    ApiCall::delete(&format!("/me/sessions/{id}")).done().await
}

/// Asks for an e-mail with a link to set a password. The answer does not tell whether the address is known.
pub async fn ask_password_link(email: String) -> Answer<()> {
    ApiCall::post("/password-links").body(&PasswordLinkRequest { email }).anonymous().done().await
}

/// The person to whom a link to set a password belongs.
pub async fn password_link(token: &str) -> Answer<PasswordLink> {
    ApiCall::get(&format!("/password-links/{}", escape(token))).anonymous().json().await
}

/// Sets a password by a link.
pub async fn reset_password(token: &str, password: String) -> Answer<()> {
    ApiCall::put(&format!("/password-links/{}", escape(token)))
        .body(&PasswordReset { password })
        .anonymous()
        .done()
        .await
}

/// A segment of a path, percent-encoded.
fn escape(segment: &str) -> String {
    js_sys::encode_uri_component(segment).into()
}
