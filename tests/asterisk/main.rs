//! Watching an Asterisk: recorded sessions of a real one (`README.md` says what happens
//! in each), replayed, damaged, and played by a peer at the other end of a connection.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "what fails here fails a test, which should say where")]

mod damage;
mod hostile;
mod limits;
mod monitor;
mod protocol;
mod recordings;
mod tracking;
