//! A node that watches an Asterisk, and a peer that plays the Asterisk from recordings.

pub mod call_center;
pub mod generated;
pub mod lines;
pub mod node;
pub mod peer;
pub mod popups;
pub mod recording;
pub mod script;
