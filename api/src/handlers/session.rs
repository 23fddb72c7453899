//! `/session`: logging in and out.

use crate::actions::sessions;
use crate::app::Shared;
use crate::auth::{Person, Require, SESSION_COOKIE, address};
use crate::error::Result;
use crate::views;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, delete, post, web};
use contract::Problem;
use contract::identity::{Me, NewSession};

fn cookie(value: String, secure: bool) -> Cookie<'static> {
    Cookie::build(SESSION_COOKIE, value).path("/").http_only(true).same_site(SameSite::Lax).secure(secure).finish()
}

/// Log in by e-mail address, CPF or employee number.
#[utoipa::path(
    tag = "session",
    request_body = NewSession,
    responses(
        (status = 200, body = Me, description = "Logged in; the cookie is set."),
        (status = 401, body = Problem, content_type = "application/problem+json", description = "Wrong credentials."),
        (status = 429, body = Problem, content_type = "application/problem+json", description = "Too many failures."),
    ),
    security(()),
)]
#[post("/session")]
pub async fn log_in(app: Shared, request: HttpRequest, body: web::Json<NewSession>) -> Result<HttpResponse> {
    let address = address::of(&request, &app.config);
    let agent = request.headers().get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let begun = sessions::log_in(&app, body.into_inner(), address, agent.to_owned()).await?;
    let viewer = begun.viewer;
    let me = app.read(move |tx| views::me::me(tx, &viewer)).await?;
    let secure = address::is_secure(&request, &app.config);
    Ok(HttpResponse::Ok().cookie(cookie(begun.secret, secure)).json(me))
}

/// Log out.
#[utoipa::path(tag = "session", responses((status = 204, description = "Logged out.")))]
#[delete("/session")]
pub async fn log_out(app: Shared, caller: Require<Person>) -> Result<HttpResponse> {
    let viewer = caller.viewer;
    app.write(move |tx| sessions::log_out(tx, &viewer)).await?;
    let mut gone = cookie(String::new(), false);
    gone.make_removal();
    Ok(HttpResponse::NoContent().cookie(gone).finish())
}
