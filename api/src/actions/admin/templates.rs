//! E-mail templates.

use super::edits::{Edited, name, saved, stale, taken};
use crate::actions::audit::{self, Subject};
use crate::actions::validate;
use crate::auth::Viewer;
use crate::domain::parameters::naming_template;
use crate::domain::template::{Template, TemplateError};
use crate::error::{Check, Complaint, Error, Result};
use crate::models;
use crate::tx::Tx;
use contract::admin::{TemplateEdit, TemplateKind, TemplateText};
use contract::{Language, limits};
use std::collections::BTreeMap;

/// Adds a template, and gives its identifier.
///
/// # Errors
/// 422 for a name that is missing or taken, no Portuguese text, half a text in another
/// language, unknown keys.
pub fn create(tx: &mut Tx<'_>, viewer: &Viewer, edit: &TemplateEdit) -> Result<i64> {
    let (name, texts) = checked(tx, viewer.language, None, edit)?;
    let id = models::templates::insert(tx.conn, &name, edit.kind, edit.active).map_err(|error| taken(error, "name"))?;
    models::templates::set_texts(tx.conn, id, &texts)?;
    audit::record(tx, Some(viewer.id()), "template-created", Subject::of("template", id), &name)?;
    Ok(id)
}

/// Changes a template. E-mails that wait keep the text they were written with.
///
/// # Errors
/// 404 when there is none; 412 when somebody changed it since; 422 as [`create`],
/// and for another kind while a parameter names it.
pub fn change(tx: &mut Tx<'_>, viewer: &Viewer, target: Edited, edit: &TemplateEdit) -> Result<()> {
    let id = target.id;
    let before = models::templates::find(tx.conn, id)?.ok_or_else(Error::not_found)?;
    target.check(before.version)?;
    if let Some((number, _)) = naming_template(&tx.parameters, id).find(|(_, kind)| *kind != edit.kind) {
        return Err(Error::Invalid(vec![Complaint::new("kind", "kind-in-use").with("parameter", number)]));
    }
    let (name, texts) = checked(tx, viewer.language, Some(id), edit)?;
    saved(models::templates::update(tx.conn, id, before.version, &name, edit.kind, edit.active), "name")?;
    models::templates::set_texts(tx.conn, id, &texts)?;
    audit::record(tx, Some(viewer.id()), "template-changed", Subject::of("template", id), &name)
}

/// Removes a template. E-mails made with it stay, without its name.
///
/// # Errors
/// 404 when there is none; 409 while a parameter names it; 412 when `seen` is given
/// and somebody changed it since.
pub fn delete(tx: &mut Tx<'_>, viewer: &Viewer, id: i64, seen: Option<i32>) -> Result<()> {
    let before = models::templates::find(tx.conn, id)?.ok_or_else(Error::not_found)?;
    if seen.is_some_and(|seen| seen != before.version) {
        return Err(stale());
    }
    let numbers: Vec<String> = naming_template(&tx.parameters, id).map(|(number, _)| number.to_string()).collect();
    if !numbers.is_empty() {
        let numbers = numbers.join(", ");
        return Err(Error::conflict("template-in-use").with("parameters", numbers));
    }
    models::templates::delete(tx.conn, id)?;
    audit::record(tx, Some(viewer.id()), "template-deleted", Subject::of("template", id), &before.name)
}

fn checked(
    tx: &mut Tx<'_>,
    language: Language,
    own: Option<i64>,
    edit: &TemplateEdit,
) -> Result<(String, BTreeMap<String, TemplateText>)> {
    let mut check = Check::new();
    let name = check.take(name(&edit.name, own, |name| Ok(models::templates::named(tx.conn, name)?))?);
    let texts = checked_texts(&mut check, language, edit);
    check.done()?;
    Ok((name, texts))
}

