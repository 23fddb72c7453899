//! Writing e-mails to the outbox: which, to whom, and why not. Every e-mail that a rule calls for gets a row, even when it
//! is not to be sent, so that people can see what became of it.

use crate::auth::secret;
use crate::db::types::Code;
use crate::domain::parameters::ids;
use crate::domain::template::{Rendered, Template};
use crate::error::Result;
use crate::mail::RequestEmail;
use crate::mail::values;
use crate::models;
use crate::models::emails::NewEmail;
use crate::models::people::Person;
use crate::policy::assignees::assignees;
use crate::tx::Tx;
use chrono::{DateTime, Utc};
use contract::admin::TemplateKind;
use contract::{EmailState, Language, SuppressReason};

/// Writes the e-mail to the requester.
///
/// # Errors
/// When the database does not answer.
pub fn to_requester(tx: &mut Tx<'_>, mail: RequestEmail<'_>) -> Result<()> {
    let id = mail.request.requester_id;
    to_people(tx, mail, [id])
}

/// Writes the e-mail to people, once each.
///
/// # Errors
/// When the database does not answer.
pub fn to_people(tx: &mut Tx<'_>, mail: RequestEmail<'_>, ids: impl IntoIterator<Item = i64>) -> Result<()> {
    let ids: std::collections::BTreeSet<i64> = ids.into_iter().collect();
    for id in ids {
        if let Some(person) = models::people::find(tx.conn, id)? {
            to_person(tx, mail, &person)?;
        }
    }
    Ok(())
}

/// Writes the e-mail to the assignees: the responsible, or, until somebody captures the request, the address of its group,
/// or else the executors of the group.
///
/// # Errors
/// When the database does not answer.
pub fn to_assignees(tx: &mut Tx<'_>, mail: RequestEmail<'_>) -> Result<()> {
    if mail.request.responsible_id.is_none()
        && let Some(group) = mail.request.group_id
        && let Some(group) = models::groups::find(tx.conn, group)?
        && let Some(address) = group.email
    {
        let recipient = Recipient {
            id: None,
            name: group.name,
            address: Some(address),
            language: Language::default(),
            time_zone: tx.time_zone,
        };
        let suppress = off(tx);
        return write(tx, mail, &recipient, suppress);
    }
    let ids = assignees(tx, mail.request)?;
    to_people(tx, mail, ids)
}

struct Recipient {
    id: Option<i64>,
    name: String,
    address: Option<String>,
    language: Language,
    time_zone: chrono_tz::Tz,
}

impl Recipient {
    fn of(person: &Person) -> Self {
        Self {
            id: Some(person.id),
            name: person.name.clone(),
            address: person.email.clone(),
            language: person.language,
            time_zone: person.time_zone.parse().unwrap_or(chrono_tz::America::Sao_Paulo),
        }
    }
}

fn off(tx: &Tx<'_>) -> Option<SuppressReason> {
    tx.parameters.yes(ids::MAIL_OFF).then_some(SuppressReason::MailOff)
}

fn to_person(tx: &mut Tx<'_>, mail: RequestEmail<'_>, person: &Person) -> Result<()> {
    let recipient = Recipient::of(person);
    let suppress = if mail.actor.id == Some(person.id) {
        Some(SuppressReason::OwnAction)
    } else if !person.active {
        Some(SuppressReason::RecipientInactive)
    } else if recipient.address.is_none() {
        Some(SuppressReason::NoAddress)
    } else {
        off(tx)
    };
    write(tx, mail, &recipient, suppress)
}

enum Found {
    Template(i64, Box<Template>),
    Missing(SuppressReason),
}

/// The template in force: of the parameter, or of its fallback when that is empty.
fn template(tx: &mut Tx<'_>, mail: &RequestEmail<'_>, language: Language) -> Result<(i32, Found)> {
    let mut parameter = mail.parameter;
    let mut id = tx.parameters.id_of(parameter);
    if let (None, Some(fallback)) = (id, mail.fallback) {
        id = tx.parameters.id_of(fallback);
        if id.is_some() {
            parameter = fallback;
        }
    }
    let missing = |reason| Ok((parameter, Found::Missing(reason)));
    let Some(id) = id else { return missing(SuppressReason::NoTemplate) };
    let Some(row) = models::templates::find(tx.conn, id)? else { return missing(SuppressReason::NoTemplate) };
    if !row.active {
        return missing(SuppressReason::TemplateInactive);
    }
    let Some(text) = models::templates::text(tx.conn, id, language)? else {
        return missing(SuppressReason::NoTemplate);
    };
    let parsed = Template::parse(row.kind, &text.subject, &text.body)
        .map_err(|error| anyhow::anyhow!("template {id} was saved but cannot be read: {error:?}"))?;
    Ok((parameter, Found::Template(id, Box::new(parsed))))
}

