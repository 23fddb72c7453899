//! The mark of a very important person.

use super::icon::icon;
use crate::hooks::use_language;
use locales::text;
use yew::prelude::*;

/// The VIP mark, beside a name.
#[component]
pub fn VipMark() -> Html {
    let language = use_language();
    html! { <span class="sol-vip" title={text!(language, "desk-vip-title")}>{ icon("crown") }{ " " }{ text!(language, "desk-vip") }</span> }
}
