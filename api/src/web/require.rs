//! Access as an argument type: a handler that takes `Require<Desk>` cannot
//! forget to check.

use super::{CSRF_HEADER, SESSION_COOKIE, address};
use crate::actions::{sessions, tokens};
use crate::app::App;
use crate::auth::{Via, Viewer, secret};
use crate::db::stored;
use crate::error::{Error, Result};
use crate::models;
use actix_web::body::MessageBody;
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::http::{Method, header};
use actix_web::middleware::Next;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use base64::Engine;
use contract::{Language, Role, Scope};
use std::future::{Ready, ready};
use std::marker::PhantomData;
use std::net::IpAddr;
use std::time::Duration;

/// Who may call.
pub trait Policy: 'static {
    /// One of these roles is needed; none are: any person will do.
    const ROLES: &'static [Role];
    /// A token needs this scope to read.
    const READ: Scope;
    /// A token needs this scope to change something.
    const WRITE: Scope;
    /// Sessions are no credentials here: it is for machines.
    const TOKENS_ONLY: bool = false;
}

/// Any person who is logged in.
pub struct Person;
impl Policy for Person {
    const ROLES: &'static [Role] = &[];
    const READ: Scope = Scope::RequestsRead;
    const WRITE: Scope = Scope::RequestsWrite;
}

/// Attendants.
pub struct Desk;
impl Policy for Desk {
    const ROLES: &'static [Role] = &[Role::Attendant];
    const READ: Scope = Scope::Desk;
    const WRITE: Scope = Scope::Desk;
}

/// Attendants and administrators.
pub struct DeskOrAdmin;
impl Policy for DeskOrAdmin {
    const ROLES: &'static [Role] = &[Role::Attendant, Role::Administrator];
    const READ: Scope = Scope::Desk;
    const WRITE: Scope = Scope::Desk;
}

/// Administrators.
pub struct Admin;
impl Policy for Admin {
    const ROLES: &'static [Role] = &[Role::Administrator];
    const READ: Scope = Scope::Admin;
    const WRITE: Scope = Scope::Admin;
}

/// Telephone systems, by token.
pub struct Telephony;
impl Policy for Telephony {
    const ROLES: &'static [Role] = &[];
    const READ: Scope = Scope::Telephony;
    const WRITE: Scope = Scope::Telephony;
    const TOKENS_ONLY: bool = true;
}

/// The caller, checked against a policy.
pub struct Require<P: Policy> {
    /// Who.
    pub viewer: Viewer,
    policy: PhantomData<P>,
}

impl<P: Policy> std::ops::Deref for Require<P> {
    type Target = Viewer;
    fn deref(&self) -> &Viewer {
        &self.viewer
    }
}

impl<P: Policy> FromRequest for Require<P> {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let checked = caller(request).and_then(|viewer| {
            let viewer = viewer.ok_or_else(Error::unauthenticated)?;
            allow::<P>(&viewer, request)?;
            Ok(Self { viewer, policy: PhantomData })
        });
        ready(checked)
    }
}

/// Anybody, logged in or not.
pub struct Anyone(pub Option<Viewer>);

impl FromRequest for Anyone {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(caller(request).map(Self))
    }
}

/// Who is calling, as [`identified`] found out.
struct Caller(Result<Option<Viewer>>);

/// Finds out who is calling before the arguments of a handler are read: then
/// [`Require`] answers at once, and a body is not judged before the permission.
///
/// # Errors
/// None of its own; what is wrong with the credentials is for the handler's argument.
pub async fn identified(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> std::result::Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let caller = identify(request.request()).await;
    request.extensions_mut().insert(Caller(caller));
    next.call(request).await
}

fn caller(request: &HttpRequest) -> Result<Option<Viewer>> {
    match request.extensions_mut().remove::<Caller>() {
        Some(Caller(found)) => found,
        None => Err(Error::Internal(anyhow::anyhow!("nobody asked who is calling, or two arguments did"))),
    }
}

fn changes(request: &HttpRequest) -> bool {
    !matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS)
}

fn allow<P: Policy>(viewer: &Viewer, request: &HttpRequest) -> Result<()> {
    match &viewer.via {
        Via::Session { .. } if P::TOKENS_ONLY => return Err(Error::unauthenticated()),
        Via::Session { csrf_token, .. } if changes(request) => {
            let sent = request.headers().get(CSRF_HEADER).and_then(|value| value.to_str().ok()).unwrap_or_default();
            if !secret::equal(sent, csrf_token) {
                return Err(Error::forbidden("csrf"));
            }
        }
        Via::Session { .. } | Via::Internal => {}
        Via::Token { scopes, .. } => {
            let needed = if changes(request) { P::WRITE } else { P::READ };
            if !scopes.contains(&needed) {
                return Err(Error::forbidden("scope").with("scope", needed.as_str()));
            }
        }
    }
    if P::ROLES.is_empty() || P::ROLES.iter().any(|role| viewer.has(*role)) {
        Ok(())
    } else {
        Err(Error::forbidden("role"))
    }
}

pub(super) enum Credential {
    Session(String),
    Token(String),
}

/// Where the token stands in the path: telephone systems that talk to Zammad put it there.
const CTI: &str = "/api/v1/cti/";

pub(super) fn credential(request: &HttpRequest) -> Option<Credential> {
    if let Some(token) = request.path().strip_prefix(CTI) {
        return Some(Credential::Token(token.to_owned()));
    }
    let mut lines = request.headers().get_all(header::AUTHORIZATION);
    if let Some(line) = lines.next() {
        // Asterisk repeats the line when a dialplan sets it twice; two that differ are none.
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

/// The token that stands as the password of HTTP Basic (RFC 7617): some telephone
/// systems can only write `https://user:token@host/`.
fn basic(credentials: &str) -> Option<String> {
    let decoded = base64::engine::general_purpose::STANDARD.decode(credentials).ok()?;
    let (_, password) = std::str::from_utf8(&decoded).ok()?.split_once(':')?;
    Some(password.to_owned())
}

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

/// Longest that an answer waits until it is noted that its token is in use.
const NOTING: Duration = Duration::from_secs(1);

/// Notes that a token is in use, at most once a minute. It decides nothing: a database that cannot
/// write just now keeps nobody from an answer that was read.
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
