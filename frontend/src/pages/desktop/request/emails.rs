//! The tab with the e-mails that a request caused: which were sent, which were not, and why.

use crate::api;
use crate::hooks::{Clock, use_clock, use_fetch};
use crate::pages::shared::email::cause_line;
use crate::ui::{Card, EmailStateLabel, Empty, loaded, skeleton_rows};
use contract::timeline::EmailView;
use locales::text;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Emails`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The number of the request.
    pub number: i64,
    /// Two counters. The list is read again when one of them changes.
    pub changes: (u32, u32),
}

/// The e-mails of a request.
#[component]
pub fn Emails(props: &Props) -> Html {
    let clock = use_clock();
    let language = clock.language;
    let list = use_fetch((props.number, props.changes), |(number, _)| async move { api::desk::emails(number).await });
    let view = |list: &Rc<Vec<EmailView>>| {
        if list.is_empty() {
            return html! { <Empty icon="envelope" title={text!(language, "desk-emails-none")}>{ text!(language, "desk-emails-none-text") }</Empty> };
        }
        html! { <ul class="dk-list">{ for list.iter().map(|email| line(&clock, email)) }</ul> }
    };
    html! { <Card flush=true>{ loaded(&list, language, skeleton_rows(3), view) }</Card> }
}

fn line(clock: &Clock, email: &EmailView) -> Html {
    let to = match (&email.recipient, &email.address) {
        (Some(name), Some(address)) => format!("{name} <{address}>"),
        (Some(only), None) | (None, Some(only)) => only.clone(),
        (None, None) => text!(clock.language, "ui-none"),
    };
    let cause = cause_line(clock.language, email);
    html! {
        <li key={email.id}>
            <div class="sol-grow">
                <strong>{ email.subject.clone().unwrap_or_else(|| text!(clock.language, "desk-email-no-subject")) }</strong>
                <div class="sol-dense">{ to }</div>
                <div class="sol-dense sol-subtle">{ &email.explanation }</div>
                if !cause.is_empty() { <div class="sol-small sol-subtle">{ cause }</div> }
            </div>
            <div class="dk-list__end">
                <EmailStateLabel state={email.state} />
                <time class="sol-small sol-subtle" datetime={email.created_at.to_rfc3339()}>{ clock.date_time(email.created_at) }</time>
            </div>
        </li>
    }
}
