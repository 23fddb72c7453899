//! E-mails: which, to whom, why not, and what they look like when they arrive.

mod delivery;
mod ledger;
mod real_server;
mod rules;
mod texts;
