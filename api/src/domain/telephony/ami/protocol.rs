//! The AMI on the wire: [`Parser`] cuts bytes into [`Block`]s, [`Classifier`] says which of them Asterisk itself would
//! send at this place ([`Message`]), [`Action`] writes what we send. One of each for every TCP connection.
//!
//! Nothing here trusts what it reads: a caller can put CR LF and whole forged events into a caller number.

mod action;
mod block;
mod classifier;
mod parser;

pub use action::{Action, ActionError, ActionId, EventClass, EventMask, MAX_ACTION_LINE};
pub use block::{Block, Header};
pub use classifier::{Classifier, DropReason, Message};
pub use parser::{Damaged, MAX_BLOCK_BYTES, MAX_HEADERS, MAX_LINE_BYTES, Parser};
