//! What happens while a page is open (`GET /api/v1/events`).
//!
//! One `EventSource` for the whole application. The browser reconnects by
//! itself and sends `Last-Event-ID`; when the server refuses the stream, it is
//! opened anew later, and pages are told to read everything again
//! (`LiveKind::Reset`). It stops when nobody is logged in.

use super::session::use_session;
use crate::{api, browser};
use contract::live::{LiveEvent, LiveKind};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{EventSource, MessageEvent};
use yew::prelude::*;

const RETRY_MS: u32 = 5_000;
const RETRY_MAX_MS: u32 = 120_000;

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

/// One open stream; closed when dropped.
struct Stream {
    source: EventSource,
    _listeners: Vec<EventListener>,
}

impl Drop for Stream {
    fn drop(&mut self) {
        self.source.close();
    }
}

/// Where a stream begins.
enum Begin {
    /// After what the page has read.
    After(String),
    /// Now; pages read everything again as soon as it is open.
    Anew,
}

fn open(bus: &LiveBus, begin: &Begin, refused: Callback<()>) -> Option<Stream> {
    let address = match begin {
        Begin::After(position) => format!("{}/events?after={position}", api::BASE),
        Begin::Anew => format!("{}/events", api::BASE),
    };
    let source = EventSource::new(&address).ok()?;
    let hear = |name: &'static str| {
        let bus = bus.clone();
        EventListener::new(&source, name, move |event| {
            let data = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
            if let Some(event) = data.and_then(|data| serde_json::from_str::<LiveEvent>(&data).ok()) {
                bus.publish(&event);
            }
        })
    };
    // The stream may name its events or leave them unnamed (`message`).
    let mut listeners: Vec<_> = LiveKind::ALL.iter().map(|kind| hear(kind.as_str())).collect();
    if matches!(begin, Begin::Anew) {
        let bus = bus.clone();
        listeners.push(EventListener::once(&source, "ready", move |_| {
            bus.publish(&LiveEvent { kind: LiveKind::Reset, number: None, actor_id: None });
        }));
    }
    listeners.push({
        let source = source.clone();
        EventListener::new(&source.clone(), "error", move |_| {
            if source.ready_state() == EventSource::CLOSED {
                refused.emit(());
            }
        })
    });
    Some(Stream { source, _listeners: listeners })
}

/// Properties of [`LiveProvider`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The application.
    pub children: Html,
}

/// Keeps the stream open while somebody is logged in.
#[component]
pub fn LiveProvider(props: &Props) -> Html {
    let bus = (*use_memo((), |()| LiveBus::default())).clone();
    let session = use_session();
    let attempt = use_state_eq(|| 0_u32);
    let me = session.me();
    let after = me.map(|me| me.events_after.clone()).unwrap_or_default();
    let wanted = me.map(|me| me.id).filter(|_| !session.expired);
    use_effect_with((wanted, *attempt), {
        let (bus, attempt) = (bus.clone(), attempt.clone());
        move |&(wanted, tried)| {
            let timer = Rc::new(RefCell::new(None));
            let stream = wanted.and_then(|_| {
                let begin = if tried > 0 { Begin::Anew } else { Begin::After(after) };
                open(&bus, &begin, retry_later(timer.clone(), attempt.setter(), tried))
            });
            let listeners = stream.and_then(|stream| close_while_left(stream, attempt.setter(), tried));
            move || drop((listeners, timer))
        }
    });
    html! { <ContextProvider<LiveBus> context={bus}>{ props.children.clone() }</ContextProvider<LiveBus>> }
}

/// Browsers keep pages that were left, and open few connections to a server: a page
/// that was left gives its own up, and opens it again when somebody comes back to it.
fn close_while_left(stream: Stream, attempt: UseStateSetter<u32>, tried: u32) -> Option<[EventListener; 2]> {
    let stream = Rc::new(RefCell::new(Some(stream)));
    let window = browser::window()?;
    let left = EventListener::new(&window, "pagehide", {
        let stream = stream.clone();
        move |_| drop(stream.take())
    });
    let back = EventListener::new(&window, "pageshow", move |_| {
        if stream.borrow().is_none() {
            attempt.set(tried.wrapping_add(1));
        }
    });
    Some([left, back])
}

/// After a refusal: stops when the login has expired, otherwise opens the stream again later.
fn retry_later(timer: Rc<RefCell<Option<Timeout>>>, attempt: UseStateSetter<u32>, tried: u32) -> Callback<()> {
    Callback::from(move |()| {
        let (timer, attempt) = (timer.clone(), attempt.clone());
        spawn_local(async move {
            if api::session::me().await.is_err_and(|error| error.status() == Some(401)) {
                return;
            }
            let pause = RETRY_MS.saturating_mul(1 << tried.min(5)).min(RETRY_MAX_MS);
            *timer.borrow_mut() = Some(Timeout::new(pause, move || attempt.set(tried.wrapping_add(1))));
        });
    })
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
