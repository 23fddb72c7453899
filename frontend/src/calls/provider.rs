//! What rings, for every page.

use super::popups::PopUps;
use super::tab;
use crate::api;
use crate::hooks::{Fetch, use_fetch, use_language, use_live, use_refresh, use_session};
use crate::route::DeskRoute;
use crate::ui::{AlertKind, Href, Toast, use_toaster};
use contract::Role;
use contract::calls::{CallPopUp, CallState, LostExtension, MyExtension};
use contract::identity::Me;
use contract::live::{LiveEvent, LiveKind};
use locales::text;
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

/// How often both are read again, should an event have been lost.
const REFRESH_MS: u32 = 60_000;

/// Changes what this tab shows of the pop-ups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fold {
    /// Only a chip of it is left, until the call ends.
    Away(i64),
    /// The same, also after its end.
    AwayEnded(i64),
    /// It is opened again, also when another tab has taken it up.
    Open(i64),
}

#[derive(Debug, Default, Clone, PartialEq)]
struct Folded {
    /// Calls, and whether they had ended by then: what was it about? is asked in any case.
    folded: BTreeSet<(i64, bool)>,
    /// Opened here although another tab has taken them up.
    here: BTreeSet<i64>,
}

impl Reducible for Folded {
    type Action = Fold;

    fn reduce(self: Rc<Self>, fold: Fold) -> Rc<Self> {
        let mut next = (*self).clone();
        match fold {
            Fold::Away(id) => {
                next.folded.insert((id, false));
            }
            Fold::AwayEnded(id) => {
                next.folded.insert((id, true));
            }
            Fold::Open(id) => {
                next.folded.retain(|(known, _)| *known != id);
                next.here.insert(id);
            }
        }
        Rc::new(next)
    }
}

/// An attendant's extension and what rings at it, while telephony is on (parameter 281).
#[derive(Clone, PartialEq)]
pub struct Calls {
    /// The extension.
    pub mine: Rc<MyExtension>,
    /// Puts another answer about it in place.
    pub replace_mine: Callback<MyExtension>,
    /// The open pop-ups, the newest first.
    pub open: Rc<Vec<Rc<CallPopUp>>>,
    /// Puts another answer about them in place.
    pub replace: Callback<Vec<CallPopUp>>,
    /// Changes what this tab shows of them.
    pub fold: Callback<Fold>,
    /// What this tab calls itself.
    pub tab: Rc<str>,
    folded: Rc<Folded>,
}

impl Calls {
    /// True for a pop-up of which only a chip is shown.
    #[must_use]
    pub fn is_folded(&self, call: &CallPopUp) -> bool {
        let elsewhere = !call.is_for(&self.tab) && !self.folded.here.contains(&call.call_id);
        elsewhere || self.folded.folded.contains(&(call.call_id, call.state == CallState::Ended))
    }

    /// How the extension stands: the most that is going on at it.
    #[must_use]
    pub fn state(&self) -> Option<CallState> {
        let is = |state: CallState| self.open.iter().any(|call| call.state == state).then_some(state);
        is(CallState::Talking).or_else(|| is(CallState::Ringing))
    }
}

/// The calls of the attendant who is logged in; none for anybody else, and while telephony is off.
#[hook]
pub fn use_calls() -> Option<Calls> {
    use_context::<Option<Calls>>().flatten()
}

/// Properties of [`CallsProvider`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The pages.
    pub children: Html,
}

/// Stands around all pages; the pop-ups lie over them.
#[component]
pub fn CallsProvider(props: &Props) -> Html {
    let session = use_session();
    let me = session.me().filter(|me| me.has(Role::Attendant)).cloned();
    let attendant = me.as_ref().map(|me| me.id);
    let mine = use_fetch(attendant, |attendant| async move {
        if attendant.is_some() { api::calls::extension().await } else { Ok(MyExtension::default()) }
    });
    let on = attendant.filter(|_| mine.data().is_some_and(|mine| mine.telephony));
    let open =
        use_fetch(on, |on| async move { if on.is_some() { api::calls::popups().await } else { Ok(Vec::new()) } });
    use_up_to_date(&mine, &open);
    use_loss_told(mine.data().filter(|_| on.is_some()).and_then(|mine| mine.lost.clone()));
    let folded = use_reducer(Folded::default);
    let fold = use_callback(folded.dispatcher(), |fold, folded| folded.dispatch(fold));
    let newest = use_memo(open.data().cloned(), newest_first);
    let tab = (*use_memo((), |()| Rc::<str>::from(tab::name()))).clone();
    let calls = mine.data().filter(|_| on.is_some()).map(|data| Calls {
        mine: data.clone(),
        replace_mine: mine.replace.clone(),
        open: newest,
        replace: open.replace.clone(),
        fold,
        tab,
        folded: Rc::new((*folded).clone()),
    });
    html! {
        <ContextProvider<Option<Calls>> context={calls.clone()}>
            { props.children.clone() }
            if let (Some(me), Some(calls)) = (me, calls) {
                <ContextProvider<Rc<Me>> context={me}><PopUps {calls} /></ContextProvider<Rc<Me>>>
            }
        </ContextProvider<Option<Calls>>>
    }
}

fn newest_first(open: &Option<Rc<Vec<CallPopUp>>>) -> Vec<Rc<CallPopUp>> {
    let mut newest: Vec<_> = open.iter().flat_map(|open| open.iter().cloned().map(Rc::new)).collect();
    newest.sort_by_key(|call| std::cmp::Reverse((call.raised_at, call.call_id)));
    newest
}

/// Reads again at every event about calls or the extension, at once: somebody waits on the line.
#[hook]
fn use_up_to_date(mine: &Fetch<MyExtension>, open: &Fetch<Vec<CallPopUp>>) {
    let reloads = (mine.reload.clone(), open.reload.clone());
    let heard = use_callback(reloads.clone(), |event: LiveEvent, (mine, open)| {
        if matches!(event.kind, LiveKind::Call | LiveKind::Reset) {
            open.emit(());
        }
        if matches!(event.kind, LiveKind::Extension | LiveKind::Reset) {
            mine.emit(());
        }
    });
    use_live(heard);
    let both = use_callback(reloads, |(), (mine, open)| {
        mine.emit(());
        open.emit(());
    });
    use_refresh(REFRESH_MS, both);
}

/// Says at once that the extension was lost, wherever the attendant is.
#[hook]
fn use_loss_told(lost: Option<LostExtension>) {
    let language = use_language();
    let toaster = use_toaster();
    use_effect_with(lost, move |lost| {
        if let Some(lost) = lost {
            let toast = Toast::news(super::words::lost(language, lost))
                .text(text!(language, "calls-lost-text"))
                .leads(text!(language, "calls-nav"), Href::to(&DeskRoute::Assistance))
                .key("extension-lost");
            toaster.show(Toast { kind: AlertKind::Warning, ..toast });
        }
    });
}
