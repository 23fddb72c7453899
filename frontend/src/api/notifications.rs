//! What the bell shows.

use super::{Answer, Call};
use contract::Page;
use contract::admin::ListQuery;
use contract::live::{NotificationView, ReadNotifications};

/// Notifications, newest first.
pub async fn list(query: &ListQuery) -> Answer<Page<NotificationView>> {
    Call::get("/notifications").query(query).json().await
}

/// Marks them as read: up to one of them, or all.
pub async fn mark_read(up_to: Option<i64>) -> Answer<()> {
    Call::post("/notifications/read").body(&ReadNotifications { up_to }).done().await
}
