//! The outbox: every e-mail, whether it was sent, and why not.

use super::shared::{Columns, ListPage, page_of};
use crate::api;
use crate::hooks::{Clock, use_action, use_clock, use_fetch, use_language, use_me, use_query_state, use_refresh};
use crate::pages::shared::email::cause_line;
use crate::pages::shared::paged_query::{on_filter, on_search};
use crate::route::{AdminRoute, DeskRoute, Route};
use crate::ui::{
    Button, ButtonKind, EmailStateLabel, Go, Href, Problem, Tab, TableRow, Toast, ToggleGroup, address, loaded,
    skeleton_rows, use_toaster,
};
use contract::admin::{OutboxCounts, OutboxFilter};
use contract::timeline::EmailView;
use contract::{EmailState, Page, Role};
use locales::{Language, text};
use std::rc::Rc;
use yew::prelude::*;

const HEADS: [&str; 7] =
    ["outbox-created", "outbox-to", "outbox-subject", "outbox-request", "outbox-delivery", "outbox-attempts", ""];

/// How often the list is read again.
const REFRESH_MS: u32 = 30_000;

/// The e-mails by state.
#[component]
pub fn Outbox() -> Html {
    let clock = use_clock();
    let language = clock.language;
    let me = use_me();
    let query = use_query_state::<AdminRoute, OutboxFilter>();
    let list = use_fetch((*query.value).clone(), |filter| async move { api::mail::outbox(&filter).await });
    let counts = use_fetch((), |()| async { api::mail::outbox_counts().await });
    let reload = use_callback((list.reload.clone(), counts.reload.clone()), |(), (list, counts)| {
        list.emit(());
        counts.emit(());
    });
    use_refresh(REFRESH_MS, reload.clone());
    let onselect = on_filter(&query, |query, state: Option<EmailState>| {
        query.state = state.map(|state| state.as_str().to_owned());
    });
    let on_desk = me.has(Role::Attendant);
    let label = text!(language, "admin-nav-outbox");
    let columns = Columns { label: &label, heads: &HEADS };
    let view = |page: &Rc<Page<EmailView>>| {
        page_of(language, &query, columns, page, |email| row(&clock, email, on_desk, &reload))
    };
    let state = query.value.state.as_ref().and_then(|state| state.parse::<EmailState>().ok());
    let filters = html! {
        <div class="ad__groups">
            <ToggleGroup<Option<EmailState>> label={text!(language, "outbox-states")} items={states(language, counts.data().map(|counts| &**counts))}
                                         selected={state} {onselect} />
        </div>
    };
    let search = (AttrValue::from(query.value.search.clone().unwrap_or_default()), on_search(&query));
    html! {
        <ListPage title={text!(language, "admin-nav-outbox")} lead={Some(AttrValue::from(text!(language, "outbox-lead")))} {search} {filters}
                  search_label={Some(AttrValue::from(text!(language, "outbox-search")))}>
            { loaded(&list, language, skeleton_rows(6), view) }
        </ListPage>
    }
}

/// The tabs of the states, with their counts.
fn states(language: Language, counts: Option<&OutboxCounts>) -> Vec<Tab<Option<EmailState>>> {
    let all = counts.map(|counts| counts.pending + counts.sent + counts.failed + counts.suppressed);
    let mut tabs = vec![Tab::new(None, text!(language, "outbox-all")).count(all)];
    tabs.extend(EmailState::ALL.iter().map(|&state| {
        let count = counts.map(|counts| match state {
            EmailState::Pending => counts.pending,
            EmailState::Sent => counts.sent,
            EmailState::Failed => counts.failed,
            EmailState::Suppressed => counts.suppressed,
        });
        Tab::new(Some(state), text!(language, &crate::text::code("outbox-state", state))).count(count)
    }));
    tabs
}

fn row(clock: &Clock, email: &EmailView, on_desk: bool, onretried: &Callback<()>) -> TableRow {
    let language = clock.language;
    let to = |number: i64| {
        if on_desk { Href::to(&DeskRoute::Request { number }) } else { Href::to(&Route::Request { number }) }
    };
    let retry = matches!(email.state, EmailState::Failed | EmailState::Pending);
    TableRow::new(
        email.id,
        vec![
            html! { <time class="sol-mono" datetime={email.created_at.to_rfc3339()}>{ clock.date_time(email.created_at) }</time> },
            html! { <>
                <strong>{ email.recipient.clone().or_else(|| email.address.clone()).unwrap_or_else(|| text!(language, "ui-none")) }</strong>
                if let Some(line) = email.address.as_ref().filter(|_| email.recipient.is_some()) { <span class="sol-sub">{ address(line) }</span> }
            </> },
            html! { <>
                { email.subject.clone().unwrap_or_else(|| text!(language, "desk-email-no-subject")) }
                <span class="sol-sub">{ cause_line(language, email) }</span>
            </> },
            email
                .request_number
                .map(|number| html! { <Go class="sol-mono" to={to(number)}>{ number }</Go> })
                .unwrap_or_default(),
            html! { <><EmailStateLabel state={email.state} /><span class="sol-sub">{ &email.explanation }</span></> },
            html! { { email.attempts } },
            if retry {
                html! { <Retry id={email.id} onretried={onretried.clone()} /> }
            } else {
                Html::default()
            },
        ],
    )
}

#[derive(Properties, PartialEq)]
struct RetryProps {
    id: i64,
    onretried: Callback<()>,
}

/// The button that tries again to send an e-mail.
#[component]
fn Retry(props: &RetryProps) -> Html {
    let language = use_language();
    let toaster = use_toaster();
    let action = use_action();
    let onclick = {
        let (action, id, onretried) = (action.clone(), props.id, props.onretried.clone());
        Callback::from(move |()| {
            let (onretried, toaster) = (onretried.clone(), toaster.clone());
            action.run(async move {
                let email = api::mail::retry(id).await?;
                toaster.show(Toast::news(email.explanation));
                onretried.emit(());
                Ok(())
            });
        })
    };
    html! {
        <>
            <Button kind={ButtonKind::Link} small=true icon="redo" label={text!(language, "outbox-retry")} {onclick} loading={action.busy} />
            <Problem error={action.error.clone()} />
        </>
    }
}
