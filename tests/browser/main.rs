//! Journeys through the pages, in a browser: one file per journey.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "what fails here fails a test, which should say where")]

mod administration;
mod attachments;
mod calls;
mod common;
mod console;
mod conversation;
mod every_page;
mod expired;
mod keyboard;
mod phone;
mod procedure;
mod reconnect;
mod tabs;
