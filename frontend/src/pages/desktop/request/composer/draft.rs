//! What is written, for whom, and what is sent of it.

use crate::pages::desktop::request::minutes::parse_minutes;
use crate::ui::{invalid_field, required_errors};
use contract::timeline::{NewMessage, NewNote, UploadView};
use contract::{Category, FieldError, limits};
use locales::{Language, text};
use serde::{Deserialize, Serialize};

/// What is being written. It is kept in the browser, one draft a request, until it is sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ComposerDraft {
    /// The text.
    pub text: String,
    /// The category of a note; the usual one when left out.
    pub category: Option<Category>,
    /// Minutes of work, as typed.
    pub minutes: String,
    /// Nobody gets an e-mail about a public note.
    pub quiet: bool,
    /// Files that the server has received.
    pub uploads: Vec<UploadView>,
}

/// For whom something is written, and as what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// For the requester, as a message of the conversation.
    Message,
    /// For the requester, as a note in the history.
    PublicNote,
    /// For the desk only, as a note.
    Internal,
}

/// What is sent.
#[derive(Debug, Clone, PartialEq)]
pub enum Outgoing {
    /// A message.
    Message(NewMessage),
    /// A note, internal or public.
    Note(NewNote),
}

impl ComposerDraft {
    /// What is wrong with it before it is sent. Minutes belong to notes only.
    ///
    /// # Errors
    ///
    /// An error for each field that is wrong.
    pub fn check(&self, language: Language, audience: Audience) -> Result<Option<i32>, Vec<FieldError>> {
        let mut errors = required_errors(language, &[("text", &self.text)]);
        let minutes = if audience == Audience::Message { Ok(None) } else { parse_minutes(&self.minutes) };
        if minutes.is_err() {
            errors.push(invalid_field("minutes", text!(language, "desk-minutes-wrong", max = limits::MINUTES_MAX)));
        }
        match minutes {
            Ok(minutes) if errors.is_empty() => Ok(minutes),
            _ => Err(errors),
        }
    }

    /// What is sent to an audience, with the files that have arrived.
    #[must_use]
    pub fn to_outgoing(&self, audience: Audience, minutes: Option<i32>, upload_ids: Vec<i64>) -> Outgoing {
        let text = self.text.clone();
        if audience == Audience::Message {
            return Outgoing::Message(NewMessage { text, upload_ids });
        }
        let internal = audience == Audience::Internal;
        Outgoing::Note(NewNote {
            text,
            category: self.category,
            origin: None,
            upload_ids,
            notify: !internal && !self.quiet,
            internal,
            minutes,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(text: &str, minutes: &str) -> ComposerDraft {
        ComposerDraft { text: text.to_owned(), minutes: minutes.to_owned(), ..ComposerDraft::default() }
    }

    fn wrong_fields(draft: &ComposerDraft, audience: Audience) -> Vec<String> {
        let errors = draft.check(Language::English, audience).err().unwrap_or_default();
        errors.into_iter().map(|error| error.field).collect()
    }

    fn note(draft: &ComposerDraft, audience: Audience) -> NewNote {
        match draft.to_outgoing(audience, Some(5), vec![1]) {
            Outgoing::Note(note) => note,
            Outgoing::Message(message) => panic!("{message:?}"),
        }
    }

    #[test]
    fn nothing_is_sent_without_a_text() {
        for audience in [Audience::Message, Audience::PublicNote, Audience::Internal] {
            assert_eq!(wrong_fields(&draft("  ", ""), audience), ["text"], "{audience:?}");
            assert_eq!(draft("a", "").check(Language::English, audience), Ok(None), "{audience:?}");
        }
    }

    #[test]
    fn minutes_belong_to_notes_only() {
        assert_eq!(draft("a", "15").check(Language::English, Audience::Internal), Ok(Some(15)));
        assert_eq!(draft("a", "15").check(Language::English, Audience::Message), Ok(None));
        assert_eq!(draft("a", "soon").check(Language::English, Audience::Message), Ok(None));
        assert_eq!(wrong_fields(&draft("", "soon"), Audience::PublicNote), ["text", "minutes"]);
    }

    #[test]
    fn a_message_has_text_and_files_only() {
        let message = NewMessage { text: "a".to_owned(), upload_ids: vec![1] };
        assert_eq!(draft("a", "").to_outgoing(Audience::Message, None, vec![1]), Outgoing::Message(message));
    }

    #[test]
    fn nobody_gets_an_email_about_an_internal_or_a_quiet_note() {
        let loud = draft("a", "");
        let quiet = ComposerDraft { quiet: true, ..loud.clone() };
        let sent = |draft, audience| (note(draft, audience).internal, note(draft, audience).notify);
        assert_eq!(sent(&loud, Audience::PublicNote), (false, true));
        assert_eq!(sent(&quiet, Audience::PublicNote), (false, false));
        assert_eq!(sent(&loud, Audience::Internal), (true, false));
        assert_eq!(note(&loud, Audience::Internal).minutes, Some(5));
    }
}
