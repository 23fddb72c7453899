//! `/password-links`: first access and forgotten password.

use crate::actions::{passwords, validate};
use crate::app::Shared;
use crate::db::instant;
use crate::error::{Check, Complaint, Result};
use actix_web::{HttpResponse, get, post, put, web};
use contract::identity::{PasswordLink, PasswordLinkRequest, PasswordReset};

/// Ask for a link. The answer does not tell whether the address exists.
#[utoipa::path(tag = "session", request_body = PasswordLinkRequest, security(()),
    responses((status = 202, description = "If somebody has this address, they get a link.")))]
#[post("/password-links")]
pub async fn ask(app: Shared, body: web::Json<PasswordLinkRequest>) -> Result<HttpResponse> {
    let mut check = Check::new();
    let email = check.take(validate::email("email", Some(&body.email)));
    if email.is_none() && body.email.trim().is_empty() {
        check.add(Complaint::new("email", "required"));
    }
    check.done()?;
    if let Some(email) = email {
        app.write(move |tx| passwords::send_link(tx, &email)).await?;
    }
    Ok(HttpResponse::Accepted().finish())
}

/// Whom a link belongs to.
#[utoipa::path(tag = "session", security(()),
    responses((status = 200, body = PasswordLink), (status = 404, description = "It does not work (any more).")))]
#[get("/password-links/{token}")]
pub async fn show(app: Shared, token: web::Path<String>) -> Result<HttpResponse> {
    let link = app
        .read(move |tx| {
            let (link, person) = passwords::find_link(tx, &token)?;
            Ok(PasswordLink { name: person.name, expires_at: instant(link.expires_at) })
        })
        .await?;
    Ok(HttpResponse::Ok().json(link))
}

/// Set a password with a link.
#[utoipa::path(tag = "session", request_body = PasswordReset, security(()),
    responses((status = 204, description = "Set."), (status = 404, description = "It does not work (any more).")))]
#[put("/password-links/{token}")]
pub async fn redeem(app: Shared, token: web::Path<String>, body: web::Json<PasswordReset>) -> Result<HttpResponse> {
    let (token, new) = (token.into_inner(), body.into_inner().password);
    let found = token.clone();
    let (_, person) = app.read(move |tx| passwords::find_link(tx, &found)).await?;
    passwords::check(&person, "password", &new)?;
    let hash = app.passwords.hash(new).await?;
    app.write(move |tx| passwords::reset(tx, &token, &hash)).await?;
    Ok(HttpResponse::NoContent().finish())
}
