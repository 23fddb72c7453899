//! Suspension reasons.

use super::edits::{Edited, stale};
use crate::actions::audit::{self, Subject};
use crate::actions::validate;
use crate::auth::Viewer;
use crate::error::{Check, Complaint, Error, Result};
use crate::models;
use crate::models::suspension_reasons::ReasonValues;
use crate::tx::Tx;
use contract::admin::SuspensionReasonEdit;
use contract::{Language, limits};
use std::collections::BTreeMap;

/// Adds a reason, and gives its identifier.
///
/// # Errors
/// 422 for a missing Portuguese name, one that is taken, an unknown language.
pub fn create(tx: &mut Tx<'_>, viewer: &Viewer, edit: &SuspensionReasonEdit) -> Result<i64> {
    let values = checked(tx, None, edit, 1)?;
    let name = values.name_pt.clone();
    let id = models::suspension_reasons::insert(tx.conn, values)?;
    let subject = Subject::of("suspension-reason", id);
    audit::record(tx, Some(viewer.id()), "suspension-reason-created", subject, &name)?;
    Ok(id)
}

/// Changes a reason. Requests that are suspended for it stay so.
///
/// # Errors
/// 404 when there is none; 412 when somebody changed it since; 422 as [`create`].
pub fn change(tx: &mut Tx<'_>, viewer: &Viewer, target: Edited, edit: &SuspensionReasonEdit) -> Result<()> {
    let before = models::suspension_reasons::find(tx.conn, target.id)?.ok_or_else(Error::not_found)?;
    target.check(before.version)?;
    let values = checked(tx, Some(before.id), edit, before.version + 1)?;
    let name = values.name_pt.clone();
    if !models::suspension_reasons::update(tx.conn, &before, values)? {
        return Err(stale());
    }
    let subject = Subject::of("suspension-reason", before.id);
    audit::record(tx, Some(viewer.id()), "suspension-reason-changed", subject, &name)
}

fn checked(tx: &mut Tx<'_>, own: Option<i64>, edit: &SuspensionReasonEdit, version: i32) -> Result<ReasonValues> {
    let mut check = Check::new();
    for tag in edit.names.keys().filter(|tag| tag.parse::<Language>().is_err()) {
        check.add(Complaint::new(format!("names.{tag}"), "language-unknown"));
    }
    let typed = |language: Language| typed(&edit.names, language);
    let field = |language: Language| format!("names.{language}");
    let optional = |language| validate::optional_line(&field(language), typed(language), limits::NAME);
    let portuguese = Language::Portuguese;
    let name_pt = check.take(validate::line(&field(portuguese), typed(portuguese), limits::NAME));
    let name_es = check.take(optional(Language::Spanish));
    let name_en = check.take(optional(Language::English));
    let bearer = models::suspension_reasons::named(tx.conn, &name_pt)?;
    if bearer.is_some() && bearer != own {
        check.add(Complaint::new(field(portuguese), "taken"));
    }
    check.done()?;
    Ok(ReasonValues { name_pt, name_es, name_en, waits_requester: edit.waits_requester, active: edit.active, version })
}

fn typed(names: &BTreeMap<String, String>, language: Language) -> &str {
    names.get(language.as_str()).map(String::as_str).unwrap_or_default()
}
