//! Description, facts, related requests.

use crate::hooks::use_clock;
use crate::route::Route;
use crate::ui::{Card, Facts, Go, SituationLabel, address, fact, paragraphs};
use contract::RelationKind;
use contract::requests::{Contact, RelatedView, RequestView};
use locales::{Language, text};
use yew::prelude::*;

/// Properties of [`Description`].
#[derive(Properties, PartialEq)]
pub struct DescriptionProps {
    /// The request.
    pub view: RequestView,
}

/// What was asked for, and the facts about it.
#[component]
pub fn Description(props: &DescriptionProps) -> Html {
    let clock = use_clock();
    let language = clock.language;
    let (view, row) = (&props.view, &props.view.row);
    let origin = text!(language, &crate::text::code("origin", view.origin));
    let opened = text!(language, "req-opened-by-way", at = clock.date_time(row.opened_at), origin = origin);
    let urgency = text!(language, &crate::text::code("level", view.urgency));
    let impact = text!(language, &crate::text::code("impact", view.impact));
    html! {
        <Card title={text!(language, "req-description")} id="description">
            <div class="rq__desc">{ paragraphs(&view.description) }</div>
            <Facts>
                { fact(text!(language, "req-service"), html! { { &row.service.name } }) }
                { fact(text!(language, "req-opened"), html! { { opened } }) }
                if view.opened_by.id != row.requester.id {
                    { fact(text!(language, "req-opened-by"), html! { { &view.opened_by.name } }) }
                    { fact(text!(language, "req-requester"), html! { { &row.requester.name } }) }
                }
                { fact(text!(language, "req-contact"), address(&contact(language, &view.contact))) }
                { fact(text!(language, "req-urgency"), html! { { urgency } }) }
                { fact(text!(language, "req-impact"), html! { { impact } }) }
            </Facts>
        </Card>
    }
}

/// Whom to call, in one line.
fn contact(language: Language, contact: &Contact) -> String {
    let line = crate::text::contact(contact);
    if line.is_empty() { text!(language, "ui-none") } else { line }
}

/// Properties of [`Related`].
#[derive(Properties, PartialEq)]
pub struct RelatedProps {
    /// The other requests.
    pub related: Vec<RelatedView>,
}

/// Requests that belong together.
#[component]
pub fn Related(props: &RelatedProps) -> Html {
    let language = crate::hooks::use_language();
    if props.related.is_empty() {
        return Html::default();
    }
    let line = |related: &RelatedView| {
        let key = match (related.kind, related.inverse) {
            (RelationKind::ChildOf, false) => "req-related-parent",
            (RelationKind::ChildOf, true) => "req-related-child",
            (RelationKind::DuplicateOf, false) => "req-related-original",
            (RelationKind::DuplicateOf, true) => "req-related-duplicate",
        };
        html! {
            <li key={related.number}>
                <div class="sol-row sol-between"><span class="sol-small sol-subtle">{ text!(language, key) }</span>
                    <SituationLabel situation={related.situation} compact=true /></div>
                <Go to={Route::Request { number: related.number }}>{ related.number }{ " " }{ &related.title }</Go>
            </li>
        }
    };
    html! {
        <Card title={text!(language, "req-related")}>
            <ul class="related">{ for props.related.iter().map(line) }</ul>
        </Card>
    }
}
