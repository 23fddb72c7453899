//! Calendars of working hours.

mod edit;
mod exceptions;
mod hours;
mod list;
mod week;

pub use edit::Calendar;
pub use list::Calendars;
