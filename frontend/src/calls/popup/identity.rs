//! Who calls, in the words that several bodies of a pop-up share.

use crate::text::joined;
use crate::ui::{Avatar, VipMark, icon_fixed};
use contract::calls::{CallPopUp, Caller, MatchedBy};
use locales::{Language, text};
use yew::prelude::*;

/// How the caller was recognised: as one person, or as one of several.
pub fn match_reason(language: Language, call: &CallPopUp) -> Html {
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

/// The caller in one line, below the request that the call is about.
pub fn person_line(caller: &Caller) -> Html {
    let unit = caller.unit.as_ref().map(|unit| unit.name.clone());
    let number = caller.extension.clone().or_else(|| caller.phone.clone());
    let about = joined([unit, number, caller.tax_id_masked.clone()]);
    html! {
        <div class="call__mini">
            <Avatar id={caller.person.id} name={caller.person.name.clone()} />
            <div class="sol-grow">
                <strong>{ &caller.person.name }if caller.vip { { " " }<VipMark /> }</strong>
                <span class="sol-subtle sol-small">{ about }</span>
            </div>
        </div>
    }
}

/// How many requests of the caller are open: *2 open, 1 overdue*.
pub fn open_requests(language: Language, caller: &Caller) -> String {
    let open = text!(language, "calls-open-count", count = caller.open);
    if caller.overdue > 0 {
        format!("{open}, {}", text!(language, "calls-overdue-count", count = caller.overdue))
    } else {
        open
    }
}
