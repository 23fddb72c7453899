//! Data of the API in a page.

use crate::api::{Answer, ApiError};
use std::cell::Cell;
use std::future::Future;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The state of data that is read from the API.
#[derive(Debug, PartialEq)]
pub enum AsyncState<T> {
    /// Nothing has arrived yet.
    Pending,
    /// The data is here.
    Ready {
        /// The data.
        data: Rc<T>,
        /// Newer data is on its way.
        refreshing: bool,
        /// Why the data could not be read again; it is the old one then.
        stale: Option<ApiError>,
    },
    /// The data could not be read.
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

/// The data that [`use_fetch`] reads. `ui::loaded` shows it.
#[derive(PartialEq)]
pub struct Fetch<T: 'static> {
    /// The state of the data.
    pub state: AsyncState<T>,
    /// Reads the data again. The old one is shown meanwhile.
    pub reload: Callback<()>,
    /// Replaces the data by that of another answer.
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

/// What changes the state.
enum Change<T> {
    /// A request was sent.
    Begin,
    /// It was answered.
    End(Answer<T>),
    /// The data came with another answer.
    Replace(T),
}

impl<T: PartialEq> AsyncState<T> {
    fn after(&self, change: Change<T>) -> Self {
        match (change, self.clone()) {
            (Change::Begin, Self::Ready { data, stale, .. }) => Self::Ready { data, refreshing: true, stale },
            (Change::Begin, _) => Self::Pending,
            (Change::End(Err(error)), Self::Ready { data, .. }) if !error.is_not_found() => {
                Self::Ready { data, refreshing: false, stale: Some(error) }
            }
            (Change::End(Err(error)), _) => Self::Failed(error),
            // The same data again keeps its identity, so that nothing below is rendered anew.
            (Change::End(Ok(fresh)) | Change::Replace(fresh), Self::Ready { data, .. }) if *data == fresh => {
                Self::Ready { data, refreshing: false, stale: None }
            }
            (Change::End(Ok(fresh)) | Change::Replace(fresh), _) => {
                Self::Ready { data: Rc::new(fresh), refreshing: false, stale: None }
            }
        }
    }
}

struct Slot<T>(AsyncState<T>);

impl<T: PartialEq> Reducible for Slot<T> {
    type Action = Change<T>;

    fn reduce(self: Rc<Self>, change: Change<T>) -> Rc<Self> {
        Rc::new(Self(self.0.after(change)))
    }
}

/// Numbers the requests of one hook, so that the answer to an earlier one is recognised and dropped.
#[derive(Default)]
struct Requests(Cell<u64>);

impl Requests {
    /// Begins a request: its number. The answers to all earlier ones are stale now.
    fn begin(&self) -> u64 {
        self.0.set(self.0.get() + 1);
        self.0.get()
    }

    /// Makes the answers to all requests so far stale.
    fn invalidate(&self) {
        self.begin();
    }

