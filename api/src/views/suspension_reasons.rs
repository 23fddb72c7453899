//! Suspension reasons, named in the reader's language.

use crate::domain::text::fold;
use crate::error::{Error, Result};
use crate::models;
use crate::models::suspension_reasons::SuspensionReason;
use crate::tx::Tx;
use contract::Language;
use contract::desk::SuspensionReasonView;

/// All reasons: those offered first, then by name.
///
/// # Errors
/// When the database does not answer.
pub fn all(tx: &mut Tx<'_>, language: Language) -> Result<Vec<SuspensionReasonView>> {
    let reasons = models::suspension_reasons::all(tx.conn)?;
    let mut views: Vec<_> = reasons.into_iter().map(|reason| of(reason, language)).collect();
    views.sort_by_cached_key(|view| (!view.active, fold(&view.name), view.id));
    Ok(views)
}

/// One reason.
///
/// # Errors
/// 404 when there is none.
pub fn view(tx: &mut Tx<'_>, language: Language, id: i64) -> Result<SuspensionReasonView> {
    Ok(of(models::suspension_reasons::find(tx.conn, id)?.ok_or_else(Error::not_found)?, language))
}

fn of(reason: SuspensionReason, language: Language) -> SuspensionReasonView {
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
