//! `/me`: one's own data, password, preferences, sessions.

use crate::actions::preferences::set as set_preferences;
use crate::actions::{passwords, sessions};
use crate::app::Shared;
use crate::error::{Error, Result};
use crate::views;
use crate::web::{Person, Require};
use actix_web::{HttpResponse, delete, get, put, web};
use contract::identity::{Me, PasswordChange, Preferences, SessionView};

/// Who is logged in.
#[utoipa::path(tag = "me", responses((status = 200, body = Me)))]
#[get("/me")]
pub async fn show(app: Shared, caller: Require<Person>) -> Result<HttpResponse> {
    let viewer = caller.viewer;
    let me = app.read(move |tx| views::me::me(tx, &viewer)).await?;
    Ok(HttpResponse::Ok().json(me))
}

/// Change one's password; other sessions end.
#[utoipa::path(tag = "me", request_body = PasswordChange, responses((status = 204, description = "Changed.")))]
#[put("/me/password")]
pub async fn password(app: Shared, caller: Require<Person>, body: web::Json<PasswordChange>) -> Result<HttpResponse> {
    if caller.is_token() {
        return Err(Error::forbidden("session-only"));
    }
    let (viewer, change) = (caller.viewer, body.into_inner());
    if !app.passwords.verify(change.current, viewer.person.password_hash.clone()).await? {
        return Err(Error::field("current", "password-wrong"));
    }
    passwords::check(&viewer.person, "new", &change.new)?;
    let hash = app.passwords.hash(change.new).await?;
    app.write(move |tx| passwords::change(tx, &viewer, &hash)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Change one's language and time zone.
#[utoipa::path(tag = "me", request_body = Preferences, responses((status = 200, body = Me)))]
#[put("/me/preferences")]
pub async fn preferences(app: Shared, caller: Require<Person>, body: web::Json<Preferences>) -> Result<HttpResponse> {
    let (mut viewer, preferences) = (caller.viewer, body.into_inner());
    let me = app
        .write(move |tx| {
            viewer.person = set_preferences(tx, &viewer, &preferences)?;
            views::me::me(tx, &viewer)
        })
        .await?;
    Ok(HttpResponse::Ok().json(me))
}

/// One's sessions.
#[utoipa::path(tag = "me", responses((status = 200, body = [SessionView])))]
#[get("/me/sessions")]
pub async fn list_sessions(app: Shared, caller: Require<Person>) -> Result<HttpResponse> {
    let viewer = caller.viewer;
    let sessions = app.read(move |tx| views::me::sessions(tx, &viewer)).await?;
    Ok(HttpResponse::Ok().json(sessions))
}

/// End one of one's sessions.
#[utoipa::path(tag = "me", responses((status = 204, description = "Ended."), (status = 404, description = "None of one's own.")))]
#[delete("/me/sessions/{id}")]
pub async fn end_session(app: Shared, caller: Require<Person>, id: web::Path<i64>) -> Result<HttpResponse> {
    let (viewer, id) = (caller.viewer, id.into_inner());
    app.write(move |tx| sessions::end(tx, &viewer, id)).await?;
    Ok(HttpResponse::NoContent().finish())
}
