//! The manager interface of Asterisk (AMI), without input and output: [`protocol`] turns bytes into messages, [`calls`]
//! turns messages into changes of calls. The monitor holds the connection.
//!
//! The rules come from recordings of a real Asterisk (`tests/asterisk/recordings`).

pub mod calls;
pub mod protocol;
