//! The work that jobs do on requests: reactivate, close, warn. Here it is done at the time at which it is due.

use crate::actions::lifecycle;
use crate::db::{instant, stored};
use crate::error::Result;
use crate::models;
use crate::models::requests::Request;
use crate::policy::actor::Actor;
use crate::tx::Tx;
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use contract::Situation;
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
pub struct Scheduler {
    due: BTreeSet<(NaiveDateTime, i64, Due)>,
}

impl Scheduler {
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
                // What was not warned of now will not be later either.
                Due::Warn if !lifecycle::warn(tx, &mut request)? => continue,
                Due::Warn => {}
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
