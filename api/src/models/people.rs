//! People: rows, roles, telephones.

use crate::db::schema::{group_members, groups, people, person_phones, person_roles, units};
use crate::db::types::Code;
use crate::db::{Conn, DB, like_pattern};
use chrono::NaiveDateTime;
use contract::identity::{Membership, NamedRef, PersonRef, Phone};
use contract::{GroupPermission, Language, PhoneKind, Role};
use diesel::prelude::*;
use std::collections::HashMap;

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

/// Roles of a person.
///
/// # Errors
/// When the database does not answer.
pub fn roles(conn: &mut Conn, id: i64) -> QueryResult<Vec<Role>> {
    person_roles::table
        .filter(person_roles::person_id.eq(id))
        .order(person_roles::role)
        .select(person_roles::role)
        .load::<Code<Role>>(conn)
        .map(|roles| roles.into_iter().map(Role::from).collect())
}

/// Replaces the roles of a person.
///
/// # Errors
/// When the database does not answer.
pub fn set_roles(conn: &mut Conn, id: i64, roles: &[Role]) -> QueryResult<()> {
    diesel::delete(person_roles::table.filter(person_roles::person_id.eq(id))).execute(conn)?;
    for role in roles {
        diesel::insert_into(person_roles::table)
            .values((person_roles::person_id.eq(id), person_roles::role.eq(Code(*role))))
            .execute(conn)?;
    }
    Ok(())
}

/// How many active people hold a role.
///
/// # Errors
/// When the database does not answer.
pub fn count_with_role(conn: &mut Conn, role: Role) -> QueryResult<i64> {
    person_roles::table
        .inner_join(people::table.on(people::id.eq(person_roles::person_id)))
        .filter(person_roles::role.eq(Code(role)))
        .filter(people::active.eq(true))
        .count()
        .get_result(conn)
}

/// Telephones of a person.
///
/// # Errors
/// When the database does not answer.
pub fn phones(conn: &mut Conn, id: i64) -> QueryResult<Vec<Phone>> {
    let rows: Vec<(Code<PhoneKind>, String)> = person_phones::table
        .filter(person_phones::person_id.eq(id))
        .order(person_phones::id)
        .select((person_phones::kind, person_phones::number))
        .load(conn)?;
    Ok(rows.into_iter().map(|(kind, number)| Phone { kind: kind.0, number }).collect())
}

/// Replaces the telephones of a person, and the keys they are found by; `area` is the
/// area code of numbers without one.
///
/// # Errors
/// When the database does not answer.
pub fn set_phones(conn: &mut Conn, id: i64, phones: &[Phone], area: Option<&str>) -> QueryResult<()> {
    diesel::delete(person_phones::table.filter(person_phones::person_id.eq(id))).execute(conn)?;
    for phone in phones {
        diesel::insert_into(person_phones::table)
            .values((
                person_phones::person_id.eq(id),
                person_phones::kind.eq(Code(phone.kind)),
                person_phones::number.eq(&phone.number),
            ))
            .execute(conn)?;
    }
    let numbers: Vec<String> = phones.iter().map(|phone| phone.number.clone()).collect();
    super::phone_keys::write(conn, id, &numbers, area)
}

/// A group of a person, with what they may do there.
#[derive(Debug, Clone, Queryable)]
pub struct MembershipRow {
    /// Group.
    pub group_id: i64,
    /// Its name.
    pub group_name: String,
    /// View or execute.
    pub permission: Code<GroupPermission>,
    /// May change priority and deadline.
    pub change_sla: bool,
    /// The group sees all requests but confidential ones.
    pub see_all: bool,
}

impl From<&MembershipRow> for Membership {
    fn from(row: &MembershipRow) -> Self {
        Self { group: NamedRef { id: row.group_id, name: row.group_name.clone() }, permission: row.permission.0 }
    }
}

/// Active groups of a person.
///
/// # Errors
/// When the database does not answer.
pub fn memberships(conn: &mut Conn, id: i64) -> QueryResult<Vec<MembershipRow>> {
    group_members::table
        .inner_join(groups::table.on(groups::id.eq(group_members::group_id)))
        .filter(group_members::person_id.eq(id))
        .filter(groups::active.eq(true))
        .order(groups::name)
        .select((groups::id, groups::name, group_members::permission, group_members::change_sla, groups::see_all))
        .load(conn)
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

/// A unit's name.
///
/// # Errors
/// When the database does not answer.
pub fn unit(conn: &mut Conn, id: Option<i64>) -> QueryResult<Option<NamedRef>> {
    let Some(id) = id else { return Ok(None) };
    let name: Option<String> = units::table.find(id).select(units::name).first(conn).optional()?;
    Ok(name.map(|name| NamedRef { id, name }))
}

/// Active people who hold a role.
///
/// # Errors
/// When the database does not answer.
pub fn active_with_role(conn: &mut Conn, role: Role) -> QueryResult<Vec<i64>> {
    person_roles::table
        .inner_join(people::table.on(people::id.eq(person_roles::person_id)))
        .filter(person_roles::role.eq(Code(role)))
        .filter(people::active.eq(true))
        .order(people::id)
        .select(people::id)
        .load(conn)
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
#[must_use]
pub fn filtered(filter: &PeopleFilter) -> Filtered<'static> {
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
