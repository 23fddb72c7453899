//! Who is calling: viewers, and the secrets and passwords by which they are known.

pub mod password;
pub mod secret;
mod viewer;

pub use viewer::{Via, Viewer};
