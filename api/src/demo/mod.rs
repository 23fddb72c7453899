//! The demo company, and large data to measure with. Both come out the same every time; only the day on which they end
//! is the present one.
//!
//! From the outside in:
//!
//! - [`load`] loads the demo company in one transaction: `reference` writes its units, people and catalogue,
//!   `planner` plans what happens to each request, `player` carries the plans out with the actions that everybody
//!   uses, and `settle` marks the e-mails and notifications of the past as sent and read.
//! - [`generate`] writes any number of requests for measurements, as rows (`bulk`).
//! - `plan` holds a plan's steps, `files` makes the attachments, `data` reads the files in `data/`.
//! - `logins` and `summary` are about the database as a whole; `workday` counts working time and `random` draws
//!   numbers.

mod bulk;
mod data;
mod files;
mod load;
mod logins;
mod plan;
mod planner;
mod player;
mod random;
mod reference;
mod settle;
mod summary;
#[cfg(test)]
mod tests;
mod workday;

pub use bulk::generate;
pub use load::load;
pub use logins::{LOGINS, PASSWORD, is_loaded};
pub use summary::Summary;
