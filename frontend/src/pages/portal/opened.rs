//! The confirmation that a request was opened. Its number is large, because people read it out on the phone. The page can
//! be reloaded, and *back* does not lead to the form.

use super::open::RefusedFiles;
use crate::api::{self, Tagged};
use crate::hooks::{Clock, use_clock, use_fetch, use_me, use_page_title};
use crate::route::{Route, Show, request_at};
use crate::ui::{
    Alert, AlertKind, ButtonKind, Card, CopyButton, Go, Href, LinkButton, Priority, icon, loaded, skeleton_lines,
};
use chrono::{DateTime, Utc};
use contract::identity::Me;
use contract::requests::RequestView;
use locales::text;
use std::rc::Rc;
use yew::prelude::*;
use yew_router::prelude::*;

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
    let me = use_me();
    use_page_title(&text!(clock.language, "opened-title"));
    let request = use_fetch(props.number, |number| async move { api::requests::get(number).await });
    let refused = use_location().and_then(|location| location.state::<RefusedFiles>());
    let view = |tagged: &Rc<Tagged<RequestView>>| confirmation(&clock, &me, &tagged.data, refused.as_deref());
    html! {
        <div class="done">
            { loaded(&request, clock.language, html! { <Card>{ skeleton_lines(&[50, 30, 70]) }</Card> }, view) }
            <p class="sol-subtle done__f">{ text!(clock.language, "opened-clock") }</p>
        </div>
    }
}

fn confirmation(clock: &Clock, me: &Me, view: &RequestView, refused: Option<&RefusedFiles>) -> Html {
    let language = clock.language;
    let number = view.row.number;
    let mailed = me.email.as_ref().map(|email| text!(language, "opened-mail", email = email.as_str()));
    html! {
        <Card class="done__c">
            <div class="done__top">
                <span class="done__ic">{ icon("check") }</span>
                <div><h1 class="sol-h1" tabindex="-1">{ text!(language, "opened-title") }</h1>
                    if let Some(mailed) = mailed { <p class="sol-subtle">{ mailed }</p> }</div>
            </div>
            <div class="done__num">
                <div>
                    <span class="sol-subtle">{ text!(language, "opened-number") }</span>
                    <div class="done__n"><span data-test="number">{ number }</span>
                        <CopyButton label={text!(language, "opened-copy", number = number)}
                            value={number.to_string()} /></div>
                    <span class="sol-small sol-subtle">{ text!(language, "opened-number-use") }</span>
                </div>
                { facts(clock, view) }
            </div>
            <h2 class="sol-h3 done__h">{ text!(language, "opened-next") }</h2>
            { steps(clock, view) }
            if let Some(refused) = refused.filter(|refused| !refused.files.is_empty()) { { refused_files(clock, number, refused) } }
            <div class="sol-row sol-row--wrap">
                <LinkButton kind={ButtonKind::Primary} to={Href::to(&Route::Request { number })}
                    label={text!(language, "opened-follow")} />
                <LinkButton to={Href::to(&Route::Requests)} label={text!(language, "opened-list")} />
                <LinkButton kind={ButtonKind::Link} icon="plus" to={Href::to(&Route::Catalogue)}
                    label={text!(language, "req-open-another")} />
            </div>
        </Card>
    }
}

/// Priority, deadline and group.
fn facts(clock: &Clock, view: &RequestView) -> Html {
    let language = clock.language;
    let sla = &view.row.sla;
    let deadline = sla.deadline_at.map_or_else(|| text!(language, "sla-none"), |at| clock.date_time(at));
    let target = sla.target.map(|target| text!(language, "opened-target", time = locales::duration(language, target)));
    let impact = text!(language, &crate::text::code("impact", view.impact)).to_lowercase();
    let urgency = text!(language, &crate::text::code("level", view.urgency)).to_lowercase();
    let levels = text!(language, "opened-levels", impact = impact, urgency = urgency);
    html! {
        <dl>
            <div><dt>{ text!(language, "ui-priority") }</dt><dd><Priority priority={view.row.priority} /></dd><dd
                class="sol-small sol-subtle">{ levels }</dd></div>
            <div><dt>{ text!(language, "req-deadline") }</dt><dd><strong>{ deadline }</strong></dd>
                if let Some(target) = target { <dd class="sol-small sol-subtle">{ target }</dd> }</div>
            if let Some(group) = &view.row.group { <div><dt>{ text!(language, "req-group") }</dt><dd>{ &group.name }</dd></div> }
        </dl>
    }
}

/// The steps that a request goes through, and the one where it is.
fn steps(clock: &Clock, view: &RequestView) -> Html {
    let language = clock.language;
    let until = |at: Option<DateTime<Utc>>| at.map(|at| text!(language, "opened-goal", at = clock.date_time(at)));
    let captured = view.explanation.captured_at.is_some();
    let steps = [
        ("opened-step-1", Some(clock.date_time(view.row.opened_at))),
        ("opened-step-2", until(view.explanation.capture_deadline_at)),
        ("opened-step-3", until(view.row.sla.deadline_at)),
        ("opened-step-4", Some(text!(language, "opened-step-4-text"))),
    ];
    let current = if captured { 2 } else { 1 };
    let step = |(index, (key, detail)): (usize, &(&str, Option<String>))| {
        html! {
            <li class={classes!((index < current).then_some("is-done"), (index == current).then_some("is-now"))}
                aria-current={(index == current).then_some("step")}>
                <span class="steps__d">if index < current { { icon("check") } } else { { index + 1 } }</span>
                <div><strong>{ text!(language, key) }</strong>if let Some(detail) = detail { <span>{ detail }</span> }</div>
            </li>
        }
    };
    html! { <ol class="steps">{ for steps.iter().enumerate().map(step) }</ol> }
}

/// The files that could not be sent, and a link to try again.
fn refused_files(clock: &Clock, number: i64, refused: &RefusedFiles) -> Html {
    let language = clock.language;
    let actions =
        html! { <Go to={request_at(number, Show::Attachments)}>{ text!(language, "opened-attach-again") }</Go> };
    html! {
        <Alert kind={AlertKind::Warning} title={text!(language, "opened-not-sent", count = refused.files.len())}
            {actions} class="done__al">
            <ul class="sol-summary__list">
                { for refused.files.iter().map(|(name, reason)| html! { <li><strong>{ name }</strong>{ ": " }{ reason }</li> }) }
            </ul>
            { text!(language, "opened-without") }
        </Alert>
    }
}
