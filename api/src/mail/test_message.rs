//! The test message that administrators send to see whether the mail account works.

use super::account::Account;
use super::failure::Failure;
use super::message::Outgoing;
use super::smtp::Patience;
use super::transport;
use crate::auth::secret;
use crate::storage::Storage;
use chrono::{DateTime, Utc};
use contract::Language;
use contract::admin::MailTestResult;

/// Hands a test message over, right now, and tells what the server said.
pub async fn send(storage: &Storage, account: Result<Account, Failure>, message: &Outgoing) -> MailTestResult {
    let outcome = match account {
        Ok(account) => transport::deliver(storage, &account, message, Patience::default()).await,
        Err(failure) => Err(failure),
    };
    match outcome {
        Ok(detail) => MailTestResult { delivered: true, detail },
        Err(failure) => MailTestResult { delivered: false, detail: explained(&failure, message.language) },
    }
}

fn explained(failure: &Failure, language: Language) -> String {
    let (sentence, said) = (failure.cause.sentence(language), failure.said());
    if said.is_empty() { sentence } else { format!("{sentence} ({said})") }
}

/// The message to an address; it names the portal's own.
///
/// # Errors
/// When the system has no randomness for its `Message-ID`.
pub fn compose(
    language: Language,
    address: String,
    public_url: String,
    now: DateTime<Utc>,
) -> anyhow::Result<Outgoing> {
    let text = locales::text!(language, "mail-test-body", address = public_url);
    let id = secret::generate()?;
    Ok(Outgoing {
        file_name: format!("{}-test.eml", now.format("%Y%m%dT%H%M%S%3fZ")),
        to_name: String::new(),
        address,
        language,
        subject: locales::text!(language, "mail-test-subject"),
        html: format!("<p>{}</p>", handlebars::html_escape(&text).replace('\n', "<br>")),
        text,
        message_id: format!("<{id}@solicita.invalid>"),
        thread: Vec::new(),
        at: now,
        files: Vec::new(),
    })
}
