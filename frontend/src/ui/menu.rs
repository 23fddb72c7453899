//! Menus: actions, links and choices behind one button.

use super::icon::{icon, icon_fixed};
use super::keys::{Step, stepped};
use super::link::use_go;
use crate::browser;
use crate::hooks::use_press_outside;
use crate::route::Href;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// An entry of a menu.
#[derive(Clone, PartialEq)]
pub enum MenuEntry {
    /// An action.
    Do {
        /// The text.
        label: AttrValue,
        /// The icon.
        icon: Option<&'static str>,
        /// Called when it is pressed.
        onselect: Callback<()>,
    },
    /// A link.
    Go {
        /// The text.
        label: AttrValue,
        /// The icon.
        icon: Option<&'static str>,
        /// The page to which it leads.
        to: Href,
    },
    /// A choice. The menu stays open when several may be chosen.
    Choice {
        /// The text.
        label: AttrValue,
        /// It is chosen.
        checked: bool,
        /// Several may be chosen.
        many: bool,
        /// Called when it is chosen, or when the choice is undone.
        onselect: Callback<()>,
    },
    /// A heading.
    Heading(AttrValue),
    /// A line between groups.
    Divider,
}

impl MenuEntry {
    /// An action.
    pub fn action(label: impl Into<AttrValue>, icon: &'static str, onselect: Callback<()>) -> Self {
        Self::Do { label: label.into(), icon: Some(icon), onselect }
    }

    /// A link.
    pub fn go(label: impl Into<AttrValue>, icon: &'static str, to: Href) -> Self {
        Self::Go { label: label.into(), icon: Some(icon), to }
    }
}

/// Properties of [`Menu`].
#[derive(Properties, PartialEq)]
pub struct MenuProps {
    /// The content of the button.
    pub toggle: Html,
    /// The name of the button, if its content is not enough.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// The entries.
    pub entries: Vec<MenuEntry>,
    /// No outline around the button.
    #[prop_or_default]
    pub plain: bool,
    /// Looks like a link.
    #[prop_or_default]
    pub link: bool,
    /// Opens towards the start of the line.
    #[prop_or_default]
    pub end: bool,
    /// An icon in the button.
    #[prop_or_default]
    pub icon: Option<&'static str>,
    /// No arrow in the button.
    #[prop_or_default]
    pub bare: bool,
    /// More classes.
    #[prop_or_default]
    pub class: Classes,
}

/// A button that opens a menu. Arrow keys, Home, End, Escape and Tab work as they do in every menu.
#[component]
pub fn Menu(props: &MenuProps) -> Html {
    let open = use_state_eq(|| false);
    let node = use_node_ref();
    use_press_outside(&node, *open, {
        let open = open.setter();
        Callback::from(move |()| open.set(false))
    });
    use_effect_with(*open, {
        let node = node.clone();
        move |open| {
            if *open {
                move_focus(&node, Step::First);
            }
        }
    });
    let close = use_callback((), {
        let (open, node) = (open.setter(), node.clone());
        move |(), ()| {
            open.set(false);
            focus_toggle(&node);
        }
    });
    let onkeydown = {
        let (node, open, close) = (node.clone(), open.clone(), close.clone());
        Callback::from(move |event: KeyboardEvent| on_key(&event, &node, &open, &close))
    };
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let expanded = if *open { "true" } else { "false" };
    html! {
        <span class={classes!("sol-menu", props.class.clone())} ref={node} {onkeydown}>
            <button type="button" class={toggle_class(props, *open)} aria-haspopup="menu" aria-expanded={expanded}
                    aria-label={props.label.clone()} title={props.label.clone()} onclick={toggle}>
                if let Some(name) = props.icon { <span class="pf-v6-c-menu-toggle__icon">{ icon(name) }</span> }
                <span class="pf-v6-c-menu-toggle__text">{ props.toggle.clone() }</span>
                if !props.bare {
                    <span class="pf-v6-c-menu-toggle__controls">
                        <span class="pf-v6-c-menu-toggle__toggle-icon">{ icon("caret-down") }</span>
                    </span>
                }
            </button>
            if *open {
                <div class={classes!("pf-v6-c-menu", "sol-menu__panel", props.end.then_some("sol-menu__panel--end"))}>
                    <div class="pf-v6-c-menu__content">
                        <ul class="pf-v6-c-menu__list" role="menu">
                            { for props.entries.iter().map(|entry| html! { <Line entry={entry.clone()} close={close.clone()} /> }) }
                        </ul>
                    </div>
                </div>
            }
        </span>
    }
}

