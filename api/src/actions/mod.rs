//! What people and the clock do. An action is one function within one write transaction. It applies the rules of
//! `domain/` and `policy/`, and writes the rows, the row of the history, the e-mails of the outbox and the live events. The
//! REST API, the background jobs and the command line all write through actions.

pub mod admin;
pub mod attachments;
pub mod audit;
pub mod calls;
pub mod conversation;
pub mod emails;
pub mod extensions;
pub mod history;
pub mod idempotency;
pub mod lifecycle;
mod live;
pub mod mail_account;
pub mod monitoring;
pub mod notices;
pub mod notifications;
pub mod open;
pub mod outbox;
pub mod passwords;
pub mod preferences;
pub mod presences;
pub mod redact;
pub mod relate;
mod requesters;
pub mod requests;
pub mod satisfaction;
pub mod service_calls;
pub mod sessions;
pub mod sla_clock;
pub mod sweep;
pub mod tokens;
pub mod validate;
