//! Hands live events to the components that subscribed.

use contract::live::LiveEvent;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use yew::Callback;

type Subscribers = Rc<RefCell<Vec<(u64, Callback<LiveEvent>)>>>;

/// The subscribers of live events.
#[derive(Clone, Default)]
pub struct LiveBus {
    subscribers: Subscribers,
    next_id: Rc<Cell<u64>>,
}

impl PartialEq for LiveBus {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.subscribers, &other.subscribers)
    }
}

impl LiveBus {
    /// Calls back for every event from now on. Answers the identifier for [`LiveBus::unsubscribe`].
    pub fn subscribe(&self, callback: Callback<LiveEvent>) -> u64 {
        let id = self.next_id.get();
        self.next_id.set(id + 1);
        self.subscribers.borrow_mut().push((id, callback));
        id
    }

    /// Ends a subscription.
    pub fn unsubscribe(&self, id: u64) {
        self.subscribers.borrow_mut().retain(|(known, _)| *known != id);
    }

    /// Calls every subscriber. A subscriber may subscribe and unsubscribe while it is called.
    pub fn publish(&self, event: &LiveEvent) {
        let callbacks: Vec<_> = self.subscribers.borrow().iter().map(|(_, callback)| callback.clone()).collect();
        for callback in callbacks {
            callback.emit(event.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::live::LiveKind;

    const EVENT: LiveEvent = LiveEvent { kind: LiveKind::Changed, number: Some(7), actor_id: None };

    fn counter() -> (Rc<Cell<u32>>, Callback<LiveEvent>) {
        let count = Rc::new(Cell::new(0));
        let counted = count.clone();
        (count, Callback::from(move |_| counted.set(counted.get() + 1)))
    }

    #[test]
    fn subscribers_hear_until_they_unsubscribe() {
        let bus = LiveBus::default();
        let ((one, hears_one), (two, hears_two)) = (counter(), counter());
        let first = bus.subscribe(hears_one);
        bus.subscribe(hears_two);
        bus.publish(&EVENT);
        bus.unsubscribe(first);
        bus.publish(&EVENT);
        assert_eq!((one.get(), two.get()), (1, 2));
    }

    #[test]
    fn a_subscriber_may_unsubscribe_while_it_is_called() {
        let bus = LiveBus::default();
        let (count, count_once) = counter();
        let own_id = Rc::new(Cell::new(None));
        let once = {
            let (bus, own_id) = (bus.clone(), own_id.clone());
            Callback::from(move |event| {
                count_once.emit(event);
                own_id.get().into_iter().for_each(|id| bus.unsubscribe(id));
            })
        };
        own_id.set(Some(bus.subscribe(once)));
        bus.publish(&EVENT);
        bus.publish(&EVENT);
        assert_eq!(count.get(), 1);
    }
}
