//! The catalogue of services as it is offered to a viewer.

use crate::auth::Viewer;
use crate::domain::parameters::ids;
use crate::domain::sla::Cycle;
use crate::error::{Error, Result};
use crate::models;
use crate::policy::sla;
use crate::tx::Tx;
use chrono::TimeDelta;
use contract::catalogue::{Catalogue, Prediction, ServiceView};
use contract::identity::NamedRef;
use contract::{Level, Role};

/// The priority whose target is shown as the usual one.
const USUAL_PRIORITY: i32 = 3;

/// Services offered to the viewer, and those that they asked for most in the last year.
///
/// # Errors
/// When the database does not answer.
pub fn offered(tx: &mut Tx<'_>, viewer: &Viewer) -> Result<Catalogue> {
    // Attendants and integrators open requests for others, so they see what is offered to anybody.
    let services = if viewer.has(Role::Attendant) || viewer.has(Role::Integrator) {
        models::services::all(tx.conn)?.into_iter().filter(|service| service.active).collect()
    } else {
        models::services::offered(tx.conn, viewer.person.unit_id)?
    };
    let categories = models::service_categories::all(tx.conn)?;
    let groups = models::groups::names(tx.conn)?;
    let targets = models::services::all_targets(tx.conn)?;
    let default_group = tx.parameters.id_of(ids::DEFAULT_GROUP);
    let mut views: Vec<(i32, ServiceView)> = services
        .into_iter()
        .filter_map(|service| {
            let category = categories.iter().find(|category| category.id == service.category_id)?;
            let priority = service.fixed_priority.unwrap_or(USUAL_PRIORITY);
            let usual = targets.iter().find(|(id, of, ..)| *id == service.id && *of == priority);
            let view = ServiceView {
                id: service.id,
                name: service.name,
                description: service.description,
                hint: service.hint,
                request_type: service.request_type,
                category: NamedRef { id: category.id, name: category.name.clone() },
                category_icon: category.icon.clone(),
                group: service.group_id.or(default_group).and_then(|id| groups.get(&id).cloned()),
                usual_target: usual.and_then(|(_, _, _, resolve)| *resolve),
                confidential: service.confidential,
            };
            Some((category.position, view))
        })
        .collect();
    views.sort_by(|a, b| (a.0, &a.1.category.name, &a.1.name).cmp(&(b.0, &b.1.category.name, &b.1.name)));
    let services: Vec<ServiceView> = views.into_iter().map(|(_, view)| view).collect();
    let since = tx.db_now() - TimeDelta::days(365);
    let mut most_used = models::requests::most_used_services(tx.conn, viewer.id(), since)?;
    most_used.retain(|id| services.iter().any(|service| service.id == *id));
    Ok(Catalogue { services, most_used })
}

/// Priority and deadline that a request for a service would get if it were opened now. Without an impact, the service's
/// own counts.
///
/// # Errors
/// 404 when the service does not exist or is not offered.
pub fn prediction(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    service: i64,
    urgency: Level,
    impact: Option<Level>,
) -> Result<Prediction> {
    let service =
        models::services::find(tx.conn, service)?.filter(|service| service.active).ok_or_else(Error::not_found)?;
    let impact = impact.unwrap_or(service.impact);
    let targets = sla::targets(tx, &service, impact, urgency)?;
    let calendar = sla::calendar(tx, service.calendar_id)?;
    let group = service.group_id.or_else(|| tx.parameters.id_of(ids::DEFAULT_GROUP));
    let groups = models::groups::names(tx.conn)?;
    Ok(Prediction {
        priority: targets.priority,
        impact,
        deadline_at: Cycle::starting(targets.resolve, tx.now).deadline(&calendar),
        target: targets.resolve,
        group: group.and_then(|id| groups.get(&id).cloned()),
        calendar: calendar.describe(viewer.language),
    })
}
