//! The bell: the notifications of the person.

use crate::api::{self, notifications};
use crate::browser;
use crate::hooks::{Fetch, use_clock, use_fetch, use_live, use_me, use_press_outside, use_session};
use crate::route::notification_href;
use crate::ui::{Badge, Button, ButtonKind, Go, IconButton, icon_fixed, loaded, screen_reader_text, skeleton_rows};
use contract::Page;
use contract::admin::ListQuery;
use contract::live::{LiveEvent, LiveKind, NotificationKind, NotificationView};
use locales::text;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// How many notifications the list has.
const ROWS: u32 = 12;

/// The bell with the count of unread notifications, and the list that it opens.
#[component]
pub fn Bell() -> Html {
    let clock = use_clock();
    let me = use_me();
    let session = use_session();
    let open = use_state_eq(|| false);
    let node = use_node_ref();
    let heard = use_callback(session, |event: LiveEvent, session| {
        if matches!(event.kind, LiveKind::Notification | LiveKind::Message | LiveKind::Read | LiveKind::Reset) {
            session.refresh();
        }
    });
    use_live(heard);
    let toggle = {
        let open = open.clone();
        Callback::from(move |()| open.set(!*open))
    };
    let close = {
        let open = open.setter();
        Callback::from(move |()| open.set(false))
    };
    use_press_outside(&node, *open, close.clone());
    let onkeydown = {
        let close = close.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                close.emit(());
                browser::focus(".sol-bell button");
            }
        })
    };
    let count = me.unread_notifications;
    let label = text!(clock.language, "nav-bell", count = count);
    html! {
        <span class="sol-bell" ref={node} {onkeydown}>
            <IconButton {label} icon="bell" pressed={*open} onclick={toggle} />
            if count > 0 {
                <Badge hidden=true>{ if count > 99 { "99+".to_owned() } else { count.to_string() } }</Badge>
            }
            if *open { <List onclose={close} /> }
        </span>
    }
}

#[derive(Properties, PartialEq)]
struct ListProps {
    onclose: Callback<()>,
}

#[component]
fn List(props: &ListProps) -> Html {
    let clock = use_clock();
    let session = use_session();
    let language = clock.language;
    let list = use_fetch((), |()| async {
        notifications::list(&ListQuery { page_size: Some(ROWS), ..ListQuery::default() }).await
    });
    let heard = use_callback(list.reload.clone(), |event: LiveEvent, reload| {
        if event.kind == LiveKind::Notification {
            reload.emit(());
        }
    });
    use_live(heard);
    let read_all = read_callback(&list, session);
    let any_unread = list.data().is_some_and(|page| page.items.iter().any(|item| !item.read));
    let view = |page: &std::rc::Rc<Page<NotificationView>>| {
        if page.items.is_empty() {
            return html! { <p class="sol-bell__empty">{ text!(language, "nav-bell-empty") }</p> };
        }
        html! {
            <ul class="sol-bell__list">
                { for page.items.iter().map(|item| row(item, &clock, &props.onclose, &read_all)) }
            </ul>
        }
    };
    html! {
        <section class="sol-bell__panel" aria-label={text!(language, "nav-bell-title")}>
            <div class="sol-card__h">
                <h2 class="sol-h2">{ text!(language, "nav-bell-title") }</h2>
                if any_unread {
                    <Button kind={ButtonKind::Inline} label={text!(language, "nav-bell-read-all")}
                            onclick={read_all.reform(|()| None)} />
                }
            </div>
            { loaded(&list, language, skeleton_rows(3), view) }
        </section>
    }
}

/// Marks notifications as read, up to one of them or all, and reads the list and the count again.
fn read_callback(list: &Fetch<Page<NotificationView>>, session: crate::hooks::SessionContext) -> Callback<Option<i64>> {
    let reload = list.reload.clone();
    Callback::from(move |up_to| {
        let (reload, session) = (reload.clone(), session.clone());
        spawn_local(async move {
            // When it fails, the count stays, and is right.
            if api::notifications::mark_read(up_to).await.is_ok() {
                reload.emit(());
                session.refresh();
            }
        });
    })
}

fn kind_icon(kind: NotificationKind) -> &'static str {
    match kind {
        NotificationKind::Message => "comments",
        NotificationKind::Note => "sticky-note",
        NotificationKind::Opened => "plus",
        NotificationKind::Delegated => "user-plus",
        NotificationKind::Situation => "sync-alt",
        NotificationKind::Expiring => "hourglass-half",
        NotificationKind::PoorGrade => "frown",
        NotificationKind::ViewingService => "phone",
    }
}

fn row(
    item: &NotificationView,
    clock: &crate::hooks::Clock,
    onclose: &Callback<()>,
    read: &Callback<Option<i64>>,
) -> Html {
    let onclick = {
        let (onclose, read, id, known) = (onclose.clone(), read.clone(), item.id, item.read);
        Callback::from(move |()| {
            if !known {
                read.emit(Some(id));
            }
            onclose.emit(());
        })
    };
    html! {
        <li key={item.id} class={classes!((!item.read).then_some("is-new"))}>
            <Go to={notification_href(item)} {onclick} class="sol-bell__item">
                { icon_fixed(kind_icon(item.kind)) }
                <span class="sol-grow">
                    <span class="sol-bell__summary">{ &item.summary }
                        if !item.read { { screen_reader_text(format!(" {}", text!(clock.language, "ui-new"))) } }
                    </span>
                    <span class="sol-bell__about"><span
                        class="sol-mono">{ item.number }</span>{ " " }{ &item.title }</span>
                    <time class="sol-small sol-subtle"
                        datetime={item.at.to_rfc3339()}>{ clock.date_time(item.at) }</time>
                </span>
            </Go>
        </li>
    }
}