fn write(
    tx: &mut Tx<'_>,
    mail: RequestEmail<'_>,
    recipient: &Recipient,
    suppress: Option<SuppressReason>,
) -> Result<()> {
    let (parameter, found) = template(tx, &mail, recipient.language)?;
    let request = mail.request;
    let to_requester = recipient.id == Some(request.requester_id);
    let (template_id, rendered, suppress) = match found {
        Found::Missing(reason) => (None, None, suppress.or(Some(reason))),
        Found::Template(id, template) if template.kind() == TemplateKind::Message => {
            let values = values::message(tx, &mail, recipient.language, recipient.time_zone)?;
            (Some(id), Some(template.render(&values)), suppress)
        }
        Found::Template(id, template) => {
            let values = values::request(tx, &mail, recipient.language, recipient.time_zone, to_requester)?;
            (Some(id), Some(template.render(&values)), suppress)
        }
    };
    let link = values::link(tx, request.number, to_requester);
    let rendered = rendered.map(|rendered| with_footer(rendered, recipient.language, Some(&link)));
    let attachment_ids = if mail.with_attachments {
        let public = models::attachments::of_request(tx.conn, request.id, false)?;
        public.iter().map(|file| file.id.to_string()).collect::<Vec<_>>().join(",")
    } else {
        String::new()
    };
    let outgoing = Outgoing { request: Some(request.id), occurrence: mail.occurrence, parameter, template_id };
    enqueue(tx, outgoing, recipient, rendered, attachment_ids, suppress)
}

struct Outgoing {
    request: Option<i64>,
    occurrence: Option<i64>,
    parameter: i32,
    template_id: Option<i64>,
}

fn enqueue(
    tx: &mut Tx<'_>,
    outgoing: Outgoing,
    recipient: &Recipient,
    rendered: Option<Rendered>,
    attachment_ids: String,
    suppress: Option<SuppressReason>,
) -> Result<()> {
    let now = tx.db_now();
    let (subject, html, text) = match rendered {
        Some(rendered) => (Some(rendered.subject), Some(rendered.html), Some(rendered.text)),
        None => (None, None, None),
    };
    let email = NewEmail {
        request_id: outgoing.request,
        occurrence_id: outgoing.occurrence,
        parameter: Some(outgoing.parameter),
        template_id: outgoing.template_id,
        recipient_id: recipient.id,
        recipient_name: Some(recipient.name.clone()),
        address: recipient.address.clone(),
        language: recipient.language,
        subject,
        html,
        text,
        message_id: message_id(tx)?,
        attachment_ids,
        state: if suppress.is_some() { EmailState::Suppressed } else { EmailState::Pending },
        suppress_reason: suppress.map(Code),
        attempts: 0,
        created_at: now,
        next_attempt_at: suppress.is_none().then_some(now),
    };
    models::emails::add(tx, email)?;
    Ok(())
}

/// A new `Message-ID` (RFC 5322, section 3.6.4).
fn message_id(tx: &Tx<'_>) -> Result<String> {
    let host = url::Url::parse(&tx.public_url).ok().and_then(|url| url.host_str().map(str::to_owned));
    let host = host.filter(|host| host.chars().all(|c| c.is_ascii_alphanumeric() || ".-".contains(c)));
    Ok(format!("<{}@{}>", secret::generate()?, host.as_deref().unwrap_or("solicita.invalid")))
}

/// Adds the footer of every e-mail: the link to the request, and that replies are not read.
#[must_use]
pub fn with_footer(rendered: Rendered, language: Language, link: Option<&str>) -> Rendered {
    let note = locales::text!(language, "mail-footer");
    let (html_link, text_link) = match link {
        Some(link) => {
            let label = locales::text!(language, "mail-open-request");
            (format!("<a href=\"{link}\">{label}</a><br>"), format!("{label}: {link}\n"))
        }
        None => (String::new(), String::new()),
    };
    Rendered {
        subject: rendered.subject,
        html: format!("{}<hr><p style=\"color:#555;font-size:12px\">{html_link}{note}</p>", rendered.html),
        text: format!("{}\n-- \n{text_link}{note}\n", rendered.text.trim_end()),
    }
}

/// Writes the e-mail with a link to set a password. Parameter 297, which turns e-mail off, does not apply to it: otherwise
/// nobody without a password could log in to turn e-mail on again.
///
/// # Errors
/// When the database does not answer.
pub fn password_link(tx: &mut Tx<'_>, person: &Person, token: &str, expires_at: DateTime<Utc>) -> Result<()> {
    let recipient = Recipient::of(person);
    let values = values::password(tx, person, token, expires_at, recipient.time_zone);
    let stored = match tx.parameters.id_of(ids::PASSWORD_LINK_TEMPLATE) {
        Some(id) => models::templates::text(tx.conn, id, recipient.language)?.map(|text| (Some(id), text)),
        None => None,
    };
    let (template_id, text) = stored.unwrap_or_else(|| (None, values::default_password_text(recipient.language)));
    let template = Template::parse(TemplateKind::Password, &text.subject, &text.body)
        .map_err(|error| anyhow::anyhow!("the template of password links cannot be read: {error:?}"))?;
    let rendered = with_footer(template.render(&values), recipient.language, None);
    let suppress = recipient.address.is_none().then_some(SuppressReason::NoAddress);
    let outgoing = Outgoing { request: None, occurrence: None, parameter: ids::PASSWORD_LINK_TEMPLATE, template_id };
    enqueue(tx, outgoing, &recipient, Some(rendered), String::new(), suppress)
}
