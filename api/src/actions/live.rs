//! Telling open pages that something has changed. The events carry no text; pages read again what has changed.

use crate::error::Result;
use crate::models;
use crate::models::live_events::Audience;
use crate::models::requests::Request;
use crate::policy::actor::Actor;
use crate::tx::Tx;
use contract::live::LiveKind;
use std::collections::BTreeSet;

/// Tells the open pages of those concerned: the requester (when it is public),
/// the group, the responsible, and `also` groups.
///
/// # Errors
/// When the database does not answer.
pub fn tell(
    tx: &mut Tx<'_>,
    request: &Request,
    kind: LiveKind,
    actor: Actor,
    public: bool,
    also: &[Option<i64>],
) -> Result<()> {
    let confidential = models::services::find(tx.conn, request.service_id)?.is_some_and(|row| row.confidential);
    let audience = Audience { confidential, ..Audience::default() };
    let mut audiences = Vec::new();
    if public {
        audiences.push(Audience { requester_id: Some(request.requester_id), ..audience });
        if request.opened_by != request.requester_id {
            audiences.push(Audience { person_id: Some(request.opened_by), ..audience });
        }
    }
    let groups: BTreeSet<i64> = also.iter().copied().chain([request.group_id]).flatten().collect();
    audiences.extend(groups.into_iter().map(|id| Audience { group_id: Some(id), ..audience }));
    if let Some(id) = request.responsible_id {
        audiences.push(Audience { person_id: Some(id), ..audience });
    }
    for audience in audiences {
        models::live_events::add(tx, kind, Some(request.number), actor.id, audience)?;
    }
    Ok(())
}

/// Tells the open pages of a person.
///
/// # Errors
/// When the database does not answer.
pub(super) fn tell_person(tx: &mut Tx<'_>, person: i64, kind: LiveKind) -> Result<()> {
    let audience = Audience { person_id: Some(person), ..Audience::default() };
    Ok(models::live_events::add(tx, kind, None, None, audience)?)
}
