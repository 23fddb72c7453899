//! Hooks with timers.

use crate::browser;
use gloo_events::EventListener;
use gloo_timers::callback::{Interval, Timeout};
use yew::prelude::*;

/// Renders again at an interval while the tab is visible.
#[hook]
pub fn use_tick(milliseconds: u32) {
    let beat = use_state(|| 0_u32);
    use_effect_with(milliseconds, {
        let beat = beat.setter();
        move |&milliseconds| {
            let count = std::cell::Cell::new(0_u32);
            let interval = Interval::new(milliseconds, move || {
                if !browser::hidden() {
                    count.set(count.get().wrapping_add(1));
                    beat.set(count.get());
                }
            });
            move || drop(interval)
        }
    });
}

/// Calls back at an interval while the tab is visible, and when it becomes visible again.
#[hook]
pub fn use_refresh(milliseconds: u32, callback: Callback<()>) {
    use_effect_with((milliseconds, callback), |(milliseconds, callback)| {
        let interval = Interval::new(*milliseconds, {
            let callback = callback.clone();
            move || {
                if !browser::hidden() {
                    callback.emit(());
                }
            }
        });
        let listener = browser::document().map(|document| {
            let callback = callback.clone();
            EventListener::new(&document, "visibilitychange", move |_| {
                if !browser::hidden() {
                    callback.emit(());
                }
            })
        });
        move || drop((interval, listener))
    });
}

/// The value as it was when it had not changed for some milliseconds.
#[hook]
pub fn use_debounced<T: Clone + PartialEq + 'static>(value: T, milliseconds: u32) -> T {
    let settled = use_state_eq(|| value.clone());
    use_effect_with(value, {
        let settled = settled.setter();
        move |value| {
            let value = value.clone();
            let timer = Timeout::new(milliseconds, move || settled.set(value));
            move || drop(timer)
        }
    });
    (*settled).clone()
}

/// True while the tab is visible.
#[hook]
pub fn use_visible() -> bool {
    let visible = use_state_eq(|| !browser::hidden());
    use_effect_with((), {
        let visible = visible.setter();
        move |()| {
            let listener = browser::document().map(|document| {
                EventListener::new(&document, "visibilitychange", move |_| visible.set(!browser::hidden()))
            });
            move || drop(listener)
        }
    });
    *visible
}

/// A callback that calls back some milliseconds after its first call, once for all calls until then. The last call is
/// never lost. For events that come in bursts.
#[hook]
pub fn use_throttled(milliseconds: u32, callback: Callback<()>) -> Callback<()> {
    let latest = use_mut_ref(Callback::noop);
    *latest.borrow_mut() = callback;
    let timer = use_mut_ref(|| None::<Timeout>);
    use_effect_with((), {
        let timer = timer.clone();
        move |()| move || drop(timer.borrow_mut().take())
    });
    use_callback((), move |(), ()| {
        if timer.borrow().is_some() {
            return;
        }
        let (latest, running) = (latest.clone(), timer.clone());
        *timer.borrow_mut() = Some(Timeout::new(milliseconds, move || {
            if let Some(done) = running.borrow_mut().take() {
                done.forget();
            }
            let callback = latest.borrow().clone();
            callback.emit(());
        }));
    })
}
