//! What all handlers share: who calls and what they may do, what is taken from an HTTP request, and how it is answered.

pub mod address;
pub mod answer;
pub mod download;
pub mod extract;
pub mod idempotency;
mod identity;
pub mod middleware;
mod require;
mod session_cookie;
mod token;

pub use identity::{identified, note_use};
pub use require::{Admin, Anyone, CSRF_HEADER, Desk, DeskOrAdmin, Person, Require, Telephony};
pub use session_cookie::{SESSION_COOKIE, session_cookie};
pub use token::{UnverifiedToken, VerifiedToken};
