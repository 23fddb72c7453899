//! Which requests a viewer finds in a list, and what of them they find by searching.

use crate::auth::Viewer;
use crate::domain::lifecycle::Portal;
use crate::domain::visibility::TimelineReader;
use crate::error::Result;
use crate::models;
use crate::models::requests::lists::Scope;
use crate::models::requests::search::{DeskReader, Search};
use crate::tx::Tx;
use contract::Role;

/// What a viewer follows as a requester or integrator.
#[must_use]
pub fn mine(viewer: &Viewer) -> Scope {
    if viewer.has(Role::Integrator) { Scope::OpenedBy(viewer.id()) } else { Scope::Of(viewer.id()) }
}

/// What a viewer serves or oversees.
///
/// # Errors
/// When the database does not answer.
pub fn queue(tx: &mut Tx<'_>, viewer: &Viewer) -> Result<Scope> {
    if viewer.has(Role::Administrator) {
        return Ok(Scope::Everything);
    }
    let all_but = if viewer.sees_all() { Some(models::services::confidential(tx.conn)?) } else { None };
    Ok(Scope::Queue { person: viewer.id(), groups: viewer.group_ids(), all_but })
}

/// A viewer's search for folded words; none without words. Somebody who is not of the desk is on the requester's
/// side of all that they see.
///
/// # Errors
/// When the database does not answer.
pub fn search(tx: &mut Tx<'_>, viewer: &Viewer, words: Vec<String>) -> Result<Option<Search>> {
    if words.is_empty() {
        return Ok(None);
    }
    let portal = Portal::of(&tx.parameters);
    let desk = if viewer.on_desk() {
        Some(DeskReader {
            person: viewer.id(),
            is_attendant: viewer.has(Role::Attendant),
            is_integrator: viewer.has(Role::Integrator),
            groups: viewer.group_ids(),
            confidential: models::services::confidential(tx.conn)?,
            texts: TimelineReader::desk(portal).texts(),
        })
    } else {
        None
    };
    Ok(Some(Search { words, as_requester: TimelineReader::requester(portal).texts(), desk }))
}
