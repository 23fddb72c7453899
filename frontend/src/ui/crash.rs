//! The notice of a panic. After a panic nothing on the page works any more, so a notice says so and offers to load the
//! page again. Drafts are in the browser's storage and are not lost.

use crate::api::client;
use crate::browser::document;
use locales::text;
use web_sys::console;

/// From now on a panic is written to the console and shown on the page.
pub fn install_panic_hook() {
    yew::set_custom_panic_hook(Box::new(|info| {
        console::error_1(&info.to_string().into());
        // If the notice cannot be shown, the console still has the cause.
        let _ = show();
    }));
}

/// Builds the notice without Yew, which has stopped. None when it cannot be built or is shown already.
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
