//! The session cookie.

use actix_web::cookie::{Cookie, SameSite};

/// Name of the session cookie.
pub const SESSION_COOKIE: &str = "solicita_session";

/// The session cookie with a value. Scripts and other sites do not get it.
#[must_use]
pub fn session_cookie(value: String, secure: bool) -> Cookie<'static> {
    Cookie::build(SESSION_COOKIE, value).path("/").http_only(true).same_site(SameSite::Lax).secure(secure).finish()
}
