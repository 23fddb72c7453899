//! The tab with the requests that belong together with this one.

use crate::hooks::use_language;
use crate::pages::shared::request::relation;
use crate::route::DeskRoute;
use crate::ui::{Card, Empty, Go, SituationLabel};
use contract::requests::{RelatedView, RequestView};
use locales::{Language, text};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Related`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The request.
    pub view: Rc<RequestView>,
}

/// The list of parent, children and duplicates.
#[component]
pub fn Related(props: &Props) -> Html {
    let language = use_language();
    let related = &props.view.related;
    if related.is_empty() {
        return html! {
            <Card flush=true>
                <Empty icon="link" title={text!(language, "desk-related-none")}>{ text!(language, "desk-related-none-text") }</Empty>
            </Card>
        };
    }
    html! { <Card flush=true><ul class="dk-list">{ for related.iter().map(|one| line(language, one)) }</ul></Card> }
}

fn line(language: Language, related: &RelatedView) -> Html {
    let to = DeskRoute::Request { number: related.number };
    html! {
        <li key={related.number}>
            <div class="sol-grow">
                <span class="sol-small sol-subtle">{ relation_name(language, related) }</span>
                <div><Go {to}><span class="sol-mono">{ related.number }</span>{ " " }{ &related.title }</Go></div>
            </div>
            <SituationLabel situation={related.situation} compact=true />
        </li>
    }
}

/// What the other request is to this one: *parent request*.
#[must_use]
pub fn relation_name(language: Language, related: &RelatedView) -> String {
    text!(language, &format!("desk-related-{}", relation(related)))
}
