//! Administration.

mod audit;
mod calendars;
mod mail;
mod parameters;
mod people;
mod services;
mod templates;
mod tokens;

pub use audit::*;
pub use calendars::*;
pub use mail::*;
pub use parameters::*;
pub use people::*;
pub use services::*;
pub use templates::*;
pub use tokens::*;
