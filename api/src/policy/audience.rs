//! Who learns of a live event.

use crate::auth::Viewer;
use crate::models::live_events::Event;
use contract::Role;
use contract::live::LiveKind;

/// Whether an event concerns a viewer. Events carry no text, so being too
/// generous here shows nobody anything; being too narrow would hide news.
#[must_use]
pub fn concerns(event: &Event, viewer: &Viewer) -> bool {
    let everybody = event.person_id.is_none() && event.requester_id.is_none() && event.group_id.is_none();
    if everybody && event.kind == LiveKind::CallBack {
        // Thousands of requesters would read again what is none of theirs.
        return viewer.has(Role::Attendant) || viewer.has(Role::Administrator);
    }
    everybody
        || event.person_id == Some(viewer.id())
        || event.requester_id == Some(viewer.id())
        || (event.group_id.is_some()
            && (viewer.belongs(event.group_id)
                || viewer.has(Role::Administrator)
                || (viewer.sees_all() && !event.confidential)))
}
