//! A search box that searches while somebody types.

use super::icon::icon;
use crate::hooks::use_language;
use gloo_timers::callback::Timeout;
use locales::text;
use std::cell::RefCell;
use web_sys::HtmlInputElement;
use yew::prelude::*;

const PAUSE_MS: u32 = 350;

/// Properties of [`SearchBox`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The placeholder, which is also its name: what can be searched for.
    pub label: AttrValue,
    /// The text that is searched for.
    pub value: AttrValue,
    /// Called with another text when the typing rests, and at once for Enter.
    pub onsearch: Callback<String>,
    /// Larger.
    #[prop_or_default]
    pub large: bool,
    /// It searches with every key, without waiting.
    #[prop_or_default]
    pub eager: bool,
    /// The identifier of the control.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

/// A search box.
#[component]
pub fn SearchBox(props: &Props) -> Html {
    let language = use_language();
    let typed = use_state_eq(|| props.value.to_string());
    let timer = use_memo((), |()| RefCell::new(None::<Timeout>));
    // What comes from outside (the back button, "clear filters") replaces what was typed.
    use_effect_with(props.value.clone(), {
        let typed = typed.setter();
        move |value| typed.set(value.to_string())
    });
    let search = {
        let (typed, onsearch, eager) = (typed.setter(), props.onsearch.clone(), props.eager);
        move |text: String, now: bool| {
            typed.set(text.clone());
            let onsearch = onsearch.clone();
            if now || eager {
                *timer.borrow_mut() = None;
                onsearch.emit(text);
            } else {
                *timer.borrow_mut() = Some(Timeout::new(PAUSE_MS, move || onsearch.emit(text)));
            }
        }
    };
    let oninput = {
        let search = search.clone();
        move |event: InputEvent| search(event.target_unchecked_into::<HtmlInputElement>().value(), false)
    };
    let onkeydown = {
        let (search, typed) = (search.clone(), typed.clone());
        move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" => search((*typed).clone(), true),
            "Escape" if !typed.is_empty() => search(String::new(), true),
            _ => {}
        }
    };
    let clear = move |_: MouseEvent| search(String::new(), true);
    html! {
        <div class={classes!("pf-v6-c-text-input-group", "sol-search", props.large.then_some("sol-search--large"))}
            role="search">
            <div class="pf-v6-c-text-input-group__main pf-m-icon">
                <span class="pf-v6-c-text-input-group__text">
                    <span class="pf-v6-c-text-input-group__icon">{ icon("search") }</span>
                    <input class="pf-v6-c-text-input-group__text-input" type="search" value={(*typed).clone()}
                        {oninput} {onkeydown}
                           id={props.id.clone()} placeholder={props.label.clone()} aria-label={props.label.clone()}
                           autocomplete="off" maxlength={contract::limits::SEARCH.to_string()} />
                </span>
            </div>
            if !typed.is_empty() {
                <div class="pf-v6-c-text-input-group__utilities">
                    <button type="button" class="pf-v6-c-button pf-m-plain"
                        aria-label={text!(language, "ui-search-clear")}
                            title={text!(language, "ui-search-clear")} onclick={clear}>
                        <span class="pf-v6-c-button__icon">{ icon("times") }</span>
                    </button>
                </div>
            }
        </div>
    }
}
