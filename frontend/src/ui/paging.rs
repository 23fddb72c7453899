//! Paging through a list.

use super::button::IconButton;
use crate::hooks::use_language;
use contract::Page;
use locales::text;
use yew::prelude::*;

/// The part of a list that is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// Rows on this page.
    pub rows: usize,
    /// Rows of the whole list.
    pub total: i64,
    /// The list has more rows than `total`.
    pub more: bool,
    /// Cursor of the page before.
    pub previous: Option<AttrValue>,
    /// Cursor of the page after.
    pub next: Option<AttrValue>,
}

impl<T> From<&Page<T>> for Shown {
    fn from(page: &Page<T>) -> Self {
        Self {
            rows: page.items.len(),
            total: page.total,
            more: page.total_is_lower_bound,
            previous: page.prev_cursor.clone().map(AttrValue::from),
            next: page.next_cursor.clone().map(AttrValue::from),
        }
    }
}

/// Properties of [`Paging`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What is shown.
    pub shown: Shown,
    /// Another page was asked for, by its cursor.
    pub onpage: Callback<String>,
}

/// The count of rows, and the buttons for the page before and after.
#[component]
pub fn Paging(props: &Props) -> Html {
    let language = use_language();
    let shown = &props.shown;
    let key = if shown.more { "ui-shown-of-more" } else { "ui-shown-of" };
    let go = |cursor: &Option<AttrValue>| {
        let cursor = cursor.clone();
        props.onpage.reform(move |()| cursor.as_ref().map(ToString::to_string).unwrap_or_default())
    };
    html! {
        <nav class="sol-paging" aria-label={text!(language, "ui-pages")}>
            <span class="sol-subtle">{ text!(language, key, rows = shown.rows, total = shown.total) }</span>
            <span class="sol-row">
                <IconButton label={text!(language, "ui-page-previous")} icon="angle-left"
                    disabled={shown.previous.is_none()}
                            onclick={go(&shown.previous)} />
                <IconButton label={text!(language, "ui-page-next")} icon="angle-right" disabled={shown.next.is_none()}
                            onclick={go(&shown.next)} />
            </span>
        </nav>
    }
}
