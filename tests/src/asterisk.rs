//! An Asterisk as its recordings show it.

pub mod lines;
pub mod recording;
