//! Requests that belong together.

use crate::hooks::use_language;
use crate::route::DeskRoute;
use crate::ui::{Card, Empty, Go, SituationLabel};
use contract::RelationKind;
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

/// Parent, children, duplicates.
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
                <span class="sol-small sol-subtle">{ how(language, related) }</span>
                <div><Go {to}><span class="sol-mono">{ related.number }</span>{ " " }{ &related.title }</Go></div>
            </div>
            <SituationLabel situation={related.situation} compact=true />
        </li>
    }
}

/// How the other request relates to this one.
#[must_use]
pub fn how(language: Language, related: &RelatedView) -> String {
    let key = match (related.kind, related.inverse) {
        (RelationKind::ChildOf, false) => "desk-related-parent",
        (RelationKind::ChildOf, true) => "desk-related-child",
        (RelationKind::DuplicateOf, false) => "desk-related-original",
        (RelationKind::DuplicateOf, true) => "desk-related-duplicate",
    };
    text!(language, key)
}
