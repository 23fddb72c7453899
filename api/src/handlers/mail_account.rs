//! `/mail-account`: what e-mails are sent with.

use super::extract::{MustMatch, tagged};
use crate::actions::mail_account;
use crate::app::Shared;
use crate::auth::{Admin, Require};
use crate::error::Result;
use actix_web::{HttpResponse, get, post, put, web};
use contract::Problem;
use contract::admin::{MailAccountEdit, MailAccountView, MailTest, MailTestResult};

/// The account in force, and where it comes from.
#[utoipa::path(tag = "administration", responses((status = 200, body = MailAccountView, headers(("ETag" = String)))))]
#[get("/mail-account")]
pub async fn show(app: Shared, caller: Require<Admin>) -> Result<HttpResponse> {
    drop(caller);
    let config = app.config.clone();
    let view = app.read(move |tx| mail_account::view(tx, &config)).await?;
    Ok(tagged(view.version, &view))
}

/// Set the account. A password that is left out stays, an empty one goes.
#[utoipa::path(tag = "administration", request_body = MailAccountEdit,
    params(("If-Match" = String, Header, description = "The `ETag` of the last read.")),
    responses(
        (status = 200, body = MailAccountView, headers(("ETag" = String))),
        (status = 412, body = Problem, content_type = "application/problem+json", description = "Changed since."),
        (status = 422, body = Problem, content_type = "application/problem+json", description = "Fields are wrong."),
        (status = 428, body = Problem, content_type = "application/problem+json", description = "`If-Match` is missing."),
    ))]
#[put("/mail-account")]
pub async fn change(
    app: Shared,
    caller: Require<Admin>,
    version: MustMatch,
    body: web::Json<MailAccountEdit>,
) -> Result<HttpResponse> {
    let (author, config) = (caller.id(), app.config.clone());
    let view = app.write(move |tx| mail_account::set(tx, &config, author, version.0, body.into_inner())).await?;
    Ok(tagged(view.version, &view))
}

/// Send a test message with the account in force, now.
#[utoipa::path(tag = "administration", request_body = MailTest, responses(
    (status = 200, body = MailTestResult),
    (status = 422, body = Problem, content_type = "application/problem+json", description = "No address."),
))]
#[post("/mail-account/test")]
pub async fn test(app: Shared, caller: Require<Admin>, body: web::Json<MailTest>) -> Result<HttpResponse> {
    let result = mail_account::test(&app, caller.language, &body).await?;
    Ok(HttpResponse::Ok().json(result))
}
