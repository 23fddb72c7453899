//! An Asterisk as its recordings show it, and a node that watches it.

pub mod lines;
pub mod made;
pub mod office;
pub mod pages;
pub mod peer;
pub mod recording;
pub mod scene;
pub mod watch;
