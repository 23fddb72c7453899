//! Outgoing e-mail: what the keys of the templates stand for, and how the outbox
//! is emptied.

pub mod account;
mod explain;
pub mod failure;
pub mod message;
mod request_email;
pub mod smtp;
pub mod test_message;
pub mod transport;
pub mod values;

pub use explain::explain;
pub use request_email::RequestEmail;
