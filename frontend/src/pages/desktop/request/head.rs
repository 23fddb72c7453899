//! The head of a request on the desktop: its title, how it stands, and the buttons of what may be done.

use super::actions::Actions;
use super::dialogs::OpenDialog;
use crate::hooks::{Clock, QueryState, use_clock};
use crate::pages::desktop::query::DeskQuery;
use crate::ui::{Avatar, Button, ButtonKind, LinkButton, Priority, SituationLabel, Sla, TypeLabel, icon};
use contract::requests::RequestView;
use contract::{Situation, SlaStatus};
use locales::text;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Head`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The request.
    pub view: Rc<RequestView>,
    /// What the URL says.
    pub query: QueryState<DeskQuery>,
    /// Opens the dialog of an action that asks something first.
    pub onopen: Callback<OpenDialog>,
    /// Called with the request after an action.
    pub ondone: Callback<RequestView>,
    /// Called when the request has changed since it was read.
    pub onstale: Callback<()>,
    /// Shows or hides the requester where there is no room for their column.
    pub onrequester: Callback<()>,
}

/// Title, status and actions.
#[component]
pub fn Head(props: &Props) -> Html {
    let clock = use_clock();
    let language = clock.language;
    let (view, row) = (&props.view, &props.view.row);
    let running = matches!(row.sla.status, SlaStatus::OnTime | SlaStatus::Expiring | SlaStatus::Overdue);
    let deadline = row.sla.deadline_at.filter(|_| running);
    html! {
        <header class="dk__rh">
            <div class="dk__back">
                <LinkButton kind={ButtonKind::Link} icon="arrow-left" to={props.query.value.href_beside(None)} label={text!(language, "desk-back")} />
            </div>
            <div class="sol-row dk__titlerow">
                <h1 class="dk__title sol-grow" id="desk-title" tabindex="-1">
                    <span class="dk__num">{ row.number }</span>{ " " }{ &view.full_title }
                </h1>
                <Button class="dk__who" kind={ButtonKind::Secondary} small=true icon="user" label={text!(language, "desk-requester")}
                        onclick={props.onrequester.clone()} />
            </div>
            <div class="dk__meta">
                <SituationLabel situation={row.situation} compact=true />
                <div class="dk__sla"><Sla sla={row.sla.clone()} /></div>
                if let Some(at) = deadline { <span class="sol-subtle">{ text!(language, "desk-deadline", at = clock.date_time(at)) }</span> }
                <Priority priority={row.priority} />
                <TypeLabel request_type={row.request_type} />
            </div>
            <div class="dk__meta dk__meta--2">
                <span>{ &row.service.name }</span>
                if let Some(group) = &row.group { <span class="sol-subtle">{ icon("users") }{ " " }{ &group.name }</span> }
                if let Some(person) = &row.responsible {
                    <span class="sol-row dk__resp"><Avatar id={person.id} name={person.name.clone()} small=true />{ &person.name }</span>
                } else if !matches!(row.situation, Situation::Closed | Situation::Cancelled) {
                    <span class="q__no">{ text!(language, "desk-nobody") }</span>
                }
                { suspended(&clock, view) }
            </div>
            <Actions view={view.clone()} onopen={props.onopen.clone()} ondone={props.ondone.clone()} onstale={props.onstale.clone()} />
        </header>
    }
}

/// Why it is suspended, and until when.
fn suspended(clock: &Clock, view: &RequestView) -> Html {
    let row = &view.row;
    let Some(reason) = row.suspension_reason.as_ref().filter(|_| row.situation == Situation::Suspended) else {
        return Html::default();
    };
    let suspension = match row.sla.resumes_at {
        Some(at) => text!(clock.language, "desk-suspended-until", reason = reason.as_str(), at = clock.date_time(at)),
        None => reason.clone(),
    };
    html! { <span class="sol-subtle">{ icon("pause-circle") }{ " " }{ suspension }</span> }
}
