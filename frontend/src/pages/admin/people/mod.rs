//! People: their data, their roles, and their access.

mod access;
mod edit;
mod list;

pub use edit::Person;
pub use list::People;
