//! Reference data: units, groups, calendars, catalogue, people, templates,
//! parameters. Written once, and found again by name.

mod catalogue;
mod company;
mod parameters;
mod personnel;

pub use company::DemoCompany;
#[cfg(test)]
pub use parameters::TEMPLATES;
pub use parameters::try_out;
pub use personnel::{DemoUser, deactivate_leavers};

use super::data;
use super::workday;
use crate::db::schema::{groups, services, suspension_reasons, units};
use crate::error::Result;
use crate::tx::Tx;
use anyhow::Context;
use catalogue::calendar;
use diesel::prelude::*;
use std::collections::HashMap;

/// Writes it all, as of `tx.now`.
///
/// # Errors
/// When the database does not answer.
pub fn insert(tx: &mut Tx<'_>, password_hash: &str) -> Result<()> {
    let company = data::company()?;
    // Set up on a working day.
    tx.now = workday::before(&calendar(&company.business_calendar())?, tx.now, 5_400);
    let units = catalogue::insert_units(tx, &company)?;
    let groups = catalogue::insert_groups(tx, &company)?;
    catalogue::insert_services(tx, &company, &units, &groups)?;
    catalogue::insert_reasons(tx, &company)?;
    personnel::insert(tx, &units, &groups, password_hash)?;
    parameters::insert(tx, &groups)
}

/// Finds it again.
///
/// # Errors
/// When something of it is not there any more, or the database does not answer.
pub fn read(tx: &mut Tx<'_>) -> Result<DemoCompany> {
    let company = data::company()?;
    let units: Vec<(String, i64)> = units::table.select((units::name, units::id)).load(tx.conn)?;
    let groups: Vec<(String, i64)> = groups::table.select((groups::name, groups::id)).load(tx.conn)?;
    let services: Vec<(String, i64)> = services::table.select((services::name, services::id)).load(tx.conn)?;
    let reasons: Vec<(String, i64)> =
        suspension_reasons::table.select((suspension_reasons::name_pt, suspension_reasons::id)).load(tx.conn)?;
    Ok(DemoCompany {
        business: calendar(&company.business_calendar())?,
        permanent: calendar(&company.permanent_calendar())?,
        units: in_order(units, company.units.iter().map(|unit| &unit.name))?,
        groups: in_order(groups, company.groups.iter().map(|group| &group.name))?,
        services: in_order(services, company.services.iter().map(|service| &service.name))?,
        reasons: in_order(reasons, company.reasons.iter().map(|reason| &reason.pt))?,
        personnel: personnel::read(tx, &company)?,
        company,
    })
}

fn in_order<'a>(found: Vec<(String, i64)>, names: impl Iterator<Item = &'a String>) -> Result<Vec<i64>> {
    let found: HashMap<String, i64> = found.into_iter().collect();
    names.map(|name| Ok(*found.get(name).with_context(|| format!("the demo's {name:?} is not there"))?)).collect()
}
