//! Units, groups, calendars, services and reasons to suspend.

use crate::db::schema::{calendars, groups, service_categories, service_targets, service_units, services};
use crate::db::schema::{suspension_reasons, units};
use crate::db::types::Code;
use crate::demo::data::{self, Company};
use crate::domain::calendar::Calendar;
use crate::error::{Error, Result};
use crate::tx::Tx;
use anyhow::Context;
use contract::admin::CalendarEdit;
use diesel::prelude::*;
use std::collections::HashMap;

/// The calendar of a form.
///
/// # Errors
/// When the calendar is not valid.
pub fn calendar(edit: &CalendarEdit) -> Result<Calendar> {
    Calendar::from_edit(edit).map_err(|faults| Error::Internal(anyhow::anyhow!("the demo's calendar: {faults:?}")))
}

/// Writes the units and gives their identifiers.
///
/// # Errors
/// When the database does not answer.
pub fn insert_units(tx: &mut Tx<'_>, company: &Company) -> QueryResult<Vec<i64>> {
    company
        .units
        .iter()
        .map(|unit| {
            diesel::insert_into(units::table)
                .values((units::name.eq(&unit.name), units::active.eq(true), units::version.eq(1)))
                .returning(units::id)
                .get_result(tx.conn)
        })
        .collect()
}

/// Writes the groups and gives their identifiers.
///
/// # Errors
/// When the database does not answer.
pub fn insert_groups(tx: &mut Tx<'_>, company: &Company) -> QueryResult<Vec<i64>> {
    company
        .groups
        .iter()
        .map(|group| {
            diesel::insert_into(groups::table)
                .values((
                    groups::name.eq(&group.name),
                    groups::email.eq(Some(&group.email).filter(|email| !email.is_empty())),
                    groups::see_all.eq(group.see_all),
                    groups::active.eq(true),
                    groups::version.eq(1),
                ))
                .returning(groups::id)
                .get_result(tx.conn)
        })
        .collect()
}

fn insert_calendar(tx: &mut Tx<'_>, edit: &CalendarEdit) -> Result<i64> {
    // What is saved is what reading it back gives: a calendar that is valid.
    let edit = calendar(edit)?.to_edit(&edit.name);
    let definition = serde_json::to_string(&edit).context("writing the demo's calendar")?;
    let id = diesel::insert_into(calendars::table)
        .values((calendars::name.eq(&edit.name), calendars::definition.eq(definition), calendars::version.eq(1)))
        .returning(calendars::id)
        .get_result(tx.conn)?;
    Ok(id)
}

/// Writes the calendars, the categories and the services.
///
/// # Errors
/// When the database does not answer.
pub fn insert_services(tx: &mut Tx<'_>, company: &Company, units: &[i64], groups: &[i64]) -> Result<()> {
    let business = insert_calendar(tx, &company.business_calendar())?;
    let permanent = insert_calendar(tx, &company.permanent_calendar())?;
    let mut categories = HashMap::new();
    for (category, position) in company.categories.iter().zip(1..) {
        let id: i64 = diesel::insert_into(service_categories::table)
            .values((
                service_categories::name.eq(&category.name),
                service_categories::icon.eq(&category.icon),
                service_categories::position.eq(position),
                service_categories::version.eq(1),
            ))
            .returning(service_categories::id)
            .get_result(tx.conn)?;
        categories.insert(category.key.as_str(), id);
    }
    for service in &company.services {
        let category = categories.get(service.category.as_str()).copied();
        let category = category.with_context(|| format!("the category of {:?}", service.name))?;
        let group = service.group.as_ref().and_then(|key| company.groups.iter().position(|group| &group.key == key));
        let group = group.and_then(|place| groups.get(place).copied());
        let calendar = if service.is_always() { permanent } else { business };
        let id = insert_service(tx, service, (category, group, calendar))?;
        insert_offer(tx, company, service, id, units)?;
    }
    Ok(())
}

fn insert_service(
    tx: &mut Tx<'_>,
    service: &data::Service,
    (category, group, calendar): (i64, Option<i64>, i64),
) -> QueryResult<i64> {
    diesel::insert_into(services::table)
        .values((
            services::name.eq(&service.name),
            services::description.eq(&service.description),
            services::hint.eq(&service.hint),
            services::request_type.eq(Code(service.request_type)),
            services::category_id.eq(category),
            services::group_id.eq(group),
            services::calendar_id.eq(calendar),
            services::impact.eq(Code(service.impact)),
            services::fixed_priority.eq(service.fixed_priority),
            services::confidential.eq(service.confidential),
            services::active.eq(true),
            services::version.eq(1),
        ))
        .returning(services::id)
        .get_result(tx.conn)
}

/// Targets of a service, and the units it is offered to.
fn insert_offer(
    tx: &mut Tx<'_>,
    company: &Company,
    service: &data::Service,
    id: i64,
    units: &[i64],
) -> QueryResult<()> {
    for priority in 1..=5 {
        let Some((capture, resolve)) = company.target(service, priority) else { continue };
        diesel::insert_into(service_targets::table)
            .values((
                service_targets::service_id.eq(id),
                service_targets::priority.eq(priority),
                service_targets::capture_seconds.eq(capture),
                service_targets::resolve_seconds.eq(resolve),
            ))
            .execute(tx.conn)?;
    }
    for (unit, unit_id) in company.units.iter().zip(units) {
        if service.units.contains(&unit.key) {
            diesel::insert_into(service_units::table)
                .values((service_units::service_id.eq(id), service_units::unit_id.eq(unit_id)))
                .execute(tx.conn)?;
        }
    }
    Ok(())
}

/// Writes the reasons to suspend.
///
/// # Errors
/// When the database does not answer.
pub fn insert_reasons(tx: &mut Tx<'_>, company: &Company) -> QueryResult<()> {
    for reason in &company.reasons {
        diesel::insert_into(suspension_reasons::table)
            .values((
                suspension_reasons::name_pt.eq(&reason.pt),
                suspension_reasons::name_es.eq(&reason.es),
                suspension_reasons::name_en.eq(&reason.en),
                suspension_reasons::waits_requester.eq(reason.waits_requester),
                suspension_reasons::active.eq(true),
                suspension_reasons::version.eq(1),
            ))
            .execute(tx.conn)?;
    }
    Ok(())
}