fn checked_texts(check: &mut Check, language: Language, edit: &TemplateEdit) -> BTreeMap<String, TemplateText> {
    let mut texts = BTreeMap::new();
    let portuguese = Language::Portuguese.as_str();
    if !edit.texts.contains_key(portuguese) {
        check.add(Complaint::new(format!("texts.{portuguese}.subject"), "required"));
        check.add(Complaint::new(format!("texts.{portuguese}.body"), "required"));
    }
    for (tag, text) in &edit.texts {
        if tag.parse::<Language>().is_err() {
            check.add(Complaint::new(format!("texts.{tag}"), "language-unknown"));
            continue;
        }
        let empty = text.subject.trim().is_empty() && text.body.trim().is_empty();
        if empty && tag != portuguese {
            continue;
        }
        if let Some(text) = checked_text(check, language, edit.kind, &format!("texts.{tag}"), text) {
            texts.insert(tag.clone(), text);
        }
    }
    texts
}

/// Subject and body, cleaned, if nothing is wrong with them. `prefix` names the
/// field that holds both.
pub(super) fn checked_text(
    check: &mut Check,
    language: Language,
    kind: TemplateKind,
    prefix: &str,
    text: &TemplateText,
) -> Option<TemplateText> {
    let subject = validate::line(&format!("{prefix}.subject"), &text.subject, limits::TITLE);
    let body = validate::lines(&format!("{prefix}.body"), &text.body, limits::TEXT);
    let sound = subject.is_ok() && body.is_ok();
    let text = TemplateText { subject: check.take(subject), body: check.take(body) };
    match Template::parse(kind, &text.subject, &text.body) {
        Ok(_) => sound.then_some(text),
        Err(error) => {
            complaints(&error, prefix, language).for_each(|complaint| check.add(complaint));
            None
        }
    }
}

fn complaints(error: &TemplateError, prefix: &str, language: Language) -> impl Iterator<Item = Complaint> {
    let codes = error.faults.iter().map(|fault| fault.flaw.code());
    let fields = error.to_field_errors(prefix, language);
    codes.zip(fields).map(|(code, field)| Complaint::worded(field.field, code, field.message))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(texts: &[(&str, &str, &str)]) -> TemplateEdit {
        let text = |(tag, subject, body): &(&str, &str, &str)| {
            ((*tag).to_owned(), TemplateText { subject: (*subject).to_owned(), body: (*body).to_owned() })
        };
        let texts = texts.iter().map(text).collect();
        TemplateEdit { name: "Aberta".to_owned(), kind: TemplateKind::Request, active: true, texts }
    }

    fn complaints_of(edit: &TemplateEdit) -> Vec<(String, &'static str)> {
        let mut check = Check::new();
        checked_texts(&mut check, Language::English, edit);
        match check.done() {
            Err(Error::Invalid(found)) => found.into_iter().map(|one| (one.field, one.code)).collect(),
            _ => Vec::new(),
        }
    }

    #[test]
    fn portuguese_is_required_and_others_may_be_left_empty() {
        let sound = edit(&[("pt-BR", "Nº ${NUMERO}", "<p>${TITULO}</p>"), ("es", " ", "")]);
        assert_eq!(complaints_of(&sound), []);
        let mut check = Check::new();
        let texts = checked_texts(&mut check, Language::English, &sound);
        assert_eq!(texts.keys().collect::<Vec<_>>(), ["pt-BR"]);
        let missing = [("texts.pt-BR.subject".to_owned(), "required"), ("texts.pt-BR.body".to_owned(), "required")];
        assert_eq!(complaints_of(&edit(&[("en", "Number", "<p>Text</p>")])), missing);
        assert_eq!(complaints_of(&edit(&[("pt-BR", "", "")])), missing);
    }

    #[test]
    fn half_a_text_unknown_languages_and_unknown_keys_are_refused() {
        let half = edit(&[("pt-BR", "A", "B"), ("es", "Asunto", "")]);
        assert_eq!(complaints_of(&half), [("texts.es.body".to_owned(), "required")]);
        let unknown = edit(&[("pt-BR", "A", "B"), ("fr", "A", "B")]);
        assert_eq!(complaints_of(&unknown), [("texts.fr".to_owned(), "language-unknown")]);
        let keys = edit(&[("pt-BR", "${NUMER}", "${TITULO} ${COMMENTTEXT} ${")]);
        let expected = [
            ("texts.pt-BR.subject".to_owned(), "unknown-key"),
            ("texts.pt-BR.body".to_owned(), "unknown-key"),
            ("texts.pt-BR.body".to_owned(), "unclosed-key"),
        ];
        assert_eq!(complaints_of(&keys), expected);
    }
}
