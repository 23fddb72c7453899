//! Opening a request during a call: the caller is its requester, and the call was about it.

use super::draft::FormDraft;
use crate::calls::{Calls, known_person, number, use_calls};
use crate::hooks::{use_language, use_query_state};
use crate::prefill::KnownPerson;
use crate::route::DeskRoute;
use serde::{Deserialize, Serialize};
use yew::prelude::*;

/// What the URL of the form says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct FormQuery {
    /// The identifier of the call. It is in the URL so that a reload keeps it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    call: Option<i64>,
}

/// The call in which a request is opened.
#[derive(Clone, PartialEq)]
pub struct CallContext {
    /// Identifier.
    pub id: i64,
    /// The caller's number, as soon as the call is read.
    pub number: Option<String>,
    caller: Option<KnownPerson>,
}

/// The call in which the request is opened, if any.
#[hook]
pub fn use_call_context() -> Option<CallContext> {
    let language = use_language();
    let query = use_query_state::<DeskRoute, FormQuery>();
    let calls = use_calls();
    let id = query.value.call?;
    let call = calls.iter().flat_map(|calls: &Calls| calls.open.iter()).find(|call| call.call_id == id);
    Some(CallContext {
        id,
        number: call.map(|call| number(language, call.number.as_deref(), call.number_withheld)),
        caller: call.and_then(|call| call.caller.as_ref()).map(known_person),
    })
}

/// Makes the caller the requester, unless somebody has been chosen already.
#[hook]
pub fn use_caller_as_requester(draft: &FormDraft, call: Option<&CallContext>) {
    let draft = draft.clone();
    let caller = call.and_then(|call| call.caller.clone());
    use_effect_with(caller.as_ref().map(|caller| caller.id), move |_| {
        if let Some(caller) = caller {
            draft.update(|form| {
                if form.known.is_none() && form.new.is_none() {
                    form.known = Some(caller);
                }
            });
        }
    });
}
