//! The requester, beside the open request.

use super::people::masked;
use super::rows;
use crate::auth::Viewer;
use crate::domain::lifecycle::UNFINISHED;
use crate::domain::paging::{Order, Sort};
use crate::error::{Error, Result};
use crate::models;
use crate::models::requests::lists::{Filter, Scope};
use crate::policy::access::Access;
use crate::tx::Tx;
use chrono::TimeDelta;
use contract::SlaStatus;
use contract::desk::{OtherRequest, RequesterPanel};

/// How many of the requester's other requests are shown.
const OTHERS: i64 = 10;

/// The requester's data and counts.
///
/// # Errors
/// When the database does not answer.
pub fn panel(tx: &mut Tx<'_>, viewer: &Viewer, access: &Access) -> Result<RequesterPanel> {
    let request = &access.request;
    let person = models::people::find(tx.conn, request.requester_id)?.ok_or_else(Error::not_found)?;
    let now = tx.db_now();
    let theirs = Filter { situations: UNFINISHED.to_vec(), ..Filter::new(Scope::Of(person.id), now) };
    let overdue = Filter { sla: Some(SlaStatus::Overdue), ..theirs.clone() };
    let since = now - TimeDelta::days(30);
    let same = Filter { service_since: Some((request.service_id, since)), ..Filter::new(Scope::Of(person.id), now) };
    Ok(RequesterPanel {
        id: person.id,
        unit: models::units::name(tx.conn, person.unit_id)?,
        phones: models::person_phones::of(tx.conn, person.id)?,
        tax_id_masked: masked(person.tax_id.as_deref()),
        open: models::requests::lists::count(tx.conn, &theirs)?,
        overdue: models::requests::lists::count(tx.conn, &overdue)?,
        same_service_30_days: models::requests::lists::count(tx.conn, &same)?,
        others: others(tx, viewer, &theirs, request.number)?,
        name: person.name,
        job_title: person.job_title,
        employee_number: person.employee_number,
        extension: person.extension,
        place: person.place,
        email: person.email,
        vip: person.vip,
    })
}

fn others(tx: &mut Tx<'_>, viewer: &Viewer, theirs: &Filter, but: i64) -> Result<Vec<OtherRequest>> {
    let order = Order { sort: Sort::Deadline, descending: false };
    let page = models::requests::lists::page(tx.conn, theirs, order, None, OTHERS + 1)?;
    let titles: Vec<(i64, String)> = page.items.iter().map(|row| (row.number, row.title.clone())).collect();
    let rows = rows::rows(tx, viewer, page.items)?;
    Ok(rows
        .into_iter()
        .filter(|row| row.number != but)
        .map(|row| OtherRequest {
            number: row.number,
            title: titles.iter().find(|(number, _)| *number == row.number).map(|(_, t)| t.clone()).unwrap_or_default(),
            situation: row.situation,
            sla: row.sla.status,
            deadline_at: row.sla.deadline_at,
        })
        .collect())
}
