//! Services and their categories, as administrators see them.

use crate::error::{Error, Result};
use crate::models;
use crate::models::service_categories::ServiceCategory;
use crate::models::services::Service;
use crate::tx::Tx;
use contract::admin::{ServiceAdminView, ServiceCategoryView, ServiceEdit, TargetView};
use std::collections::HashMap;

/// All services, by name.
///
/// # Errors
/// When the database does not answer.
pub fn all(tx: &mut Tx<'_>) -> Result<Vec<ServiceAdminView>> {
    let mut targets: HashMap<i64, Vec<TargetView>> = HashMap::new();
    for (service, priority, capture, resolve) in models::services::all_targets(tx.conn)? {
        targets.entry(service).or_default().push(TargetView { priority, capture, resolve });
    }
    let mut units: HashMap<i64, Vec<i64>> = HashMap::new();
    for (service, unit) in models::services::all_units(tx.conn)? {
        units.entry(service).or_default().push(unit);
    }
    let services = models::services::all(tx.conn)?;
    Ok(services
        .into_iter()
        .map(|service| {
            let (targets, units) = (targets.remove(&service.id), units.remove(&service.id));
            of(service, targets.unwrap_or_default(), units.unwrap_or_default())
        })
        .collect())
}

/// One service.
///
/// # Errors
/// 404 when there is none.
pub fn view(tx: &mut Tx<'_>, id: i64) -> Result<ServiceAdminView> {
    let service = models::services::find(tx.conn, id)?.ok_or_else(Error::not_found)?;
    let targets = models::services::targets(tx.conn, id)?;
    let units = models::services::units(tx.conn, id)?;
    Ok(of(service, targets, units))
}

fn of(service: Service, targets: Vec<TargetView>, unit_ids: Vec<i64>) -> ServiceAdminView {
    let edit = ServiceEdit {
        name: service.name,
        description: service.description,
        hint: service.hint,
        request_type: service.request_type,
        category_id: service.category_id,
        group_id: service.group_id,
        calendar_id: service.calendar_id,
        impact: service.impact,
        fixed_priority: service.fixed_priority,
        confidential: service.confidential,
        active: service.active,
        unit_ids,
        targets,
    };
    ServiceAdminView { id: service.id, edit, version: service.version }
}

/// All categories, in the order of the page.
///
/// # Errors
/// When the database does not answer.
pub fn categories(tx: &mut Tx<'_>) -> Result<Vec<ServiceCategoryView>> {
    Ok(models::service_categories::all(tx.conn)?.into_iter().map(category_of).collect())
}

/// One category.
///
/// # Errors
/// 404 when there is none.
pub fn category(tx: &mut Tx<'_>, id: i64) -> Result<ServiceCategoryView> {
    Ok(category_of(models::service_categories::find(tx.conn, id)?.ok_or_else(Error::not_found)?))
}

fn category_of(row: ServiceCategory) -> ServiceCategoryView {
    ServiceCategoryView { id: row.id, name: row.name, icon: row.icon, position: row.position, version: row.version }
}
