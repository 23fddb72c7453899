//! Sending e-mail: to a folder, and to a server that misbehaves in every way.

mod accounts;
mod delivery;
mod due;
mod failures;
pub(crate) mod fixture;
mod messages;
mod server;
