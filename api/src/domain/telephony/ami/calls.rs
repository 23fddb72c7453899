//! Which extension rings, for whom, and how it ends: [`Tracker`] is fed with the messages of one AMI connection and
//! the time, and gives [`Change`]s.
//!
//! Everything is keyed by the leg's `Uniqueid`; a call is what shares a `Linkedid`. Source of the rules: the table and
//! the chapters "Extension 200 starts ringing" and "How ringing ends" of `tests/asterisk/README.md`.

mod change;
mod ending;
mod listing;
mod ringing;
mod store;
mod text;
mod tracker;

pub use change::{CallResult, Change, Leg, Proof, Summary, WithdrawReason};
pub use store::{MAX_CALLS, MAX_CHANNELS, MAX_CHANNELS_PER_CALL};
pub use text::{clean_name, clean_number, extension_of};
pub use tracker::{MAX_LEG_AGE, TAINT, Tracker, Trust};
