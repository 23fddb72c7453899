//! One request of the list: twelve facts in four groups (what it is, where it
//! stands, by when, how important), and what can be done with it.

use crate::hooks::{Clock, use_clock};
use crate::route::{Route, Show, request_at};
use crate::ui::{Badge, Go, Href, Menu, MenuEntry, Priority, SituationLabel, Sla, TypeLabel, icon, use_go};
use contract::requests::RequestRow;
use contract::{Action, SlaStatus, Task};
use locales::text;
use yew::prelude::*;

/// Properties of [`Row`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The request.
    pub row: RequestRow,
    /// Something is to be confirmed: cancel, reopen.
    pub onask: Callback<(Action, i64)>,
}

/// One request of the list.
#[component]
pub fn Row(props: &Props) -> Html {
    let clock = use_clock();
    let row = &props.row;
    let title = row.title.clone().unwrap_or_else(|| row.service.name.clone());
    html! {
        <li class="mr__i" data-test={format!("request-{}", row.number)}>
            <div class="mr__a">
                <h2 class="mr__t"><span class="mr__num">{ row.number }</span>{ " " }
                    <Go to={Route::Request { number: row.number }}>{ title }</Go></h2>
                <div class="mr__m"><TypeLabel request_type={row.request_type} /><span
                    class="sol-sep">{ "·" }</span><span>{ &row.service.name }</span></div>
                <div class="mr__m sol-subtle">
                    <span>{ text!(clock.language, "mine-opened", at = clock.date_time(row.opened_at)) }</span>
                    if let Some(group) = &row.group { <span class="sol-sep">{ "·" }</span><span>{ &group.name }</span> }
                </div>
            </div>
            <div class="mr__s"><SituationLabel situation={row.situation} compact=true />{ task(&clock, row) }</div>
            <div class="mr__d"><Sla sla={row.sla.clone()} />{ deadline(&clock, row) }</div>
            <div class="mr__p"><Priority priority={row.priority} /></div>
            <Actions row={row.clone()} clock={clock.clone()} onask={props.onask.clone()} />
        </li>
    }
}

/// The current task, and whom or what it waits for.
fn task(clock: &Clock, row: &RequestRow) -> Html {
    if row.task == Task::Finished {
        return Html::default();
    }
    let responsible = || row.responsible.as_ref().map(|person| person.name.clone());
    // To the requester, the requester is *you*.
    let (key, who) = match row.task {
        Task::WaitingRequester => ("mine-task-answer".to_owned(), responsible()),
        Task::WaitingAcceptance => ("mine-task-acceptance".to_owned(), responsible()),
        _ => (crate::text::code("task", row.task), row.suspension_reason.clone().or_else(responsible)),
    };
    html! {
        <span class="mr__task">
            { text!(clock.language, &key) }
            if let Some(who) = who { <span class="sol-subtle">{ who }</span> }
        </span>
    }
}

/// The deadline (or the return, while it is paused) and the target.
fn deadline(clock: &Clock, row: &RequestRow) -> Html {
    let language = clock.language;
    let sla = &row.sla;
    let when = match (sla.status, sla.resumes_at, sla.deadline_at) {
        (SlaStatus::Paused, Some(at), _) => Some(text!(language, "mine-resumes", at = clock.date(at))),
        (_, _, Some(at)) => Some(text!(language, "mine-deadline", at = clock.date_time(at))),
        _ => None,
    };
    let target = sla.target.filter(|_| sla.status != SlaStatus::None);
    let target = target.map(|target| text!(language, "mine-target", time = locales::duration(language, target)));
    if when.is_none() && target.is_none() {
        return Html::default();
    }
    html! {
        <span class="mr__m">
            if let Some(when) = &when { <span>{ when }</span> }
            if when.is_some() && target.is_some() { <span class="sol-sep">{ "·" }</span> }
            if let Some(target) = target { <span class="sol-subtle">{ target }</span> }
        </span>
    }
}

