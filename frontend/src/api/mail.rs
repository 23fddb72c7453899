//! Outgoing e-mail: templates, account, outbox.

use super::{Answer, ApiCall, Tagged};
use contract::Page;
use contract::admin::{
    MailAccountEdit, MailAccountView, MailTest, MailTestResult, OutboxCounts, OutboxFilter, TemplatePreview,
    TemplatePreviewRequest,
};
use contract::timeline::EmailView;

/// The e-mail that a recipient would get from a template.
pub async fn preview(request: &TemplatePreviewRequest) -> Answer<TemplatePreview> {
    ApiCall::post("/email-templates/preview").body(request).json().await
}

/// Removes a template.
pub async fn remove_template(id: i64, etag: Option<&str>) -> Answer<()> {
    ApiCall::delete(&format!("/email-templates/{id}")).version(etag).done().await
}

/// The account that e-mails are sent from.
pub async fn account() -> Answer<Tagged<MailAccountView>> {
    ApiCall::get("/mail-account").tagged().await
}

/// Sets the account.
pub async fn set_account(edit: &MailAccountEdit, etag: Option<&str>) -> Answer<Tagged<MailAccountView>> {
    ApiCall::put("/mail-account").body(edit).version(etag).tagged().await
}

/// Sends a test message with the account in force.
pub async fn test(to: String) -> Answer<MailTestResult> {
    ApiCall::post("/mail-account/test").body(&MailTest { to }).json().await
}

/// A page of the outbox, newest first.
pub async fn outbox(filter: &OutboxFilter) -> Answer<Page<EmailView>> {
    ApiCall::get("/outbox").query(filter).json().await
}

/// Counts of the outbox by state.
pub async fn outbox_counts() -> Answer<OutboxCounts> {
    ApiCall::get("/outbox/counts").json().await
}

/// Tries again to send an e-mail.
pub async fn retry(id: i64) -> Answer<EmailView> {
    ApiCall::post(&format!("/outbox/{id}/retry")).json().await
}
