//! The catalogue: services, who serves them, and how soon.

mod edit;
mod list;
mod targets;

pub use edit::Service;
pub use list::Services;
