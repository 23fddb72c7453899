//! The outbox, and what was delivered of it.

use crate::TestApp;
use crate::wait::until_some;
use chrono::NaiveDateTime;
use contract::{EmailState, Language, SuppressReason};
use diesel::prelude::*;
use solicita::db::schema::emails;
use solicita::db::types::Code;

/// An e-mail of the outbox.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = emails)]
#[allow(missing_docs, reason = "the columns are documented in the migration")]
pub struct Letter {
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

impl Letter {
    /// Parameter, address, and why it is not sent (none: it is).
    #[must_use]
    pub fn brief(&self) -> (i32, &str, Option<SuppressReason>) {
        let address = self.address.as_deref().unwrap_or("-");
        (self.parameter.unwrap_or(0), address, self.suppress_reason.map(|reason| reason.0))
    }

    /// The value that a key of the kit's templates got, as HTML.
    #[must_use]
    pub fn value(&self, key: &str) -> Option<String> {
        let html = self.html.as_deref()?;
        let start = html.find(&format!("<p>{key}="))? + key.len() + 4;
        let end = html[start..].find(";</p>")? + start;
        Some(html[start..end].to_owned())
    }
}

impl TestApp {
    /// Every e-mail of the outbox, oldest first.
    #[must_use]
    pub fn letters(&self) -> Vec<Letter> {
        self.read(|tx| Ok(emails::table.order(emails::id).select(Letter::as_select()).load(tx.conn)?))
    }

    /// The e-mails written by what `deeds` does.
    pub async fn letters_of<F: Future>(&self, deeds: F) -> Vec<Letter> {
        let before = self.letters().last().map_or(0, |letter| letter.id);
        deeds.await;
        self.letters().into_iter().filter(|letter| letter.id > before).collect()
    }
}

/// An e-mail as it was delivered to the folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Delivered {
    /// Address that it is from.
    pub from: String,
    /// Address that it is for.
    pub to: String,
    /// Subject.
    pub subject: String,
    /// Text part.
    pub text: String,
    /// HTML part.
    pub html: String,
    /// Names and contents of what travels with it.
    pub files: Vec<(String, Vec<u8>)>,
    headers: Vec<(String, String)>,
}

impl Delivered {
    /// A header as it was written, unfolded; empty when it is not there.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(other, _)| other.eq_ignore_ascii_case(name)).map_or("", |(_, value)| value)
    }

    pub(crate) fn read(content: &[u8]) -> Self {
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
    /// Waits until no e-mail is pending, and reads the folder, in the order of writing.
    ///
    /// # Panics
    /// When an e-mail stays pending.
    pub async fn delivered(&self) -> Vec<Delivered> {
        until_some("no e-mail is pending", async || {
            self.jobs().await;
            self.letters().iter().all(|letter| letter.state != EmailState::Pending).then_some(())
        })
        .await;
        let folder = std::fs::read_dir(self.place.mail_folder()).into_iter().flatten().flatten();
        let mut files: Vec<_> = folder.map(|entry| entry.path()).filter(|path| path.extension().is_some()).collect();
        let number = |path: &std::path::PathBuf| {
            let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
            name.rsplit('-').next().and_then(|number| number.parse::<i64>().ok())
        };
        files.sort_by_key(number);
        files.iter().map(|path| Delivered::read(&std::fs::read(path).expect("a file"))).collect()
    }
}

/// The e-mails in brief, sorted.
#[must_use]
pub fn briefs(letters: &[Letter]) -> Vec<(i32, &str, Option<SuppressReason>)> {
    let mut briefs: Vec<_> = letters.iter().map(Letter::brief).collect();
    briefs.sort_by_key(|(parameter, address, _)| (*parameter, *address));
    briefs
}
