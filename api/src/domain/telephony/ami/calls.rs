//! Which extension rings, who calls it, and how the call ends: [`Tracker`] is fed with the messages of one AMI
//! connection and the time, and gives [`Change`]s.
//!
//! A leg is known by its `Uniqueid`; all legs with the same `Linkedid` are one call. The rules come from the chapters
//! "Extension 200 starts ringing" and "How ringing ends" of `tests/asterisk/README.md`.

mod change;
mod ending;
mod identity;
mod listing;
mod ringing;
mod store;
mod text;
mod tracked;
mod tracker;
mod verification;

pub use change::{CallResult, Change, Leg, Summary, WithdrawReason};
pub use store::{MAX_CALLS, MAX_CHANNELS, MAX_CHANNELS_PER_CALL};
pub use text::parse_duration;
pub use tracker::Tracker;
pub use verification::{Verification, VerificationMode};
