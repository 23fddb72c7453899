//! The people of the large data: each follows from a number, none is kept.

use super::sql::Rows;
use crate::demo::data::{self, Names};
use crate::demo::random::Random;
use crate::domain::tax_id::Cpf;
use crate::domain::text::fold;
use chrono::{DateTime, Utc};

/// Below this the numbers of CPFs belong to the demo company.
const FIRST_CPF: u64 = 1_000;
/// One in so many people serves requests.
pub const ATTENDANTS: u64 = 200;

/// GeneratedPerson.
#[derive(Debug)]
pub struct GeneratedPerson {
    /// Full name.
    pub name: String,
    /// The name, folded.
    pub folded: String,
    /// E-mail address.
    pub email: String,
    /// Extension.
    pub extension: String,
    /// Mobile telephone.
    pub phone: String,
    /// Where they sit.
    pub place: String,
    /// Place of their unit.
    pub unit: usize,
    employee_number: String,
}

/// The person with a number (from 0), of a company with so many units.
#[must_use]
pub fn person(names: &Names, units: usize, number: u64) -> GeneratedPerson {
    let mut random = Random::new(number.wrapping_mul(0x9E37_79B9) ^ 0xB01D);
    let mut one = |list: &[String]| list.get(random.index(list.len())).cloned().unwrap_or_default();
    let name = format!("{} {} {}", one(&names.first), one(&names.last), one(&names.last));
    let unit = random.index(units);
    GeneratedPerson {
        folded: fold(&name),
        name,
        email: email(number),
        extension: (10_000 + number % 80_000).to_string(),
        phone: format!("(41) 9{:04}-{:04}", 8000 + number / 10_000 % 1000, number % 10_000),
        place: format!("{}º andar", 1 + random.below(6)),
        unit,
        employee_number: format!("G{number:07}"),
    }
}

/// The address of the person with a number.
#[must_use]
pub fn email(number: u64) -> String {
    format!("pessoa.{number:06}@demo.test")
}

/// Whether a person serves requests, and of the group in which place.
#[must_use]
pub const fn serves(number: u64, groups: u64) -> Option<usize> {
    if number.is_multiple_of(ATTENDANTS) { Some((number / ATTENDANTS % groups) as usize) } else { None }
}

/// What the rows of people refer to.
#[derive(Debug)]
pub struct PeopleTable<'a> {
    /// Names to choose from.
    pub names: &'a Names,
    /// Identifiers of the units.
    pub units: &'a [i64],
    /// Identifiers of the groups.
    pub groups: &'a [i64],
    /// Identifier of the person with the number 0.
    pub first_id: i64,
    /// When they were registered.
    pub at: DateTime<Utc>,
}

/// Rows of some people.
#[must_use]
pub fn rows(table: &PeopleTable<'_>, numbers: std::ops::Range<u64>) -> Vec<String> {
    let mut people = Rows::new(
        "INSERT INTO people (id,name,email,tax_id,employee_number,unit_id,job_title,extension,place,language,time_zone,\
         vip,active,password_hash,search_text,created_at,version) VALUES ",
    );
    let mut phones = Rows::new("INSERT INTO person_phones (person_id,kind,number) VALUES ");
    let mut roles = Rows::new("INSERT INTO person_roles (person_id,role) VALUES ");
    let mut members = Rows::new("INSERT INTO group_members (group_id,person_id,permission,change_sla) VALUES ");
    for number in numbers {
        let who = person(table.names, table.units.len(), number);
        let id = table.first_id + number.cast_signed();
        let group = serves(number, table.groups.len() as u64).and_then(|place| table.groups.get(place));
        let searched = format!("{} {} {} {}", who.folded, who.email, who.employee_number.to_lowercase(), who.extension);
        let mut row = people.row();
        row.int(id).text(&who.name).text(&who.email).text(Cpf::from_seed(FIRST_CPF + number).as_str());
        row.text(&who.employee_number).maybe_int(table.units.get(who.unit).copied());
        row.text(if group.is_some() { "Analista de suporte" } else { "Assistente" });
        row.text(&who.extension).text(&who.place).text("pt-BR").text(data::TIME_ZONE);
        row.yes(number % 100 == 99).yes(true).null().text(&searched).at(table.at).int(1);
        drop(row);
        phones.row().int(id).text("mobile").text(&who.phone);
        roles.row().int(id).text("requester");
        if let Some(group) = group {
            roles.row().int(id).text("attendant");
            members.row().int(*group).int(id).text("execute").yes(true);
        }
    }
    [people, phones, roles, members].into_iter().flat_map(Rows::finish).collect()
}
