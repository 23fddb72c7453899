//! Outgoing e-mail: what the keys of the templates stand for, and how the outbox
//! is emptied.

pub mod account;
mod explain;
pub mod failure;
pub mod message;
pub mod smtp;
#[cfg(test)]
pub(crate) mod tests;
pub mod transport;
pub mod values;
pub mod worker;

pub use explain::explain;
