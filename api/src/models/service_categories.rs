//! Categories that the services are grouped by on the portal.

use crate::db::Conn;
use crate::db::schema::service_categories;
use contract::admin::ServiceCategoryEdit;
use diesel::prelude::*;

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
pub fn all(conn: &mut Conn) -> QueryResult<Vec<ServiceCategory>> {
    service_categories::table
        .order((service_categories::position, service_categories::name))
        .select(ServiceCategory::as_select())
        .load(conn)
}

/// One category.
///
/// # Errors
/// When the database does not answer.
pub fn find(conn: &mut Conn, id: i64) -> QueryResult<Option<ServiceCategory>> {
    service_categories::table.find(id).select(ServiceCategory::as_select()).first(conn).optional()
}

/// The category that bears a name.
///
/// # Errors
/// When the database does not answer.
pub fn named(conn: &mut Conn, name: &str) -> QueryResult<Option<i64>> {
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
pub fn insert(conn: &mut Conn, values: &ServiceCategoryEdit) -> QueryResult<i64> {
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
pub fn update(conn: &mut Conn, before: &ServiceCategory, values: &ServiceCategoryEdit) -> QueryResult<bool> {
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
