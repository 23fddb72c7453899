//! What all handlers share: who calls and what they may do, what is taken from a request, and how it is answered.

pub mod address;
pub mod extract;
pub mod idempotency;
pub mod middleware;
mod require;
mod token;

pub use require::{Admin, Anyone, Desk, DeskOrAdmin, Person, Require, Telephony, identified, note_use};
pub use token::{UnverifiedToken, VerifiedToken};

/// Name of the session cookie.
pub const SESSION_COOKIE: &str = "solicita_session";

/// Header that proves that a request comes from our own pages.
pub const CSRF_HEADER: &str = "x-csrf-token";
