//! The catalogue: categories, services, targets, calendars, suspension reasons,
//! groups, units.

use crate::db::schema::{
    calendars, group_members, groups, people, service_categories, service_targets, service_units, services,
    suspension_reasons, units,
};
use crate::db::types::Code;
use crate::db::{Conn, DB};
use contract::identity::{NamedRef, PersonRef};
use contract::{GroupPermission, Language, Level, RequestType};
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

/// One service.
///
/// # Errors
/// When the database does not answer.
pub fn service(conn: &mut Conn, id: i64) -> QueryResult<Option<Service>> {
    services::table.find(id).select(Service::as_select()).first(conn).optional()
}

/// Services by identifier.
///
/// # Errors
/// When the database does not answer.
pub fn services_by_id(conn: &mut Conn, ids: impl IntoIterator<Item = i64>) -> QueryResult<HashMap<i64, Service>> {
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
pub fn all_services(conn: &mut Conn) -> QueryResult<Vec<Service>> {
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
pub fn confidential_services(conn: &mut Conn) -> QueryResult<Vec<i64>> {
    services::table.filter(services::confidential.eq(true)).select(services::id).load(conn)
}

/// A service's targets for a priority: to capture and to resolve, in seconds of working time.
///
/// # Errors
/// When the database does not answer.
pub fn targets(conn: &mut Conn, service_id: i64, priority: i32) -> QueryResult<(Option<i64>, Option<i64>)> {
    let found = service_targets::table
        .find((service_id, priority))
        .select((service_targets::capture_seconds, service_targets::resolve_seconds))
        .first(conn)
        .optional()?;
    Ok(found.unwrap_or((None, None)))
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

/// A category of the catalogue.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = service_categories)]
pub struct ServiceCategory {
    /// Identifier.
    pub id: i64,
    /// Name.
    pub name: String,
    /// Icon.
    pub icon: String,
    /// Order on the page.
    pub position: i32,
    /// Changes with every edit.
    pub version: i32,
}

/// Categories in the order of the page.
///
/// # Errors
/// When the database does not answer.
pub fn categories(conn: &mut Conn) -> QueryResult<Vec<ServiceCategory>> {
    service_categories::table
        .order((service_categories::position, service_categories::name))
        .select(ServiceCategory::as_select())
        .load(conn)
}

/// A calendar's definition (JSON of `contract::admin::CalendarEdit`).
///
/// # Errors
/// When the database does not answer.
pub fn calendar_definition(conn: &mut Conn, id: i64) -> QueryResult<Option<String>> {
    calendars::table.find(id).select(calendars::definition).first(conn).optional()
}

/// A suspension reason.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = suspension_reasons)]
pub struct SuspensionReason {
    /// Identifier.
    pub id: i64,
    /// Name in Portuguese.
    pub name_pt: String,
    /// Name in Spanish.
    pub name_es: String,
    /// Name in English.
    pub name_en: String,
    /// The desk waits for the requester.
    pub waits_requester: bool,
    /// Offered.
    pub active: bool,
    /// Changes with every edit.
    pub version: i32,
}

impl SuspensionReason {
    /// The name in a language; Portuguese when there is none.
    #[must_use]
    pub fn name(&self, language: Language) -> &str {
        let name = match language {
            Language::Portuguese => &self.name_pt,
            Language::Spanish => &self.name_es,
            Language::English => &self.name_en,
        };
        if name.is_empty() { &self.name_pt } else { name }
    }
}

/// One suspension reason.
///
/// # Errors
/// When the database does not answer.
pub fn suspension_reason(conn: &mut Conn, id: i64) -> QueryResult<Option<SuspensionReason>> {
    suspension_reasons::table.find(id).select(SuspensionReason::as_select()).first(conn).optional()
}

/// All suspension reasons.
///
/// # Errors
/// When the database does not answer.
pub fn suspension_reasons(conn: &mut Conn) -> QueryResult<Vec<SuspensionReason>> {
    suspension_reasons::table.order(suspension_reasons::id).select(SuspensionReason::as_select()).load(conn)
}

/// A group.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = groups)]
pub struct Group {
    /// Identifier.
    pub id: i64,
    /// Name.
    pub name: String,
    /// E-mail address.
    pub email: Option<String>,
    /// Sees all requests but confidential ones.
    pub see_all: bool,
    /// Active.
    pub active: bool,
    /// Changes with every edit.
    pub version: i32,
}

/// One group.
///
/// # Errors
/// When the database does not answer.
pub fn group(conn: &mut Conn, id: i64) -> QueryResult<Option<Group>> {
    groups::table.find(id).select(Group::as_select()).first(conn).optional()
}

/// All groups, by name.
///
/// # Errors
/// When the database does not answer.
pub fn all_groups(conn: &mut Conn) -> QueryResult<Vec<Group>> {
    groups::table.order((groups::name, groups::id)).select(Group::as_select()).load(conn)
}

/// Names of groups, by identifier.
///
/// # Errors
/// When the database does not answer.
pub fn group_names(conn: &mut Conn) -> QueryResult<HashMap<i64, NamedRef>> {
    let rows: Vec<(i64, String)> = groups::table.select((groups::id, groups::name)).load(conn)?;
    Ok(rows.into_iter().map(|(id, name)| (id, NamedRef { id, name })).collect())
}

/// A member of a group.
#[derive(Debug, Clone, Queryable)]
pub struct Member {
    /// Group.
    pub group_id: i64,
    /// Person.
    pub person_id: i64,
    /// Their name.
    pub name: String,
    /// View or execute.
    pub permission: Code<GroupPermission>,
    /// May change priority and deadline.
    pub change_sla: bool,
}

/// Active members of a group, or of all groups, by name.
///
/// # Errors
/// When the database does not answer.
pub fn members(conn: &mut Conn, group_id: Option<i64>) -> QueryResult<Vec<Member>> {
    let mut query = group_members::table
        .inner_join(people::table.on(people::id.eq(group_members::person_id)))
        .filter(people::active.eq(true))
        .into_boxed::<DB>();
    if let Some(group_id) = group_id {
        query = query.filter(group_members::group_id.eq(group_id));
    }
    query
        .order((people::name, people::id))
        .select((
            group_members::group_id,
            group_members::person_id,
            people::name,
            group_members::permission,
            group_members::change_sla,
        ))
        .load(conn)
}

/// Active executors of a group.
///
/// # Errors
/// When the database does not answer.
pub fn executors(conn: &mut Conn, group_id: i64) -> QueryResult<Vec<PersonRef>> {
    Ok(members(conn, Some(group_id))?
        .into_iter()
        .filter(|member| member.permission.0 == GroupPermission::Execute)
        .map(|member| PersonRef { id: member.person_id, name: member.name })
        .collect())
}

/// Units, by name.
///
/// # Errors
/// When the database does not answer.
pub fn all_units(conn: &mut Conn) -> QueryResult<Vec<(i64, String, bool, i32)>> {
    units::table.order(units::name).load(conn)
}
