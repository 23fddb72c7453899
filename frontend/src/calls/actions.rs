//! What the buttons of a pop-up do.

use super::collapse::Collapse;
use super::context::Calls;
use crate::api::{self, Answer};
use crate::hooks::{Action, use_action};
use crate::prefill::{KnownPerson, set_requester};
use crate::route::{DeskRoute, Href};
use crate::text::joined;
use crate::ui::use_go;
use contract::calls::{CallPopUp, Caller, ConcludeCall, RegisterCaller};
use std::future::Future;
use yew::prelude::*;

/// What can be done with a call. One thing runs at a time, and the pop-up shows why it failed.
#[derive(Clone, PartialEq)]
pub struct CallActions {
    /// The state of the last thing that was done: running, or failed and why.
    pub action: Action,
    calls: Calls,
    go: Callback<Href>,
}

/// What can be done with a call.
#[hook]
pub fn use_call_actions(calls: &Calls) -> CallActions {
    CallActions { action: use_action(), calls: calls.clone(), go: use_go() }
}

impl CallActions {
    /// Sends something to the server and shows the pop-ups that it answers.
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

    /// Says who calls. None: none of the candidates.
    pub fn choose(&self, call: i64, person: Option<i64>) {
        self.run(async move { api::calls::choose(call, person).await });
    }

    /// Says that the call is over.
    pub fn end(&self, call: i64) {
        self.run(async move { api::calls::end(call).await });
    }

    /// Says what the call was about.
    pub fn conclude(&self, call: i64, what: ConcludeCall) {
        self.run(async move { api::calls::conclude(call, &what).await });
    }

    /// Opens the form of a new request for the caller.
    pub fn open_request(&self, call: i64, caller: Caller) {
        let (tab, actions) = (self.tab(), self.clone());
        self.run(async move {
            let open = api::calls::take(call, tab).await?;
            actions.go_to_form(call, &caller);
            Ok(open)
        });
    }

    /// Registers the caller, and opens the form of a new request for them.
    pub fn register(&self, call: i64, person: RegisterCaller) {
        let (tab, actions) = (self.tab(), self.clone());
        self.run(async move {
            let open = api::calls::register(call, &person).await?;
            let caller = open.iter().find(|one| one.call_id == call).and_then(|one| one.caller.clone());
            // The person is registered now: when the next step fails, the pop-up must not offer to register them again.
            actions.calls.replace.emit(open);
            let open = api::calls::take(call, tab).await?;
            if let Some(caller) = caller {
                actions.go_to_form(call, &caller);
            }
            Ok(open)
        });
    }

    /// Opens the request that the call is about, to work on it (`execute`) or to look at it.
    pub fn view(&self, call: i64, number: i64, execute: bool) {
        let (tab, go, collapse) = (self.tab(), self.go.clone(), self.calls.collapse.clone());
        self.run(async move {
            let open = api::calls::view(call, tab, execute).await?;
            collapse.emit(Collapse::UntilEnd(call));
            go.emit(Href::to(&DeskRoute::Request { number }));
            Ok(open)
        });
    }

    /// Goes to the form of a new request, whose requester is the caller.
    fn go_to_form(&self, call: i64, caller: &Caller) {
        self.calls.collapse.emit(Collapse::UntilEnd(call));
        set_requester(known_person(caller));
        self.go.emit(Href::with(&DeskRoute::New, &[("call", &call.to_string())]));
    }
}

/// The caller, as the form of a new request shows a requester.
#[must_use]
pub fn known_person(caller: &Caller) -> KnownPerson {
    let unit = caller.unit.as_ref().map(|unit| unit.name.clone());
    let about = joined([unit, caller.extension.clone(), caller.email.clone(), caller.tax_id_masked.clone()]);
    KnownPerson { id: caller.person.id, name: caller.person.name.clone(), about }
}
