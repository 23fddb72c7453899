//! Suspension reasons.

use super::{Edited, audited};
use crate::actions::validate;
use crate::auth::Viewer;
use crate::error::{Check, Complaint, Error, Result};
use crate::models;
use crate::models::suspension_reasons::ReasonValues;
use crate::models::suspension_reasons::SuspensionReason;
use crate::tx::Tx;
use contract::admin::SuspensionReasonEdit;
use contract::desk::SuspensionReasonView;
use contract::{Language, limits};
use std::collections::BTreeMap;

/// A reason, named in a language.
#[must_use]
pub fn view(reason: SuspensionReason, language: Language) -> SuspensionReasonView {
    let name = reason.name(language).to_owned();
    let all = [
        (Language::Portuguese, reason.name_pt),
        (Language::Spanish, reason.name_es),
        (Language::English, reason.name_en),
    ];
    let names = all.into_iter().filter(|(_, name)| !name.is_empty());
    SuspensionReasonView {
        id: reason.id,
        names: names.map(|(language, name)| (language.as_str().to_owned(), name)).collect(),
        name,
        waits_requester: reason.waits_requester,
        active: reason.active,
        version: reason.version,
    }
}

/// All reasons: those offered first, then by name.
///
/// # Errors
/// When the database does not answer.
pub fn list(tx: &mut Tx<'_>, language: Language) -> Result<Vec<SuspensionReasonView>> {
    let reasons = models::suspension_reasons::all(tx.conn)?;
    let mut views: Vec<_> = reasons.into_iter().map(|reason| view(reason, language)).collect();
    views.sort_by_cached_key(|view| (!view.active, crate::domain::text::fold(&view.name), view.id));
    Ok(views)
}

/// One reason.
///
/// # Errors
/// 404 when there is none.
pub fn show(tx: &mut Tx<'_>, language: Language, id: i64) -> Result<SuspensionReasonView> {
    Ok(view(models::suspension_reasons::find(tx.conn, id)?.ok_or_else(Error::not_found)?, language))
}

/// Adds a reason.
///
/// # Errors
/// 422 for a missing Portuguese name, one that is taken, an unknown language.
pub fn create(tx: &mut Tx<'_>, viewer: &Viewer, edit: &SuspensionReasonEdit) -> Result<SuspensionReasonView> {
    let values = checked(tx, None, edit, 1)?;
    let name = values.name_pt.clone();
    let id = models::suspension_reasons::insert(tx.conn, values)?;
    audited(tx, viewer, "suspension-reason-created", ("suspension-reason", Some(id)), &name)?;
    show(tx, viewer.language, id)
}

/// Changes a reason. Requests that are suspended for it stay so.
///
/// # Errors
/// 404 when there is none; 412 when somebody changed it since; 422 as [`create`].
pub fn change(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    target: Edited,
    edit: &SuspensionReasonEdit,
) -> Result<SuspensionReasonView> {
    let before = models::suspension_reasons::find(tx.conn, target.id)?.ok_or_else(Error::not_found)?;
    target.check(before.version)?;
    let values = checked(tx, Some(before.id), edit, before.version + 1)?;
    let name = values.name_pt.clone();
    if !models::suspension_reasons::update(tx.conn, &before, values)? {
        return Err(super::stale());
    }
    audited(tx, viewer, "suspension-reason-changed", ("suspension-reason", Some(before.id)), &name)?;
    show(tx, viewer.language, before.id)
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
