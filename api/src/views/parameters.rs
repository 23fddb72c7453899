//! Parameters, as administrators see them.

use crate::db::instant;
use crate::domain::parameters::{CATALOGUE, Definition, definition, redacted, warning};
use crate::error::{Error, Result};
use crate::language::code_name;
use crate::models;
use crate::models::page;
use crate::models::parameters::Change;
use crate::tx::Tx;
use contract::admin::{ListQuery, ParameterChange, ParameterType, ParameterView};
use contract::{Language, Page};

/// All parameters, by number, and their common version, which every change of one raises.
///
/// # Errors
/// When the database does not answer.
pub fn all(tx: &mut Tx<'_>, language: Language) -> Result<(i32, Vec<ParameterView>)> {
    let views = CATALOGUE.iter().map(|parameter| of(tx, language, parameter)).collect::<Result<_>>()?;
    Ok((models::parameters::version(tx.conn)?, views))
}

/// One parameter, and the common version of all.
///
/// # Errors
/// 404 when there is none.
pub fn view(tx: &mut Tx<'_>, language: Language, id: i32) -> Result<(i32, ParameterView)> {
    let view = of(tx, language, definition(id).ok_or_else(Error::not_found)?)?;
    Ok((models::parameters::version(tx.conn)?, view))
}

fn of(tx: &mut Tx<'_>, language: Language, parameter: &Definition) -> Result<ParameterView> {
    let value = tx.parameters.value(parameter.id);
    Ok(ParameterView {
        id: parameter.id,
        group: parameter.group,
        value_type: parameter.value_type,
        name: parameter.name(language),
        help: parameter.help(language),
        value_name: value_name(tx, language, parameter.value_type, &value)?,
        value: redacted(parameter.id, &value).to_owned(),
        default: parameter.default.to_owned(),
        min: parameter.min,
        max: parameter.max,
        warning: warning(&tx.parameters, parameter.id, language),
    })
}

/// What the value names.
fn value_name(tx: &mut Tx<'_>, language: Language, kind: ParameterType, value: &str) -> Result<Option<String>> {
    if value.is_empty() {
        return Ok(None);
    }
    let id = value.parse::<i64>().unwrap_or(0);
    Ok(match kind {
        ParameterType::Template => models::templates::find(tx.conn, id)?.map(|template| template.name),
        ParameterType::Group => models::groups::find(tx.conn, id)?.map(|group| group.name),
        ParameterType::Person => models::people::find(tx.conn, id)?.map(|person| person.name),
        ParameterType::Service => models::services::find(tx.conn, id)?.map(|service| service.name),
        ParameterType::Category => Some(code_name(language, "category", value)),
        ParameterType::Origin => Some(code_name(language, "origin", value)),
        ParameterType::YesNo | ParameterType::Number | ParameterType::Text | ParameterType::Secret => None,
    })
}

/// A page of the changes of one parameter or of all, newest first. The changes have no words to search for, because
/// values are codes and identifiers.
///
/// # Errors
/// 404 for an unknown parameter; 400 for a search or an invalid cursor.
pub fn page_of_changes(tx: &mut Tx<'_>, parameter: Option<i32>, query: &ListQuery) -> Result<Page<ParameterChange>> {
    if parameter.is_some_and(|id| definition(id).is_none()) {
        return Err(Error::not_found());
    }
    let size = page::size(query.page_size)?;
    if query.search.as_deref().is_some_and(|search| !search.trim().is_empty()) {
        return Err(Error::bad_request("unknown-filter").with("name", "search").with("value", ""));
    }
    let mut page = models::parameters::changes(tx.conn, parameter, query.cursor.as_deref(), size)?;
    let items = changes(tx, std::mem::take(&mut page.items))?;
    Ok(page::map(page, items))
}

/// Changes of parameters. A value that was cleared reads as the default, which is in force since.
fn changes(tx: &mut Tx<'_>, rows: Vec<Change>) -> Result<Vec<ParameterChange>> {
    let names = models::people::names(tx.conn, rows.iter().filter_map(|row| row.author_id))?;
    let value = |parameter: i32, value: String| {
        let default = definition(parameter).map(|parameter| parameter.default).unwrap_or_default();
        if value.is_empty() { default.to_owned() } else { value }
    };
    let view = |row: Change| ParameterChange {
        parameter: row.parameter,
        author: row.author_id.and_then(|id| names.get(&id).cloned()),
        at: instant(row.at),
        from: value(row.parameter, row.old_value),
        to: value(row.parameter, row.new_value),
    };
    Ok(rows.into_iter().map(view).collect())
}