fn toggle_class(props: &MenuProps, open: bool) -> Classes {
    classes!(
        "pf-v6-c-menu-toggle",
        (props.plain || props.link).then_some("pf-m-plain"),
        (props.plain && props.toggle != Html::default()).then_some("pf-m-text"),
        props.link.then_some("sol-menu__link"),
        open.then_some("pf-m-expanded")
    )
}

#[derive(Properties, PartialEq)]
struct LineProps {
    entry: MenuEntry,
    close: Callback<()>,
}

#[component]
fn Line(props: &LineProps) -> Html {
    let go = use_go();
    let (label, name, checked, many, onselect) = match &props.entry {
        MenuEntry::Divider => return html! { <li class="pf-v6-c-divider" role="separator"></li> },
        MenuEntry::Heading(text) => return html! { <li class="sol-menu__heading" role="presentation">{ text }</li> },
        MenuEntry::Do { label, icon, onselect } => (label, *icon, None, false, onselect.clone()),
        MenuEntry::Choice { label, checked, many, onselect } => (label, None, Some(*checked), *many, onselect.clone()),
        MenuEntry::Go { label, icon, to } => {
            let to = to.clone();
            (label, *icon, None, false, Callback::from(move |()| go.emit(to.clone())))
        }
    };
    let onclick = {
        let close = props.close.clone();
        Callback::from(move |_: MouseEvent| {
            if !many {
                close.emit(());
            }
            onselect.emit(());
        })
    };
    let role = match (checked, many) {
        (None, _) => "menuitem",
        (Some(_), true) => "menuitemcheckbox",
        (Some(_), false) => "menuitemradio",
    };
    let chosen = checked == Some(true);
    html! {
        <li class="pf-v6-c-menu__list-item" role="none">
            <button type="button" class={classes!("pf-v6-c-menu__item", chosen.then_some("pf-m-selected"))}
                tabindex="-1"
                    {role} aria-checked={checked.map(|checked| checked.to_string())} {onclick}>
                <span class="pf-v6-c-menu__item-main">
                    if let Some(name) = name { <span class="pf-v6-c-menu__item-icon">{ icon_fixed(name) }</span> }
                    <span class="pf-v6-c-menu__item-text">{ label }</span>
                    if chosen { <span class="pf-v6-c-menu__item-select-icon">{ icon("check") }</span> }
                </span>
            </button>
        </li>
    }
}

fn on_key(event: &KeyboardEvent, node: &NodeRef, open: &UseStateHandle<bool>, close: &Callback<()>) {
    if !**open {
        if event.key() == "ArrowDown" {
            event.prevent_default();
            open.set(true);
        }
        return;
    }
    let step = match event.key().as_str() {
        "ArrowDown" => Step::Next,
        "ArrowUp" => Step::Previous,
        "Home" => Step::First,
        "End" => Step::Last,
        "Escape" => {
            event.stop_propagation();
            event.prevent_default();
            return close.emit(());
        }
        "Tab" => return open.set(false),
        _ => return,
    };
    event.prevent_default();
    move_focus(node, step);
}

fn move_focus(node: &NodeRef, step: Step) {
    let Some(root) = node.cast::<Element>() else { return };
    let Ok(list) = root.query_selector_all("[role^=menuitem]") else { return };
    let items: Vec<HtmlElement> = (0..list.length()).filter_map(|index| list.get(index)?.dyn_into().ok()).collect();
    let active = browser::document().and_then(|document| document.active_element());
    let here = items.iter().position(|item| active.as_ref().is_some_and(|active| active.is_same_node(Some(item))));
    let index = stepped(items.len(), here, step);
    if let Some(item) = items.get(index) {
        let _ = item.focus();
    }
}

fn focus_toggle(node: &NodeRef) {
    let toggle = node.cast::<Element>().and_then(|root| root.query_selector("button").ok().flatten());
    if let Some(toggle) = toggle.and_then(|toggle| toggle.dyn_into::<HtmlElement>().ok()) {
        let _ = toggle.focus();
    }
}
