//! What people do on a page: press, type, choose, log in.

use super::page::{Page, yes};
use serde_json::json;
use solicita::demo;
use std::path::Path;
use std::time::Duration;
use thirtyfour::prelude::*;

const FIND: &str = include_str!("find.js");

impl Page {
    /// Opens the login page and logs in.
    pub async fn log_in(&self, email: &str) {
        self.go("/login").await;
        self.enter_credentials(email).await;
        let gone = async || Ok(yes(!self.path().await.starts_with("/login")));
        self.until("being logged in", gone).await;
        self.settled().await;
    }

    /// Fills in the form of the login page and submits it.
    pub async fn enter_credentials(&self, email: &str) {
        self.fill("login", email).await;
        self.fill("password", demo::PASSWORD).await;
        self.press(&self.text("login-enter")).await;
    }

    /// Presses the button, link, tab or menu item with a name.
    pub async fn press(&self, name: &str) {
        self.press_in("body", name).await;
    }

    /// The same in a part of the page.
    pub async fn press_in(&self, css: &str, name: &str) {
        self.until(&format!("{name:?} to press in {css}"), async || match self.control_in(css, name).await? {
            Some(element) => element.click().await.map(Some),
            None => Ok(None),
        })
        .await;
    }

    /// The control with a name, if there is one.
    pub async fn control(&self, name: &str) -> WebDriverResult<Option<WebElement>> {
        self.control_in("body", name).await
    }

    async fn control_in(&self, css: &str, name: &str) -> WebDriverResult<Option<WebElement>> {
        let found = self.driver().execute(FIND, vec![json!(name), json!(css)]).await?;
        if found.json().is_null() { Ok(None) } else { found.element().map(Some) }
    }

    /// Waits until there is a control with a name.
    pub async fn offers(&self, name: &str) {
        self.until(&format!("{name:?}"), async || Ok(self.control(name).await?.map(drop))).await;
    }

    /// Waits until there is no control with a name any more.
    pub async fn offers_no(&self, name: &str) {
        self.until(&format!("no {name:?}"), async || Ok(yes(self.control(name).await?.is_none()))).await;
    }

    /// Waits for the element that a selector finds.
    pub async fn element(&self, css: &str) -> WebElement {
        let find = async || self.driver().find(By::Css(css)).await.map(Some);
        self.until(css, find).await
    }

    /// Clicks the element that a selector finds.
    pub async fn click(&self, css: &str) {
        let click = async || self.driver().find(By::Css(css)).await?.click().await.map(Some);
        self.until(&format!("{css} to click"), click).await;
    }

    /// Replaces the text of a field.
    pub async fn fill(&self, id: &str, text: &str) {
        let css = format!("#{id}");
        self.until(&format!("the field {id} to type in"), async || {
            let field = self.driver().find(By::Css(&css)).await?;
            field.send_keys(Key::Control + "a").await?;
            field.send_keys(text).await?;
            Ok(yes(value(&field).await? == text))
        })
        .await;
    }

    /// The text of a field.
    pub async fn value(&self, id: &str) -> String {
        value(&self.element(&format!("#{id}")).await).await.expect("a field")
    }

    /// Waits until a field has a text.
    pub async fn holds(&self, id: &str, text: &str) {
        let css = format!("#{id}");
        let holds = async || Ok(yes(value(&self.driver().find(By::Css(&css)).await?).await? == text));
        self.until(&format!("{text:?} in the field {id}"), holds).await;
    }

    /// Chooses an option of a list by its value.
    pub async fn choose(&self, id: &str, value: &str) {
        self.click(&format!("#{id} option[value=\"{value}\"]")).await;
    }

    /// Chooses a file to send.
    pub async fn choose_file(&self, id: &str, file: &Path) {
        let field = self.element(&format!("#{id}")).await;
        field.send_keys(file.to_string_lossy().as_ref()).await.expect("a field for files");
    }

    /// Presses keys one after the other, in the element that has the focus.
    pub async fn keys(&self, keys: impl Into<TypingData>) {
        self.driver()
            .action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO))
            .send_keys(keys)
            .perform()
            .await
            .expect("keys");
    }

    /// Presses a key while Control is held.
    pub async fn control_and(&self, key: Key) {
        let keys = self.driver().action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO));
        let keys = keys.key_down(Key::Control).key_down(key.clone()).key_up(key).key_up(Key::Control);
        keys.perform().await.expect("keys");
    }

    /// Presses Alt+T, which moves the focus to the newest call.
    pub async fn alt_and_t(&self) {
        let keys = self.driver().action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO));
        let keys = keys.key_down(Key::Alt).key_down('t').key_up('t').key_up(Key::Alt);
        keys.perform().await.expect("keys");
    }

    /// Waits until a file has been downloaded, and returns its name.
    pub async fn downloaded(&self) -> String {
        let complete = |name: &String| !name.ends_with(".crdownload") && !name.starts_with('.');
        self.until("a download", async || {
            let folder = std::fs::read_dir(self.downloads()).into_iter().flatten().flatten();
            let mut names = folder.map(|entry| entry.file_name().to_string_lossy().into_owned());
            Ok(names.find(complete))
        })
        .await
    }
}

async fn value(field: &WebElement) -> WebDriverResult<String> {
    Ok(field.prop("value").await?.unwrap_or_default())
}
