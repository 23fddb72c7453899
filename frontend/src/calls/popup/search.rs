//! Finding the caller among the people who are registered.

use super::body::BodyProps;
use crate::hooks::use_language;
use crate::ui::PersonPicker;
use contract::desk::PersonHit;
use locales::text;
use yew::prelude::*;

/// A field that finds the caller among the registered people.
#[component]
pub fn PersonSearch(props: &BodyProps) -> Html {
    let language = use_language();
    let onselect = {
        let (actions, id) = (props.actions.clone(), props.call.call_id);
        Callback::from(move |hit: Option<PersonHit>| {
            if let Some(hit) = hit {
                actions.choose(id, Some(hit.id));
            }
        })
    };
    let error = props.actions.action.error.as_ref().and_then(|error| error.field("person_id"));
    html! {
        <PersonPicker id={format!("call-{}-person", props.call.call_id)} label={text!(language, "calls-find")} chosen={None} {onselect} {error} />
    }
}
