//! Services and their categories.

use super::edits::{Edited, name, saved, taken};
use crate::actions::audit::{self, Subject};
use crate::actions::validate;
use crate::auth::Viewer;
use crate::domain::priority;
use crate::error::{Check, Complaint, Error, Result};
use crate::models;
use crate::models::services::ServiceValues;
use crate::tx::Tx;
use contract::admin::{ServiceCategoryEdit, ServiceEdit, TargetView};
use contract::limits;
use std::collections::BTreeSet;

/// Longest target: a year of working time around the clock, well within the ten
/// years that calendars look ahead.
const LONGEST_TARGET: i64 = 366 * 24 * 3600;
/// Longest name of an icon.
const ICON: usize = 60;
/// Furthest place on the page.
const LAST_POSITION: i32 = 9_999;

/// Adds a service, and gives its identifier.
///
/// # Errors
/// 422 for a name that is missing or taken, unknown references, impossible targets.
pub fn create(tx: &mut Tx<'_>, viewer: &Viewer, edit: &ServiceEdit) -> Result<i64> {
    let checked = checked(tx, None, edit, 1)?;
    let name = checked.values.name.clone();
    let id = models::services::insert(tx.conn, checked.values).map_err(|error| taken(error, "name"))?;
    models::services::set_targets(tx.conn, id, &checked.targets)?;
    models::services::set_units(tx.conn, id, &checked.units)?;
    audit::record(tx, Some(viewer.id()), "service-created", Subject::of("service", id), &name)?;
    Ok(id)
}

/// Changes a service. Requests that exist keep group, priority and deadline.
///
/// # Errors
/// 404 when there is none; 412 when somebody changed it since; 422 as [`create`].
pub fn change(tx: &mut Tx<'_>, viewer: &Viewer, target: Edited, edit: &ServiceEdit) -> Result<()> {
    let before = models::services::find(tx.conn, target.id)?.ok_or_else(Error::not_found)?;
    target.check(before.version)?;
    let checked = checked(tx, Some(before.id), edit, before.version + 1)?;
    let name = checked.values.name.clone();
    saved(models::services::update(tx.conn, &before, checked.values), "name")?;
    models::services::set_targets(tx.conn, before.id, &checked.targets)?;
    models::services::set_units(tx.conn, before.id, &checked.units)?;
    audit::record(tx, Some(viewer.id()), "service-changed", Subject::of("service", before.id), &name)
}

/// A service as it is written, once it was checked.
struct Checked {
    values: ServiceValues,
    targets: Vec<TargetView>,
    units: Vec<i64>,
}

fn checked(tx: &mut Tx<'_>, own: Option<i64>, edit: &ServiceEdit, version: i32) -> Result<Checked> {
    let mut check = Check::new();
    let name = check.take(name(&edit.name, own, |name| Ok(models::services::named(tx.conn, name)?))?);
    let description = check.take(validate::optional_lines("description", &edit.description, limits::JUSTIFICATION));
    let hint = check.take(validate::optional_lines("hint", &edit.hint, limits::JUSTIFICATION));
    let units: Vec<i64> = edit.unit_ids.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
    check_references(tx, &mut check, edit)?;
    if edit.fixed_priority.is_some_and(|fixed| !priority::is_valid(fixed)) {
        check.add(Complaint::new("fixed_priority", "priority-invalid"));
    }
    check_targets(&mut check, &edit.targets);
    check.done()?;
    let values = ServiceValues {
        name,
        description,
        hint,
        request_type: edit.request_type,
        category_id: edit.category_id,
        group_id: edit.group_id,
        calendar_id: edit.calendar_id,
        impact: edit.impact,
        fixed_priority: edit.fixed_priority,
        confidential: edit.confidential,
        active: edit.active,
        version,
    };
    // A target without a time to capture and without one to resolve says the same as no target.
    let targets = edit.targets.iter().filter(|target| target.capture.or(target.resolve).is_some()).cloned().collect();
    Ok(Checked { values, targets, units })
}

fn check_references(tx: &mut Tx<'_>, check: &mut Check, edit: &ServiceEdit) -> Result<()> {
    if models::service_categories::find(tx.conn, edit.category_id)?.is_none() {
        check.add(Complaint::new("category_id", "unknown"));
    }
    if models::calendars::find(tx.conn, edit.calendar_id)?.is_none() {
        check.add(Complaint::new("calendar_id", "unknown"));
    }
    if let Some(id) = edit.group_id {
        match models::groups::find(tx.conn, id)? {
            None => check.add(Complaint::new("group_id", "unknown")),
            // A service that is not offered may name an inactive group.
            Some(group) if !group.active && edit.active => check.add(Complaint::new("group_id", "group-inactive")),
            Some(_) => {}
        }
    }
    let units = models::units::names(tx.conn)?;
    for (index, _) in edit.unit_ids.iter().enumerate().filter(|(_, id)| !units.contains_key(id)) {
        check.add(Complaint::new(format!("unit_ids.{index}"), "unknown"));
    }
    Ok(())
}

