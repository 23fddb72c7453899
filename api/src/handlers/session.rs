//! `/session`: logging in and out.

use crate::actions::sessions::{self, LoginSubjects};
use crate::app::Shared;
use crate::error::{Error, Result};
use crate::views;
use crate::web::{Person, Require, address, session_cookie};
use actix_web::http::{StatusCode, header};
use actix_web::{HttpRequest, HttpResponse, delete, post, web};
use contract::Problem;
use contract::identity::{Me, NewSession};

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
    let (agent, credentials) = (agent.to_owned(), body.into_inner());
    let login = credentials.login.trim().to_owned();
    let subjects = LoginSubjects::new(&login, address);
    let counted = subjects.clone();
    let found = app.read(move |tx| sessions::find_login(tx, &login, &counted)).await?;
    let hash = found.as_ref().and_then(|person| person.password_hash.clone());
    let matches = app.passwords.verify(credentials.password, hash).await?;
    let Some(person) = found.filter(|_| matches) else {
        app.write(move |tx| sessions::note_failure(tx, &subjects)).await?;
        return Err(Error::refused(StatusCode::UNAUTHORIZED, "wrong-credentials"));
    };
    let (secret, me) = app
        .write(move |tx| {
            let login = sessions::begin(tx, person, &subjects, address, &agent)?;
            Ok((login.secret, views::me::me(tx, &login.viewer)?))
        })
        .await?;
    let secure = address::is_secure(&request, &app.config);
    Ok(HttpResponse::Ok().cookie(session_cookie(secret, secure)).json(me))
}

/// Log out.
#[utoipa::path(tag = "session", responses((status = 204, description = "Logged out.")))]
#[delete("/session")]
pub async fn log_out(app: Shared, caller: Require<Person>) -> Result<HttpResponse> {
    let viewer = caller.viewer;
    app.write(move |tx| sessions::log_out(tx, &viewer)).await?;
    let mut gone = session_cookie(String::new(), false);
    gone.make_removal();
    Ok(HttpResponse::NoContent().cookie(gone).finish())
}
