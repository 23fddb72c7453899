//! The values of the keys that e-mail templates contain, such as `${TITULO}`.

use crate::db::instant;
use crate::domain::template::Values;
use crate::error::Result;
use crate::language::{code_name, date_time};
use crate::mail::RequestEmail;
use crate::models;
use crate::models::people::Person;
use crate::tx::Tx;
use chrono::{DateTime, NaiveDateTime, Utc};
use chrono_tz::Tz;
use contract::admin::TemplateText;
use contract::{Language, Origin};

/// The link to a request: to the requester's page, or to that of the desk.
#[must_use]
pub fn link(tx: &Tx<'_>, number: i64, for_requester: bool) -> String {
    let area = if for_requester { "requests" } else { "desk" };
    format!("{}/{area}/{number}", tx.public_url)
}

/// Values of a message's keys.
///
/// # Errors
/// When the database does not answer.
pub fn message(tx: &mut Tx<'_>, mail: &RequestEmail<'_>, language: Language, time_zone: Tz) -> Result<Values> {
    let request = mail.request;
    let people = [Some(request.requester_id), request.responsible_id, mail.actor.id];
    let names = models::people::names(tx.conn, people.into_iter().flatten())?;
    let name = |id: Option<i64>| id.and_then(|id| names.get(&id)).map(|person| person.name.clone());
    let responsible = match name(request.responsible_id) {
        Some(name) => name,
        None => group_name(tx, request.group_id)?,
    };
    let mut values = Values::new();
    let mut set = |key: &str, value: String| values.insert(key.to_owned(), value);
    set("IDSOLICITACAOSERVICO", request.number.to_string());
    set("COMMENTTEXT", mail.text.to_owned());
    set("DATETIMECREATED", date_time(language, time_zone, tx.now));
    set("USERNAME", name(mail.actor.id).unwrap_or_else(|| locales::text!(language, "mail-system-name")));
    set("REQUESTERNAME", name(Some(request.requester_id)).unwrap_or_default());
    set("REQUESTRESPONSIBLENAME", responsible);
    Ok(values)
}

fn group_name(tx: &mut Tx<'_>, id: Option<i64>) -> Result<String> {
    let Some(id) = id else { return Ok(String::new()) };
    Ok(models::groups::find(tx.conn, id)?.map(|group| group.name).unwrap_or_default())
}

/// Values of a request's keys.
///
/// # Errors
/// When the database does not answer.
pub fn request(
    tx: &mut Tx<'_>,
    mail: &RequestEmail<'_>,
    language: Language,
    time_zone: Tz,
    to_requester: bool,
) -> Result<Values> {
    let request = mail.request;
    let people = [Some(request.requester_id), Some(request.opened_by), request.responsible_id];
    let names = models::people::names(tx.conn, people.into_iter().flatten())?;
    let name = |id: Option<i64>| id.and_then(|id| names.get(&id)).map(|person| person.name.clone()).unwrap_or_default();
    let service = models::services::find(tx.conn, request.service_id)?.map(|service| service.name);
    let group = group_name(tx, request.group_id)?;
    let date = |at: Option<NaiveDateTime>| at.map(|at| date_time(language, time_zone, instant(at))).unwrap_or_default();
    let (open, survey) = (link(tx, request.number, to_requester), link(tx, request.number, true));
    let origin = mail.origin.unwrap_or(if mail.occurrence.is_some() { mail.actor.origin } else { request.origin });
    let mut values = Values::new();
    let mut set = |key: &str, value: String| values.insert(key.to_owned(), value);
    set("IDSOLICITACAOSERVICO", request.number.to_string());
    set("DEMANDA", code_name(language, "type", request.request_type.as_str()));
    set("TITULO", request.title.clone());
    set("DESCRICAO", request.description.clone());
    set("SITUACAO", code_name(language, "situation", request.situation.as_str()));
    set("SERVICO", service.unwrap_or_default());
    set(
        "PRIORIDADE",
        format!("{} · {}", request.priority, code_name(language, "priority", &request.priority.to_string())),
    );
    set("URGENCIA", code_name(language, "level", request.urgency.as_str()));
    set("IMPACTO", code_name(language, "impact", request.impact.as_str()));
    set("DATAHORAINICIO", date(Some(request.opened_at)));
    set("DATAHORALIMITESTR", date(request.deadline_at));
    set("DATAHORAFIM", date(request.resolved_at.or(request.ended_at)));
    set("SOLICITANTE", name(Some(request.requester_id)));
    set("NOMECONTATO", request.contact_name.clone());
    set("EMAILCONTATO", request.contact_email.clone());
    set("TELEFONECONTATO", request.contact_phone.clone());
    set("GRUPOATUAL", group);
    set("RESPONSAVEL", name(Some(request.opened_by)));
    set("RESPONSAVELATUAL", name(request.responsible_id));
    set("RESPOSTA", request.solution.clone().unwrap_or_default());
    set("OCORRENCIA", mail.text.to_owned());
    set("CATEGORIA", mail.category.map(|code| code_name(language, "category", code.as_str())).unwrap_or_default());
    set("LINKSOLICITACAOSERVICO", open);
    set("LINKPESQUISASATISFACAO", format!("{survey}?show=rate"));
    set("ORIGEM", origin_name(language, origin));
    Ok(values)
}

fn origin_name(language: Language, origin: Origin) -> String {
    code_name(language, "origin", origin.as_str())
}

/// Values of a password link's keys.
#[must_use]
pub fn password(tx: &Tx<'_>, person: &Person, token: &str, expires_at: DateTime<Utc>, time_zone: Tz) -> Values {
    let mut values = Values::new();
    values.insert("NOME".to_owned(), person.name.clone());
    values.insert("LINK".to_owned(), format!("{}/password/{token}", tx.public_url));
    values.insert("VALIDADE".to_owned(), date_time(person.language, time_zone, expires_at));
    values
}

/// The text that is sent while no template is set for password links (parameter 1014).
#[must_use]
pub fn default_password_text(language: Language) -> TemplateText {
    TemplateText {
        subject: locales::text!(language, "mail-password-subject"),
        body: locales::text!(language, "mail-password-body"),
    }
}
