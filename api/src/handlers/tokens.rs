//! `/tokens`: API tokens.

use crate::actions::tokens;
use crate::app::Shared;
use crate::error::Result;
use crate::views;
use crate::web::{Admin, Require};
use actix_web::{HttpResponse, delete, get, post, web};
use contract::Problem;
use contract::admin::{CreatedToken, NewToken, TokenView};

/// All tokens, newest first.
#[utoipa::path(tag = "administration", responses((status = 200, body = [TokenView])))]
#[get("/tokens")]
pub async fn list(app: Shared, caller: Require<Admin>) -> Result<HttpResponse> {
    drop(caller);
    let views = app.read(views::tokens::all).await?;
    Ok(HttpResponse::Ok().json(views))
}

/// Make a token. Its text is in this answer and nowhere else: an `Idempotency-Key`
/// would keep it, so there is none here.
#[utoipa::path(tag = "administration", request_body = NewToken, responses(
    (status = 201, body = CreatedToken),
    (status = 422, body = Problem, content_type = "application/problem+json", description = "Fields are wrong."),
))]
#[post("/tokens")]
pub async fn create(app: Shared, caller: Require<Admin>, body: web::Json<NewToken>) -> Result<HttpResponse> {
    let author = caller.id();
    let created = app
        .write(move |tx| {
            let made = tokens::create(tx, Some(author), body.into_inner())?;
            Ok(CreatedToken { token: views::tokens::view(tx, made.id)?, secret: made.secret })
        })
        .await?;
    Ok(HttpResponse::Created().json(created))
}

/// Revoke a token at once.
#[utoipa::path(tag = "administration", responses(
    (status = 204, description = "Revoked."),
    (status = 404, body = Problem, content_type = "application/problem+json", description = "There is none, or it was revoked."),
))]
#[delete("/tokens/{id}")]
pub async fn revoke(app: Shared, caller: Require<Admin>, id: web::Path<i64>) -> Result<HttpResponse> {
    let author = caller.id();
    app.write(move |tx| tokens::revoke(tx, author, id.into_inner())).await?;
    Ok(HttpResponse::NoContent().finish())
}
