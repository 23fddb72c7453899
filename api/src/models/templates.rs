//! E-mail templates.

use crate::db::Conn;
use crate::db::schema::{email_template_texts, email_templates};
use crate::db::types::Code;
use contract::Language;
use contract::admin::{TemplateKind, TemplateText};
use diesel::prelude::*;
use std::collections::BTreeMap;

/// A template.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = email_templates)]
#[allow(missing_docs, reason = "the columns are documented in the migration")]
pub struct Template {
    pub id: i64,
    pub name: String,
    #[diesel(deserialize_as = Code<TemplateKind>)]
    pub kind: TemplateKind,
    pub active: bool,
    pub version: i32,
}

/// One template.
///
/// # Errors
/// When the database does not answer.
pub fn find(conn: &mut Conn, id: i64) -> QueryResult<Option<Template>> {
    email_templates::table.find(id).select(Template::as_select()).first(conn).optional()
}

/// All templates, by name.
///
/// # Errors
/// When the database does not answer.
pub fn all(conn: &mut Conn) -> QueryResult<Vec<Template>> {
    email_templates::table.order((email_templates::name, email_templates::id)).select(Template::as_select()).load(conn)
}

/// The template that bears a name.
///
/// # Errors
/// When the database does not answer.
pub fn named(conn: &mut Conn, name: &str) -> QueryResult<Option<i64>> {
    email_templates::table.filter(email_templates::name.eq(name)).select(email_templates::id).first(conn).optional()
}

/// Texts of a template by language tag.
///
/// # Errors
/// When the database does not answer.
pub fn texts(conn: &mut Conn, id: i64) -> QueryResult<BTreeMap<String, TemplateText>> {
    let rows: Vec<(String, String, String)> = email_template_texts::table
        .filter(email_template_texts::template_id.eq(id))
        .select((email_template_texts::language, email_template_texts::subject, email_template_texts::body))
        .load(conn)?;
    Ok(rows.into_iter().map(|(language, subject, body)| (language, TemplateText { subject, body })).collect())
}

/// The text of a template in a language, or else in Portuguese.
///
/// # Errors
/// When the database does not answer.
pub fn text(conn: &mut Conn, id: i64, language: Language) -> QueryResult<Option<TemplateText>> {
    let mut texts = texts(conn, id)?;
    Ok(texts.remove(language.as_str()).or_else(|| texts.remove(Language::Portuguese.as_str())))
}

/// Adds a template.
///
/// # Errors
/// When the name is taken, or the database does not answer.
pub fn insert(conn: &mut Conn, name: &str, kind: TemplateKind, active: bool) -> QueryResult<i64> {
    diesel::insert_into(email_templates::table)
        .values((
            email_templates::name.eq(name),
            email_templates::kind.eq(Code(kind)),
            email_templates::active.eq(active),
            email_templates::version.eq(1),
        ))
        .returning(email_templates::id)
        .get_result(conn)
}

/// Changes a template, if nobody did since `version`.
///
/// # Errors
/// When the name is taken, or the database does not answer.
pub fn update(
    conn: &mut Conn,
    id: i64,
    version: i32,
    name: &str,
    kind: TemplateKind,
    active: bool,
) -> QueryResult<bool> {
    let target = email_templates::table.filter(email_templates::id.eq(id)).filter(email_templates::version.eq(version));
    let changed = diesel::update(target)
        .set((
            email_templates::name.eq(name),
            email_templates::kind.eq(Code(kind)),
            email_templates::active.eq(active),
            email_templates::version.eq(version + 1),
        ))
        .execute(conn)?;
    Ok(changed == 1)
}

/// Replaces the texts of a template.
///
/// # Errors
/// When the database does not answer.
pub fn set_texts(conn: &mut Conn, id: i64, texts: &BTreeMap<String, TemplateText>) -> QueryResult<()> {
    diesel::delete(email_template_texts::table.filter(email_template_texts::template_id.eq(id))).execute(conn)?;
    for (language, text) in texts {
        diesel::insert_into(email_template_texts::table)
            .values((
                email_template_texts::template_id.eq(id),
                email_template_texts::language.eq(language),
                email_template_texts::subject.eq(&text.subject),
                email_template_texts::body.eq(&text.body),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// Removes a template and its texts.
///
/// # Errors
/// When the database does not answer.
pub fn delete(conn: &mut Conn, id: i64) -> QueryResult<bool> {
    Ok(diesel::delete(email_templates::table.find(id)).execute(conn)? == 1)
}
