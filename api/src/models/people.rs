//! People: rows, and lists of them. Their roles are in [`super::person_roles`], their telephones in
//! [`super::person_phones`], their groups in [`super::groups`].

use super::page::{self, Cursor};
use crate::db::schema::{people, person_roles};
use crate::db::types::Code;
use crate::db::{Conn, DB, like_pattern};
use chrono::NaiveDateTime;
use contract::identity::PersonRef;
use contract::{Language, Page, Role};
use diesel::prelude::*;
use std::collections::HashMap;

/// The order of the list: a cursor of another list is refused.
const ORDER: &str = "people";

/// A person.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = people)]
pub struct Person {
    /// Identifier.
    pub id: i64,
    /// Full name.
    pub name: String,
    /// E-mail address, in lower case.
    pub email: Option<String>,
    /// CPF or CNPJ, normalised.
    pub tax_id: Option<String>,
    /// Employee number.
    pub employee_number: Option<String>,
    /// Unit.
    pub unit_id: Option<i64>,
    /// Job title.
    pub job_title: Option<String>,
    /// Telephone extension.
    pub extension: Option<String>,
    /// Where they sit.
    pub place: Option<String>,
    /// Language.
    #[diesel(deserialize_as = Code<Language>)]
    pub language: Language,
    /// IANA time zone.
    pub time_zone: String,
    /// VIP mark.
    pub vip: bool,
    /// Active.
    pub active: bool,
    /// Argon2id hash.
    pub password_hash: Option<String>,
    /// When it was registered.
    pub created_at: NaiveDateTime,
    /// Changes with every edit.
    pub version: i32,
}

impl Person {
    /// As others see them.
    #[must_use]
    pub fn as_ref(&self) -> PersonRef {
        PersonRef { id: self.id, name: self.name.clone() }
    }
}

/// What is written of a person.
#[derive(Debug, Clone, Insertable, AsChangeset)]
#[diesel(table_name = people, treat_none_as_null = true)]
pub struct PersonValues {
    /// Full name.
    pub name: String,
    /// E-mail address, in lower case.
    pub email: Option<String>,
    /// CPF or CNPJ, normalised.
    pub tax_id: Option<String>,
    /// Employee number.
    pub employee_number: Option<String>,
    /// Unit.
    pub unit_id: Option<i64>,
    /// Job title.
    pub job_title: Option<String>,
    /// Telephone extension.
    pub extension: Option<String>,
    /// Where they sit.
    pub place: Option<String>,
    /// Language.
    #[diesel(serialize_as = Code<Language>)]
    pub language: Language,
    /// IANA time zone.
    pub time_zone: String,
    /// VIP mark.
    pub vip: bool,
    /// Active.
    pub active: bool,
    /// Folded text for the search.
    pub search_text: String,
}

/// The person, if there is one.
///
/// # Errors
/// When the database does not answer.
pub fn find(conn: &mut Conn, id: i64) -> QueryResult<Option<Person>> {
    people::table.find(id).select(Person::as_select()).first(conn).optional()
}

/// The person with an e-mail address (any case).
///
/// # Errors
/// When the database does not answer.
pub fn find_by_email(conn: &mut Conn, email: &str) -> QueryResult<Option<Person>> {
    people::table
        .filter(people::email.eq(email.trim().to_lowercase()))
        .select(Person::as_select())
        .first(conn)
        .optional()
}

/// The people with a tax id: one for a CPF, perhaps several for a CNPJ.
///
/// # Errors
/// When the database does not answer.
pub fn find_by_tax_id(conn: &mut Conn, tax_id: &str) -> QueryResult<Vec<Person>> {
    people::table
        .filter(people::tax_id.eq(tax_id))
        .order((people::name, people::id))
        .select(Person::as_select())
        .load(conn)
}

/// The person with an employee number.
///
/// # Errors
/// When the database does not answer.
pub fn find_by_employee_number(conn: &mut Conn, number: &str) -> QueryResult<Option<Person>> {
    people::table.filter(people::employee_number.eq(number)).select(Person::as_select()).first(conn).optional()
}

/// Identifiers of the people with a tax identifier: a CNPJ may be several people's.
///
/// # Errors
/// When the database does not answer.
pub fn ids_by_tax_id(conn: &mut Conn, tax_id: &str) -> QueryResult<Vec<i64>> {
    people::table.filter(people::tax_id.eq(tax_id)).select(people::id).load(conn)
}

/// Identifier of the person with an employee number, if there is one.
///
/// # Errors
/// When the database does not answer.
pub fn ids_by_employee_number(conn: &mut Conn, number: &str) -> QueryResult<Vec<i64>> {
    people::table.filter(people::employee_number.eq(number)).select(people::id).load(conn)
}

/// Those of some people who are active, by name.
///
/// # Errors
/// When the database does not answer.
pub fn active_of(conn: &mut Conn, ids: &[i64], limit: i64) -> QueryResult<Vec<i64>> {
    people::table
        .filter(people::id.eq_any(ids.to_vec()))
        .filter(people::active.eq(true))
        .order((people::name, people::id))
        .limit(limit)
        .select(people::id)
        .load(conn)
}

