//! The audit trail in words.

use super::filter::typed_words;
use crate::db::instant;
use crate::domain::parameters::definition;
use crate::error::Result;
use crate::language::sentence;
use crate::models;
use crate::models::audit::Entry;
use crate::models::page;
use crate::tx::Tx;
use contract::admin::{AuditView, ListQuery};
use contract::identity::PersonRef;
use contract::{Language, Page};
use std::collections::HashMap;

/// A page of the trail, newest first.
///
/// # Errors
/// 400 for a search that is too long or an invalid cursor.
pub fn page(tx: &mut Tx<'_>, language: Language, query: &ListQuery) -> Result<Page<AuditView>> {
    let size = page::size(query.page_size)?;
    let words = typed_words(query.search.as_deref())?;
    let mut page = models::audit::page(tx.conn, &words, query.cursor.as_deref(), size)?;
    let items = views(tx, language, std::mem::take(&mut page.items))?;
    Ok(page::map(page, items))
}

/// Entries, with their sentences.
fn views(tx: &mut Tx<'_>, language: Language, rows: Vec<Entry>) -> Result<Vec<AuditView>> {
    let of_people = rows.iter().filter(|row| row.subject_kind == "person").filter_map(|row| row.subject_id);
    let names = models::people::names(tx.conn, rows.iter().filter_map(|row| row.author_id).chain(of_people))?;
    Ok(rows.into_iter().map(|row| view(language, &names, row)).collect())
}

fn view(language: Language, names: &HashMap<i64, PersonRef>, row: Entry) -> AuditView {
    let detail =
        Some(detail(language, names, &row)).filter(|detail| !detail.is_empty()).unwrap_or_else(|| "–".to_owned());
    AuditView {
        id: row.id,
        at: instant(row.at),
        author: row.author_id.and_then(|id| names.get(&id).cloned()),
        summary: sentence(language, &format!("audit-{}", row.action), &[("detail", detail)]),
        action: row.action,
        subject_kind: row.subject_kind,
        subject_id: row.subject_id,
    }
}

/// What names the subject. It is stored with the entry, with two exceptions: names of people are read from the person, so
/// that they can be erased, and names of parameters depend on the language.
fn detail(language: Language, names: &HashMap<i64, PersonRef>, row: &Entry) -> String {
    match row.subject_kind.as_str() {
        "person" => row.subject_id.and_then(|id| names.get(&id)).map(|person| person.name.clone()).unwrap_or_default(),
        "parameter" => match row.detail.parse().ok().and_then(definition) {
            Some(parameter) => format!("{} · {}", parameter.id, parameter.name(language)),
            None => row.detail.clone(),
        },
        _ => row.detail.clone(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    /// Codes in the sources: the first literal in each call that writes an entry.
    fn codes(folder: &Path, found: &mut BTreeSet<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                codes(&path, found);
                continue;
            }
            let source = std::fs::read_to_string(&path).unwrap();
            for rest in source.split("audit::record(").skip(1) {
                let arguments = rest.split(';').next().unwrap_or_default();
                // A call that hands on the code that it was given has no literal.
                found.extend(arguments.split('"').nth(1).map(str::to_owned));
            }
        }
    }

    #[test]
    fn every_action_of_the_trail_has_its_sentence() {
        let mut found = BTreeSet::new();
        codes(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
        // Of this file: what the function above looks for.
        found.retain(|code| !code.contains(['(', ',', ' ']));
        assert!(found.len() > 20, "the sources were not read: {found:?}");
        for language in contract::Language::ALL {
            let missing: Vec<_> =
                found.iter().filter(|code| !locales::has(*language, &format!("audit-{code}"))).collect();
            assert!(missing.is_empty(), "audit.ftl has no sentence in {language} for {missing:?}");
        }
    }
}
