//! What is shown: from rows to the contract's types, for one viewer in one
//! language.

pub mod audit;
pub mod call_backs;
pub mod calls;
pub mod console;
pub mod emails;
pub mod extensions;
pub mod groups;
pub mod mail_account;
pub mod me;
pub mod notifications;
pub mod panel;
pub mod parameters;
pub mod people;
pub mod request;
pub mod rows;
pub mod services;
pub mod telephony;
pub mod templates;
pub mod timeline;
pub mod tokens;
