//! When the program itself fails: nothing on the page answers any more, so the
//! page says so and offers to begin again. Drafts are in the browser's store.

use super::document;
use crate::api::client;
use locales::text;
use web_sys::console;

/// Shows a notice instead of a page that has died silently.
pub fn watch() {
    yew::set_custom_panic_hook(Box::new(|info| {
        console::error_1(&info.to_string().into());
        // Whatever else fails now, the console has the cause.
        let _ = show();
    }));
}

fn show() -> Option<()> {
    let document = document()?;
    if document.get_element_by_id("crash").is_some() {
        return None;
    }
    let language = client::language();
    let notice = document.create_element("div").ok()?;
    notice.set_id("crash");
    notice.set_class_name("sol-crash");
    notice.set_attribute("role", "alert").ok()?;
    let message = document.create_element("p").ok()?;
    message.set_text_content(Some(&text!(language, "ui-crash")));
    let again = document.create_element("a").ok()?;
    again.set_attribute("href", "").ok()?;
    again.set_class_name("pf-v6-c-button pf-m-primary");
    again.set_text_content(Some(&text!(language, "ui-crash-reload")));
    notice.append_child(&message).ok()?;
    notice.append_child(&again).ok()?;
    document.body()?.append_child(&notice).ok()?;
    Some(())
}
