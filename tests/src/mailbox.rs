//! The outbox, and what was delivered of it.

use crate::TestApp;
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

    /// The value that a key of the kit's templates got (from the text part).
    #[must_use]
    pub fn value(&self, key: &str) -> Option<String> {
        let text = self.text.as_deref()?;
        let start = text.find(&format!("{key}="))? + key.len() + 1;
        let end = text[start..].find(';')? + start;
        Some(text[start..end].to_owned())
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

/// The e-mails in brief, sorted.
#[must_use]
pub fn briefs(letters: &[Letter]) -> Vec<(i32, &str, Option<SuppressReason>)> {
    let mut briefs: Vec<_> = letters.iter().map(Letter::brief).collect();
    briefs.sort_by_key(|(parameter, address, _)| (*parameter, *address));
    briefs
}
