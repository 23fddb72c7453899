//! Tabs, and groups of buttons of which one is pressed.

use super::icon::icon;
use super::keys::{Step, stepped};
use crate::browser;
use std::rc::Rc;
use yew::prelude::*;

/// One tab.
#[derive(Debug, Clone, PartialEq)]
pub struct Tab<T> {
    /// The value.
    pub value: T,
    /// The text.
    pub label: AttrValue,
    /// A count behind the text.
    pub count: Option<i64>,
    /// The icon.
    pub icon: Option<&'static str>,
}

impl<T> Tab<T> {
    /// A tab with a name only.
    pub fn new(value: T, label: impl Into<AttrValue>) -> Self {
        Self { value, label: label.into(), count: None, icon: None }
    }

    /// With a count.
    #[must_use]
    pub fn count(mut self, count: Option<i64>) -> Self {
        self.count = count;
        self
    }

    /// With an icon.
    #[must_use]
    pub fn icon(mut self, icon: &'static str) -> Self {
        self.icon = Some(icon);
        self
    }
}

/// Properties of [`Tabs`].
#[derive(Properties, PartialEq)]
pub struct TabsProps<T: Clone + PartialEq + 'static> {
    /// Unique on the page: the tabs are `<id>-0`, `<id>-1` …, the panel is `<id>-panel`.
    pub id: AttrValue,
    /// The name of the tabs, for screen readers.
    pub label: AttrValue,
    /// The tabs.
    pub tabs: Vec<Tab<T>>,
    /// The tab that is shown.
    pub selected: T,
    /// Another option was chosen.
    pub onselect: Callback<T>,
    /// What is shown below.
    #[prop_or_default]
    pub children: Html,
    /// More classes of the tabs.
    #[prop_or_default]
    pub class: Classes,
}

/// Tabs with one panel. Arrow keys move between the tabs.
#[component]
pub fn Tabs<T: Clone + PartialEq + 'static>(props: &TabsProps<T>) -> Html {
    let here = props.tabs.iter().position(|tab| tab.value == props.selected).unwrap_or_default();
    let onkeydown = {
        let tabs: Rc<[T]> = props.tabs.iter().map(|tab| tab.value.clone()).collect();
        let (id, onselect) = (props.id.clone(), props.onselect.clone());
        Callback::from(move |event: KeyboardEvent| {
            let step = match event.key().as_str() {
                "ArrowRight" => Step::Next,
                "ArrowLeft" => Step::Previous,
                "Home" => Step::First,
                "End" => Step::Last,
                _ => return,
            };
            let next = stepped(tabs.len(), Some(here), step);
            event.prevent_default();
            if let Some(value) = tabs.get(next) {
                onselect.emit(value.clone());
                browser::focus_id(&format!("{id}-{next}"));
            }
        })
    };
    let panel = format!("{}-panel", props.id);
    html! {
        <>
            <div class={classes!("pf-v6-c-tabs", "sol-tabs", props.class.clone())} {onkeydown}>
                <ul class="pf-v6-c-tabs__list" role="tablist" aria-label={props.label.clone()}>
                    { for props.tabs.iter().enumerate().map(|(index, tab)| tab_item(props, index, index == here, tab, &panel)) }
                </ul>
            </div>
            <div role="tabpanel" tabindex="0" id={panel.clone()} aria-labelledby={format!("{}-{here}", props.id)}>
                { props.children.clone() }
            </div>
        </>
    }
}

fn tab_item<T: Clone + PartialEq + 'static>(
    props: &TabsProps<T>,
    index: usize,
    current: bool,
    tab: &Tab<T>,
    panel: &str,
) -> Html {
    let value = tab.value.clone();
    let onclick = props.onselect.reform(move |_: MouseEvent| value.clone());
    html! {
        <li class={classes!("pf-v6-c-tabs__item", current.then_some("pf-m-current"))} role="presentation">
            <button type="button" class="pf-v6-c-tabs__link" role="tab" id={format!("{}-{index}", props.id)}
                    aria-selected={current.to_string()} aria-controls={panel.to_owned()}
                    tabindex={if current { "0" } else { "-1" }} {onclick}>
                if let Some(name) = tab.icon { <span class="pf-v6-c-tabs__item-icon">{ icon(name) }</span> }
                <span class="pf-v6-c-tabs__item-text">
                    { &tab.label }
                    if let Some(count) = tab.count { { " " }<span class="sol-n">{ count }</span> }
                </span>
            </button>
        </li>
    }
}

/// One button of a [`ToggleGroup`].
pub type Toggle<T> = Tab<T>;

/// Properties of [`ToggleGroup`].
#[derive(Properties, PartialEq)]
pub struct ToggleGroupProps<T: Clone + PartialEq + 'static> {
    /// The name of the group, for screen readers.
    pub label: AttrValue,
    /// The buttons.
    pub items: Vec<Toggle<T>>,
    /// The value of the pressed button.
    pub selected: T,
    /// Another one was pressed.
    pub onselect: Callback<T>,
}

/// A group of buttons of which one is pressed: a filter of what is shown below.
#[component]
pub fn ToggleGroup<T: Clone + PartialEq + 'static>(props: &ToggleGroupProps<T>) -> Html {
    let item = |item: &Toggle<T>| {
        let pressed = item.value == props.selected;
        let value = item.value.clone();
        let onclick = props.onselect.reform(move |_: MouseEvent| value.clone());
        html! {
            <div class="pf-v6-c-toggle-group__item">
                <button type="button" aria-pressed={pressed.to_string()} {onclick}
                        class={classes!("pf-v6-c-toggle-group__button", pressed.then_some("pf-m-selected"))}>
                    if let Some(name) = item.icon { <span class="pf-v6-c-toggle-group__icon">{ icon(name) }</span> }
                    <span class="pf-v6-c-toggle-group__text">
                        { &item.label }
                        if let Some(count) = item.count { { " " }<span class="sol-n">{ count }</span> }
                    </span>
                </button>
            </div>
        }
    };
    html! {
        <div class="pf-v6-c-toggle-group pf-m-compact" role="group" aria-label={props.label.clone()}>
            { for props.items.iter().map(item) }
        </div>
    }
}
