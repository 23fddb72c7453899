//! Administration. Every change is one transaction with its row of the audit trail.

pub mod calendars;
mod edits;
pub mod groups;
pub mod outbox;
pub mod parameters;
pub mod people;
pub mod person_check;
pub mod preview;
pub mod services;
pub mod suspension_reasons;
pub mod tax_ids;
pub mod telephony;
pub mod templates;
pub mod units;

pub use edits::Edited;
