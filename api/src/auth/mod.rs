//! Who is calling, and what they may do.

pub mod address;
pub mod password;
mod require;
pub mod secret;
mod viewer;

pub use require::{Admin, Admitted, Anyone, Desk, DeskOrAdmin, Person, Presented, Require, Telephony, identified};
pub use viewer::{Via, Viewer};

/// Name of the session cookie.
pub const SESSION_COOKIE: &str = "solicita_session";
/// Header that proves that a call comes from our own pages.
pub const CSRF_HEADER: &str = "x-csrf-token";
