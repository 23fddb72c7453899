//! The log of today's calls: an attendant's own on the desktop, everybody's in the administration.

mod counts;
mod data;
mod link;
mod log;
mod query;
mod row;

pub use counts::Counts;
pub use data::{day_line, use_calls_of_day, use_calls_refresh};
pub use log::Log;
pub use query::CallLogQuery;
