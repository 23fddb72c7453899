//! Administration: collections that are edited, and what their changes do.

mod audit;
mod calendars;
mod collections;
mod groups;
mod mail;
mod reasons;
mod services;
mod templates;
