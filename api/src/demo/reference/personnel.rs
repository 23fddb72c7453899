//! The people of the demo company.

use crate::auth::{Via, Viewer};
use crate::db::schema::group_members;
use crate::db::types::Code;
use crate::demo::data::{self, Company, Person};
use crate::domain::tax_id::Cpf;
use crate::error::Result;
use crate::models;
use crate::models::people::PersonValues;
use crate::tx::Tx;
use anyhow::Context;
use contract::identity::Phone;
use contract::{GroupPermission, PhoneKind, Role};
use diesel::prelude::*;

/// A person of the demo company, who acts in it.
#[derive(Debug, Clone)]
pub struct DemoUser {
    /// As they are written down.
    pub person: Person,
    /// Place of their unit.
    pub unit: usize,
    /// Places of the groups they execute requests of.
    pub executes: Vec<usize>,
    /// Places of the groups where they may change priority and deadline.
    pub changes_sla: Vec<usize>,
    /// Who acts.
    pub viewer: Viewer,
}

fn employee_number(place: usize) -> String {
    (30_107 + place * 13).to_string()
}

/// Writes the people.
///
/// # Errors
/// When the database does not answer.
pub fn insert(tx: &mut Tx<'_>, units: &[i64], groups: &[i64], password_hash: &str) -> Result<()> {
    let company = data::company()?;
    for (place, person) in data::people()?.into_iter().enumerate() {
        let unit = company.units.iter().position(|unit| unit.key == person.unit);
        let unit_id = unit.and_then(|place| units.get(place).copied());
        let now = tx.db_now();
        let id = models::people::insert(tx.conn, values(&person, place, unit_id), now)?;
        models::person_roles::set(tx.conn, id, &roles(&person))?;
        let area = unit.and_then(|place| company.units.get(place)).map_or("", |unit| unit.area.as_str());
        let number = format!("({area}) 99{:03}-{:04}", 100 + place * 7, 1200 + place * 97);
        let phone = Phone { kind: PhoneKind::Mobile, number };
        models::person_phones::set(tx.conn, id, &[phone], tx.parameters.area_code().as_deref())?;
        if person.login.is_some() {
            models::people::set_password(tx.conn, id, password_hash)?;
        }
        for (group, group_id) in company.groups.iter().zip(groups) {
            let Some(permission) = person.groups.get(&group.key) else { continue };
            insert_membership(tx, *group_id, id, permission)?;
        }
    }
    Ok(())
}

fn insert_membership(tx: &mut Tx<'_>, group: i64, person: i64, permission: &str) -> QueryResult<()> {
    let kind = if permission == "view" { GroupPermission::View } else { GroupPermission::Execute };
    diesel::insert_into(group_members::table)
        .values((
            group_members::group_id.eq(group),
            group_members::person_id.eq(person),
            group_members::permission.eq(Code(kind)),
            group_members::change_sla.eq(permission == "sla"),
        ))
        .execute(tx.conn)
        .map(|_| ())
}

fn values(person: &Person, place: usize, unit_id: Option<i64>) -> PersonValues {
    let number = employee_number(place);
    let (email, extension) = (person.email.as_deref(), Some(person.extension.as_str()));
    PersonValues {
        search_text: models::people::search_text(&person.name, email, Some(&number), extension),
        name: person.name.clone(),
        email: person.email.clone(),
        tax_id: Some(Cpf::from_seed(place as u64 + 1).as_str().to_owned()),
        employee_number: Some(number),
        unit_id,
        job_title: Some(person.title.clone()),
        extension: Some(person.extension.clone()),
        place: Some(person.place.clone()),
        language: person.language,
        time_zone: data::TIME_ZONE.to_owned(),
        vip: person.vip,
        active: true,
    }
}

fn roles(person: &Person) -> Vec<Role> {
    let mut roles = vec![Role::Requester];
    if !person.groups.is_empty() {
        roles.push(Role::Attendant);
    }
    if person.login.as_deref() == Some("administrator") {
        roles.push(Role::Administrator);
    }
    roles
}

/// Finds the people again.
///
/// # Errors
/// When somebody is not there any more, or the database does not answer.
pub fn read(tx: &mut Tx<'_>, company: &Company) -> Result<Vec<DemoUser>> {
    let mut personnel = Vec::new();
    for (place, person) in data::people()?.into_iter().enumerate() {
        let row = models::people::find_by_employee_number(tx.conn, &employee_number(place))?;
        let row = row.with_context(|| format!("the demo's {:?} is not there", person.name))?;
        let viewer = Viewer::load(tx.conn, row, Via::Internal, None)?;
        let with = |wanted: &dyn Fn(&str) -> bool| {
            let groups = company.groups.iter().enumerate();
            let member = groups.filter(|(_, group)| person.groups.get(&group.key).is_some_and(|kind| wanted(kind)));
            member.map(|(place, _)| place).collect()
        };
        personnel.push(DemoUser {
            unit: company.units.iter().position(|unit| unit.key == person.unit).unwrap_or(0),
            executes: with(&|kind| kind != "view"),
            changes_sla: with(&|kind| kind == "sla"),
            viewer,
            person,
        });
    }
    Ok(personnel)
}

/// Deactivates the people who have left the company.
///
/// # Errors
/// When the database does not answer.
pub fn deactivate_leavers(tx: &mut Tx<'_>, personnel: &[DemoUser]) -> Result<()> {
    for (place, user) in personnel.iter().enumerate().filter(|(_, user)| user.person.left) {
        let row = &user.viewer.person;
        let left = PersonValues { active: false, ..values(&user.person, place, row.unit_id) };
        models::people::update(tx.conn, row.id, row.version, left)?;
    }
    Ok(())
}
