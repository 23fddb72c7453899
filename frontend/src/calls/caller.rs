//! A caller who is known: who they are, why we think so, what they are waiting for.

use super::popup::BodyProps;
use super::unknown::Search;
use crate::hooks::{Clock, use_clock};
use crate::pages::desktop::Vip;
use crate::route::DeskRoute;
use crate::ui::{Avatar, Button, ButtonKind, Facts, Go, Href, Sla, address, fact, icon_fixed, sla_of};
use contract::SlaStatus;
use contract::calls::{CallPopUp, Caller, MatchedBy};
use locales::{Language, text};
use yew::prelude::*;

/// The caller, and *Register new request*.
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
        let (deed, id, caller) = (props.deed.clone(), props.call.call_id, caller.clone());
        Callback::from(move |()| deed.open_request(id, caller.clone()))
    };
    html! {
        <>
            <div class="call__b">
                { person(caller) }
                { why(language, &props.call) }
                <div class="call__other-person">
                    <Button kind={ButtonKind::Inline} small=true label={text!(language, "calls-somebody-else")} onclick={search} />
                </div>
                if *searching { <Search call={props.call.clone()} deed={props.deed.clone()} /> }
                { facts(language, caller) }
                { open(&clock, caller) }
            </div>
            <footer class="call__f">
                <Button kind={ButtonKind::Primary} icon="plus" label={text!(language, "calls-open-request")} {onclick}
                        loading={props.deed.action.busy} />
            </footer>
        </>
    }
}

/// Name, VIP mark, unit and place.
fn person(caller: &Caller) -> Html {
    let unit = caller.unit.as_ref().map(|unit| unit.name.clone());
    let about: Vec<String> =
        [unit, caller.place.clone()].into_iter().flatten().filter(|part| !part.is_empty()).collect();
    html! {
        <div class="call__p">
            <Avatar id={caller.person.id} name={caller.person.name.clone()} large=true />
            <div class="sol-grow">
                <h2 class="call__n">{ &caller.person.name }if caller.vip { { " " }<Vip /> }</h2>
                <span class="sol-subtle sol-small">{ about.join(" · ") }</span>
            </div>
        </div>
    }
}

/// The same in one line, below the request that the call is about.
pub fn person_line(caller: &Caller) -> Html {
    let unit = caller.unit.as_ref().map(|unit| unit.name.clone());
    let parts = [unit, caller.extension.clone().or_else(|| caller.phone.clone()), caller.tax_id_masked.clone()];
    let about: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    html! {
        <div class="call__mini">
            <Avatar id={caller.person.id} name={caller.person.name.clone()} />
            <div class="sol-grow">
                <strong>{ &caller.person.name }if caller.vip { { " " }<Vip /> }</strong>
                <span class="sol-subtle sol-small">{ about.join(" · ") }</span>
            </div>
        </div>
    }
}

/// Why the caller is taken for this person, or for one of several.
pub fn why(language: Language, call: &CallPopUp) -> Html {
    let Some(by) = call.matched_by else { return Html::default() };
    let name = match by {
        MatchedBy::TaxId => "fingerprint",
        MatchedBy::EmployeeNumber => "id-badge",
        MatchedBy::Telephone | MatchedBy::Extension => "phone",
        MatchedBy::Chosen => "hand-pointer",
        MatchedBy::Registered => "user-plus",
    };
    let about = if call.candidates.is_empty() { "calls-why" } else { "calls-found" };
    html! {
        <p class="call__why">{ icon_fixed(name) }<span>{ text!(language, &crate::text::code(about, by)) }</span></p>
    }
}

/// What is known of the caller.
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

/// What they are waiting for: how much, and what of it the attendant may see.
fn open(clock: &Clock, caller: &Caller) -> Html {
    let language = clock.language;
    let shown = i64::try_from(caller.open_requests.len()).unwrap_or_default();
    let all = Href::with(&DeskRoute::Queue, &[("requester", &caller.person.id.to_string())]);
    html! {
        <div class="call__o">
            <div class="sol-row sol-between">
                <strong>{ in_progress(language, caller) }</strong>
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

/// *2 open, 1 overdue*.
pub fn in_progress(language: Language, caller: &Caller) -> String {
    let open = text!(language, "calls-open-count", count = caller.open);
    if caller.overdue > 0 {
        format!("{open}, {}", text!(language, "calls-overdue-count", count = caller.overdue))
    } else {
        open
    }
}
