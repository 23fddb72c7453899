//! What people (and the clock) do. One function, one write transaction: the rule
//! from `domain/`, the rows, the occurrence of the history, the e-mails of the
//! outbox, the live events. Whoever asks — REST, a job, later telephony and
//! mail — comes through here.

pub mod admin;
pub mod attach;
pub mod calls;
pub mod extensions;
pub mod idempotency;
pub mod lifecycle;
pub mod mail_account;
pub mod notices;
pub mod notify;
pub mod open;
pub mod passwords;
pub mod preferences;
pub mod presences;
pub mod rate;
pub mod record;
pub mod redact;
pub mod relate;
mod requesters;
pub mod requests;
pub mod service_calls;
pub mod sessions;
pub mod sla_clock;
pub mod talk;
pub mod tokens;
pub mod validate;
