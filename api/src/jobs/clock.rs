//! What is done to requests when its time has come: reactivating, closing, warning of a deadline.

use crate::actions::lifecycle;
use crate::app::App;
use crate::db::Conn;
use crate::domain::parameters::ids;
use crate::error::Result;
use crate::models;
use crate::models::requests::Request;
use crate::policy::actor::Actor;
use crate::tx::Tx;
use actix_web::ResponseError;
use actix_web::http::StatusCode;
use chrono::NaiveDateTime;
use contract::Situation;
use diesel::QueryResult;

/// The most requests that are read at once.
const BATCH: i64 = 500;

/// Reactivates suspended requests whose suspension has reached its date. Gives how many were reactivated.
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

/// Closes resolved requests that nobody accepted or reopened in time. Gives how many were closed.
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

/// Warns the assignees of requests whose deadline is about to pass (parameter 1016). Gives of how many they were warned.
pub async fn warn_due(app: &App) -> usize {
    let due = |conn: &mut Conn, now: NaiveDateTime, limit: i64| {
        let on = models::parameters::load(conn)?.yes(ids::EXPIRING_WARNINGS);
        if on { models::requests::due::to_warn(conn, now, limit) } else { Ok(Vec::new()) }
    };
    each(app, "warning", due, |tx, mut request| lifecycle::warn(tx, &mut request)).await
}

/// Applies `act` to each request that is due, each in a transaction of its own. Gives how many requests it changed. A
/// request that fails is left for the next run.
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
                // A person changed the request at the same moment.
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
