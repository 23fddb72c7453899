//! What people (and the clock) do. One function, one write transaction: the rule
//! from `domain/`, the rows, the occurrence of the history, the e-mails of the
//! outbox, the live events. Whoever asks — REST, a job, later telephony and
//! mail — comes through here.

pub mod access;
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
pub mod rate;
pub mod record;
pub mod redact;
pub mod relate;
pub mod sessions;
pub mod sla;
pub mod talk;
pub mod tokens;
pub mod validate;
