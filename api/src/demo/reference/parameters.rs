//! E-mail templates, and parameters set so that every feature shows.

use crate::demo::data;
use crate::domain::parameters::{definition, ids};
use crate::domain::template::Template;
use crate::error::Result;
use crate::models;
use crate::tx::Tx;
use anyhow::{Context, anyhow};
use chrono::{DateTime, Utc};
use contract::admin::TemplateKind::{self, Message, Password, Request};
use std::collections::BTreeMap;

/// Which parameter names which template.
pub const TEMPLATES: [(i32, &str, TemplateKind); 15] = [
    (ids::POOR_GRADE_TEMPLATE, "avaliacao", Request),
    (ids::EXPIRING_TEMPLATE, "vencendo", Request),
    (ids::OCCURRENCE_TEMPLATE, "ocorrencia", Request),
    (ids::PORTAL_NOTE_TEMPLATE, "nota", Request),
    (ids::SUSPENDED_TEMPLATE, "suspensa", Request),
    (ids::REACTIVATED_TEMPLATE, "reativada", Request),
    (ids::MESSAGE_TEMPLATE, "mensagem", Message),
    (ids::OPENED_TEMPLATE, "aberta", Request),
    (ids::RESOLVED_TEMPLATE, "resolvida", Request),
    (ids::CLOSED_TEMPLATE, "fechada", Request),
    (ids::CANCELLED_TEMPLATE, "cancelada", Request),
    (ids::REOPENED_TEMPLATE, "reaberta", Request),
    (ids::DELEGATED_TEMPLATE, "encaminhada", Request),
    (ids::RECLASSIFIED_TEMPLATE, "reclassificada", Request),
    (ids::PASSWORD_LINK_TEMPLATE, "senha", Password),
];

const SWITCHES: [(i32, &str); 8] = [
    (ids::PORTAL_NOTES, "S"),
    (ids::PORTAL_HISTORY, "S"),
    (ids::MESSAGES, "S"),
    (ids::MESSAGE_NOTIFICATIONS, "S"),
    (ids::TITLE_IN_LISTS, "S"),
    (ids::PORTAL_CANCEL, "S"),
    (ids::PORTAL_SOLUTION, "S"),
    (ids::SUSPENSION_COMPLEMENT, "N"),
];

/// Writes them, and puts the parameters in force in this transaction.
///
/// # Errors
/// When the database does not answer.
pub fn insert(tx: &mut Tx<'_>, groups: &[i64]) -> Result<()> {
    let administrator = models::people::find_by_email(tx.conn, "admin@demo.test")?;
    let administrator = administrator.context("the demo's administrator")?.id;
    let mut values: Vec<(i32, String)> = Vec::new();
    for (parameter, id) in insert_templates(tx)? {
        values.push((parameter, id.to_string()));
    }
    for (parameter, value) in SWITCHES {
        values.push((parameter, value.to_owned()));
    }
    let central = groups.first().context("the demo's groups")?.to_string();
    values.push((ids::DEFAULT_GROUP, central.clone()));
    values.push((ids::POOR_GRADE_GROUP, central));
    values.push((ids::EXPIRING_PERSON, administrator.to_string()));
    values.sort();
    for (parameter, value) in values {
        if definition(parameter).is_some_and(|definition| definition.default == value) {
            continue;
        }
        let now = tx.db_now();
        models::parameters::set(tx, parameter, "", &value, Some(administrator), now)?;
    }
    tx.parameters = models::parameters::load(tx.conn)?;
    Ok(())
}

fn insert_templates(tx: &mut Tx<'_>) -> Result<Vec<(i32, i64)>> {
    let mut templates: BTreeMap<String, data::Template> = data::templates()?;
    let mut ids = Vec::new();
    for (parameter, key, kind) in TEMPLATES {
        let template = templates.remove(key).with_context(|| format!("the demo's template {key:?}"))?;
        for (language, text) in &template.texts {
            Template::parse(kind, &text.subject, &text.body)
                .map_err(|error| anyhow!("the demo's template {key:?} in {language}: {error:?}"))?;
        }
        let id = models::templates::insert(tx.conn, &template.name, kind, true)?;
        models::templates::set_texts(tx.conn, id, &template.texts)?;
        ids.push((parameter, id));
    }
    Ok(ids)
}

/// Somebody tried a parameter out, so that there is a history of changes.
///
/// # Errors
/// When the database does not answer.
pub fn try_out(tx: &mut Tx<'_>, administrator: i64, at: [DateTime<Utc>; 2]) -> Result<()> {
    for ((from, to), at) in [("N", "S"), ("S", "N")].into_iter().zip(at) {
        let at = crate::db::stored(at);
        models::parameters::set(tx, ids::START_IN_PROGRESS, from, to, Some(administrator), at)?;
    }
    Ok(())
}