fn check_targets(check: &mut Check, targets: &[TargetView]) {
    let mut seen = BTreeSet::new();
    for (index, target) in targets.iter().enumerate() {
        let field = |name: &str| format!("targets.{index}.{name}");
        if !priority::is_valid(target.priority) {
            check.add(Complaint::new(field("priority"), "priority-invalid"));
        } else if !seen.insert(target.priority) {
            check.add(Complaint::new(field("priority"), "priority-twice"));
        }
        let mut sound = true;
        for (name, seconds) in [("capture", target.capture), ("resolve", target.resolve)] {
            if seconds.is_some_and(|seconds| !(1..=LONGEST_TARGET).contains(&seconds)) {
                check.add(Complaint::new(field(name), "target-invalid").with("max", LONGEST_TARGET / 3600));
                sound = false;
            }
        }
        if let (true, Some(capture), Some(resolve)) = (sound, target.capture, target.resolve)
            && capture > resolve
        {
            check.add(Complaint::new(field("capture"), "capture-after-resolve"));
        }
    }
}

/// Adds a category, and gives its identifier.
///
/// # Errors
/// 422 for a name that is missing or taken, an invalid icon.
pub fn create_category(tx: &mut Tx<'_>, viewer: &Viewer, edit: &ServiceCategoryEdit) -> Result<i64> {
    let values = checked_category(tx, None, edit)?;
    let id = models::service_categories::insert(tx.conn, &values).map_err(|error| taken(error, "name"))?;
    let subject = Subject::of("service-category", id);
    audit::record(tx, Some(viewer.id()), "service-category-created", subject, &values.name)?;
    Ok(id)
}

/// Changes a category.
///
/// # Errors
/// 404 when there is none; 412 when somebody changed it since; 422 as
/// [`create_category`].
pub fn change_category(tx: &mut Tx<'_>, viewer: &Viewer, target: Edited, edit: &ServiceCategoryEdit) -> Result<()> {
    let before = models::service_categories::find(tx.conn, target.id)?.ok_or_else(Error::not_found)?;
    target.check(before.version)?;
    let values = checked_category(tx, Some(before.id), edit)?;
    saved(models::service_categories::update(tx.conn, &before, &values), "name")?;
    let subject = Subject::of("service-category", before.id);
    audit::record(tx, Some(viewer.id()), "service-category-changed", subject, &values.name)
}

fn checked_category(tx: &mut Tx<'_>, own: Option<i64>, edit: &ServiceCategoryEdit) -> Result<ServiceCategoryEdit> {
    let mut check = Check::new();
    let name = check.take(name(&edit.name, own, |name| Ok(models::service_categories::named(tx.conn, name)?))?);
    let icon = check.take(validate::line("icon", &edit.icon, ICON));
    // A name of the icon set ends up in a class name.
    if !icon.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
        check.add(Complaint::new("icon", "icon-invalid"));
    }
    if !(0..=LAST_POSITION).contains(&edit.position) {
        check.add(Complaint::new("position", "position-invalid").with("max", LAST_POSITION));
    }
    check.done()?;
    Ok(ServiceCategoryEdit { name, icon, position: edit.position })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaints(targets: &[TargetView]) -> Vec<(String, &'static str)> {
        let mut check = Check::new();
        check_targets(&mut check, targets);
        match check.done() {
            Err(Error::Invalid(found)) => found.into_iter().map(|one| (one.field, one.code)).collect(),
            _ => Vec::new(),
        }
    }

    fn target(priority: i32, capture: Option<i64>, resolve: Option<i64>) -> TargetView {
        TargetView { priority, capture, resolve }
    }

    #[test]
    fn targets_that_can_be() {
        let sound = [target(1, Some(900), Some(14_400)), target(2, None, Some(1)), target(5, Some(60), None)];
        assert_eq!(complaints(&sound), []);
        assert_eq!(complaints(&[target(3, Some(60), Some(60)), target(4, None, None)]), []);
    }

    #[test]
    fn targets_that_cannot_be() {
        let cases = [
            (vec![target(0, None, Some(60))], ("targets.0.priority", "priority-invalid")),
            (vec![target(1, None, Some(60)), target(1, None, Some(70))], ("targets.1.priority", "priority-twice")),
            (vec![target(1, None, Some(0))], ("targets.0.resolve", "target-invalid")),
            (vec![target(1, Some(-5), Some(60))], ("targets.0.capture", "target-invalid")),
            (vec![target(1, None, Some(LONGEST_TARGET + 1))], ("targets.0.resolve", "target-invalid")),
            (vec![target(1, Some(61), Some(60))], ("targets.0.capture", "capture-after-resolve")),
        ];
        for (targets, (field, code)) in cases {
            assert_eq!(complaints(&targets), [(field.to_owned(), code)]);
        }
    }
}
