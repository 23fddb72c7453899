//! The audit trail.

use super::{Answer, ApiCall};
use contract::Page;
use contract::admin::{AuditView, ListQuery};

/// A page of the audit trail, newest first.
pub async fn list(query: &ListQuery) -> Answer<Page<AuditView>> {
    ApiCall::get("/audit").query(query).json().await
}
