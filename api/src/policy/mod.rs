//! The rules of `domain/` applied to rows: who sees what, what the clock of a request says, how much may be attached.
//! It reads and judges; it changes nothing.

pub mod access;
pub mod actor;
pub mod assignees;
pub mod attachments;
pub mod audience;
pub mod lists;
pub mod sla;
pub mod telephony;
