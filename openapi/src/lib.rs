//! The request and response types of the REST API (`/api/v1`).
//!
//! Both the server and the SPA are built on these types, so that they cannot
//! disagree. The crate knows neither the database nor the web framework, and
//! builds for WebAssembly.
//!
//! Conventions: field names are `snake_case`; instants are RFC 3339 in UTC;
//! durations are whole seconds of working time unless the name says otherwise;
//! a code (an enumeration) travels as its `snake_case` name.

#[macro_use]
mod codes;
pub mod admin;
pub mod calls;
pub mod catalogue;
pub mod console;
pub mod desk;
pub mod identity;
pub mod limits;
pub mod live;
pub mod page;
pub mod problem;
pub mod requests;
pub mod telephony;
pub mod timeline;

pub use codes::*;
pub use page::Page;
pub use problem::{FieldError, Problem};
