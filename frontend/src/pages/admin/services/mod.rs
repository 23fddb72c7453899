//! The services of the catalogue: what they are, who serves them, and how soon.

mod edit;
mod list;
mod targets;
mod working_time;

pub use edit::Service;
pub use list::Services;
