//! Several people may be calling: the attendant chooses one of them. None is chosen beforehand.

use super::body::BodyProps;
use super::identity::{match_reason, open_requests};
use super::search::PersonSearch;
use crate::hooks::use_language;
use crate::text::joined;
use crate::ui::{Avatar, Button, ButtonKind, icon};
use contract::calls::Caller;
use locales::{Language, text};
use yew::prelude::*;

/// The candidates.
#[component]
pub fn Choice(props: &BodyProps) -> Html {
    let language = use_language();
    let searching = use_state_eq(|| false);
    let (call, actions) = (&props.call, &props.actions);
    let choose = {
        let (actions, id) = (actions.clone(), call.call_id);
        Callback::from(move |person: Option<i64>| actions.choose(id, person))
    };
    let search = {
        let searching = searching.clone();
        Callback::from(move |()| searching.set(!*searching))
    };
    html! {
        <>
            <div class="call__b">
                <h2 class="call__n">{ text!(language, "calls-who") }</h2>
                <p class="sol-subtle sol-small">{ text!(language, "calls-several", count = call.candidates.len()) }</p>
                <ul class="call__pick">
                    { for call.candidates.iter().map(|caller| candidate(language, caller, &choose)) }
                </ul>
                { match_reason(language, call) }
                if *searching { <PersonSearch call={call.clone()} actions={actions.clone()} /> }
            </div>
            <footer class="call__f">
                <Button icon="user-plus" label={text!(language, "calls-none-of-them")} onclick={choose.reform(|()| None)}
                        loading={actions.action.busy} />
                <Button kind={ButtonKind::Link} icon="search" label={text!(language, "calls-find")} onclick={search} />
            </footer>
        </>
    }
}

fn candidate(language: Language, caller: &Caller, choose: &Callback<Option<i64>>) -> Html {
    let unit = caller.unit.as_ref().map(|unit| unit.name.clone());
    let extension =
        caller.extension.as_ref().map(|number| text!(language, "calls-extension", extension = number.as_str()));
    let id = caller.person.id;
    let onclick = choose.reform(move |_: MouseEvent| Some(id));
    html! {
        <li key={id}>
            <button type="button" class="call__pi" {onclick}>
                <Avatar id={id} name={caller.person.name.clone()} />
                <span class="sol-grow">
                    <strong>{ &caller.person.name }</strong>
                    <small>{ joined([unit, extension]) }</small>
                </span>
                <small>{ open_requests(language, caller) }</small>
                { icon("angle-right") }
            </button>
        </li>
    }
}
