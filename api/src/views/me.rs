//! Who is logged in.

use crate::auth::{Via, Viewer};
use crate::db::instant;
use crate::domain::parameters::ids;
use crate::domain::tax_id::TaxId;
use crate::error::Result;
use crate::models;
use crate::models::requests::lists::Filter;
use crate::policy;
use crate::policy::attachments;
use crate::tx::Tx;
use contract::identity::{Me, PortalSettings, SessionView};

/// The viewer's own data.
///
/// # Errors
/// When the database does not answer.
pub fn me(tx: &mut Tx<'_>, viewer: &Viewer) -> Result<Me> {
    let person = &viewer.person;
    let mut unread = Filter::new(policy::lists::mine(viewer), tx.db_now());
    unread.unread_by_requester = true;
    Ok(Me {
        id: person.id,
        name: person.name.clone(),
        email: person.email.clone(),
        tax_id: person.tax_id.as_deref().and_then(|id| TaxId::parse(id).ok()).map(|id| id.formatted()),
        employee_number: person.employee_number.clone(),
        unit: models::units::name(tx.conn, person.unit_id)?,
        job_title: person.job_title.clone(),
        extension: person.extension.clone(),
        place: person.place.clone(),
        phones: models::person_phones::of(tx.conn, person.id)?,
        language: person.language,
        time_zone: person.time_zone.clone(),
        roles: viewer.roles.clone(),
        groups: viewer.groups.iter().map(Into::into).collect(),
        csrf_token: match &viewer.via {
            Via::Session { csrf_token, .. } => Some(csrf_token.clone()),
            Via::Token { .. } | Via::Internal => None,
        },
        events_after: models::live_events::newest(tx.conn)?,
        unread_notifications: models::notifications::unread(tx.conn, person.id)?,
        unread_requests: models::requests::lists::count(tx.conn, &unread)?,
        portal: portal(tx),
    })
}

/// The viewer's sessions, the latest used first.
///
/// # Errors
/// When the database does not answer.
pub fn sessions(tx: &mut Tx<'_>, viewer: &Viewer) -> Result<Vec<SessionView>> {
    let current = match viewer.via {
        Via::Session { id, .. } => Some(id),
        Via::Token { .. } | Via::Internal => None,
    };
    let rows = models::sessions::of_person(tx.conn, viewer.id(), tx.db_now())?;
    let view = |row: models::sessions::Session| SessionView {
        id: row.id,
        current: Some(row.id) == current,
        created_at: instant(row.created_at),
        last_seen_at: instant(row.last_seen_at),
        user_agent: row.user_agent,
        address: row.address,
    };
    Ok(rows.into_iter().map(view).collect())
}

fn portal(tx: &Tx<'_>) -> PortalSettings {
    let parameters = &tx.parameters;
    PortalSettings {
        start_in_progress: parameters.yes(ids::START_IN_PROGRESS),
        show_title: parameters.yes(ids::TITLE_IN_LISTS),
        suspension_complement_required: parameters.yes(ids::SUSPENSION_COMPLEMENT),
        attachment_bytes_max: attachments::bytes_max(tx),
        attachments_max: parameters.number(ids::ATTACHMENT_COUNT),
        note_category: parameters.category(ids::PORTAL_NOTE_CATEGORY),
        note_origin: parameters.origin(ids::PORTAL_NOTE_ORIGIN),
    }
}
