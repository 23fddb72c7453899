//! Outage notices as requesters read them: at the top of the first page, and on a page of their own.

use crate::api;
use crate::hooks::{use_action, use_clock, use_language};
use crate::pages::shared::notices::use_notices;
use crate::ui::{Button, Card, Empty, Page, Problem, icon, loaded, skeleton_rows};
use contract::catalogue::NoticeView;
use locales::text;
use std::rc::Rc;
use yew::prelude::*;

/// The page of all notices.
#[component]
pub fn Notices() -> Html {
    let language = use_language();
    let notices = use_notices();
    let view = |list: &Rc<Vec<NoticeView>>| {
        if list.is_empty() {
            return html! {
                <Card flush=true>
                    <Empty icon="check-circle"
                        title={text!(language, "notice-none")}>{ text!(language, "notice-none-text") }</Empty>
                </Card>
            };
        }
        html! { <NoticeList notices={(**list).clone()} replace={notices.replace.clone()} /> }
    };
    html! {
        <Page title={text!(language, "nav-notices")} lead={html! { { text!(language, "notice-lead") } }}>
            { loaded(&notices, language, skeleton_rows(2), view) }
        </Page>
    }
}

/// Properties of [`NoticeList`].
#[derive(Properties, PartialEq)]
pub struct ListProps {
    /// The notices.
    pub notices: Vec<NoticeView>,
    /// Shows the notices after one of them changed.
    pub replace: Callback<Vec<NoticeView>>,
}

/// The notices, one below the other.
#[component]
pub fn NoticeList(props: &ListProps) -> Html {
    let onchange = {
        let (notices, replace) = (props.notices.clone(), props.replace.clone());
        Callback::from(move |changed: NoticeView| {
            let changed_or =
                |notice: &NoticeView| if notice.id == changed.id { changed.clone() } else { notice.clone() };
            replace.emit(notices.iter().map(changed_or).collect());
        })
    };
    html! {
        <div class="outages">
            { for props.notices.iter().map(|notice| html! {
                <Notice key={notice.id} notice={notice.clone()} onchange={onchange.clone()} />
            }) }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct NoticeProps {
    notice: NoticeView,
    onchange: Callback<NoticeView>,
}

/// One notice, with the button *me too*.
#[component]
fn Notice(props: &NoticeProps) -> Html {
    let clock = use_clock();
    let language = clock.language;
    let action = use_action();
    let notice = &props.notice;
    let onclick = {
        let (action, onchange, id) = (action.clone(), props.onchange.clone(), notice.id);
        Callback::from(move |()| {
            let onchange = onchange.clone();
            action.run(async move {
                onchange.emit(api::notices::me_too(id).await?);
                Ok(())
            });
        })
    };
    let since = text!(language, "notice-since", at = clock.date_time(notice.starts_at));
    let until = notice.ends_at.map(|at| text!(language, "notice-until", at = clock.date_time(at)));
    html! {
        <section class="outage" aria-label={notice.title.clone()}>
            <span class="outage__ic">{ icon("exclamation-triangle") }</span>
            <div class="sol-grow">
                <h2 class="outage__t">{ &notice.title }</h2>
                <p>{ &notice.text }</p>
                <p class="sol-small sol-subtle">{ since }if let Some(until) = until { { " · " }{ until } }</p>
                <Problem error={action.error.clone()} />
            </div>
            <div class="outage__act">
                <span class="sol-small">{ text!(language, "notice-affected", count = notice.affected) }</span>
                if notice.me_too {
                    <span class="outage__done"
                        role="status">{ icon("check") }{ " " }{ text!(language, "notice-me-too-done") }</span>
                } else {
                    <Button icon="hand-paper" label={text!(language, "notice-me-too")} {onclick}
                        loading={action.busy} />
                }
            </div>
        </section>
    }
}