/// Something that can be done with a request.
struct Doing {
    label: String,
    icon: &'static str,
    what: What,
    /// Something new is behind it.
    hot: bool,
    count: Option<i32>,
    more: Option<String>,
}

enum What {
    Go(Href),
    Ask(Action),
}

fn doings(clock: &Clock, row: &RequestRow) -> Vec<Doing> {
    let language = clock.language;
    let may = |action: Action| row.actions.contains(&action);
    let go = |key: &str, icon: &'static str, show: Show| Doing {
        label: text!(language, key),
        icon,
        what: What::Go(request_at(row.number, show)),
        hot: false,
        count: None,
        more: None,
    };
    let ask = |action: Action, icon: &'static str| Doing {
        what: What::Ask(action),
        ..go(&crate::text::code("action", action), icon, Show::Messages)
    };
    let until = row.reopen_until.map(|at| text!(language, "mine-reopen-until", at = clock.date(at)));
    let attachments = (row.attachments > 0).then_some(row.attachments);
    let all = [
        may(Action::Rate).then(|| Doing { hot: true, ..go("action-rate", "star", Show::Rate) }),
        may(Action::ViewSolution).then(|| go("action-view-solution", "check-double", Show::Solution)),
        may(Action::Reopen).then(|| Doing { more: until, ..ask(Action::Reopen, "undo-alt") }),
        may(Action::Message).then(|| Doing {
            hot: row.unread > 0,
            count: (row.unread > 0).then_some(row.unread),
            ..go("action-message", "comments", Show::Messages)
        }),
        may(Action::AddNote).then(|| go("action-add-note", "sticky-note", Show::Note)),
        may(Action::ViewHistory).then(|| go("action-view-history", "history", Show::History)),
        Some(go("req-description", "align-left", Show::Description)),
        Some(Doing { count: attachments, ..go("req-attachments", "paperclip", Show::Attachments) }),
        may(Action::Cancel).then(|| ask(Action::Cancel, "ban")),
    ];
    let mut all: Vec<Doing> = all.into_iter().flatten().collect();
    // What is new comes first.
    all.sort_by_key(|doing| !doing.hot);
    all
}

#[derive(Properties, PartialEq)]
struct ActionsProps {
    row: RequestRow,
    clock: Clock,
    onask: Callback<(Action, i64)>,
}

/// A row of quiet links; on a telephone the first, and a menu with the rest.
#[component]
fn Actions(props: &ActionsProps) -> Html {
    let go = use_go();
    let row = &props.row;
    let all = doings(&props.clock, row);
    let act = |what: &What| match what {
        What::Go(to) => {
            let (go, to) = (go.clone(), to.clone());
            Callback::from(move |()| go.emit(to.clone()))
        }
        What::Ask(action) => {
            let question = (*action, row.number);
            props.onask.reform(move |()| question)
        }
    };
    let entries: Vec<_> =
        all.iter().skip(1).map(|doing| MenuEntry::action(doing.label.clone(), doing.icon, act(&doing.what))).collect();
    let link = |doing: &Doing| {
        let class = classes!("mr__do", doing.hot.then_some("mr__hot"));
        let content = html! {
            <>
                { icon(doing.icon) }{ &doing.label }
                if let Some(count) = doing.count {
                    if doing.hot {
                        <Badge>{ count }</Badge>
                    } else {
                        <span class="sol-n">{ count }</span>
                    }
                }
                if let Some(more) = &doing.more { <span class="sol-subtle">{ more }</span> }
            </>
        };
        match &doing.what {
            What::Go(to) => html! { <Go to={to.clone()} {class}>{ content }</Go> },
            What::Ask(_) => {
                let onclick = act(&doing.what).reform(|_: MouseEvent| ());
                html! { <button type="button" {class} {onclick}>{ content }</button> }
            }
        }
    };
    html! {
        <div class="mr__x">
            { for all.iter().map(link) }
            if !entries.is_empty() {
                <Menu class="mr__more" link=true end=true
                    toggle={html! { { text!(props.clock.language, "ui-more-actions") } }} {entries} />
            }
        </div>
    }
}
