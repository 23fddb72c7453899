//! Previews of e-mail templates. A preview is here rather than among the views, because it checks a template exactly as
//! saving it does.

use super::templates::checked_text;
use crate::actions::emails::with_footer;
use crate::auth::Viewer;
use crate::domain::parameters::ids;
use crate::domain::template::{Template, Values, canonical_keys};
use crate::error::{Check, Error, Result};
use crate::mail::RequestEmail;
use crate::mail::values;
use crate::models;
use crate::models::occurrences::{Occurrence, TimelineFilter};
use crate::models::people::Person;
use crate::policy::access::{self, Access};
use crate::policy::actor::Actor;
use crate::tx::Tx;
use chrono::TimeDelta;
use chrono_tz::Tz;
use contract::admin::{TemplateKind, TemplatePreview, TemplatePreviewRequest};
use contract::{Language, OccurrenceKind};
use locales::text;

/// Shown in place of the secret part of a password link.
const SAMPLE_LINK: &str = "…";

/// Fills a template with the values of a real request: the one asked for, or else the newest. Message texts of confidential
/// services stay hidden.
///
/// # Errors
/// 422 for texts that could not be saved, or an unknown number.
pub fn preview(tx: &mut Tx<'_>, viewer: &Viewer, asked: &TemplatePreviewRequest) -> Result<TemplatePreview> {
    let mut check = Check::new();
    let text = checked_text(&mut check, viewer.language, asked.kind, "text", &asked.text);
    check.done()?;
    let text = text.ok_or_else(|| anyhow::anyhow!("a text with faults passed the check"))?;
    let template = Template::parse(asked.kind, &text.subject, &text.body)
        .map_err(|error| anyhow::anyhow!("a template that passed the check: {error}"))?;
    let access = match asked.kind {
        TemplateKind::Password => None,
        TemplateKind::Message | TemplateKind::Request => example(tx, viewer, asked)?,
    };
    let time_zone = viewer.time_zone();
    let values = match &access {
        Some(access) => of_request(tx, access, asked, time_zone)?,
        None if asked.kind == TemplateKind::Password => of_password(tx, viewer, asked.language, time_zone),
        // No request yet: each key stands where its value will.
        None => canonical_keys(asked.kind).into_iter().map(|key| (key.to_owned(), format!("${{{key}}}"))).collect(),
    };
    let number = access.map(|access| access.request.number);
    let link = number.map(|number| values::link(tx, number, true));
    let rendered = with_footer(template.render(&values), asked.language, link.as_deref());
    Ok(TemplatePreview { number, subject: rendered.subject, html: rendered.html, text: rendered.text })
}

/// The request whose values are shown.
fn example(tx: &mut Tx<'_>, viewer: &Viewer, asked: &TemplatePreviewRequest) -> Result<Option<Access>> {
    let request = match asked.number {
        Some(number) => models::requests::find_by_number(tx.conn, number)?,
        None => models::examples::newest(tx.conn, asked.kind == TemplateKind::Message)?,
    };
    let access = match request {
        Some(request) => access::of(tx, viewer, request)?,
        None => None,
    };
    if access.is_none() && asked.number.is_some() {
        return Err(Error::field("number", "unknown"));
    }
    Ok(access)
}

/// Values as they would be if the latest public message, or whatever else the
/// requester may read, were written now.
fn of_request(tx: &mut Tx<'_>, access: &Access, asked: &TemplatePreviewRequest, time_zone: Tz) -> Result<Values> {
    let request = &access.request;
    let of_message = asked.kind == TemplateKind::Message;
    let kinds =
        if of_message { vec![OccurrenceKind::Message] } else { vec![OccurrenceKind::Note, OccurrenceKind::Event] };
    let filter = TimelineFilter { public_only: true, kinds, before: None };
    let latest = models::occurrences::timeline(tx.conn, request.id, &filter, 1)?.pop();
    let words = words(access, latest.as_ref(), asked.language);
    let mut actor = Actor::system();
    actor.id = match &latest {
        Some(row) => row.author_id,
        None => Some(request.requester_id),
    };
    let mut mail = RequestEmail::new(ids::MESSAGE_TEMPLATE, request, actor);
    mail.text = &words;
    mail.category = latest.as_ref().map(|row| row.category);
    if of_message {
        values::message(tx, &mail, asked.language, time_zone)
    } else {
        values::request(tx, &mail, asked.language, time_zone, true)
    }
}

/// What was written last, if the viewer may read it.
fn words(access: &Access, latest: Option<&Occurrence>, language: Language) -> String {
    match latest {
        None => text!(language, "preview-no-text"),
        Some(row) if !access.timeline_reader().texts().include(row.facts()) => {
            text!(language, "preview-hidden-text")
        }
        Some(row) => row.text.clone().unwrap_or_default(),
    }
}

fn of_password(tx: &Tx<'_>, viewer: &Viewer, language: Language, time_zone: Tz) -> Values {
    let hours = tx.parameters.number(ids::PASSWORD_LINK_HOURS);
    let person = Person { language, ..viewer.person.clone() };
    values::password(tx, &person, SAMPLE_LINK, tx.now + TimeDelta::hours(hours), time_zone)
}
