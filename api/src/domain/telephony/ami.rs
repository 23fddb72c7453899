//! Watching an Asterisk through its manager interface (AMI), without the input and
//! output: bytes to blocks to messages ([`protocol`]), messages to changes of calls
//! ([`calls`]). The connection is in `crate::monitor`.
//!
//! The rules come from recordings of a real Asterisk (`tests/asterisk/recordings`) and
//! from section 4 of the telephony page.

pub mod calls;
pub mod protocol;
