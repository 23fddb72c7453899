//! Several tabs of one browser. What a [`Page`] does, it does in the tab that is looked at.

use super::page::Page;
use thirtyfour::prelude::*;

impl Page {
    /// The tab that is looked at.
    pub async fn tab(&self) -> WindowHandle {
        self.driver().window().await.expect("a tab")
    }

    /// Opens an empty tab and looks at it.
    pub async fn open_tab(&self) -> WindowHandle {
        let tab = self.driver().new_tab().await.expect("another tab");
        self.look_at(&tab).await;
        tab
    }

    /// Looks at a tab from now on.
    pub async fn look_at(&self, tab: &WindowHandle) {
        self.driver().switch_to_window(tab.clone()).await.expect("a tab that is open");
    }

    /// Closes a tab; another one has to be looked at then.
    pub async fn close_tab(&self, tab: &WindowHandle) {
        self.look_at(tab).await;
        self.driver().close_window().await.expect("a tab that can be closed");
    }
}
