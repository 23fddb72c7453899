//! The demo company, and large data to measure with. Both are the same every
//! time, but for the day they end on.

mod bulk;
mod data;
mod files;
mod plan;
mod play;
mod random;
mod reference;
mod script;
#[cfg(test)]
mod tests;
mod tidy;
mod workday;

pub use bulk::generate;

use crate::app::App;
use crate::auth::password;
use crate::db::schema::{attachments, emails, occurrences, people, requests};
use crate::error::{Error, Result};
use crate::tx::Tx;
use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use contract::catalogue::NoticeEdit;
use diesel::prelude::*;
use play::Stage;
use reference::World;

/// E-mail addresses of those who can log in, and as what.
pub const LOGINS: &[(&str, &str)] = &[
    ("solicitante@demo.test", "requester"),
    ("atendente@demo.test", "attendant"),
    ("admin@demo.test", "administrator"),
    ("atendente2@demo.test", "attendant"),
    ("consulta@demo.test", "attendant (view only)"),
];

/// The password of all of them.
pub const PASSWORD: &str = "solicita-demo";

/// Days that the demo's requests go back.
const DAYS: i64 = 90;

/// What is in the database after loading.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    /// People.
    pub people: u64,
    /// Requests.
    pub requests: u64,
    /// Rows of history, messages and notes included.
    pub occurrences: u64,
    /// Attachments.
    pub attachments: u64,
    /// E-mails of the outbox.
    pub emails: u64,
}

impl std::fmt::Display for Summary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { people, requests, occurrences, attachments, emails } = self;
        write!(
            f,
            "{people} people, {requests} requests, {occurrences} rows of history, {attachments} attachments, \
             {emails} e-mails"
        )
    }
}

/// Whether the database holds people of the demo company who can log in.
///
/// # Errors
/// When the database does not answer.
pub fn is_loaded(app: &App) -> Result<bool> {
    let addresses: Vec<&str> = LOGINS.iter().map(|(address, _)| *address).collect();
    app.db.read_now(|conn| {
        let logins = people::table.filter(people::email.eq_any(addresses));
        Ok(diesel::select(diesel::dsl::exists(logins)).get_result(conn)?)
    })
}

/// Loads the demo company, if the database has no people; else changes nothing.
/// All in one transaction.
///
/// # Errors
/// When the database or the storage does not answer.
pub fn load(app: &App) -> Result<Summary> {
    if count_people(app)? > 0 {
        return summary(app);
    }
    let (texts, scenarios) = (data::texts()?, data::scenarios()?);
    let files = files::store(&app.storage, &texts)?;
    let hash = password::hash_now(PASSWORD)?;
    // Loads within the same minute are alike.
    let now = app.clock.now().duration_trunc(TimeDelta::minutes(1)).unwrap_or_default();
    app.write_now(|tx| {
        tx.now = now - TimeDelta::days(DAYS + 2);
        reference::insert(tx, &hash)?;
        let world = reference::read(tx)?;
        let plans = script::write(&world, &texts, &scenarios, now);
        play::play(tx, Stage::new(&world, &files, now), &plans)?;
        publish(tx, &world, &texts, now)?;
        reference::let_go(tx, &world)?;
        tidy::tidy(tx, &world)?;
        Ok(())
    })?;
    summary(app)
}

/// [`load`], and whether there was something to load.
///
/// # Errors
/// As [`load`].
pub fn load_once(app: &App) -> Result<bool> {
    if count_people(app)? > 0 {
        return Ok(false);
    }
    load(app).map(|_| true)
}

fn count_people(app: &App) -> Result<i64> {
    app.db.read_now(|conn| Ok(people::table.count().get_result(conn)?))
}

fn summary(app: &App) -> Result<Summary> {
    app.db.read_now(|conn| {
        let count = |number: i64| u64::try_from(number).unwrap_or(0);
        Ok::<_, Error>(Summary {
            people: count(people::table.count().get_result(conn)?),
            requests: count(requests::table.count().get_result(conn)?),
            occurrences: count(occurrences::table.count().get_result(conn)?),
            attachments: count(attachments::table.count().get_result(conn)?),
            emails: count(emails::table.count().get_result(conn)?),
        })
    })
}

/// Outage notices, one in force and one ended; a parameter that was tried out.
fn publish(tx: &mut Tx<'_>, world: &World, texts: &data::Texts, now: DateTime<Utc>) -> Result<()> {
    use crate::actions::notices;
    let administrator = world.person("admin@demo.test").and_then(|place| world.cast.get(place));
    let Some(administrator) = administrator.map(|who| &who.viewer) else { return Ok(()) };
    let working = |days: i64| workday::before(&world.business, now - TimeDelta::days(days), 7_380);
    reference::try_out(tx, administrator.id(), [working(60), working(51)])?;
    tx.now = working(36);
    let old = NoticeEdit { title: texts.notice.old_title.clone(), text: texts.notice.old_text.clone(), ends_at: None };
    let ended = notices::publish(tx, administrator, &old)?;
    tx.now += TimeDelta::hours(1);
    notices::end(tx, administrator, ended)?;
    tx.now = workday::before(&world.business, now, 95 * 60);
    let edit = NoticeEdit { title: texts.notice.title.clone(), text: texts.notice.text.clone(), ends_at: None };
    let notice = notices::publish(tx, administrator, &edit)?;
    // The requester's login has not said *me too* yet.
    for who in world.cast.iter().filter(|who| who.person.login.is_none()).step_by(4) {
        tx.now += TimeDelta::minutes(3);
        notices::me_too(tx, &who.viewer, notice)?;
    }
    tx.now = now;
    Ok(())
}
