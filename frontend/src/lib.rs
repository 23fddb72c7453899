//! Solicita in the browser: the portal, the attendant desktop, the administration.
//!
//! Begin at `route` (which pages there are) and `app` (what stands around them); `ui/mod.rs` tells how to write a page.
//!
//! # The order of the modules
//!
//! From the bottom to the top. A module imports only from lines above its own; modules on one line do not know each
//! other.
//!
//! | modules | what |
//! | --- | --- |
//! | `text` `route` `prefill` | keys of texts; addresses; what one page hands to the next in memory |
//! | `browser` | storage, clipboard, locks, time zones: what the browser offers |
//! | `api` | the only module that sends HTTP requests; one file per resource |
//! | `hooks` | data, drafts, clocks, live events |
//! | `ui` | the components that pages are built from; the only module that knows PatternFly |
//! | `calls` | the pop-ups of calls, over every page of an attendant |
//! | `shell` | the frame of every page: masthead, bell, login dialog, toasts about news |
//! | `pages` | one folder per area, one component per page |
//! | `app` | the providers around all pages, and the page of each address |
//!
//! The server decides what may be done: every request comes with the `actions` of its viewer, and the buttons follow
//! that list.
//!
//! # Tests
//!
//! `cargo test --package frontend --lib` runs on this machine, without a browser. So rules stand in functions that call
//! neither `web_sys` nor `js_sys`, and components and hooks call those functions.

mod api;
mod app;
mod browser;
mod calls;
mod hooks;
mod pages;
mod prefill;
mod route;
mod shell;
mod text;
mod ui;

/// Starts the application on the page. `main` calls it once.
pub fn start() {
    ui::crash::install_panic_hook();
    ui::theme::apply(ui::theme::chosen());
    match browser::mount_point() {
        Some(root) => yew::Renderer::<app::App>::with_root(root).render(),
        None => yew::Renderer::<app::App>::new().render(),
    };
}
