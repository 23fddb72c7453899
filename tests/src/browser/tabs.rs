//! Several tabs of one browser. A [`Page`] works in the tab that it has switched to.

use super::page::Page;
use thirtyfour::prelude::*;

impl Page {
    /// The present tab.
    pub async fn tab(&self) -> WindowHandle {
        self.driver().window().await.expect("a tab")
    }

    /// Opens an empty tab and switches to it.
    pub async fn open_tab(&self) -> WindowHandle {
        let tab = self.driver().new_tab().await.expect("another tab");
        self.switch_to(&tab).await;
        tab
    }

    /// Switches to a tab.
    pub async fn switch_to(&self, tab: &WindowHandle) {
        self.driver().switch_to_window(tab.clone()).await.expect("a tab that is open");
    }

    /// Closes a tab; after that the page must switch to another one.
    pub async fn close_tab(&self, tab: &WindowHandle) {
        self.switch_to(tab).await;
        self.driver().close_window().await.expect("a tab that can be closed");
    }
}