    /// True for the last request that was begun.
    fn is_current(&self, number: u64) -> bool {
        self.0.get() == number
    }
}

/// Reads data with `read(deps)`, and again whenever `deps` change or `reload` is called. The old data stays until the
/// new one is here. An answer that comes after a newer request was sent is dropped.
#[hook]
pub fn use_fetch<D, T, F, R>(deps: D, read: R) -> Fetch<T>
where
    D: Clone + PartialEq + 'static,
    T: PartialEq + 'static,
    F: Future<Output = Answer<T>> + 'static,
    R: Fn(D) -> F + 'static,
{
    let slot = use_reducer(|| Slot(AsyncState::Pending));
    let requests = use_memo((), |()| Requests::default());
    let reload = {
        let dispatch = slot.dispatcher();
        let requests = requests.clone();
        use_callback(deps.clone(), move |(), deps: &D| {
            let number = requests.begin();
            dispatch.dispatch(Change::Begin);
            let (requests, dispatch, answer) = (requests.clone(), dispatch.clone(), read(deps.clone()));
            spawn_local(async move {
                let answer = answer.await;
                if requests.is_current(number) {
                    dispatch.dispatch(Change::End(answer));
                }
            });
        })
    };
    use_effect_with(deps, {
        let reload = reload.clone();
        let requests = requests.clone();
        move |_| {
            reload.emit(());
            // An answer that is still on its way belongs to the old `deps`.
            move || requests.invalidate()
        }
    });
    let replace = {
        let dispatch = slot.dispatcher();
        use_callback((), move |data: T, ()| {
            requests.invalidate();
            dispatch.dispatch(Change::Replace(data));
        })
    };
    Fetch { state: slot.0.clone(), reload, replace }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    type State = AsyncState<u32>;

    fn ready(data: u32) -> State {
        AsyncState::Ready { data: Rc::new(data), refreshing: false, stale: None }
    }

    fn not_found() -> ApiError {
        ApiError::Unexpected(404)
    }

    #[test]
    fn the_first_answer_is_shown() {
        let begun = State::Pending.after(Change::Begin);
        assert_eq!(begun, State::Pending);
        assert_eq!(begun.after(Change::End(Ok(1))), ready(1));
        assert_eq!(begun.after(Change::End(Err(ApiError::Network))), State::Failed(ApiError::Network));
    }

    #[test]
    fn old_data_stays_while_and_after_a_refresh_fails() {
        let refreshing = ready(1).after(Change::Begin);
        assert_eq!(refreshing, AsyncState::Ready { data: Rc::new(1), refreshing: true, stale: None });
        let stale = refreshing.after(Change::End(Err(ApiError::Timeout)));
        assert_eq!(stale, AsyncState::Ready { data: Rc::new(1), refreshing: false, stale: Some(ApiError::Timeout) });
        assert_eq!(stale.after(Change::Begin).after(Change::End(Ok(2))), ready(2));
    }

    #[test]
    fn data_that_no_longer_exists_is_not_shown() {
        let gone = ready(1).after(Change::Begin).after(Change::End(Err(not_found())));
        assert_eq!(gone, State::Failed(not_found()));
    }

    #[test]
    fn a_failure_is_tried_again_from_nothing() {
        assert_eq!(State::Failed(ApiError::Network).after(Change::Begin), State::Pending);
    }

    #[test]
    fn the_same_data_keeps_its_identity() {
        let first = ready(1);
        for change in [Change::End(Ok(1)), Change::Replace(1)] {
            let second = first.after(change);
            assert!(Rc::ptr_eq(first.data().unwrap(), second.data().unwrap()));
        }
        let other = first.after(Change::Replace(2));
        assert_eq!(other, ready(2));
    }

    #[derive(Debug, Clone)]
    enum Happens {
        /// A request is sent.
        Begin,
        /// One of the requests on their way is answered, not always the oldest.
        Answer(prop::sample::Index),
        /// The page puts newer data in place.
        Replace,
    }

    fn happens() -> impl Strategy<Value = Happens> {
        prop_oneof![
            2 => Just(Happens::Begin),
            2 => any::<prop::sample::Index>().prop_map(Happens::Answer),
            1 => Just(Happens::Replace),
        ]
    }

    proptest! {
        /// The server's data grows with time, and each request is answered with the data of the moment at which it was
        /// sent. In whatever order the answers come, the page never goes back to older data.
        #[test]
        fn a_late_answer_never_replaces_a_newer_one(all in prop::collection::vec(happens(), 0..60)) {
            let (requests, mut state, mut time) = (Requests::default(), State::Pending, 0);
            let mut on_their_way = BTreeMap::new();
            let mut newest = 0;
            for one in all {
                time += 1;
                match one {
                    Happens::Begin => {
                        on_their_way.insert(requests.begin(), time);
                        state = state.after(Change::Begin);
                    }
                    Happens::Answer(which) if !on_their_way.is_empty() => {
                        let number = *which.get(&on_their_way.keys().copied().collect::<Vec<_>>());
                        let data = on_their_way.remove(&number).unwrap();
                        if requests.is_current(number) {
                            state = state.after(Change::End(Ok(data)));
                        }
                    }
                    Happens::Answer(_) => {}
                    Happens::Replace => {
                        requests.invalidate();
                        state = state.after(Change::Replace(time));
                    }
                }
                let shown = state.data().map_or(0, |data| **data);
                prop_assert!(shown >= newest, "{} after {}", shown, newest);
                newest = shown;
            }
        }
    }
}
