//! A journey: what it runs on, and how it is run.

use super::artifacts;
use super::chromium;
use super::page::Page;
use crate::database::Database;
use crate::server::Server;
use contract::Language;
use futures_util::FutureExt;
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, resume_unwind};
use tokio::task::LocalSet;

/// A server with the demo company, and the browsers that the journey has opened.
pub struct Journey {
    /// The server.
    pub server: Server,
    pages: RefCell<Vec<Page>>,
}

impl Journey {
    /// Opens a browser whose language is set, without any page.
    pub async fn browser(&self, language: Language) -> Page {
        let page = open(&self.server.url(""), language).await;
        self.pages.borrow_mut().push(page.clone());
        page
    }

    /// Closes all browsers, and returns the errors in their consoles.
    async fn close(&self) -> Vec<String> {
        let mut errors = Vec::new();
        for page in self.pages.take() {
            errors.extend(artifacts::console_errors(&page).await);
            page.close().await;
        }
        errors
    }
}

/// Opens a browser at a server, without any page.
pub async fn open(base: &str, language: Language) -> Page {
    Page::new(chromium::start(language).await, base.to_owned(), language)
}

/// Runs a journey. When it fails, pictures and logs are kept, and the failure names their folder.
///
/// # Panics
/// When the journey does, or when there are errors in the console of a browser.
pub fn run(database: Database, test: impl AsyncFnOnce(&Journey)) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    // The peer of a journey runs in tasks of the same thread.
    LocalSet::new().block_on(&runtime, async {
        let journey = Journey { server: Server::start(database), pages: RefCell::default() };
        let outcome = AssertUnwindSafe(test(&journey)).catch_unwind().await;
        if let Err(panic) = outcome {
            let pages = journey.pages.borrow().clone();
            let folder = artifacts::keep(&pages, &journey.server).await;
            journey.close().await;
            match artifacts::message(&*panic) {
                Some(message) => panic!("{message}\npictures and logs are in {}", folder.display()),
                None => resume_unwind(panic),
            }
        }
        let errors = journey.close().await;
        assert!(errors.is_empty(), "errors in the console of a browser: {errors:#?}");
    });
}
