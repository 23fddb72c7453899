//! The browser: window, storage, clipboard, locks, time zones. Where a browser lacks or forbids something, the functions
//! here answer "no" or nothing, and do not fail.

pub mod channel;
pub mod storage;
pub mod tab_lock;
pub mod time_zone;

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, Window};

/// The window.
#[must_use]
pub fn window() -> Option<Window> {
    web_sys::window()
}

/// The document.
#[must_use]
pub fn document() -> Option<Document> {
    window()?.document()
}

/// The `<html>` element.
#[must_use]
pub fn root() -> Option<Element> {
    document()?.document_element()
}

/// The element in which the application is mounted: `<div id="app">`. Its content, which browsers without WebAssembly
/// show, is removed.
#[must_use]
pub fn mount_point() -> Option<Element> {
    let root = document()?.get_element_by_id("app")?;
    root.set_inner_html("");
    Some(root)
}

/// The browser's languages, the preferred one first.
#[must_use]
pub fn languages() -> Vec<String> {
    let Some(window) = window() else { return Vec::new() };
    window.navigator().languages().iter().filter_map(|tag| tag.as_string()).collect()
}

/// Sets the language of the page, for screen readers and hyphenation.
pub fn set_document_language(tag: &str) {
    if let Some(root) = root() {
        let _ = root.set_attribute("lang", tag);
    }
}

/// Sets the title of the tab.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Moves the focus to the first element that matches.
pub fn focus(selector: &str) -> bool {
    let Some(element) = document().and_then(|document| document.query_selector(selector).ok().flatten()) else {
        return false;
    };
    element.dyn_ref::<HtmlElement>().is_some_and(|element| element.focus().is_ok())
}

/// Moves the focus to an element by its id.
pub fn focus_id(id: &str) -> bool {
    by_id(id).is_some_and(|element| element.focus().is_ok())
}

/// Scrolls an element into view.
pub fn scroll_to_id(id: &str) {
    if let Some(element) = by_id(id) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Center);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

fn by_id(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// The selection in a field, from and to, in UTF-16 units.
#[must_use]
pub fn selection(id: &str) -> Option<(usize, usize)> {
    let element = by_id(id)?;
    let (start, end) = if let Some(area) = element.dyn_ref::<web_sys::HtmlTextAreaElement>() {
        (area.selection_start().ok()??, area.selection_end().ok()??)
    } else {
        let input = element.dyn_ref::<web_sys::HtmlInputElement>()?;
        (input.selection_start().ok()??, input.selection_end().ok()??)
    };
    Some((usize::try_from(start).ok()?, usize::try_from(end).ok()?))
}

/// Moves the focus to a field and the cursor to a place in it, in UTF-16 units.
pub fn set_caret(id: &str, place: usize) {
    let (Some(element), Ok(place)) = (by_id(id), u32::try_from(place)) else { return };
    let _ = element.focus();
    if let Some(area) = element.dyn_ref::<web_sys::HtmlTextAreaElement>() {
        let _ = area.set_selection_range(place, place);
    } else if let Some(input) = element.dyn_ref::<web_sys::HtmlInputElement>() {
        let _ = input.set_selection_range(place, place);
    }
}

/// Scrolls to the top of the page.
pub fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Loads the page again.
pub fn reload() {
    if let Some(window) = window() {
        let _ = window.location().reload();
    }
}

/// True while the tab is not visible.
#[must_use]
pub fn hidden() -> bool {
    document().is_some_and(|document| document.hidden())
}

/// True unless the browser knows that there is no network.
#[must_use]
pub fn online() -> bool {
    window().is_none_or(|window| window.navigator().on_line())
}

/// True when a media query holds.
#[must_use]
pub fn matches(query: &str) -> bool {
    window().and_then(|window| window.match_media(query).ok().flatten()).is_some_and(|list| list.matches())
}

/// Puts a text on the clipboard.
pub async fn copy(text: &str) -> bool {
    let Some(window) = window() else { return false };
    let clipboard = window.navigator().clipboard();
    // Outside secure contexts it is absent, although its type says otherwise.
    if clipboard.is_undefined() {
        return false;
    }
    wasm_bindgen_futures::JsFuture::from(clipboard.write_text(text)).await.is_ok()
}

/// True while the focus is in a field.
#[must_use]
pub fn is_typing() -> bool {
    let active = document().and_then(|document| document.active_element());
    active.is_some_and(|active| matches!(active.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}

/// Lets the computer's telephone program call a number.
pub fn dial(number: &str) {
    if let Some(window) = window() {
        // Without such a program nothing happens; the number is on the page, too.
        let _ = window.location().set_href(&format!("tel:{number}"));
    }
}
