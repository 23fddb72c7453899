//! Notifications, which the bell shows.

use super::{Answer, ApiCall};
use contract::Page;
use contract::admin::ListQuery;
use contract::live::{NotificationView, ReadNotifications};

/// Notifications, newest first.
pub async fn list(query: &ListQuery) -> Answer<Page<NotificationView>> {
    ApiCall::get("/notifications").query(query).json().await
}

/// Marks notifications as read: up to one of them, or all.
pub async fn mark_read(up_to: Option<i64>) -> Answer<()> {
    ApiCall::post("/notifications/read").body(&ReadNotifications { up_to }).done().await
}
