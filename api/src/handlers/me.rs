//! `/me`: one's own data, password, preferences, sessions.

use crate::actions::{passwords, sessions};
use crate::app::Shared;
use crate::auth::{Person, Require, Via};
use crate::db::instant;
use crate::error::{Error, Result};
use crate::models;
use crate::views;
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
    passwords::change(&app, &caller.viewer, body.into_inner()).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Change one's language and time zone.
#[utoipa::path(tag = "me", request_body = Preferences, responses((status = 200, body = Me)))]
#[put("/me/preferences")]
pub async fn preferences(app: Shared, caller: Require<Person>, body: web::Json<Preferences>) -> Result<HttpResponse> {
    let (mut viewer, preferences) = (caller.viewer, body.into_inner());
    if preferences.time_zone.parse::<chrono_tz::Tz>().is_err() {
        return Err(Error::field("time_zone", "time-zone-unknown"));
    }
    let me = app
        .write(move |tx| {
            models::people::set_preferences(tx.conn, viewer.id(), preferences.language, &preferences.time_zone)?;
            viewer.person.language = preferences.language;
            viewer.person.time_zone = preferences.time_zone;
            views::me::me(tx, &viewer)
        })
        .await?;
    Ok(HttpResponse::Ok().json(me))
}

/// One's sessions.
#[utoipa::path(tag = "me", responses((status = 200, body = [SessionView])))]
#[get("/me/sessions")]
pub async fn list_sessions(app: Shared, caller: Require<Person>) -> Result<HttpResponse> {
    let current = match caller.via {
        Via::Session { id, .. } => Some(id),
        Via::Token { .. } => None,
    };
    let id = caller.id();
    let rows = app.read(move |tx| Ok(models::sessions::of_person(tx.conn, id, tx.stamp())?)).await?;
    let views: Vec<SessionView> = rows
        .into_iter()
        .map(|row| SessionView {
            id: row.id,
            current: Some(row.id) == current,
            created_at: instant(row.created_at),
            last_seen_at: instant(row.last_seen_at),
            user_agent: row.user_agent,
            address: row.address,
        })
        .collect();
    Ok(HttpResponse::Ok().json(views))
}

/// End one of one's sessions.
#[utoipa::path(tag = "me", responses((status = 204, description = "Ended."), (status = 404, description = "None of one's own.")))]
#[delete("/me/sessions/{id}")]
pub async fn end_session(app: Shared, caller: Require<Person>, id: web::Path<i64>) -> Result<HttpResponse> {
    let (viewer, id) = (caller.viewer, id.into_inner());
    app.write(move |tx| sessions::end(tx, &viewer, id)).await?;
    Ok(HttpResponse::NoContent().finish())
}
