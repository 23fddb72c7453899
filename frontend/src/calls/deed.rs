//! What the buttons of a pop-up do.

use super::provider::Calls;
use crate::api::{self, Answer};
use crate::hooks::{Action, use_action};
use crate::pages::desktop::{Known, want};
use crate::route::DeskRoute;
use crate::ui::{Href, use_go};
use contract::calls::{CallPopUp, Caller, ConcludeCall, RegisterCaller};
use std::future::Future;
use yew::prelude::*;

/// Doing something with a call, once at a time; why it failed stays in the pop-up.
#[derive(Clone, PartialEq)]
pub struct Deed {
    /// Whether it is being done, and why it could not be.
    pub action: Action,
    calls: Calls,
    go: Callback<Href>,
}

/// What can be done with a call.
#[hook]
pub fn use_deed(calls: &Calls) -> Deed {
    Deed { action: use_action(), calls: calls.clone(), go: use_go() }
}

impl Deed {
    /// Does it; what the pop-ups are then is shown.
    fn run(&self, work: impl Future<Output = Answer<Vec<CallPopUp>>> + 'static) {
        let replace = self.calls.replace.clone();
        self.action.run(async move {
            replace.emit(work.await?);
            Ok(())
        });
    }

    fn tab(&self) -> String {
        self.calls.tab.to_string()
    }

    /// Somebody calls; none: nobody of those proposed.
    pub fn choose(&self, call: i64, person: Option<i64>) {
        self.run(async move { api::calls::choose(call, person).await });
    }

    /// The call is over.
    pub fn end(&self, call: i64) {
        self.run(async move { api::calls::end(call).await });
    }

    /// What it was about.
    pub fn conclude(&self, call: i64, what: ConcludeCall) {
        self.run(async move { api::calls::conclude(call, &what).await });
    }

    /// Opens the form of a new request for the caller.
    pub fn open_request(&self, call: i64, caller: Caller) {
        let (tab, deed) = (self.tab(), self.clone());
        self.run(async move {
            let open = api::calls::take(call, tab).await?;
            deed.go_to_form(call, &caller);
            Ok(open)
        });
    }

    /// Registers the caller, and opens the form of a new request for them.
    pub fn register(&self, call: i64, person: RegisterCaller) {
        let (tab, deed) = (self.tab(), self.clone());
        self.run(async move {
            let open = api::calls::register(call, &person).await?;
            let caller = open.iter().find(|one| one.call_id == call).and_then(|one| one.caller.clone());
            // From here on the person is registered: a failure must not offer to do it again.
            deed.calls.replace.emit(open);
            let open = api::calls::take(call, tab).await?;
            if let Some(caller) = caller {
                deed.go_to_form(call, &caller);
            }
            Ok(open)
        });
    }

    /// The call's request is opened, to work on it or to look at it.
    pub fn view(&self, call: i64, number: i64, execute: bool) {
        let (tab, go, fold) = (self.tab(), self.go.clone(), self.calls.fold.clone());
        self.run(async move {
            let open = api::calls::view(call, tab, execute).await?;
            fold.emit(super::provider::Fold::Away(call));
            go.emit(Href::to(&DeskRoute::Request { number }));
            Ok(open)
        });
    }

    /// The form reads the requester from inside the page: no name ends up in an address.
    fn go_to_form(&self, call: i64, caller: &Caller) {
        self.calls.fold.emit(super::provider::Fold::Away(call));
        want(known(caller));
        self.go.emit(Href::with(&DeskRoute::New, &[("call", &call.to_string())]));
    }
}

/// The caller, as the form knows requesters.
#[must_use]
pub fn known(caller: &Caller) -> Known {
    let unit = caller.unit.as_ref().map(|unit| unit.name.clone());
    let parts = [unit, caller.extension.clone(), caller.email.clone(), caller.tax_id_masked.clone()];
    let about: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    Known { id: caller.person.id, name: caller.person.name.clone(), about: about.join(" · ") }
}
