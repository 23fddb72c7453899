//! What is shown where there is no page, or none that this person may see. The two look alike on purpose.

use crate::hooks::{use_language, use_page_title};
use crate::route::Route;
use crate::ui::{ButtonKind, Card, Empty, Href, LinkButton};
use locales::text;
use yew::prelude::*;

/// Says that there is no such page.
#[component]
pub fn NotFound() -> Html {
    let language = use_language();
    let title = text!(language, "ui-no-page");
    use_page_title(&title);
    let actions = html! {
        <LinkButton kind={ButtonKind::Primary} to={Href::to(&Route::Home)} label={text!(language, "ui-to-home")} />
    };
    html! {
        <Card flush=true>
            <Empty whole=true icon="map-signs" {title} {actions}>{ text!(language, "ui-no-page-text") }</Empty>
        </Card>
    }
}
