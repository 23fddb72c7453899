//! Tests of the REST API, on both databases. The files mirror the URL tree.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "what fails here fails a test, which should say where")]

mod me;
mod password_links;
mod requests;
mod session;
mod session_slowdown;
mod tokens;
