//! `/mail-account`: what e-mails are sent with.

use crate::actions::{mail_account, validate};
use crate::app::Shared;
use crate::error::{Check, Complaint, Result};
use crate::mail::{account, test_message};
use crate::views;
use crate::web::answer::shown;
use crate::web::extract::MustMatch;
use crate::web::{Admin, Require};
use actix_web::{HttpResponse, get, post, put, web};
use contract::Problem;
use contract::admin::{MailAccountEdit, MailAccountView, MailTest, MailTestResult};

/// The account in force, and where it comes from.
#[utoipa::path(tag = "administration", responses((status = 200, body = MailAccountView, headers(("ETag" = String)))))]
#[get("/mail-account")]
pub async fn show(app: Shared, caller: Require<Admin>) -> Result<HttpResponse> {
    drop(caller);
    let config = app.config.clone();
    let view = app.read(move |tx| views::mail_account::view(tx, &config)).await?;
    Ok(shown(&view))
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
    let view = app
        .write(move |tx| {
            mail_account::set(tx, &config, author, version.0, body.into_inner())?;
            views::mail_account::view(tx, &config)
        })
        .await?;
    Ok(shown(&view))
}

/// Send a test message with the account in force, now. Parameter 297 does not hold it back: somebody asked for it.
#[utoipa::path(tag = "administration", request_body = MailTest, responses(
    (status = 200, body = MailTestResult),
    (status = 422, body = Problem, content_type = "application/problem+json", description = "No address."),
))]
#[post("/mail-account/test")]
pub async fn test(app: Shared, caller: Require<Admin>, body: web::Json<MailTest>) -> Result<HttpResponse> {
    let address = address(&body.to)?;
    let message = test_message::compose(caller.language, address, app.public_url(), app.clock.now())?;
    let config = app.config.clone();
    let account = app.read(move |tx| account::in_force(tx, &config)).await?;
    Ok(HttpResponse::Ok().json(test_message::send(&app.storage, account, &message).await))
}

fn address(typed: &str) -> Result<String> {
    let mut check = Check::new();
    let address = check.take(validate::email("to", Some(typed)));
    if typed.trim().is_empty() {
        check.add(Complaint::new("to", "required"));
    }
    check.done()?;
    Ok(address.unwrap_or_default())
}
