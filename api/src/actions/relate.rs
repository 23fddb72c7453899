//! Children and duplicates.

use super::history::{self, Entry};
use super::lifecycle::Target;
use super::requests;
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::models;
use crate::models::requests::Request;
use crate::policy::access;
use crate::policy::actor::Actor;
use crate::tx::Tx;
use contract::desk::Relate;
use contract::{Action, Category, RelationKind};

/// Makes a request the child, or a duplicate, of another. A duplicate is resolved
/// with its original.
///
/// # Errors
/// 422 when the other does not exist for the viewer, is this one, or would make a circle.
pub fn relate(tx: &mut Tx<'_>, viewer: &Viewer, target: Target, to: &Relate) -> Result<Request> {
    let access = target.open(tx, viewer, Action::Relate)?;
    let other = match access::find(tx, viewer, to.number) {
        Ok(other) => other.request,
        Err(Error::Refused { .. }) => return Err(Error::field("number", "unknown")),
        Err(error) => return Err(error),
    };
    let mut request = access.request;
    if other.id == request.id {
        return Err(Error::field("number", "itself"));
    }
    if leads_back(tx, &other, to.kind, request.id)? {
        return Err(Error::field("number", "circle"));
    }
    let (event, inverse) = match to.kind {
        RelationKind::ChildOf => {
            request.parent_id = Some(other.id);
            ("child-of", "parent-of")
        }
        RelationKind::DuplicateOf => {
            request.duplicate_of_id = Some(other.id);
            ("duplicate-of", "has-duplicate")
        }
    };
    requests::save(tx, &mut request)?;
    let actor = Actor::desk(viewer);
    // The requester may not be allowed to see the other request, so only the desk reads its number.
    let internal =
        |event, number| Entry { public: false, ..Entry::event(Category::Relation, event).arg("number", number) };
    history::add(tx, &request, actor, internal(event, other.number))?;
    history::add(tx, &other, actor, internal(inverse, request.number))?;
    Ok(request)
}

fn leads_back(tx: &mut Tx<'_>, from: &Request, kind: RelationKind, to: i64) -> Result<bool> {
    let mut at = Some(from.clone());
    let mut steps = 0;
    while let Some(request) = at {
        if request.id == to || steps > 100 {
            return Ok(true);
        }
        steps += 1;
        let next = match kind {
            RelationKind::ChildOf => request.parent_id,
            RelationKind::DuplicateOf => request.duplicate_of_id,
        };
        at = match next {
            Some(id) => models::requests::find(tx.conn, id)?,
            None => None,
        };
    }
    Ok(false)
}
