//! Links inside the application.

use crate::route::Href;
use yew::prelude::*;
use yew_router::prelude::*;

/// A callback that goes to a page.
#[hook]
pub fn use_go() -> Callback<Href> {
    let navigator = use_navigator();
    use_callback(navigator, |to: Href, navigator| {
        if let Some(navigator) = navigator {
            navigator.push(&to);
        }
    })
}

/// Properties of [`Go`].
#[derive(Properties, PartialEq)]
pub struct GoProps {
    /// The page to which it leads.
    pub to: Href,
    /// Classes.
    #[prop_or_default]
    pub class: Classes,
    /// It leads to the page that is shown.
    #[prop_or_default]
    pub current: bool,
    /// A name for screen readers, if the content has none.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// Called before the page changes.
    #[prop_or_default]
    pub onclick: Callback<()>,
    /// What is shown.
    pub children: Html,
}

/// A link to a page of the application. It is an `<a>`, so that it also opens in another tab.
#[component]
pub fn Go(props: &GoProps) -> Html {
    let go = use_go();
    let onclick = {
        let (to, onclick) = (props.to.clone(), props.onclick.clone());
        Callback::from(move |event: MouseEvent| {
            let elsewhere =
                event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key() || event.button() != 0;
            if elsewhere || event.default_prevented() {
                return;
            }
            event.prevent_default();
            onclick.emit(());
            go.emit(to.clone());
        })
    };
    html! {
        <a href={AttrValue::from(&props.to)} class={props.class.clone()} {onclick}
           aria-current={props.current.then_some("page")} aria-label={props.label.clone()}>
            { props.children.clone() }
        </a>
    }
}
