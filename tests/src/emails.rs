//! The outbox, and the e-mails that were delivered from it.

use crate::wait::until_some;
use crate::{TestApp, ids};
use chrono::NaiveDateTime;
use contract::admin::MailAccountEdit;
use contract::timeline::EmailView;
use contract::{EmailState, Language, Page, SuppressReason};
use diesel::prelude::*;
use reqwest::Method;
use solicita::db::schema::emails;
use solicita::db::types::Code;

/// The parameters that name a template for e-mails about a request.
const REQUEST_TEMPLATES: [i32; 13] = [
    ids::POOR_GRADE_TEMPLATE,
    ids::EXPIRING_TEMPLATE,
    ids::OCCURRENCE_TEMPLATE,
    ids::PORTAL_NOTE_TEMPLATE,
    ids::SUSPENDED_TEMPLATE,
    ids::REACTIVATED_TEMPLATE,
    ids::OPENED_TEMPLATE,
    ids::RESOLVED_TEMPLATE,
    ids::CLOSED_TEMPLATE,
    ids::CANCELLED_TEMPLATE,
    ids::REOPENED_TEMPLATE,
    ids::DELEGATED_TEMPLATE,
    ids::RECLASSIFIED_TEMPLATE,
];

/// An e-mail of the outbox.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = emails)]
#[allow(missing_docs, reason = "the columns are documented in the migration")]
pub struct Email {
    pub id: i64,
    pub request_id: Option<i64>,
    pub parameter: Option<i32>,
    pub recipient_id: Option<i64>,
    pub address: Option<String>,
    #[diesel(deserialize_as = Code<Language>)]
    pub language: Language,
    pub subject: Option<String>,
    pub html: Option<String>,
    pub text: Option<String>,
    pub message_id: String,
    pub attachment_ids: String,
    #[diesel(deserialize_as = Code<EmailState>)]
    pub state: EmailState,
    pub suppress_reason: Option<Code<SuppressReason>>,
    pub created_at: NaiveDateTime,
}

impl Email {
    /// Parameter, address, and why it is not sent (none: it is sent).
    #[must_use]
    pub fn summary(&self) -> (i32, &str, Option<SuppressReason>) {
        let address = self.address.as_deref().unwrap_or("-");
        (self.parameter.unwrap_or(0), address, self.suppress_reason.map(|reason| reason.0))
    }

    /// The value of a key in an e-mail made from one of [`crate::world::Templates`], as HTML.
    #[must_use]
    pub fn value(&self, key: &str) -> Option<String> {
        let html = self.html.as_deref()?;
        let start = html.find(&format!("<p>{key}="))? + key.len() + 4;
        let end = html[start..].find(";</p>")? + start;
        Some(html[start..end].to_owned())
    }
}

/// The summaries of e-mails, sorted.
#[must_use]
pub fn summaries(emails: &[Email]) -> Vec<(i32, &str, Option<SuppressReason>)> {
    let mut summaries: Vec<_> = emails.iter().map(Email::summary).collect();
    summaries.sort_by_key(|(parameter, address, _)| (*parameter, *address));
    summaries
}

/// An e-mail as it was delivered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DeliveredEmail {
    /// Address of the sender.
    pub from: String,
    /// Address of the recipient.
    pub to: String,
    /// Subject.
    pub subject: String,
    /// Text part.
    pub text: String,
    /// HTML part.
    pub html: String,
    /// Names and contents of the attached files.
    pub files: Vec<(String, Vec<u8>)>,
    headers: Vec<(String, String)>,
}

