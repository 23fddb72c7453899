//! The information child (parameters 282 and 283): when a request is read to its requester over the telephone, a request
//! is opened as its child and closed at once.

use crate::actions::history::{self, Entry};
use crate::actions::live;
use crate::actions::notifications;
use crate::actions::requests;
use crate::auth::Viewer;
use crate::domain::parameters::ids;
use crate::error::Result;
use crate::models;
use crate::models::calls::Call;
use crate::models::requests::Request;
use crate::policy::actor::Actor;
use crate::policy::telephony::information_service;
use crate::tx::Tx;
use contract::Category;
use contract::live::{LiveKind, NotificationKind};

/// Opens and closes the child of a request that is read in a call. There is one per call, even if several attendants read
/// the request. When parameter 283 names no active service, no child is opened and the administrators are notified.
pub(super) fn open(tx: &mut Tx<'_>, viewer: &Viewer, call: &mut Call, request: &Request) -> Result<()> {
    if !tx.parameters.yes(ids::VIEWING_CHILD) || call.child_id.is_some() {
        return Ok(());
    }
    let Some(service) = information_service(tx)? else { return notify_administrators(tx, request) };
    let child = requests::insert_information(tx, viewer, &service, request)?;
    call.child_id = Some(child.id);
    let (actor, system) = (Actor::desk(viewer), Actor::system());
    let telephone = Some(contract::Origin::Telephone);
    let opened = Entry { origin: telephone, ..Entry::event(Category::Registration, "opened") };
    history::append(tx, &child, actor, opened)?;
    let of = Entry::event(Category::Relation, "child-of").arg("number", request.number);
    history::append(tx, &child, actor, Entry { origin: telephone, ..of })?;
    history::append(tx, &child, system, Entry::event(Category::Closure, "closed-information"))?;
    let told = Entry::event(Category::Relation, "told-by-phone").arg("number", child.number);
    history::append(tx, request, actor, Entry { origin: telephone, ..told })?;
    live::tell(tx, request, LiveKind::Changed, actor, true, &[])
}

/// Notifies the administrators that parameter 283 names no active service.
fn notify_administrators(tx: &mut Tx<'_>, request: &Request) -> Result<()> {
    let administrators = models::person_roles::active_holders(tx.conn, contract::Role::Administrator)?;
    let kind = NotificationKind::ViewingService;
    let mut recipients = Vec::new();
    for person in administrators {
        if !models::notifications::has_unread(tx.conn, person, kind)? {
            recipients.push(person);
        }
    }
    notifications::add(tx, request, kind, Actor::system(), recipients, true)
}
