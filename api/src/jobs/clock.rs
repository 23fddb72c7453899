//! What the clock does to requests: reactivation, closing, warnings.

use crate::actions::emails;
use crate::actions::lifecycle;
use crate::actions::notifications;
use crate::app::App;
use crate::db::Conn;
use crate::domain::lifecycle::RUNNING;
use crate::domain::parameters::ids;
use crate::error::Result;
use crate::mail::RequestEmail;
use crate::models;
use crate::models::requests::Request;
use crate::policy::actor::Actor;
use crate::policy::assignees::assignees;
use crate::tx::Tx;
use actix_web::ResponseError;
use actix_web::http::StatusCode;
use chrono::NaiveDateTime;
use contract::Situation;
use contract::live::NotificationKind;
use diesel::QueryResult;

/// Requests taken at once.
const BATCH: i64 = 500;

/// Reactivates suspended requests whose date of return has come; gives their number.
pub async fn resume_due(app: &App) -> usize {
    each(app, "reactivation", models::requests::due::to_resume, |tx, mut request| {
        let due = request.resumes_at.is_some_and(|at| at <= tx.db_now());
        if request.situation != Situation::Suspended || !due {
            return Ok(false);
        }
        lifecycle::resume(tx, &mut request, Actor::system(), "reactivated-date", "")?;
        Ok(true)
    })
    .await
}

/// Closes resolved requests that nobody accepted nor reopened; gives their number.
pub async fn close_due(app: &App) -> usize {
    each(app, "closing", models::requests::due::to_close, |tx, mut request| {
        let due = request.closes_at.is_some_and(|at| at <= tx.db_now());
        if request.situation != Situation::Resolved || !due {
            return Ok(false);
        }
        lifecycle::close(tx, &mut request, Actor::system(), "closed-automatically")?;
        Ok(true)
    })
    .await
}

/// Warns whoever serves a request of its deadline, once (parameter 1016); gives
/// the number of requests.
pub async fn warn_due(app: &App) -> usize {
    let none = |conn: &mut Conn, now: NaiveDateTime, limit: i64| {
        let on = models::parameters::load(conn)?.yes(ids::EXPIRING_WARNINGS);
        if on { models::requests::due::to_warn(conn, now, limit) } else { Ok(Vec::new()) }
    };
    each(app, "warning", none, warn).await
}

fn warn(tx: &mut Tx<'_>, request: Request) -> Result<bool> {
    let now = tx.db_now();
    let due = RUNNING.contains(&request.situation) && request.warn_at.is_some_and(|at| at < now);
    if !due || !tx.parameters.yes(ids::EXPIRING_WARNINGS) || !models::warnings::mark(tx.conn, request.id, now)? {
        return Ok(false);
    }
    let actor = Actor::system();
    let servers = assignees(tx, &request)?;
    notifications::add(tx, &request, NotificationKind::Expiring, actor, servers.iter().copied(), true)?;
    let mail = RequestEmail::new(ids::EXPIRING_TEMPLATE, &request, actor);
    emails::to_assignees(tx, mail)?;
    // Whoever is told besides them, unless they are among them.
    let person = tx.parameters.id_of(ids::EXPIRING_PERSON);
    let told = !group_has_address(tx, &request)? && person.is_some_and(|id| servers.contains(&id));
    if !told {
        emails::to_people(tx, mail, person)?;
    }
    Ok(true)
}

/// Nobody serves it, and its group is written to at an address of its own.
fn group_has_address(tx: &mut Tx<'_>, request: &Request) -> Result<bool> {
    let (None, Some(group)) = (request.responsible_id, request.group_id) else { return Ok(false) };
    Ok(models::groups::find(tx.conn, group)?.is_some_and(|group| group.email.is_some()))
}

/// Does something to each request that is due, each in a transaction of its own;
/// gives how many it was done to. One that fails is left for the next time.
async fn each(
    app: &App,
    what: &'static str,
    due: fn(&mut Conn, NaiveDateTime, i64) -> QueryResult<Vec<i64>>,
    act: fn(&mut Tx<'_>, Request) -> Result<bool>,
) -> usize {
    let mut done = 0;
    loop {
        let found = app.read(move |tx| Ok(due(tx.conn, tx.db_now(), BATCH)?)).await;
        let ids = match found {
            Ok(ids) => ids,
            Err(error) => {
                tracing::warn!(what, %error, "what is due could not be read");
                return done;
            }
        };
        let (count, before) = (ids.len(), done);
        for id in ids {
            match app.write(move |tx| one(tx, id, act)).await {
                Ok(acted) => done += usize::from(acted),
                // Somebody was at it at the same moment.
                Err(error) if error.status_code() == StatusCode::CONFLICT => {
                    tracing::debug!(what, request = id, "changed meanwhile");
                }
                Err(error) => tracing::error!(what, request = id, %error, "could not be done"),
            }
        }
        if count < usize::try_from(BATCH).unwrap_or_default() || done == before {
            return done;
        }
    }
}

fn one(tx: &mut Tx<'_>, id: i64, act: fn(&mut Tx<'_>, Request) -> Result<bool>) -> Result<bool> {
    match models::requests::find(tx.conn, id)? {
        Some(request) => act(tx, request),
        None => Ok(false),
    }
}