/// Adds a person.
///
/// # Errors
/// When a unique value is taken, or the database does not answer.
pub fn insert(conn: &mut Conn, values: PersonValues, now: NaiveDateTime) -> QueryResult<i64> {
    diesel::insert_into(people::table)
        .values((
            people::name.eq(values.name),
            people::email.eq(values.email),
            people::tax_id.eq(values.tax_id),
            people::employee_number.eq(values.employee_number),
            people::unit_id.eq(values.unit_id),
            people::job_title.eq(values.job_title),
            people::extension.eq(values.extension),
            people::place.eq(values.place),
            people::language.eq(Code(values.language)),
            people::time_zone.eq(values.time_zone),
            people::vip.eq(values.vip),
            people::active.eq(values.active),
            people::search_text.eq(values.search_text),
            people::created_at.eq(now),
            people::version.eq(1),
        ))
        .returning(people::id)
        .get_result(conn)
}

/// Changes a person, if nobody did since `version`.
///
/// # Errors
/// When a unique value is taken, or the database does not answer.
pub fn update(conn: &mut Conn, id: i64, version: i32, values: PersonValues) -> QueryResult<bool> {
    let changed = diesel::update(people::table.filter(people::id.eq(id)).filter(people::version.eq(version)))
        .set((values, people::version.eq(version + 1)))
        .execute(conn)?;
    Ok(changed == 1)
}

/// Sets the password hash.
///
/// # Errors
/// When the database does not answer.
pub fn set_password(conn: &mut Conn, id: i64, hash: &str) -> QueryResult<()> {
    diesel::update(people::table.find(id)).set(people::password_hash.eq(hash)).execute(conn).map(|_| ())
}

/// Sets language and time zone.
///
/// # Errors
/// When the database does not answer.
pub fn set_preferences(conn: &mut Conn, id: i64, language: Language, time_zone: &str) -> QueryResult<()> {
    diesel::update(people::table.find(id))
        .set((people::language.eq(Code(language)), people::time_zone.eq(time_zone)))
        .execute(conn)
        .map(|_| ())
}

/// Some people, by identifier.
///
/// # Errors
/// When the database does not answer.
pub fn by_id(conn: &mut Conn, ids: &[i64]) -> QueryResult<HashMap<i64, Person>> {
    let rows: Vec<Person> =
        people::table.filter(people::id.eq_any(ids.to_vec())).select(Person::as_select()).load(conn)?;
    Ok(rows.into_iter().map(|person| (person.id, person)).collect())
}

/// Names of people, by identifier.
///
/// # Errors
/// When the database does not answer.
pub fn names(conn: &mut Conn, ids: impl IntoIterator<Item = i64>) -> QueryResult<HashMap<i64, PersonRef>> {
    let ids: std::collections::BTreeSet<i64> = ids.into_iter().collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(i64, String)> =
        people::table.filter(people::id.eq_any(ids)).select((people::id, people::name)).load(conn)?;
    Ok(rows.into_iter().map(|(id, name)| (id, PersonRef { id, name })).collect())
}

/// What a list of people is filtered by.
#[derive(Debug, Clone, Default)]
pub struct PeopleFilter {
    /// Folded words, all of which must occur.
    pub words: Vec<String>,
    /// Role.
    pub role: Option<Role>,
    /// Active or not.
    pub active: Option<bool>,
}

type Filtered<'a> = people::BoxedQuery<'a, DB>;

/// The query of a list of people.
fn filtered(filter: &PeopleFilter) -> Filtered<'static> {
    let mut query = people::table.into_boxed::<DB>();
    for word in &filter.words {
        query = query.filter(people::search_text.like(like_pattern(word)).escape('\\'));
    }
    if let Some(active) = filter.active {
        query = query.filter(people::active.eq(active));
    }
    if let Some(role) = filter.role {
        query = query.filter(diesel::dsl::exists(
            person_roles::table
                .filter(person_roles::person_id.eq(people::id))
                .filter(person_roles::role.eq(Code(role))),
        ));
    }
    query
}

/// Folded text that people are found by. The tax id is not part of it: it is
/// searched exactly, and audited.
#[must_use]
pub fn search_text(name: &str, email: Option<&str>, employee_number: Option<&str>, extension: Option<&str>) -> String {
    let parts = [Some(name), email, employee_number, extension];
    crate::domain::text::fold(&parts.into_iter().flatten().collect::<Vec<_>>().join(" "))
}

/// Those of some people who are marked VIP.
///
/// # Errors
/// When the database does not answer.
pub fn vips(conn: &mut Conn, ids: impl IntoIterator<Item = i64>) -> QueryResult<Vec<i64>> {
    let ids: std::collections::BTreeSet<i64> = ids.into_iter().collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    people::table.filter(people::id.eq_any(ids)).filter(people::vip.eq(true)).select(people::id).load(conn)
}

/// One page of people, by name.
///
/// # Errors
/// For an invalid cursor; when the database does not answer.
pub fn page(conn: &mut Conn, filter: &PeopleFilter, cursor: Option<&str>, size: i64) -> page::Result<Page<Person>> {
    let cursor = Cursor::decode(cursor, ORDER)?;
    let query = filtered(filter);
    let query = match &cursor {
        Some(at) if at.backwards => query
            .filter(people::name.lt(at.key.clone()).or(people::name.eq(at.key.clone()).and(people::id.lt(at.id))))
            .order((people::name.desc(), people::id.desc())),
        Some(at) => query
            .filter(people::name.gt(at.key.clone()).or(people::name.eq(at.key.clone()).and(people::id.gt(at.id))))
            .order((people::name.asc(), people::id.asc())),
        None => query.order((people::name.asc(), people::id.asc())),
    };
    let rows: Vec<Person> = query.limit(size + 1).select(Person::as_select()).load(conn)?;
    let total = filtered(filter).count().get_result(conn)?;
    Ok(page::assemble(rows, size, cursor.as_ref(), total, |row| (ORDER.to_owned(), row.name.clone(), row.id)))
}
