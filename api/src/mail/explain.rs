//! What became of an e-mail, and why, in plain words. Requesters read these sentences, too, so they name no address and
//! repeat nothing that a mail server said.

use super::failure::Cause;
use crate::db::instant;
use crate::domain::parameters::{definition, ids};
use crate::language::date_time;
use crate::models::emails::Email;
use chrono::NaiveDateTime;
use chrono_tz::Tz;
use contract::{EmailState, Language, SuppressReason};
use locales::text;

/// What became of an e-mail, with times in a time zone.
#[must_use]
pub fn explain(email: &Email, language: Language, time_zone: Tz) -> String {
    let at = |at: Option<NaiveDateTime>| at.map(|at| date_time(language, time_zone, instant(at))).unwrap_or_default();
    match email.state {
        EmailState::Sent => text!(language, "mail-explain-sent", at = at(email.sent_at)),
        EmailState::Suppressed => suppressed(email, language),
        EmailState::Pending => match &email.last_error {
            None => text!(language, "mail-explain-waiting"),
            Some(error) => {
                let reason = Cause::of_kept(error).sentence(language);
                let next = at(email.next_attempt_at);
                text!(language, "mail-explain-again", reason = reason, attempts = email.attempts, at = next)
            }
        },
        EmailState::Failed => {
            let reason = Cause::of_kept(email.last_error.as_deref().unwrap_or_default()).sentence(language);
            text!(language, "mail-explain-failed", reason = reason, attempts = email.attempts)
        }
    }
}

fn suppressed(email: &Email, language: Language) -> String {
    let key = match email.suppress_reason.map(|reason| reason.0) {
        Some(SuppressReason::MailOff) | None => "mail-explain-mail-off",
        Some(SuppressReason::NoTemplate) => "mail-explain-no-template",
        Some(SuppressReason::TemplateInactive) => "mail-explain-template-inactive",
        Some(SuppressReason::NoAddress) => return text!(language, "mail-explain-no-address"),
        Some(SuppressReason::OwnAction) => return text!(language, "mail-explain-own-action"),
        Some(SuppressReason::RecipientInactive) => return text!(language, "mail-explain-recipient-inactive"),
    };
    let number = if key == "mail-explain-mail-off" { Some(ids::MAIL_OFF) } else { email.parameter };
    let name = number.and_then(definition).map(|parameter| parameter.name(language)).unwrap_or_default();
    let number = number.map(|number| number.to_string()).unwrap_or_default();
    text!(language, key, parameter = number, name = name)
}
