//! Telephone calls: who calls, at which extension it rings, and what becomes of the call.
//!
//! What is known of a call comes from three sources: the web services ([`announcements`]), the exchange, which is
//! monitored or sends events ([`exchange`]), and the attendant ([`desk`]). They may report the same call in any order.
//! Every function here that writes first takes the lock of calls (`models::calls::lock`).

pub mod announcements;
pub mod asterisk;
pub mod call_backs;
mod child;
pub mod desk;
mod ending;
pub mod events;
pub mod exchange;
pub mod identify;
mod numbers;
mod popups;
mod saving;
pub mod stale;
mod superseded;