impl DeliveredEmail {
    /// A header as it was written, unfolded; empty when there is none with that name.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(other, _)| other.eq_ignore_ascii_case(name)).map_or("", |(_, value)| value)
    }

    pub(crate) fn parse(content: &[u8]) -> Self {
        let message = mail_parser::MessageParser::default().parse(content).expect("an e-mail");
        let address = |list: Option<&mail_parser::Address<'_>>| {
            list.and_then(|list| list.first()).and_then(|one| one.address.as_deref()).unwrap_or_default().to_owned()
        };
        let unfold = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        Self {
            from: address(message.from()),
            to: address(message.to()),
            subject: message.subject().unwrap_or_default().to_owned(),
            text: message.body_text(0).unwrap_or_default().into_owned(),
            html: message.body_html(0).unwrap_or_default().into_owned(),
            files: message
                .attachments()
                .map(|part| {
                    use mail_parser::MimeHeaders;
                    (part.attachment_name().unwrap_or_default().to_owned(), part.contents().to_vec())
                })
                .collect(),
            headers: message.headers_raw().map(|(name, value)| (name.to_owned(), unfold(value))).collect(),
        }
    }
}

impl TestApp {
    /// Gives every parameter that names a template one of [`crate::world::Templates`], except for
    /// password links, and allows messages and cancelling.
    pub fn set_all_templates(&self) {
        for parameter in REQUEST_TEMPLATES {
            self.set_parameter(parameter, self.world.templates.request);
        }
        self.set_parameter(ids::MESSAGE_TEMPLATE, self.world.templates.message);
        self.set_parameter(ids::MESSAGES, "S");
        self.set_parameter(ids::PORTAL_CANCEL, "S");
    }

    /// All e-mails of the outbox, oldest first.
    #[must_use]
    pub fn emails(&self) -> Vec<Email> {
        self.read(|tx| Ok(emails::table.order(emails::id).select(Email::as_select()).load(tx.conn)?))
    }

    /// The e-mails that are written while a future runs.
    pub async fn emails_of<F: Future>(&self, future: F) -> Vec<Email> {
        let before = self.emails().last().map_or(0, |email| email.id);
        future.await;
        self.emails().into_iter().filter(|email| email.id > before).collect()
    }

    /// Waits until no e-mail is pending, and reads the folder that e-mails are delivered to,
    /// in the order in which they were written.
    ///
    /// # Panics
    /// When an e-mail stays pending.
    pub async fn delivered_emails(&self) -> Vec<DeliveredEmail> {
        until_some("no e-mail is pending", async || {
            self.run_jobs().await;
            self.emails().iter().all(|email| email.state != EmailState::Pending).then_some(())
        })
        .await;
        let folder = std::fs::read_dir(self.instance.mail_folder()).into_iter().flatten().flatten();
        let mut files: Vec<_> = folder.map(|entry| entry.path()).filter(|path| path.extension().is_some()).collect();
        let number = |path: &std::path::PathBuf| {
            let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
            name.rsplit('-').next().and_then(|number| number.parse::<i64>().ok())
        };
        files.sort_by_key(number);
        files.iter().map(|path| DeliveredEmail::parse(&std::fs::read(path).expect("a file"))).collect()
    }

    /// Sets the account that e-mails are sent with, as an administrator does.
    pub async fn set_mail_account(&self, account: &MailAccountEdit) {
        let version = self.administrator.get("/mail-account").await.json()["version"].as_i64().expect("a version");
        let put = self.administrator.request(Method::PUT, "/mail-account");
        put.if_match(i32::try_from(version).expect("a version")).json(account).send().await.done();
    }

    /// The newest e-mail of the outbox that is not suppressed, as administrators see it.
    pub async fn newest_email(&self) -> EmailView {
        let page: Page<EmailView> = self.administrator.get("/outbox").await.good();
        let mut sendable = page.items.into_iter().filter(|email| email.state != EmailState::Suppressed);
        sendable.next().expect("an e-mail that is to be sent")
    }

    /// Waits until sending the newest e-mail has failed more often than before. An attempt has
    /// failed when the next one is in the future.
    pub async fn failed_attempt(&self, attempts_before: i32) -> EmailView {
        until_some("a failed attempt", async || {
            self.run_jobs().await;
            let email = self.newest_email().await;
            let has_failed = email.next_attempt_at.is_some_and(|next| next > self.now());
            (email.attempts > attempts_before && has_failed).then_some(email)
        })
        .await
    }
}
