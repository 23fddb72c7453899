//! Tests of the REST API, on both databases. The files mirror the URL tree.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "what fails here fails a test, which should say where")]

mod admin;
mod authorisation;
mod calls;
mod commands;
mod console;
mod cti;
mod emails;
mod events;
mod feed;
mod idempotency;
mod log;
mod me;
mod notices;
mod notifications;
mod openapi;
mod parameters;
mod password_links;
mod people;
mod polled;
mod problems;
mod queue;
mod requests;
mod schema;
mod session;
mod session_slowdown;
mod telephony;
mod tokens;
mod unfinished;
mod upgrade;
mod visibility;
mod watched;
mod watched_announced;
