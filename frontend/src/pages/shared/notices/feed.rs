//! The outage notices in force.

use crate::api;
use crate::hooks::{Fetch, use_fetch, use_live, use_refresh};
use contract::catalogue::NoticeView;
use contract::live::{LiveEvent, LiveKind};
use yew::prelude::*;

/// How often the notices are read again when no event says that they changed.
const REFRESH_MS: u32 = 180_000;

/// The notices in force, kept up to date.
#[hook]
pub fn use_notices() -> Fetch<Vec<NoticeView>> {
    let notices = use_fetch((), |()| async { api::notices::list().await });
    let on_event = use_callback(notices.reload.clone(), |event: LiveEvent, reload| {
        if matches!(event.kind, LiveKind::Notice | LiveKind::Reset) {
            reload.emit(());
        }
    });
    use_live(on_event);
    use_refresh(REFRESH_MS, notices.reload.clone());
    notices
}
