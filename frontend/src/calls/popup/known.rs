//! A caller who is known: who they are, how they were recognised, and which of their requests are open.

use super::body::BodyProps;
use super::identity::{match_reason, open_requests};
use super::search::PersonSearch;
use crate::hooks::{Clock, use_clock};
use crate::route::{DeskRoute, Href};
use crate::text::joined;
use crate::ui::{Avatar, Button, ButtonKind, Facts, Go, Sla, VipMark, address, fact, sla_of};
use contract::SlaStatus;
use contract::calls::Caller;
use locales::{Language, text};
use yew::prelude::*;

/// The caller, and the button *Register new request*.
#[component]
pub fn Known(props: &BodyProps) -> Html {
    let clock = use_clock();
    let language = clock.language;
    let searching = use_state_eq(|| false);
    let Some(caller) = &props.call.caller else { return Html::default() };
    let search = {
        let searching = searching.clone();
        Callback::from(move |()| searching.set(!*searching))
    };
    let onclick = {
        let (actions, id, caller) = (props.actions.clone(), props.call.call_id, caller.clone());
        Callback::from(move |()| actions.open_request(id, caller.clone()))
    };
    html! {
        <>
            <div class="call__b">
                { person(caller) }
                { match_reason(language, &props.call) }
                <div class="call__other-person">
                    <Button kind={ButtonKind::Inline} small=true label={text!(language, "calls-somebody-else")} onclick={search} />
                </div>
                if *searching { <PersonSearch call={props.call.clone()} actions={props.actions.clone()} /> }
                { facts(language, caller) }
                { open_list(&clock, caller) }
            </div>
            <footer class="call__f">
                <Button kind={ButtonKind::Primary} icon="plus" label={text!(language, "calls-open-request")} {onclick}
                        loading={props.actions.action.busy} />
            </footer>
        </>
    }
}

/// Name, VIP mark, unit and place.
fn person(caller: &Caller) -> Html {
    let unit = caller.unit.as_ref().map(|unit| unit.name.clone());
    let about = joined([unit, caller.place.clone()]);
    html! {
        <div class="call__p">
            <Avatar id={caller.person.id} name={caller.person.name.clone()} large=true />
            <div class="sol-grow">
                <h2 class="call__n">{ &caller.person.name }if caller.vip { { " " }<VipMark /> }</h2>
                <span class="sol-subtle sol-small">{ about }</span>
            </div>
        </div>
    }
}

/// The caller's numbers and addresses.
fn facts(language: Language, caller: &Caller) -> Html {
    let line = |key: &str, value: &Option<String>| {
        let value = value.as_ref().filter(|value| !value.is_empty());
        value.map(|value| fact(text!(language, key), address(value))).unwrap_or_default()
    };
    html! {
        <div class="call__facts">
            <Facts>
                { line("desk-tax-id", &caller.tax_id_masked) }
                { line("desk-extension", &caller.extension) }
                { line("deskopen-phone", &caller.phone) }
                { line("desk-email", &caller.email) }
            </Facts>
        </div>
    }
}

/// The open requests of the caller: their number, and a list of those that the attendant may see.
fn open_list(clock: &Clock, caller: &Caller) -> Html {
    let language = clock.language;
    let shown = i64::try_from(caller.open_requests.len()).unwrap_or_default();
    let all = Href::with(&DeskRoute::Queue, &[("requester", &caller.person.id.to_string())]);
    html! {
        <div class="call__o">
            <div class="sol-row sol-between">
                <strong>{ open_requests(language, caller) }</strong>
                if caller.open > shown && shown > 0 { <Go class="sol-small" to={all}>{ text!(language, "calls-see-all") }</Go> }
            </div>
            if shown > 0 {
                <ul>
                    { for caller.open_requests.iter().map(|request| html! {
                        <li key={request.number}>
                            <Go to={DeskRoute::Request { number: request.number }}>
                                <span class="sol-mono">{ request.number }</span>{ " " }{ &request.title }
                            </Go>
                            <span class="call__sla">
                                <Sla sla={sla_of(request)} bare=true />
                                if let Some(at) = request.deadline_at.filter(|_| request.sla == SlaStatus::OnTime) {
                                    <span class="sol-subtle">{ " · " }{ text!(language, "calls-until", at = clock.date_time(at)) }</span>
                                }
                            </span>
                        </li>
                    }) }
                </ul>
            } else if caller.open > 0 {
                <p class="sol-small sol-subtle">{ text!(language, "calls-open-elsewhere") }</p>
            }
        </div>
    }
}
