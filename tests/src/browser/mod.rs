//! Browsers for the journeys: headless Chromium, each with a profile of its own.
//!
//! ```ignore
//! #[test]
//! fn somebody_logs_in() {
//!     browser::play(Database::Sqlite, async |stage| {
//!         let page = stage.browser(Language::Portuguese).await;
//!         page.log_in(REQUESTER).await;
//!         page.see(&page.text("nav-requests")).await;
//!     });
//! }
//! ```

mod axe;
mod chromium;
mod controls;
mod evidence;
mod page;
mod stage;
mod tabs;

pub use axe::Scheme;
pub use chromium::WINDOW;
pub use page::Page;
pub use stage::{Stage, open, play};

use std::time::Duration;

/// How long something may take that somebody waits for in front of the screen. It is
/// generous, as other tests use the machine, too; a condition that holds ends the wait.
pub const PATIENCE: Duration = Duration::from_secs(25);
/// How often a condition is looked at.
const LOOK: Duration = Duration::from_millis(40);
