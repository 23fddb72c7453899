//! What is shown: reads rows and turns them into the contract's types, for one viewer in one language.

pub mod audit;
pub mod calendars;
pub mod calls;
pub mod catalogue;
pub mod console;
pub mod emails;
pub mod filter;
pub mod groups;
pub mod mail_account;
pub mod me;
pub mod notices;
pub mod notifications;
pub mod panel;
pub mod parameters;
pub mod people;
pub mod queue;
pub mod request;
pub mod requests;
pub mod rows;
pub mod services;
pub mod suspension_reasons;
pub mod telephony;
pub mod templates;
pub mod timeline;
pub mod tokens;
pub mod units;
