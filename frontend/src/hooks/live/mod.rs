//! What happens while a page is open (`GET /api/v1/events`).
//!
//! One stream for the whole application, and for all its tabs in a browser (`tab`). When the server has forgotten
//! what happened since, pages are told to read everything again (`LiveKind::Reset`). It stops when nobody is logged in.

mod source;
mod tab;

use super::session::use_session;
use super::timing::use_refresh;
use crate::browser;
use contract::live::{LiveEvent, Position};
use gloo_events::EventListener;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use tab::Tab;
use yew::prelude::*;

/// How often a tab that somebody looks at makes sure that some tab holds the stream.
const ASK_MS: u32 = 20_000;

type Subscribers = Rc<RefCell<Vec<(u64, Callback<LiveEvent>)>>>;

/// Whoever wants to hear.
#[derive(Clone, Default)]
pub struct LiveBus {
    subscribers: Subscribers,
    next: Rc<Cell<u64>>,
}

impl PartialEq for LiveBus {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.subscribers, &other.subscribers)
    }
}

impl LiveBus {
    fn subscribe(&self, callback: Callback<LiveEvent>) -> u64 {
        let id = self.next.get();
        self.next.set(id + 1);
        self.subscribers.borrow_mut().push((id, callback));
        id
    }

    fn unsubscribe(&self, id: u64) {
        self.subscribers.borrow_mut().retain(|(known, _)| *known != id);
    }

    fn publish(&self, event: &LiveEvent) {
        let callbacks: Vec<_> = self.subscribers.borrow().iter().map(|(_, callback)| callback.clone()).collect();
        for callback in callbacks {
            callback.emit(event.clone());
        }
    }
}

/// Properties of [`LiveProvider`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The application.
    pub children: Html,
}

/// Listens while somebody is logged in.
#[component]
pub fn LiveProvider(props: &Props) -> Html {
    let bus = (*use_memo((), |()| LiveBus::default())).clone();
    let session = use_session();
    let tab = use_mut_ref(|| None::<Rc<Tab>>);
    // Kept while the login has expired: what happens until the next one is heard after it.
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
            let listeners = joined.as_ref().map(come_and_go);
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

/// Browsers keep pages that were left, stop those that nobody looks at, and open few connections to a server: such a
/// page gives up what it has, and listens again when somebody comes back to it.
fn come_and_go(tab: &Rc<Tab>) -> Vec<EventListener> {
    let listen = |target: Option<&web_sys::EventTarget>, name: &'static str, what: fn(&Rc<Tab>)| {
        let tab = tab.clone();
        target.map(|target| EventListener::new(target, name, move |_| what(&tab)))
    };
    let (window, document) = (browser::window(), browser::document());
    let (window, document) = (window.as_deref(), document.as_deref().map(AsRef::as_ref));
    let listeners = [
        listen(window, "pagehide", |tab| tab.leave()),
        listen(window, "pageshow", Tab::enter),
        listen(document, "freeze", |tab| tab.leave()),
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
