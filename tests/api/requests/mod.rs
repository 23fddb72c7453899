//! `/requests` and what is below.

mod append_only;
mod attachments;
mod attachments_limits;
mod capture;
mod closing;
mod delegate;
mod history;
mod lifecycle_roles;
pub mod lifecycle_table;
mod list;
mod messages;
mod notes;
mod open;
mod pages;
mod reading;
mod relations;
mod reopening;
mod requester;
mod satisfaction;
mod similar;
mod sla;
mod suspension;
