//! The description of a request and the facts about it.

use crate::hooks::use_clock;
use crate::ui::{Card, Facts, address, fact, paragraphs};
use contract::requests::{Contact, RequestView};
use locales::{Language, text};
use yew::prelude::*;

/// Properties of [`Description`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The request.
    pub view: RequestView,
}

/// What was asked for, and the facts about it.
#[component]
pub fn Description(props: &Props) -> Html {
    let clock = use_clock();
    let language = clock.language;
    let (view, row) = (&props.view, &props.view.row);
    let origin = text!(language, &crate::text::code("origin", view.origin));
    let opened = text!(language, "req-opened-by-way", at = clock.date_time(row.opened_at), origin = origin);
    let urgency = text!(language, &crate::text::code("level", view.urgency));
    let impact = text!(language, &crate::text::code("impact", view.impact));
    html! {
        <Card title={text!(language, "req-description")} id="description">
            <div class="rq__desc">{ paragraphs(&view.description) }</div>
            <Facts>
                { fact(text!(language, "req-service"), html! { { &row.service.name } }) }
                { fact(text!(language, "req-opened"), html! { { opened } }) }
                if view.opened_by.id != row.requester.id {
                    { fact(text!(language, "req-opened-by"), html! { { &view.opened_by.name } }) }
                    { fact(text!(language, "req-requester"), html! { { &row.requester.name } }) }
                }
                { fact(text!(language, "req-contact"), address(&contact(language, &view.contact))) }
                { fact(text!(language, "req-urgency"), html! { { urgency } }) }
                { fact(text!(language, "req-impact"), html! { { impact } }) }
            </Facts>
        </Card>
    }
}

/// The contact for questions about the request, in one line.
fn contact(language: Language, contact: &Contact) -> String {
    let line = crate::text::contact(contact);
    if line.is_empty() { text!(language, "ui-none") } else { line }
}
