//! A page in a browser: where it is, what it says.

use super::chromium::Chromium;
use super::{LOOK, PATIENCE};
use contract::Language;
use locales::Args;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::rc::Rc;
use std::time::Instant;
use thirtyfour::prelude::*;

/// A page in a browser of its own. Every wait is for a condition; one that never comes fails
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

    /// The language that the person reads.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The same page, read in another language from now on.
    #[must_use]
    pub fn reading(&self, language: Language) -> Self {
        Self { language, ..self.clone() }
    }

    /// Where downloads arrive.
    #[must_use]
    pub fn downloads(&self) -> PathBuf {
        self.chromium.folder.path().join("downloads")
    }

    /// Closes the browser.
    pub async fn close(&self) {
        // It may have crashed; then its driver ends it.
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

    /// Opens an address of the application and waits until what it shows is there.
    pub async fn go(&self, path: &str) {
        let url = format!("{}{path}", self.base);
        self.driver().goto(&url).await.unwrap_or_else(|error| panic!("{path}: {error}"));
        self.settled().await;
    }

    /// Loads the page anew.
    pub async fn reload(&self) {
        self.driver().refresh().await.expect("a page that can be loaded anew");
        self.settled().await;
    }

    /// Waits until the application runs and nothing on the page is being loaded.
    pub async fn settled(&self) {
        let script = "const words = arguments[0];
            const busy = [...document.querySelectorAll('[role=status]')].some(e => words.includes(e.firstElementChild?.textContent));
            return !!document.querySelector('h1') && !document.querySelector('main.boot') && !busy;";
        let loading: Vec<String> =
            Language::ALL.iter().map(|language| locales::format(*language, "ui-loading", None)).collect();
        self.until("the page is there", async || self.ask::<bool>(script, vec![json!(loading)]).await.map(yes)).await;
    }

    /// The path of the address, with its query string.
    pub async fn path(&self) -> String {
        let url = self.driver().current_url().await.expect("an address");
        url.query().map_or_else(|| url.path().to_owned(), |query| format!("{}?{query}", url.path()))
    }

    /// Waits until the address has a path that begins so, and gives it.
    pub async fn at(&self, path: &str) -> String {
        let found = async || Ok(Some(self.path().await).filter(|here| here.starts_with(path)));
        let found = self.until(&format!("the address {path}"), found).await;
        self.settled().await;
        found
    }

    /// All that can be read on the page, in one line.
    pub async fn words(&self) -> String {
        let text: String = self.ask("return document.body.innerText", vec![]).await.unwrap_or_default();
        squeezed(&text)
    }

    /// Waits until something can be read on the page.
    pub async fn see(&self, text: &str) {
        self.see_in("body", text).await;
    }

    /// Waits until something can be read in a part of the page.
    pub async fn see_in(&self, css: &str, text: &str) {
        let wanted = folded(text);
        self.until(&format!("{text:?} in {css}"), async || {
            Ok(self.texts(css).await?.iter().any(|words| folded(words).contains(&wanted)).then_some(()))
        })
        .await;
    }

    /// Waits until something can no longer be read on the page.
    pub async fn see_no_more(&self, text: &str) {
        let unwanted = folded(text);
        self.until(&format!("no {text:?}"), async || Ok(yes(!folded(&self.words().await).contains(&unwanted)))).await;
    }

    /// What can be read in each of the elements that a selector finds.
    pub async fn texts(&self, css: &str) -> WebDriverResult<Vec<String>> {
        self.ask("return [...document.querySelectorAll(arguments[0])].map(e => e.innerText)", vec![json!(css)]).await
    }

    /// What a script answers.
    pub async fn ask<T: DeserializeOwned>(&self, script: &str, args: Vec<Value>) -> WebDriverResult<T> {
        self.driver().execute(script, args).await?.convert()
    }

    /// Waits until a probe finds what it looks for. An error of the browser is none yet: elements
    /// come and go.
    ///
    /// # Panics
    /// When it does not in time.
    pub async fn until<T>(&self, what: &str, probe: impl AsyncFn() -> WebDriverResult<Option<T>>) -> T {
        let end = Instant::now() + PATIENCE;
        let mut last = None;
        while Instant::now() < end {
            match probe().await {
                Ok(Some(found)) => return found,
                Ok(None) => {}
                Err(error) => last = Some(error),
            }
            tokio::time::sleep(LOOK).await;
        }
        // The driver adds where it is in its own program.
        let said = |error: WebDriverError| {
            let said = error.to_string();
            format!(" ({})", squeezed(said.split("Stacktrace").next().unwrap_or_default()))
        };
        panic!("waited in vain for {what}{}", last.map(said).unwrap_or_default());
    }

    /// The window becomes a telephone's, or another size.
    pub async fn resize(&self, width: u32, height: u32) {
        let mobile = width < 600;
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile });
        let cdp = self.driver().cdp();
        cdp.send_raw("Emulation.setDeviceMetricsOverride", metrics).await.expect("another size of the window");
    }

    /// From now on a script runs on every page before the page's own.
    pub async fn before_each_page(&self, script: &str) {
        let source = json!({ "source": script });
        let cdp = self.driver().cdp();
        cdp.send_raw("Page.addScriptToEvaluateOnNewDocument", source).await.expect("a script that the browser knows");
    }

    /// What makes the page wider than its window, outermost first; empty when it fits.
    pub async fn too_wide(&self) -> Vec<String> {
        let script = "const width = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= width) return [];
            const wide = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > width + 1);
            return [`${document.documentElement.scrollWidth} > ${width}`, ...wide.slice(0, 5).map(e => e.outerHTML.slice(0, 160))];";
        self.ask(script, vec![]).await.expect("widths")
    }
}

/// `Some` when it is so: what [`Page::until`] waits for.
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
