//! Live events: what happens while a page is open (`GET /api/v1/events`).
//!
//! There is one stream for the whole application, and for all its tabs in a browser (`sharing`). When the server no
//! longer keeps what happened since the last event, it sends `LiveKind::Reset`, and pages read everything again. The
//! stream is closed while nobody is logged in.

mod bus;
mod sharing;
mod stream;
mod tab;

use super::session::use_session;
use super::timing::use_refresh;
use crate::browser;
use bus::LiveBus;
use contract::live::{LiveEvent, Position};
use gloo_events::EventListener;
use std::cell::Cell;
use std::rc::Rc;
use tab::Tab;
use yew::prelude::*;

/// How often a visible tab makes sure that some tab holds the stream.
const ASK_MS: u32 = 20_000;

/// Properties of [`LiveProvider`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The application.
    pub children: Html,
}

/// Listens while somebody is logged in, and gives the events to [`use_live`].
#[component]
pub fn LiveProvider(props: &Props) -> Html {
    let bus = (*use_memo((), |()| LiveBus::default())).clone();
    let session = use_session();
    let tab = use_mut_ref(|| None::<Rc<Tab>>);
    // Kept while the login has expired, so that after the next login the tab hears what happened meanwhile.
    let position = use_mut_ref(|| None::<Rc<Cell<Position>>>);
    let me = session.me().map(|me| (me.id, me.events_after));
    use_effect_with((me.map(|(id, _)| id), session.expired), {
        let (bus, tab) = (bus.clone(), tab.clone());
        move |&(_, expired)| {
            if me.is_none() {
                position.take();
            }
            let joined = me.filter(|_| !expired).map(|(person, after)| {
                let position = position.borrow_mut().get_or_insert_with(|| Rc::new(Cell::new(after))).clone();
                Tab::join(person, bus, position)
            });
            let listeners = joined.as_ref().map(leave_and_return);
            tab.replace(joined);
            move || {
                tab.take();
                drop(listeners);
            }
        }
    });
    let ask = use_callback((), move |(), ()| {
        if let Some(tab) = &*tab.borrow() {
            tab.ask();
        }
    });
    use_refresh(ASK_MS, ask);
    html! { <ContextProvider<LiveBus> context={bus}>{ props.children.clone() }</ContextProvider<LiveBus>> }
}

/// Browsers keep pages that were left, freeze those that nobody looks at, and open few connections to a server. Such a
/// page gives its connection up, and listens again when somebody returns to it.
fn leave_and_return(tab: &Rc<Tab>) -> Vec<EventListener> {
    let listen = |target: Option<&web_sys::EventTarget>, name: &'static str, then: fn(&Tab)| {
        let tab = tab.clone();
        target.map(|target| EventListener::new(target, name, move |_| then(&tab)))
    };
    let (window, document) = (browser::window(), browser::document());
    let (window, document) = (window.as_deref(), document.as_deref().map(AsRef::as_ref));
    let listeners = [
        listen(window, "pagehide", Tab::leave),
        listen(window, "pageshow", Tab::enter),
        listen(document, "freeze", Tab::leave),
        listen(document, "resume", Tab::enter),
    ];
    listeners.into_iter().flatten().collect()
}

/// Calls back for every live event while the component is shown.
#[hook]
pub fn use_live(callback: Callback<LiveEvent>) {
    let bus = use_context::<LiveBus>();
    use_effect_with((bus, callback), |(bus, callback)| {
        let subscription = bus.clone().map(|bus| {
            let id = bus.subscribe(callback.clone());
            (bus, id)
        });
        move || {
            if let Some((bus, id)) = subscription {
                bus.unsubscribe(id);
            }
        }
    });
}
