//! Data of the API in a page.

use crate::api::{Answer, ApiError};
use std::cell::Cell;
use std::future::Future;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// How far the reading has come.
#[derive(Debug, PartialEq)]
pub enum AsyncState<T> {
    /// Nothing has arrived yet.
    Pending,
    /// It is here.
    Ready {
        /// The data.
        data: Rc<T>,
        /// Newer data is on its way.
        refreshing: bool,
        /// Why the last refreshing failed; the data is the old one then.
        stale: Option<ApiError>,
    },
    /// It could not be read.
    Failed(ApiError),
}

impl<T> Clone for AsyncState<T> {
    fn clone(&self) -> Self {
        match self {
            Self::Pending => Self::Pending,
            Self::Ready { data, refreshing, stale } => {
                Self::Ready { data: data.clone(), refreshing: *refreshing, stale: stale.clone() }
            }
            Self::Failed(error) => Self::Failed(error.clone()),
        }
    }
}

impl<T> AsyncState<T> {
    /// The data, when it is here.
    #[must_use]
    pub fn data(&self) -> Option<&Rc<T>> {
        match self {
            Self::Ready { data, .. } => Some(data),
            _ => None,
        }
    }
}

/// What [`use_fetch`] gives. Show it with `ui::loaded`.
#[derive(PartialEq)]
pub struct Fetch<T: 'static> {
    /// How far the reading has come.
    pub state: AsyncState<T>,
    /// Reads again, keeping what is shown.
    pub reload: Callback<()>,
    /// Puts data in place that came with another answer.
    pub replace: Callback<T>,
}

impl<T> Clone for Fetch<T> {
    fn clone(&self) -> Self {
        Self { state: self.state.clone(), reload: self.reload.clone(), replace: self.replace.clone() }
    }
}

impl<T> Fetch<T> {
    /// The data, when it is here.
    #[must_use]
    pub fn data(&self) -> Option<&Rc<T>> {
        self.state.data()
    }
}

enum Step<T> {
    Begin,
    End(Answer<T>),
    Replace(T),
}

struct Slot<T>(AsyncState<T>);

impl<T: PartialEq> Reducible for Slot<T> {
    type Action = Step<T>;

    fn reduce(self: Rc<Self>, step: Step<T>) -> Rc<Self> {
        let old = self.0.clone();
        let new = match (step, old) {
            (Step::Begin, AsyncState::Ready { data, stale, .. }) => AsyncState::Ready { data, refreshing: true, stale },
            (Step::Begin, _) => AsyncState::Pending,
            (Step::End(Err(error)), AsyncState::Ready { data, .. }) if !error.is_not_found() => {
                AsyncState::Ready { data, refreshing: false, stale: Some(error) }
            }
            (Step::End(Err(error)), _) => AsyncState::Failed(error),
            // The same data again keeps its identity, so that nothing below is rendered anew.
            (Step::End(Ok(fresh)) | Step::Replace(fresh), AsyncState::Ready { data, .. }) if *data == fresh => {
                AsyncState::Ready { data, refreshing: false, stale: None }
            }
            (Step::End(Ok(fresh)) | Step::Replace(fresh), _) => {
                AsyncState::Ready { data: Rc::new(fresh), refreshing: false, stale: None }
            }
        };
        Rc::new(Self(new))
    }
}

/// Reads with `read(&deps)`, and again whenever `deps` change or `reload` is
/// called. The old data stays until the new one is here; an answer that comes
/// after a newer question was asked is dropped.
#[hook]
pub fn use_fetch<D, T, F, R>(deps: D, read: R) -> Fetch<T>
where
    D: Clone + PartialEq + 'static,
    T: PartialEq + 'static,
    F: Future<Output = Answer<T>> + 'static,
    R: Fn(D) -> F + 'static,
{
    let slot = use_reducer(|| Slot(AsyncState::Pending));
    let question = use_memo((), |()| Cell::new(0_u64));
    let reload = {
        let dispatch = slot.dispatcher();
        let question = question.clone();
        use_callback(deps.clone(), move |(), deps: &D| {
            let asked = question.get() + 1;
            question.set(asked);
            dispatch.dispatch(Step::Begin);
            let (question, dispatch, answer) = (question.clone(), dispatch.clone(), read(deps.clone()));
            spawn_local(async move {
                let answer = answer.await;
                if question.get() == asked {
                    dispatch.dispatch(Step::End(answer));
                }
            });
        })
    };
    use_effect_with(deps, {
        let reload = reload.clone();
        let question = question.clone();
        move |_| {
            reload.emit(());
            // Whatever is still on its way belongs to the old question.
            move || question.set(question.get() + 1)
        }
    });
    let replace = {
        let dispatch = slot.dispatcher();
        use_callback((), move |data: T, ()| {
            question.set(question.get() + 1);
            dispatch.dispatch(Step::Replace(data));
        })
    };
    Fetch { state: slot.0.clone(), reload, replace }
}
