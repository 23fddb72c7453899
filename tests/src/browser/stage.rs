//! What a journey plays on: a server, and browsers.

use super::chromium;
use super::evidence;
use super::page::Page;
use crate::database::Database;
use crate::server::Server;
use contract::Language;
use futures_util::FutureExt;
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, resume_unwind};
use tokio::task::LocalSet;

/// A server with the demo company, and the browsers that were opened.
pub struct Stage {
    /// The server.
    pub server: Server,
    pages: RefCell<Vec<Page>>,
}

impl Stage {
    /// Opens a browser that speaks a language, without any page.
    pub async fn browser(&self, language: Language) -> Page {
        let page = open(&self.server.url(""), language).await;
        self.pages.borrow_mut().push(page.clone());
        page
    }

    /// Closes every browser; tells what their consoles complained of.
    async fn close(&self) -> Vec<String> {
        let mut complaints = Vec::new();
        for page in self.pages.take() {
            complaints.extend(evidence::complaints(&page).await);
            page.close().await;
        }
        complaints
    }
}

/// Opens a browser at a server, without any page.
pub async fn open(base: &str, language: Language) -> Page {
    Page::new(chromium::start(language).await, base.to_owned(), language)
}

/// Plays a journey. When it fails, what every browser showed is kept and named.
///
/// # Panics
/// When the journey does, or when a page complained in its browser's console.
pub fn play(database: Database, journey: impl AsyncFnOnce(&Stage)) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    // An exchange that the journey has is played beside it.
    LocalSet::new().block_on(&runtime, async {
        let stage = Stage { server: Server::start(database), pages: RefCell::default() };
        let outcome = AssertUnwindSafe(journey(&stage)).catch_unwind().await;
        if let Err(panic) = outcome {
            let pages = stage.pages.borrow().clone();
            let folder = evidence::keep(&pages, &stage.server).await;
            stage.close().await;
            match evidence::message(&*panic) {
                Some(message) => panic!("{message}\nwhat was seen is in {}", folder.display()),
                None => resume_unwind(panic),
            }
        }
        let complaints = stage.close().await;
        assert!(complaints.is_empty(), "the console of a browser: {complaints:#?}");
    });
}
