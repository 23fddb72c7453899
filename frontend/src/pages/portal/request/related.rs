//! The requests that belong together with this one.

use crate::hooks::use_language;
use crate::pages::shared::request::relation;
use crate::route::Route;
use crate::ui::{Card, Go, SituationLabel};
use contract::requests::RelatedView;
use locales::text;
use yew::prelude::*;

/// Properties of [`Related`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The other requests.
    pub related: Vec<RelatedView>,
}

/// The related requests; nothing when there are none.
#[component]
pub fn Related(props: &Props) -> Html {
    let language = use_language();
    if props.related.is_empty() {
        return Html::default();
    }
    let line = |related: &RelatedView| {
        let key = format!("req-related-{}", relation(related));
        html! {
            <li key={related.number}>
                <div class="sol-row sol-between"><span class="sol-small sol-subtle">{ text!(language, &key) }</span>
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
