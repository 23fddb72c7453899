//! Reads an attendant's extension and calls, and gives them to every page.

use super::collapse::CollapsedCalls;
use super::context::{Calls, newest_first};
use super::stack::PopUpStack;
use super::{tab_id, texts};
use crate::api;
use crate::hooks::{Fetch, use_fetch, use_language, use_live, use_refresh, use_session};
use crate::route::{DeskRoute, Href};
use crate::ui::{AlertKind, Toast, use_toaster};
use contract::Role;
use contract::calls::{CallPopUp, LostExtension, MyExtension};
use contract::identity::Me;
use contract::live::{LiveEvent, LiveKind};
use locales::text;
use std::rc::Rc;
use yew::prelude::*;

/// How often extension and pop-ups are read again, in case an event was lost.
const REFRESH_MS: u32 = 60_000;

/// Properties of [`CallsProvider`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The pages.
    pub children: Html,
}

/// Stands around all pages, and shows the pop-ups over them.
#[component]
pub fn CallsProvider(props: &Props) -> Html {
    let session = use_session();
    let me = session.me().filter(|me| me.has(Role::Attendant)).cloned();
    let attendant = me.as_ref().map(|me| me.id);
    let extension = use_fetch(attendant, |attendant| async move {
        if attendant.is_some() { api::calls::extension().await } else { Ok(MyExtension::default()) }
    });
    let on = attendant.filter(|_| extension.data().is_some_and(|extension| extension.telephony));
    let open =
        use_fetch(on, |on| async move { if on.is_some() { api::calls::popups().await } else { Ok(Vec::new()) } });
    use_up_to_date(&extension, &open);
    use_loss_told(extension.data().filter(|_| on.is_some()).and_then(|extension| extension.lost.clone()));
    let collapsed = use_reducer(CollapsedCalls::default);
    let collapse = use_callback(collapsed.dispatcher(), |change, collapsed| collapsed.dispatch(change));
    let newest =
        use_memo(open.data().cloned(), |open| open.as_deref().map(|open| newest_first(open)).unwrap_or_default());
    let tab = (*use_memo((), |()| Rc::<str>::from(tab_id::name()))).clone();
    let calls = extension.data().filter(|_| on.is_some()).map(|data| Calls {
        extension: data.clone(),
        replace_extension: extension.replace.clone(),
        open: newest,
        replace: open.replace.clone(),
        collapse,
        tab,
        collapsed: Rc::new((*collapsed).clone()),
    });
    html! {
        <ContextProvider<Option<Calls>> context={calls.clone()}>
            { props.children.clone() }
            if let (Some(me), Some(calls)) = (me, calls) {
                <ContextProvider<Rc<Me>> context={me}><PopUpStack {calls} /></ContextProvider<Rc<Me>>>
            }
        </ContextProvider<Option<Calls>>>
    }
}

/// Reads again at every event about calls or the extension, without delay, because a caller is waiting.
#[hook]
fn use_up_to_date(extension: &Fetch<MyExtension>, open: &Fetch<Vec<CallPopUp>>) {
    let reloads = (extension.reload.clone(), open.reload.clone());
    let heard = use_callback(reloads.clone(), |event: LiveEvent, (extension, open)| {
        if matches!(event.kind, LiveKind::Call | LiveKind::Reset) {
            open.emit(());
        }
        if matches!(event.kind, LiveKind::Extension | LiveKind::Reset) {
            extension.emit(());
        }
    });
    use_live(heard);
    let both = use_callback(reloads, |(), (extension, open)| {
        extension.emit(());
        open.emit(());
    });
    use_refresh(REFRESH_MS, both);
}

/// Shows a toast on any page when the attendant has lost the extension.
#[hook]
fn use_loss_told(lost: Option<LostExtension>) {
    let language = use_language();
    let toaster = use_toaster();
    use_effect_with(lost, move |lost| {
        if let Some(lost) = lost {
            let toast = Toast::news(texts::lost(language, lost))
                .text(text!(language, "calls-lost-text"))
                .leads(text!(language, "calls-nav"), Href::to(&DeskRoute::Assistance))
                .key("extension-lost");
            toaster.show(Toast { kind: AlertKind::Warning, ..toast });
        }
    });
}
