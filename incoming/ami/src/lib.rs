//! The I/O-free part of watching an Asterisk Manager Interface (AMI): bytes to blocks to messages
//! ([`protocol`]), and messages to changes of calls ([`calls`]).
//!
//! Source of the rules: `spec/telephony.md` section 4 and the recordings described in `asterisk-ami/README.md`.
#![warn(missing_docs)]

pub mod calls;
pub mod protocol;
