//! The AMI on the wire: [`Parser`] cuts bytes into [`Block`]s, [`Classifier`] turns a block into a [`Message`] when
//! Asterisk itself would send it at this place, [`Action`] writes what is sent. Each TCP connection has its own parser
//! and classifier.
//!
//! Nothing here trusts what it reads, because a caller can put CR LF and whole forged events into a caller number.

mod action;
mod block;
mod classifier;
mod parser;

pub use action::{Action, ActionError, ActionId, EventClass, MAX_ACTION_LINE};
pub use block::{Block, Header};
pub use classifier::{Classifier, DropReason, Message};
pub use parser::{Damaged, MAX_BLOCK_BYTES, MAX_HEADERS, MAX_LINE_BYTES, Parser};
