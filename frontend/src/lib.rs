//! Solicita in the browser: the portal, the attendant desktop, the
//! administration.
//!
//! Start at `route.rs` (which pages there are) and `app.rs` (what stands around
//! them); `ui/mod.rs` tells how to write a page. The modules, from the outside in:
//!
//! | module | is |
//! | --- | --- |
//! | `pages` | one folder per area, one component per page |
//! | `shell` | what stands around the pages: masthead, bell, login dialog, news |
//! | `calls` | the pop-ups of calls, over every page of an attendant |
//! | `ui` | what pages are built from; the only one that knows PatternFly |
//! | `hooks` | data, drafts, clocks, live events |
//! | `api` | the only one that talks to the server; a file per resource |
//! | `browser` | what is asked of the browser itself |
//! | `text` | keys of texts that are made from codes |
//!
//! The server decides what may be done: every request comes with the `actions`
//! of its viewer, and the buttons follow that list.

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
