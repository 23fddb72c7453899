//! Services: rows, their targets, and the units that they are offered to.

use crate::db::schema::{service_targets, service_units, services};
use crate::db::types::Code;
use crate::db::{Conn, DB};
use contract::admin::TargetView;
use contract::{Level, RequestType};
use diesel::prelude::*;
use std::collections::{BTreeSet, HashMap};

/// A service.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = services)]
pub struct Service {
    /// Identifier.
    pub id: i64,
    /// Name.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// What the requester should tell.
    pub hint: String,
    /// Type of its requests.
    #[diesel(deserialize_as = Code<RequestType>)]
    pub request_type: RequestType,
    /// Category of the catalogue.
    pub category_id: i64,
    /// Group that serves it.
    pub group_id: Option<i64>,
    /// Calendar of its deadlines.
    pub calendar_id: i64,
    /// Impact of its requests.
    #[diesel(deserialize_as = Code<Level>)]
    pub impact: Level,
    /// Priority of all its requests.
    pub fixed_priority: Option<i32>,
    /// Message texts are kept from administrators and see-all groups.
    pub confidential: bool,
    /// Offered.
    pub active: bool,
    /// Changes with every edit.
    pub version: i32,
}

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

/// One service.
///
/// # Errors
/// When the database does not answer.
pub fn find(conn: &mut Conn, id: i64) -> QueryResult<Option<Service>> {
    services::table.find(id).select(Service::as_select()).first(conn).optional()
}

/// Services by identifier.
///
/// # Errors
/// When the database does not answer.
pub fn by_id(conn: &mut Conn, ids: impl IntoIterator<Item = i64>) -> QueryResult<HashMap<i64, Service>> {
    let ids: BTreeSet<i64> = ids.into_iter().collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<Service> =
        services::table.filter(services::id.eq_any(ids)).select(Service::as_select()).load(conn)?;
    Ok(rows.into_iter().map(|service| (service.id, service)).collect())
}

/// All services, by name.
///
/// # Errors
/// When the database does not answer.
pub fn all(conn: &mut Conn) -> QueryResult<Vec<Service>> {
    services::table.order((services::name, services::id)).select(Service::as_select()).load(conn)
}

/// Active services offered to somebody of a unit, by name.
///
/// # Errors
/// When the database does not answer.
pub fn offered(conn: &mut Conn, unit_id: Option<i64>) -> QueryResult<Vec<Service>> {
    let mut query = services::table.into_boxed::<DB>().filter(services::active.eq(true));
    let limited = service_units::table.filter(service_units::service_id.eq(services::id));
    query = match unit_id {
        Some(unit) => query.filter(
            diesel::dsl::not(diesel::dsl::exists(limited)).or(diesel::dsl::exists(
                service_units::table
                    .filter(service_units::service_id.eq(services::id))
                    .filter(service_units::unit_id.eq(unit)),
            )),
        ),
        None => query.filter(diesel::dsl::not(diesel::dsl::exists(limited))),
    };
    query.order((services::name, services::id)).select(Service::as_select()).load(conn)
}

/// Identifiers of the confidential services.
///
/// # Errors
/// When the database does not answer.
pub fn confidential(conn: &mut Conn) -> QueryResult<Vec<i64>> {
    services::table.filter(services::confidential.eq(true)).select(services::id).load(conn)
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

/// A service's target for a priority: to capture and to resolve, in seconds of working time.
///
/// # Errors
/// When the database does not answer.
pub fn target(conn: &mut Conn, service_id: i64, priority: i32) -> QueryResult<(Option<i64>, Option<i64>)> {
    let found = service_targets::table
        .find((service_id, priority))
        .select((service_targets::capture_seconds, service_targets::resolve_seconds))
        .first(conn)
        .optional()?;
    Ok(found.unwrap_or((None, None)))
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

/// Service, priority, time to capture, time to resolve.
pub type TargetRow = (i64, i32, Option<i64>, Option<i64>);

/// All targets.
///
/// # Errors
/// When the database does not answer.
pub fn all_targets(conn: &mut Conn) -> QueryResult<Vec<TargetRow>> {
    service_targets::table.order((service_targets::service_id, service_targets::priority)).load(conn)
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
