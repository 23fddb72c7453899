//! Browsers for the journeys: headless Chromium, each with a profile of its own.
//!
//! ```ignore
//! #[test]
//! fn somebody_logs_in() {
//!     browser::run(Database::Sqlite, async |journey| {
//!         let page = journey.browser(Language::Portuguese).await;
//!         page.log_in(REQUESTER).await;
//!         page.see(&page.text("nav-requests")).await;
//!     });
//! }
//! ```

mod artifacts;
mod axe;
mod chromium;
mod controls;
mod journey;
mod page;
mod tabs;

pub use axe::Scheme;
pub use chromium::WINDOW;
pub use journey::{Journey, open, run};
pub use page::Page;

use std::time::Duration;

/// How often a condition is evaluated.
const INTERVAL: Duration = Duration::from_millis(40);
