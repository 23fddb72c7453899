//! A request that is opened in a call: the caller is its requester, and the call was about it.

use super::TypedDraft;
use crate::calls::{Calls, known_person, number, use_calls};
use crate::hooks::{use_language, use_query_state};
use crate::prefill::KnownPerson;
use crate::route::DeskRoute;
use serde::{Deserialize, Serialize};
use yew::prelude::*;

/// What the URL says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Query {
    /// The call, so that a reload keeps it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    call: Option<i64>,
}

/// The call.
#[derive(Clone, PartialEq)]
pub struct InCall {
    /// Identifier.
    pub id: i64,
    /// Its number, once the call is known.
    pub number: Option<String>,
    caller: Option<KnownPerson>,
}

/// The call in which the request is opened, if any.
#[hook]
pub fn use_call() -> Option<InCall> {
    let language = use_language();
    let query = use_query_state::<DeskRoute, Query>();
    let calls = use_calls();
    let id = query.value.call?;
    let call = calls.iter().flat_map(|calls: &Calls| calls.open.iter()).find(|call| call.call_id == id);
    Some(InCall {
        id,
        number: call.map(|call| number(language, call.number.as_deref(), call.number_withheld)),
        caller: call.and_then(|call| call.caller.as_ref()).map(known_person),
    })
}

/// The caller is the requester, unless another one has been chosen already.
#[hook]
pub fn use_caller(draft: &TypedDraft, call: Option<&InCall>) {
    let draft = draft.clone();
    let caller = call.and_then(|call| call.caller.clone());
    use_effect_with(caller.as_ref().map(|caller| caller.id), move |_| {
        if let Some(caller) = caller {
            draft.update(|typed| {
                if typed.known.is_none() && typed.new.is_none() {
                    typed.known = Some(caller);
                }
            });
        }
    });
}
