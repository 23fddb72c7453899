//! E-mail templates, as administrators see them.

use crate::domain::parameters::naming_template;
use crate::domain::template::known_keys;
use crate::error::{Error, Result};
use crate::models;
use crate::models::templates::Template;
use crate::tx::Tx;
use contract::admin::TemplateView;

/// All templates, by name.
///
/// # Errors
/// When the database does not answer.
pub fn all(tx: &mut Tx<'_>) -> Result<Vec<TemplateView>> {
    let templates = models::templates::all(tx.conn)?;
    templates.into_iter().map(|template| of(tx, template)).collect()
}

/// One template.
///
/// # Errors
/// 404 when there is none.
pub fn view(tx: &mut Tx<'_>, id: i64) -> Result<TemplateView> {
    let template = models::templates::find(tx.conn, id)?.ok_or_else(Error::not_found)?;
    of(tx, template)
}

fn of(tx: &mut Tx<'_>, template: Template) -> Result<TemplateView> {
    Ok(TemplateView {
        id: template.id,
        texts: models::templates::texts(tx.conn, template.id)?,
        used_by: naming_template(&tx.parameters, template.id).map(|(number, _)| number).collect(),
        keys: known_keys(template.kind).into_iter().map(str::to_owned).collect(),
        name: template.name,
        kind: template.kind,
        active: template.active,
        version: template.version,
    })
}
