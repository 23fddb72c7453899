//! Why an e-mail could not be handed over, and when to try again.
//!
//! A failure is kept in the outbox as `<code>: <what the server said>`; the code
//! has a sentence of its own (`mail-reason-<code>`), so that the ledger speaks
//! the reader's language.

use chrono::TimeDelta;
use contract::Language;
use std::fmt;

/// What went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// The server could not be reached, or did not greet.
    Unreachable,
    /// The server did not answer a command in time.
    Timeout,
    /// The connection broke off.
    Dropped,
    /// The server's certificate is not to be trusted.
    Certificate,
    /// No encryption could be agreed on.
    Encryption,
    /// User or password was refused.
    Login,
    /// The server does not serve us.
    Server,
    /// The server does not take e-mails of this sender.
    Sender,
    /// The server asks to come back later.
    Later,
    /// The server refuses the recipient.
    Recipient,
    /// The server refuses the message.
    Content,
    /// The recipient's address cannot be one.
    Address,
    /// The text was blanked before it was sent.
    Redacted,
    /// The folder cannot be written to.
    Folder,
    /// The account's settings cannot work.
    Account,
    /// Something that should not happen.
    Internal,
}

const CAUSES: [(Cause, &str); 16] = [
    (Cause::Unreachable, "unreachable"),
    (Cause::Timeout, "timeout"),
    (Cause::Dropped, "dropped"),
    (Cause::Certificate, "certificate"),
    (Cause::Encryption, "encryption"),
    (Cause::Login, "login"),
    (Cause::Server, "server"),
    (Cause::Sender, "sender"),
    (Cause::Later, "later"),
    (Cause::Recipient, "recipient"),
    (Cause::Content, "content"),
    (Cause::Address, "address"),
    (Cause::Redacted, "redacted"),
    (Cause::Folder, "folder"),
    (Cause::Account, "account"),
    (Cause::Internal, "internal"),
];

impl Cause {
    /// The stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        CAUSES.iter().find(|(cause, _)| *cause == self).map_or("internal", |(_, code)| code)
    }

    /// The cause that a kept failure begins with.
    #[must_use]
    pub fn of_kept(kept: &str) -> Self {
        let code = kept.split(':').next().unwrap_or_default();
        CAUSES.iter().find(|(_, known)| *known == code).map_or(Self::Internal, |(cause, _)| *cause)
    }

    /// Trying again cannot help.
    #[must_use]
    pub fn is_permanent(self) -> bool {
        matches!(self, Self::Recipient | Self::Content | Self::Address | Self::Redacted)
    }

    /// It is not about this e-mail: every other one would fare the same.
    #[must_use]
    pub fn is_everybodys(self) -> bool {
        use Cause::{Account, Certificate, Encryption, Folder, Login, Sender, Server, Unreachable};
        matches!(self, Unreachable | Certificate | Encryption | Login | Server | Sender | Folder | Account)
    }

    /// Codes of the causes that are everybody's.
    #[must_use]
    pub fn everybodys() -> Vec<&'static str> {
        CAUSES.iter().filter(|(cause, _)| cause.is_everybodys()).map(|(_, code)| *code).collect()
    }

    /// The sentence for it.
    #[must_use]
    pub fn sentence(self, language: Language) -> String {
        locales::format(language, &format!("mail-reason-{}", self.code()), None)
    }
}

/// Characters kept of what a server said.
const DETAIL: usize = 300;

/// One failed attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What went wrong.
    pub cause: Cause,
    /// The server's status, when it gave one.
    pub status: Option<u16>,
    /// What the server or the system said: one line, without addresses.
    pub detail: String,
}

impl Failure {
    /// A failure with what was said about it.
    #[must_use]
    pub fn new(cause: Cause, detail: &str) -> Self {
        Self { cause, status: None, detail: clean(detail) }
    }

    /// Adds the server's status.
    #[must_use]
    pub fn status(self, status: Option<u16>) -> Self {
        Self { status, ..self }
    }

    /// As the outbox keeps it.
    #[must_use]
    pub fn kept(&self) -> String {
        let said = self.said();
        if said.is_empty() { self.cause.code().to_owned() } else { format!("{}: {said}", self.cause.code()) }
    }

    /// Status and text of the server's answer.
    #[must_use]
    pub fn said(&self) -> String {
        match self.status {
            Some(status) => format!("{status} {}", self.detail).trim_end().to_owned(),
            None => self.detail.clone(),
        }
    }
}

/// Code and status only: what the log may hold.
impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.cause.code())?;
        match self.status {
            Some(status) => write!(f, " ({status})"),
            None => Ok(()),
        }
    }
}

/// One line without control characters and without addresses, which the row has
/// in a column of its own.
fn clean(detail: &str) -> String {
    let words = detail.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    let words: Vec<&str> = words.map(|word| if word.contains('@') { "…" } else { word }).collect();
    words.join(" ").chars().take(DETAIL).collect()
}

/// Minutes from one attempt to the next: two days in all.
const PAUSES: [i64; 11] = [1, 5, 15, 60, 240, 240, 360, 480, 480, 480, 480];

/// How long to wait after the given attempt, or none when it was the last. `seed`
/// shortens the pause by up to a fifth, so that e-mails that failed together are
/// not all tried together again.
#[must_use]
pub fn pause(attempt: i32, seed: i64) -> Option<TimeDelta> {
    let index = usize::try_from(attempt.max(1) - 1).ok()?;
    let seconds = PAUSES.get(index)? * 60;
    let shorter = seed.wrapping_mul(7_919).wrapping_add(i64::from(attempt) * 31).rem_euclid(200);
    Some(TimeDelta::seconds(seconds - seconds * shorter / 1_000))
}
