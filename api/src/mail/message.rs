//! An e-mail as it goes over the wire (RFC 5322, MIME).

use super::failure::{Cause, Failure};
use crate::domain::text::squeeze;
use crate::storage::{self, Storage};
use anyhow::Context;
use chrono::{DateTime, Utc};
use contract::Language;
use lettre::message::header::{ContentDisposition, ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use lettre::{Address, Message};

/// Bytes of attachments that travel with one e-mail; mail servers commonly take
/// 25 MB, and encoding adds a third.
pub const ATTACHMENT_BYTES: i64 = 20_000_000;

/// A file that travels with an e-mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Name, in any script.
    pub name: String,
    /// Media type.
    pub media_type: String,
    /// Size in bytes.
    pub size: i64,
    /// Names its content in the storage.
    pub hash: String,
}

/// An e-mail about to be handed over.
#[derive(Clone, PartialEq, Eq)]
pub struct Outgoing {
    /// Name of its file, for folders; stays the same however often it is tried.
    pub file_name: String,
    /// Recipient's name; may be empty.
    pub to_name: String,
    /// Recipient's address.
    pub address: String,
    /// Language of what is added to the text.
    pub language: Language,
    /// Subject.
    pub subject: String,
    /// Text part.
    pub text: String,
    /// HTML part.
    pub html: String,
    /// `Message-ID`, with its brackets.
    pub message_id: String,
    /// Earlier e-mails of its thread, oldest first.
    pub thread: Vec<String>,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// What travels with it.
    pub files: Vec<File>,
}

impl Outgoing {
    /// Bytes of the files that will travel.
    #[must_use]
    pub fn bytes(&self) -> i64 {
        self.files.iter().map(|file| file.size).sum::<i64>().min(ATTACHMENT_BYTES)
    }
}

/// Puts an e-mail together.
///
/// # Errors
/// When the recipient's address cannot be one.
pub async fn build(storage: &Storage, from: Mailbox, mail: &Outgoing) -> Result<Message, Failure> {
    let address = mail.address.parse().map_err(|_| Failure::new(Cause::Address, ""))?;
    let (files, left_out) = read(storage, &mail.files).await;
    let mut builder = Message::builder()
        .from(from)
        .to(mailbox(&mail.to_name, address))
        .subject(mail.subject.as_str())
        .date(mail.at.into())
        .message_id(Some(mail.message_id.clone()))
        .raw_header(plain("Auto-Submitted", "auto-generated"))
        .raw_header(plain("X-Auto-Response-Suppress", "All"));
    if let Some(last) = mail.thread.last() {
        builder = builder.in_reply_to(last.clone()).references(mail.thread.join(" "));
    }
    let body = body(mail, &left_out);
    let built = if files.is_empty() {
        builder.multipart(body)
    } else {
        let mixed = MultiPart::mixed().multipart(body);
        builder.multipart(files.into_iter().fold(mixed, |mixed, (file, content)| mixed.singlepart(part(file, content))))
    };
    built.map_err(|error| Failure::new(Cause::Internal, &error.to_string()))
}

/// An address with a name. The library panics at line breaks in names.
#[must_use]
pub fn mailbox(name: &str, address: Address) -> Mailbox {
    Mailbox::new(Some(squeeze(name)).filter(|name| !name.is_empty()), address)
}

fn plain(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

/// Reads what fits; names what does not, or is not there any more.
async fn read<'a>(storage: &Storage, files: &'a [File]) -> (Vec<(&'a File, Vec<u8>)>, Vec<&'a str>) {
    let (mut contents, mut left_out, mut bytes) = (Vec::new(), Vec::new(), 0);
    for file in files {
        if bytes + file.size > ATTACHMENT_BYTES {
            left_out.push(file.name.as_str());
            continue;
        }
        match content(storage, file).await {
            Ok(content) => {
                bytes += file.size;
                contents.push((file, content));
            }
            Err(error) => {
                let cause = format!("{error:#}");
                tracing::warn!(cause, "the content of an attachment cannot be read; its e-mail goes without it");
                left_out.push(file.name.as_str());
            }
        }
    }
    (contents, left_out)
}

async fn content(storage: &Storage, file: &File) -> anyhow::Result<Vec<u8>> {
    let hash = file.hash.parse()?;
    storage::read(storage, &hash).await?.with_context(|| format!("the content {hash} is missing"))
}

/// Text and HTML, with what did not fit named at the end of both.
fn body(mail: &Outgoing, left_out: &[&str]) -> MultiPart {
    if left_out.is_empty() {
        return MultiPart::alternative_plain_html(mail.text.clone(), mail.html.clone());
    }
    let names = left_out.join(", ");
    let megabytes = ATTACHMENT_BYTES / 1_000_000;
    let note = locales::text!(mail.language, "mail-attachments-left-out", names = names, megabytes = megabytes);
    MultiPart::alternative_plain_html(
        format!("{}\n\n{note}\n", mail.text.trim_end()),
        format!("{}<p>{}</p>", mail.html, handlebars::html_escape(&note)),
    )
}

/// Always base64: what is attached arrives byte for byte.
fn part(file: &File, content: Vec<u8>) -> SinglePart {
    let media_type = ContentType::parse(&file.media_type).ok();
    let media_type = media_type.or_else(|| ContentType::parse("application/octet-stream").ok());
    let part = SinglePart::builder()
        .header(ContentDisposition::attachment(&file.name))
        .header(ContentTransferEncoding::Base64);
    match media_type {
        Some(media_type) => part.header(media_type).body(content),
        None => part.body(content),
    }
}
