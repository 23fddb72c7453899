//! Services and their categories, as administrators keep them. What the portal
//! reads of them is in [`super::catalogue`].

use super::catalogue::{Service, ServiceCategory};
use crate::db::Conn;
use crate::db::schema::{service_categories, service_targets, service_units, services};
use crate::db::types::Code;
use contract::admin::{ServiceCategoryEdit, TargetView};
use contract::{Level, RequestType};
use diesel::prelude::*;

/// What is written of a service.
#[derive(Debug, Clone, Insertable, AsChangeset)]
#[diesel(table_name = services, treat_none_as_null = true)]
pub struct ServiceValues {
    /// Name.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// What the requester should tell.
    pub hint: String,
    /// Type of its requests.
    #[diesel(serialize_as = Code<RequestType>)]
    pub request_type: RequestType,
    /// Category of the catalogue.
    pub category_id: i64,
    /// Group that serves it.
    pub group_id: Option<i64>,
    /// Calendar of its deadlines.
    pub calendar_id: i64,
    /// Impact of its requests.
    #[diesel(serialize_as = Code<Level>)]
    pub impact: Level,
    /// Priority of all its requests.
    pub fixed_priority: Option<i32>,
    /// Message texts are kept from administrators and see-all groups.
    pub confidential: bool,
    /// Offered.
    pub active: bool,
    /// Counts the edits.
    pub version: i32,
}

/// The service that bears a name.
///
/// # Errors
/// When the database does not answer.
pub fn named(conn: &mut Conn, name: &str) -> QueryResult<Option<i64>> {
    services::table.filter(services::name.eq(name)).select(services::id).first(conn).optional()
}

/// Adds a service.
///
/// # Errors
/// When the name is taken, or the database does not answer.
pub fn insert(conn: &mut Conn, values: ServiceValues) -> QueryResult<i64> {
    diesel::insert_into(services::table).values(values).returning(services::id).get_result(conn)
}

/// Changes a service, if nobody did since it was read.
///
/// # Errors
/// When the name is taken, or the database does not answer.
pub fn update(conn: &mut Conn, before: &Service, values: ServiceValues) -> QueryResult<bool> {
    let target = services::table.filter(services::id.eq(before.id)).filter(services::version.eq(before.version));
    Ok(diesel::update(target).set(values).execute(conn)? == 1)
}

/// Targets of a service, by priority.
///
/// # Errors
/// When the database does not answer.
pub fn targets(conn: &mut Conn, service_id: i64) -> QueryResult<Vec<TargetView>> {
    let rows: Vec<(i32, Option<i64>, Option<i64>)> = service_targets::table
        .filter(service_targets::service_id.eq(service_id))
        .order(service_targets::priority)
        .select((service_targets::priority, service_targets::capture_seconds, service_targets::resolve_seconds))
        .load(conn)?;
    Ok(rows.into_iter().map(|(priority, capture, resolve)| TargetView { priority, capture, resolve }).collect())
}

/// Replaces the targets of a service.
///
/// # Errors
/// When the database does not answer.
pub fn set_targets(conn: &mut Conn, service_id: i64, targets: &[TargetView]) -> QueryResult<()> {
    diesel::delete(service_targets::table.filter(service_targets::service_id.eq(service_id))).execute(conn)?;
    for target in targets {
        diesel::insert_into(service_targets::table)
            .values((
                service_targets::service_id.eq(service_id),
                service_targets::priority.eq(target.priority),
                service_targets::capture_seconds.eq(target.capture),
                service_targets::resolve_seconds.eq(target.resolve),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// Units that services are offered to, as (service, unit).
///
/// # Errors
/// When the database does not answer.
pub fn all_units(conn: &mut Conn) -> QueryResult<Vec<(i64, i64)>> {
    service_units::table.order((service_units::service_id, service_units::unit_id)).load(conn)
}

/// Units that a service is offered to; none: all.
///
/// # Errors
/// When the database does not answer.
pub fn units(conn: &mut Conn, service_id: i64) -> QueryResult<Vec<i64>> {
    service_units::table
        .filter(service_units::service_id.eq(service_id))
        .order(service_units::unit_id)
        .select(service_units::unit_id)
        .load(conn)
}

/// Replaces the units that a service is offered to.
///
/// # Errors
/// When the database does not answer.
pub fn set_units(conn: &mut Conn, service_id: i64, units: &[i64]) -> QueryResult<()> {
    diesel::delete(service_units::table.filter(service_units::service_id.eq(service_id))).execute(conn)?;
    for unit in units {
        diesel::insert_into(service_units::table)
            .values((service_units::service_id.eq(service_id), service_units::unit_id.eq(unit)))
            .execute(conn)?;
    }
    Ok(())
}

/// One category.
///
/// # Errors
/// When the database does not answer.
pub fn category(conn: &mut Conn, id: i64) -> QueryResult<Option<ServiceCategory>> {
    service_categories::table.find(id).select(ServiceCategory::as_select()).first(conn).optional()
}

/// The category that bears a name.
///
/// # Errors
/// When the database does not answer.
pub fn category_named(conn: &mut Conn, name: &str) -> QueryResult<Option<i64>> {
    service_categories::table
        .filter(service_categories::name.eq(name))
        .select(service_categories::id)
        .first(conn)
        .optional()
}

/// Adds a category.
///
/// # Errors
/// When the name is taken, or the database does not answer.
pub fn insert_category(conn: &mut Conn, values: &ServiceCategoryEdit) -> QueryResult<i64> {
    diesel::insert_into(service_categories::table)
        .values((
            service_categories::name.eq(&values.name),
            service_categories::icon.eq(&values.icon),
            service_categories::position.eq(values.position),
            service_categories::version.eq(1),
        ))
        .returning(service_categories::id)
        .get_result(conn)
}

/// Changes a category, if nobody did since it was read.
///
/// # Errors
/// When the name is taken, or the database does not answer.
pub fn update_category(conn: &mut Conn, before: &ServiceCategory, values: &ServiceCategoryEdit) -> QueryResult<bool> {
    let target = service_categories::table
        .filter(service_categories::id.eq(before.id))
        .filter(service_categories::version.eq(before.version));
    let changed = diesel::update(target)
        .set((
            service_categories::name.eq(&values.name),
            service_categories::icon.eq(&values.icon),
            service_categories::position.eq(values.position),
            service_categories::version.eq(before.version + 1),
        ))
        .execute(conn)?;
    Ok(changed == 1)
}
