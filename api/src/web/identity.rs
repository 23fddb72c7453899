//! Who is calling: the session cookie or the token of an HTTP request, and the viewer behind it.

use super::address;
use super::session_cookie::SESSION_COOKIE;
use crate::actions::{sessions, tokens};
use crate::app::App;
use crate::auth::{Via, Viewer, secret};
use crate::db::stored;
use crate::error::{Error, Result};
use crate::models;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header;
use actix_web::middleware::Next;
use actix_web::{HttpMessage, HttpRequest, web};
use base64::Engine;
use contract::Language;
use std::net::IpAddr;
use std::time::Duration;

/// Who is calling, as [`identified`] found out.
struct Caller(Result<Option<Viewer>>);

/// Finds out who is calling before the arguments of a handler are read, so that the permission is judged before the body.
///
/// # Errors
/// Those of the handler. Wrong credentials are reported by the handler's own argument.
pub async fn identified(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> std::result::Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let caller = identify(request.request()).await;
    request.extensions_mut().insert(Caller(caller));
    next.call(request).await
}

/// The caller, as [`identified`] found out. Each HTTP request gives it once.
pub(super) fn caller(request: &HttpRequest) -> Result<Option<Viewer>> {
    match request.extensions_mut().remove::<Caller>() {
        Some(Caller(found)) => found,
        None => Err(Error::Internal(anyhow::anyhow!("nobody asked who is calling, or two arguments did"))),
    }
}

/// What a caller identifies themselves with.
pub(super) enum Credential {
    Session(String),
    Token(String),
}

/// Addresses whose last part is the token. Telephone systems that speak the CTI interface of Zammad put it there.
const CTI: &str = "/api/v1/cti/";

/// The credential of an HTTP request.
pub(super) fn credential(request: &HttpRequest) -> Option<Credential> {
    if let Some(token) = request.path().strip_prefix(CTI) {
        return Some(Credential::Token(token.to_owned()));
    }
    let mut lines = request.headers().get_all(header::AUTHORIZATION);
    if let Some(line) = lines.next() {
        // Asterisk repeats the header when a dialplan sets it twice. Two headers that differ are refused.
        if lines.any(|other| other != line) {
            return None;
        }
        let (scheme, credentials) = line.to_str().ok()?.split_once(' ')?;
        return match scheme.to_ascii_lowercase().as_str() {
            "bearer" => Some(Credential::Token(credentials.trim().to_owned())),
            "basic" => basic(credentials.trim()).map(Credential::Token),
            _ => None,
        };
    }
    request.cookie(SESSION_COOKIE).map(|cookie| Credential::Session(cookie.value().to_owned()))
}

/// The token, sent as the password of HTTP Basic (RFC 7617): some telephone systems can only write
/// `https://user:token@host/`.
fn basic(credentials: &str) -> Option<String> {
    let decoded = base64::engine::general_purpose::STANDARD.decode(credentials).ok()?;
    let (_, password) = std::str::from_utf8(&decoded).ok()?.split_once(':')?;
    Some(password.to_owned())
}

/// The application's state.
pub(super) fn state(request: &HttpRequest) -> Result<web::Data<App>> {
    let missing = || Error::Internal(anyhow::anyhow!("the application state is missing"));
    request.app_data::<web::Data<App>>().cloned().ok_or_else(missing)
}

/// The caller, if the credentials are good.
async fn identify(request: &HttpRequest) -> Result<Option<Viewer>> {
    let app = state(request)?;
    let wanted = crate::language::from_header(request.headers());
    let viewer = match credential(request) {
        None => None,
        Some(Credential::Session(secret)) => by_session(&app, secret, wanted).await?,
        Some(Credential::Token(secret)) => {
            let address = address::of(request, &app.config);
            by_token(&app, secret, address, wanted).await?
        }
    };
    if let Some(viewer) = &viewer {
        request.extensions_mut().insert(viewer.language);
    }
    Ok(viewer)
}

/// The viewer of a session cookie, while the session lasts.
async fn by_session(app: &App, secret: String, wanted: Option<Language>) -> Result<Option<Viewer>> {
    let csrf_token = secret::csrf_token(&secret);
    let hash = secret::hash(&secret);
    let found = app
        .read(move |tx| {
            let Some(session) = models::sessions::find(tx.conn, &hash, tx.db_now())? else { return Ok(None) };
            let person = models::people::find(tx.conn, session.person_id)?.filter(|person| person.active);
            let Some(person) = person else { return Ok(None) };
            let viewer = Viewer::load(tx.conn, person, Via::Session { id: session.id, csrf_token }, wanted)?;
            Ok(Some((viewer, session)))
        })
        .await?;
    let Some((viewer, session)) = found else { return Ok(None) };
    if stored(app.clock.now()) - session.last_seen_at >= sessions::NOTED_EVERY {
        app.write(move |tx| sessions::prolong(tx, session.id)).await?;
    }
    Ok(Some(viewer))
}

/// The viewer of an API token, while it works.
async fn by_token(app: &App, text: String, address: IpAddr, wanted: Option<Language>) -> Result<Option<Viewer>> {
    let (hash, now) = (secret::hash(&text), stored(app.clock.now()));
    let found = app
        .db
        .read_short(move |conn| {
            let Some((grant, person)) = models::tokens::find_valid(conn, &hash, now)? else { return Ok(None) };
            let via = Via::Token { id: grant.id, scopes: grant.scopes().collect() };
            Ok::<_, Error>(Some((Viewer::load(conn, person, via, wanted)?, grant)))
        })
        .await?;
    let Some((viewer, grant)) = found else { return Ok(None) };
    if !grant.allows(address) {
        return Err(Error::forbidden("token-address"));
    }
    note_use(app, grant.id).await;
    Ok(Some(viewer))
}

/// The longest time that an answer waits for the use of its token to be noted.
const NOTING: Duration = Duration::from_secs(1);

/// Notes that a token is in use, at most once a minute. When the database cannot write just now, the answer is sent all
/// the same.
pub async fn note_use(app: &App, id: i64) {
    if !app.node.token_uses.is_due(id, app.clock.now()) {
        return;
    }
    let noting = app.write(move |tx| tokens::note_use(tx, id));
    match tokio::time::timeout(NOTING, noting).await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::warn!(token = id, cause = %error, "could not note that a token is in use"),
        Err(_) => tracing::warn!(token = id, "no time to note that a token is in use"),
    }
}
