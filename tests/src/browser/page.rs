//! A page in a browser: its address and its texts.

use super::INTERVAL;
use super::chromium::Chromium;
use crate::wait::DEADLINE;
use contract::Language;
use locales::Args;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::rc::Rc;
use std::time::Instant;
use thirtyfour::prelude::*;

/// A page in a browser of its own. It waits for conditions; one that does not become true fails
/// the test.
#[derive(Clone)]
pub struct Page {
    chromium: Rc<Chromium>,
    base: Rc<str>,
    language: Language,
}

impl Page {
    pub(super) fn new(chromium: Chromium, base: String, language: Language) -> Self {
        Self { chromium: Rc::new(chromium), base: base.into(), language }
    }

    /// The browser's driver.
    #[must_use]
    pub fn driver(&self) -> &WebDriver {
        &self.chromium.driver
    }

    /// The language of the person who reads the page.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The same page, read in another language from now on.
    #[must_use]
    pub fn reading(&self, language: Language) -> Self {
        Self { language, ..self.clone() }
    }

    /// The folder for downloads.
    #[must_use]
    pub fn downloads(&self) -> PathBuf {
        self.chromium.folder.path().join("downloads")
    }

    /// Closes the browser.
    pub async fn close(&self) {
        // It fails when the browser has crashed; then its driver ends it.
        let _ = self.driver().clone().quit().await;
    }

    /// A text of the product in the person's language.
    ///
    /// # Panics
    /// When there is no such text.
    #[must_use]
    #[track_caller]
    pub fn text(&self, key: &str) -> String {
        self.text_with(key, None)
    }

    /// A text of the product with arguments.
    ///
    /// # Panics
    /// When there is no such text.
    #[must_use]
    #[track_caller]
    pub fn text_with(&self, key: &str, args: Option<&Args<'_>>) -> String {
        assert!(locales::has(self.language, key), "there is no text {key:?}");
        locales::format(self.language, key, args)
    }

    /// Opens a path of the application, and waits until the page is loaded.
    pub async fn go(&self, path: &str) {
        let url = format!("{}{path}", self.base);
        self.driver().goto(&url).await.unwrap_or_else(|error| panic!("{path}: {error}"));
        self.settled().await;
    }

    /// Reloads the page.
    pub async fn reload(&self) {
        self.driver().refresh().await.expect("a page that can be reloaded");
        self.settled().await;
    }

    /// Waits until the application runs and no part of the page is being loaded.
    pub async fn settled(&self) {
        let script = "const words = arguments[0];
            const busy = [...document.querySelectorAll('[role=status]')].some(e => words.includes(e.firstElementChild?.textContent));
            return !!document.querySelector('h1') && !document.querySelector('main.boot') && !busy;";
        let loading: Vec<String> =
            Language::ALL.iter().map(|language| locales::format(*language, "ui-loading", None)).collect();
        self.until("the page is there", async || self.execute::<bool>(script, vec![json!(loading)]).await.map(yes))
            .await;
    }

    /// The path of the address, with its query string.
    pub async fn path(&self) -> String {
        let url = self.driver().current_url().await.expect("an address");
        url.query().map_or_else(|| url.path().to_owned(), |query| format!("{}?{query}", url.path()))
    }

    /// Waits until the path of the address begins with a text, and returns it.
    pub async fn at(&self, path: &str) -> String {
        let found = async || Ok(Some(self.path().await).filter(|here| here.starts_with(path)));
        let found = self.until(&format!("the address {path}"), found).await;
        self.settled().await;
        found
    }

    /// The visible text of the page, in one line.
    pub async fn words(&self) -> String {
        let text: String = self.execute("return document.body.innerText", vec![]).await.unwrap_or_default();
        squeezed(&text)
    }

    /// Waits until a text is visible on the page.
    pub async fn see(&self, text: &str) {
        self.see_in("body", text).await;
    }

    /// Waits until a text is visible in a part of the page.
    pub async fn see_in(&self, css: &str, text: &str) {
        let wanted = folded(text);
        self.until(&format!("{text:?} in {css}"), async || {
            Ok(self.texts(css).await?.iter().any(|words| folded(words).contains(&wanted)).then_some(()))
        })
        .await;
    }

    /// Waits until a text is not visible on the page any more.
    pub async fn see_no_more(&self, text: &str) {
        let unwanted = folded(text);
        self.until(&format!("no {text:?}"), async || Ok(yes(!folded(&self.words().await).contains(&unwanted)))).await;
    }

    /// The visible texts of the elements that a selector finds.
    pub async fn texts(&self, css: &str) -> WebDriverResult<Vec<String>> {
        self.execute("return [...document.querySelectorAll(arguments[0])].map(e => e.innerText)", vec![json!(css)])
            .await
    }

    /// Runs a script, and returns its result.
    pub async fn execute<T: DeserializeOwned>(&self, script: &str, args: Vec<Value>) -> WebDriverResult<T> {
        self.driver().execute(script, args).await?.convert()
    }

    /// Waits until a probe finds a value. Errors of the browser are ignored, because elements
    /// appear and disappear.
    ///
    /// # Panics
    /// When the probe finds none before the deadline.
    pub async fn until<T>(&self, what: &str, probe: impl AsyncFn() -> WebDriverResult<Option<T>>) -> T {
        let end = Instant::now() + DEADLINE;
        let mut last = None;
        while Instant::now() < end {
            match probe().await {
                Ok(Some(found)) => return found,
                Ok(None) => {}
                Err(error) => last = Some(error),
            }
            tokio::time::sleep(INTERVAL).await;
        }
        // The driver adds a stack trace of its own.
        let said = |error: WebDriverError| {
            let said = error.to_string();
            format!(" ({})", squeezed(said.split("Stacktrace").next().unwrap_or_default()))
        };
        panic!("waited in vain for {what}{}", last.map(said).unwrap_or_default());
    }

    /// Changes the size of the window. A narrow one behaves like a telephone.
    pub async fn resize(&self, width: u32, height: u32) {
        let mobile = width < 600;
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile });
        let cdp = self.driver().cdp();
        cdp.send_raw("Emulation.setDeviceMetricsOverride", metrics).await.expect("another size of the window");
    }

    /// Runs a script on each page that is loaded from now on, before the scripts of the page.
    pub async fn before_each_page(&self, script: &str) {
        let source = json!({ "source": script });
        let cdp = self.driver().cdp();
        cdp.send_raw("Page.addScriptToEvaluateOnNewDocument", source).await.expect("a script that the browser knows");
    }

    /// The elements that make the page wider than its window, outermost first; empty when it fits.
    pub async fn too_wide(&self) -> Vec<String> {
        let script = "const width = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= width) return [];
            const wide = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > width + 1);
            return [`${document.documentElement.scrollWidth} > ${width}`, ...wide.slice(0, 5).map(e => e.outerHTML.slice(0, 160))];";
        self.execute(script, vec![]).await.expect("widths")
    }
}

/// `Some` when a condition is true, which [`Page::until`] waits for.
#[must_use]
pub fn yes(so: bool) -> Option<()> {
    so.then_some(())
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Styles may show small letters as capitals.
fn folded(text: &str) -> String {
    squeezed(text).to_lowercase()
}
