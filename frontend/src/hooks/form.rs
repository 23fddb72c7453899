//! The fields of a form, as one value.

use std::rc::Rc;
use yew::prelude::*;

struct Slot<T>(T);

impl<T: Clone + 'static> Reducible for Slot<T> {
    type Action = Box<dyn FnOnce(&mut T)>;

    fn reduce(self: Rc<Self>, change: Self::Action) -> Rc<Self> {
        let mut next = self.0.clone();
        change(&mut next);
        Rc::new(Self(next))
    }
}

/// The form that [`use_form`] gives.
pub struct Form<T: Clone + 'static> {
    /// What is typed.
    pub value: Rc<T>,
    dispatcher: UseReducerDispatcher<Slot<T>>,
}

impl<T: Clone + 'static> Clone for Form<T> {
    fn clone(&self) -> Self {
        Self { value: self.value.clone(), dispatcher: self.dispatcher.clone() }
    }
}

impl<T: Clone + PartialEq + 'static> PartialEq for Form<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value && self.dispatcher == other.dispatcher
    }
}

impl<T: Clone + 'static> Form<T> {
    /// A callback that changes the form with the value of a control. Several changes in a row build on each other.
    pub fn on<V: 'static>(&self, change: impl Fn(&mut T, V) + 'static) -> Callback<V> {
        let (dispatcher, change) = (self.dispatcher.clone(), Rc::new(change));
        Callback::from(move |value: V| {
            let change = change.clone();
            dispatcher.dispatch(Box::new(move |form| change(form, value)));
        })
    }
}

/// The fields of a form that a reload discards; `use_draft` has those that survive it.
#[hook]
pub fn use_form<T: Clone + 'static>(begin: impl FnOnce() -> T) -> Form<T> {
    let slot = use_reducer(|| Slot(begin()));
    Form { value: Rc::new(slot.0.clone()), dispatcher: slot.dispatcher() }
}
