//! Missed calls that are to be called back.

use super::calls::{for_people, open_requests};
use crate::auth::Viewer;
use crate::db::instant;
use crate::domain::lifecycle::UNFINISHED;
use crate::error::Result;
use crate::models;
use crate::models::call_backs::CallBack as Row;
use crate::models::requests::lists::{Filter, Scope};
use crate::tx::Tx;
use contract::calls::{CallBack, MyCallBack};

/// The most call-backs that are shown.
const MAX_SHOWN: i64 = 100;

/// The open call-backs, the most urgent first.
///
/// # Errors
/// When the database does not answer.
pub fn open(tx: &mut Tx<'_>, viewer: &Viewer) -> Result<Vec<CallBack>> {
    let rows = models::call_backs::open(tx.conn, MAX_SHOWN)?;
    let people = rows.iter().flat_map(|row| [Some(row.person_id), row.owner_id]).flatten();
    let people = models::people::names(tx.conn, people)?;
    let mut views = Vec::with_capacity(rows.len());
    for row in rows {
        let Some(person) = people.get(&row.person_id).cloned() else { continue };
        let call = models::calls::find(tx.conn, row.call_id)?;
        let theirs = Filter { situations: UNFINISHED.to_vec(), ..Filter::new(Scope::Of(row.person_id), tx.db_now()) };
        views.push(CallBack {
            id: row.id,
            person,
            number: number(tx, &row),
            dial: row.number_key,
            missed_at: instant(row.missed_at),
            extension: call.as_ref().and_then(|call| call.extension.clone()),
            queue: call.and_then(|call| call.queue),
            calls: row.calls,
            due_at: instant(row.due_at),
            owner: row.owner_id.and_then(|id| people.get(&id).cloned()),
            open_requests: open_requests(tx, viewer, &theirs)?,
        });
    }
    Ok(views)
}

/// The viewer's own missed calls that will be called back.
///
/// # Errors
/// When the database does not answer.
pub fn of_viewer(tx: &mut Tx<'_>, viewer: &Viewer) -> Result<Vec<MyCallBack>> {
    let rows = models::call_backs::open_of_person(tx.conn, viewer.id())?;
    let view = |row: Row| MyCallBack {
        id: row.id,
        number: number(tx, &row),
        missed_at: instant(row.missed_at),
        due_at: instant(row.due_at),
    };
    Ok(rows.into_iter().map(view).collect())
}

fn number(tx: &Tx<'_>, row: &Row) -> String {
    for_people(tx, Some(&row.number)).unwrap_or_else(|| row.number.clone())
}
