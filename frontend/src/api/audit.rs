//! The audit trail.

use super::{Answer, Call};
use contract::Page;
use contract::admin::{AuditView, ListQuery};

/// A page of it, newest first.
pub async fn list(query: &ListQuery) -> Answer<Page<AuditView>> {
    Call::get("/audit").query(query).json().await
}
