//! What the product does by itself when the time has come.

use crate::actions::emails;
use crate::actions::lifecycle;
use crate::actions::notifications;
use crate::db::{instant, stored};
use crate::domain::parameters::ids;
use crate::error::Result;
use crate::mail::RequestEmail;
use crate::models;
use crate::models::requests::Request;
use crate::policy::actor::Actor;
use crate::policy::assignees::assignees;
use crate::tx::Tx;
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use contract::Situation;
use contract::live::NotificationKind;
use std::collections::BTreeSet;

/// What is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Due {
    Resume,
    Close,
    Warn,
}

/// What is due when, on which request. What is not due any more when its time
/// comes is left out then.
#[derive(Debug, Default)]
pub struct Clockwork {
    due: BTreeSet<(NaiveDateTime, i64, Due)>,
}

impl Clockwork {
    /// Looks at what has become of a request.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn watch(&mut self, tx: &mut Tx<'_>, number: i64) -> Result<()> {
        let Some(request) = models::requests::find_by_number(tx.conn, number)? else { return Ok(()) };
        self.note(&request);
        if request.situation == Situation::Resolved {
            // Its duplicates were resolved with it.
            for other in models::requests::related(tx.conn, &request)? {
                self.note(&other);
            }
        }
        Ok(())
    }

    fn note(&mut self, request: &Request) {
        self.due.extend(due(request).into_iter().map(|(at, what)| (at, request.id, what)));
    }

    /// Does everything that is due before an instant.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn run_until(&mut self, tx: &mut Tx<'_>, until: DateTime<Utc>) -> Result<()> {
        while self.due.first().is_some_and(|(at, ..)| *at < stored(until)) {
            let Some((at, id, what)) = self.due.pop_first() else { break };
            let Some(mut request) = models::requests::find(tx.conn, id)? else { continue };
            if !due(&request).contains(&(at, what)) {
                continue;
            }
            tx.now = instant(at);
            match what {
                Due::Resume => lifecycle::resume(tx, &mut request, Actor::system(), "reactivated-date", "")?,
                Due::Close => lifecycle::close(tx, &mut request, Actor::system(), "closed-automatically")?,
                Due::Warn => warn(tx, &mut request)?,
            }
            self.note(&request);
        }
        Ok(())
    }
}

/// What a request is waiting for.
fn due(request: &Request) -> Vec<(NaiveDateTime, Due)> {
    let mut due = Vec::new();
    match request.situation {
        Situation::Suspended => due.extend(request.resumes_at.map(|at| (at, Due::Resume))),
        Situation::Resolved => due.extend(request.closes_at.map(|at| (at, Due::Close))),
        Situation::InProgress | Situation::Reopened if request.warned_at.is_none() => {
            // The job looks once a minute.
            due.extend(request.warn_at.map(|at| (at + TimeDelta::seconds(40), Due::Warn)));
        }
        _ => {}
    }
    due
}

/// Warns of a deadline about to pass.
fn warn(tx: &mut Tx<'_>, request: &mut Request) -> Result<()> {
    if !models::warnings::mark(tx.conn, request.id, tx.db_now())? {
        return Ok(());
    }
    request.warned_at = Some(tx.db_now());
    let actor = Actor::system();
    let servers = assignees(tx, request)?;
    notifications::add(tx, request, NotificationKind::Expiring, actor, servers, true)?;
    let mail = RequestEmail::new(ids::EXPIRING_TEMPLATE, request, actor);
    emails::to_assignees(tx, mail)?;
    match tx.parameters.id_of(ids::EXPIRING_PERSON) {
        Some(person) => emails::to_people(tx, mail, [person]),
        None => Ok(()),
    }
}
