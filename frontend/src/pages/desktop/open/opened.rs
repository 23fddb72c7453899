//! The confirmation that a request was opened. Its number is large, because attendants read it out.

use crate::api;
use crate::hooks::{Clock, use_clock, use_fetch, use_page_title};
use crate::route::DeskRoute;
use crate::ui::{
    ButtonKind, Card, CopyButton, Facts, Href, LinkButton, Priority, SituationLabel, fact, icon, loaded, skeleton_lines,
};
use contract::requests::RequestView;
use locales::text;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Opened`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Its number.
    pub number: i64,
}

/// The confirmation.
#[component]
pub fn Opened(props: &Props) -> Html {
    let clock = use_clock();
    use_page_title(&text!(clock.language, "deskopen-done"));
    let request =
        use_fetch(props.number, |number| async move { api::requests::get(number).await.map(|tagged| tagged.data) });
    let view = |view: &Rc<RequestView>| confirmation(&clock, view);
    html! { <div class="done">{ loaded(&request, clock.language, html! { <Card>{ skeleton_lines(&[50, 30, 70]) }</Card> }, view) }</div> }
}

fn confirmation(clock: &Clock, view: &RequestView) -> Html {
    let language = clock.language;
    let row = &view.row;
    let number = row.number;
    let deadline = row.sla.deadline_at.map_or_else(|| text!(language, "sla-none"), |at| clock.date_time(at));
    html! {
        <Card class="done__c">
            <div class="done__top">
                <span class="done__ic">{ icon("check") }</span>
                <div>
                    <h1 class="sol-h1" tabindex="-1">{ text!(language, "deskopen-done") }</h1>
                    <p class="sol-subtle">{ text!(language, "deskopen-done-text", name = row.requester.name.as_str()) }</p>
                </div>
            </div>
            <div class="done__num">
                <div>
                    <span class="sol-subtle">{ text!(language, "deskopen-number") }</span>
                    <div class="done__n">
                        <span data-test="number">{ number }</span>
                        <CopyButton label={text!(language, "deskopen-copy", number = number)} value={number.to_string()} />
                    </div>
                </div>
                <Facts>
                    { fact(text!(language, "desk-situation"), html! { <SituationLabel situation={row.situation} compact=true /> }) }
                    { fact(text!(language, "ui-priority"), html! { <Priority priority={row.priority} /> }) }
                    { fact(text!(language, "desk-deadline-label"), html! { <strong>{ deadline }</strong> }) }
                    if let Some(group) = &row.group { { fact(text!(language, "desk-group"), html! { { &group.name } }) } }
                </Facts>
            </div>
            <div class="sol-row sol-row--wrap">
                <LinkButton kind={ButtonKind::Primary} to={Href::to(&DeskRoute::Request { number })} label={text!(language, "deskopen-see")} />
                <LinkButton icon="plus" to={Href::to(&DeskRoute::New)} label={text!(language, "deskopen-another")} />
                <LinkButton kind={ButtonKind::Link} to={Href::to(&DeskRoute::Queue)} label={text!(language, "desk-back")} />
            </div>
        </Card>
    }
}
