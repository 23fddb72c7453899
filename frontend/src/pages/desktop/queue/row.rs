//! A row of the queue.

use crate::hooks::use_language;
use crate::ui::{Avatar, Badge, Go, Href, Sla, VipMark, screen_reader_text};
use contract::requests::RequestRow;
use locales::text;
use yew::prelude::*;

/// Properties of [`QueueRow`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The request.
    pub row: RequestRow,
    /// It is the request that is open.
    pub open: bool,
    /// The address that opens it.
    pub to: Href,
}

/// One row of the queue.
#[component]
pub fn QueueRow(props: &Props) -> Html {
    let language = use_language();
    let row = &props.row;
    let title = row.title.clone().unwrap_or_else(|| row.service.name.clone());
    let fresh = row.responsible.is_none() || row.unread > 0;
    let class = classes!("q__i", props.open.then_some("is-on"), fresh.then_some("is-new"));
    html! {
        <li {class}>
            <div class="q__1"><span class="sol-mono">{ row.number }</span><Sla sla={row.sla.clone()} bare=true /></div>
            <Go class="q__t" to={props.to.clone()} current={props.open}>{ title }</Go>
            <div class="q__2">
                <span class="q__who">
                    { &row.requester.name }
                    if row.vip { { " " }<VipMark /> }
                    if let Some(group) = &row.group { <span class="sol-sep">{ "·" }</span>{ &group.name } }
                </span>
                <span class="q__r">
                    if row.unread > 0 {
                        <Badge title={Some(AttrValue::from(text!(language, "ui-new-messages", count = row.unread)))}>
                            <span aria-hidden="true">{ row.unread }</span>
                            { screen_reader_text(text!(language, "ui-new-messages", count = row.unread)) }
                        </Badge>
                    }
                    if let Some(person) = &row.responsible {
                        <span title={person.name.clone()}>
                            <Avatar id={person.id} name={person.name.clone()} small=true />
                            { screen_reader_text(text!(language, "desk-served-by", name = person.name.as_str())) }
                        </span>
                    } else {
                        <span class="q__no">{ text!(language, "desk-nobody") }</span>
                    }
                </span>
            </div>
        </li>
    }
}
