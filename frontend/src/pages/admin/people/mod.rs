//! People: who may log in, as what, and how to reach them.

mod access;
mod edit;
mod list;

pub use edit::Person;
pub use list::People;
