//! Logging in and out, one's own data, passwords.

use super::{Answer, Call};
use contract::identity::{
    Me, NewSession, PasswordChange, PasswordLink, PasswordLinkRequest, PasswordReset, Preferences, SessionView,
};

/// Logs in.
pub async fn log_in(credentials: &NewSession) -> Answer<Me> {
    Call::post("/session").body(credentials).anonymous().json().await
}

/// Logs out.
pub async fn log_out() -> Answer<()> {
    Call::delete("/session").anonymous().done().await
}

/// Who is logged in; 401 is an answer here.
pub async fn me() -> Answer<Me> {
    Call::get("/me").anonymous().json().await
}

/// One's own data again; an expired login is renewed.
pub async fn me_again() -> Answer<Me> {
    Call::get("/me").json().await
}

/// Keeps language and time zone.
pub async fn set_preferences(preferences: &Preferences) -> Answer<Me> {
    Call::put("/me/preferences").body(preferences).json().await
}

/// Changes the password.
pub async fn change_password(change: &PasswordChange) -> Answer<()> {
    Call::put("/me/password").body(change).done().await
}

/// The open sessions.
pub async fn sessions() -> Answer<Vec<SessionView>> {
    Call::get("/me/sessions").json().await
}

/// Ends one session.
pub async fn end_session(id: i64) -> Answer<()> {
    Call::delete(&format!("/me/sessions/{id}")).done().await
}

/// Asks for a link to set a password; the answer never tells whether the address exists.
pub async fn ask_password_link(email: String) -> Answer<()> {
    Call::post("/password-links").body(&PasswordLinkRequest { email }).anonymous().done().await
}

/// Whom a link belongs to.
pub async fn password_link(token: &str) -> Answer<PasswordLink> {
    Call::get(&format!("/password-links/{}", escape(token))).anonymous().json().await
}

/// Sets a password with a link.
pub async fn reset_password(token: &str, password: String) -> Answer<()> {
    Call::put(&format!("/password-links/{}", escape(token))).body(&PasswordReset { password }).anonymous().done().await
}

fn escape(segment: &str) -> String {
    js_sys::encode_uri_component(segment).into()
}
