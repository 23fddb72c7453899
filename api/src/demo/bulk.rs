//! Large data for measurements: a company of the demo's kind with many more
//! people, and any number of requests, in an amount of memory that does not grow.
//!
//! Every row follows from its number, so the same data comes out every time. The
//! requests go back some years, were opened in office hours, and most are closed.

mod history;
mod people;
mod requests;
mod sql;
mod timeline;
mod words;

use super::logins::{PASSWORD, is_loaded};
use super::random::Random;
use super::reference::{self, DemoCompany};
use super::summary::{Summary, count_people, summary};
use super::{data, workday};
use crate::app::App;
use crate::auth::password;
use crate::db::schema::{people as people_table, requests as requests_table};
use crate::db::{Conn, DbError};
use crate::domain::parameters::ids;
use crate::error::{Error, Result};
use crate::tx::Made;
use anyhow::{Context, anyhow};
use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use requests::{Batch, RequestGenerator};
use words::{Text, Words};

/// Requests of one transaction.
const BATCH: u64 = 2_000;
/// Requests of one person, on average.
const PER_PERSON: u64 = 50;
/// Requests of one day, about.
const PER_DAY: u64 = 900;
/// Days that requests go back: at least, at most.
const DAYS: (u64, u64) = (90, 1_095);
/// Where its numbers begin.
const SEED: u64 = 0xB16_DA7A;

/// Generates so many requests, with people to match. `progress` is summary now and
/// then how many there are, and how many there will be.
///
/// # Errors
/// When the database holds people who are not the demo's, or large data already;
/// when it does not answer. Batches that were written stay.
pub fn generate(app: &App, requests: u64, progress: &mut dyn FnMut(u64, u64)) -> Result<Summary> {
    let now = app.clock.now().duration_trunc(TimeDelta::minutes(1)).unwrap_or_default();
    let days = (requests / PER_DAY).clamp(DAYS.0, DAYS.1).cast_signed();
    let start = now - TimeDelta::days(days);
    prepare(app, start)?;
    let demo = app.write_now(reference::read)?;
    let scenarios = data::scenarios()?;
    let (words, names) = (Words::new(&scenarios), data::names()?);
    let titles = titles(&demo, &scenarios);
    app.db.with_writer(|conn| {
        with_fast_writes(conn, |conn| {
            let base = Base::read(conn)?;
            let people = requests.div_ceil(PER_PERSON).max(1);
            let table = people::PeopleTable {
                names: &names,
                units: &demo.units,
                groups: &demo.groups,
                first_id: base.person + 1,
                at: start,
            };
            write_people(conn, &table, people)?;
            let area = crate::models::parameters::load(conn)?.area_code();
            crate::models::phone_keys::rewrite(conn, area.as_deref())?;
            let generator = RequestGenerator {
                services: requests::folded_services(&demo),
                agents: agents(&demo, base.person + 1, people),
                first_person: base.person + 1,
                demo: &demo,
                words: &words,
                titles: &titles,
                names: &names,
                people,
                now,
            };
            write_requests(conn, &generator, &base, (start, requests), progress)
        })
    })??;
    app.node.signals.committed(Made { live_events: true, mail: true, parameters: true, logged_out: false });
    summary(app)
}

/// Reference data, unless it is there.
fn prepare(app: &App, start: DateTime<Utc>) -> Result<()> {
    let first = people::email(0);
    let there = app.db.read_now(|conn| {
        let found = people_table::table.filter(people_table::email.eq(&first));
        Ok::<_, Error>(diesel::select(diesel::dsl::exists(found)).get_result::<bool>(conn)?)
    })?;
    if there {
        return Err(Error::Internal(anyhow!("the database holds generated data already")));
    }
    if count_people(app)? == 0 {
        let hash = password::hash_now(PASSWORD)?;
        return app.write_now(|tx| {
            tx.now = start - TimeDelta::days(2);
            reference::insert(tx, &hash)
        });
    }
    if is_loaded(app)? {
        return Ok(());
    }
    Err(Error::Internal(anyhow!("the database holds people who are not the demo's; use an empty one")))
}

/// Where identifiers and numbers begin.
#[derive(Debug, Clone, Copy)]
struct Base {
    person: i64,
    request: i64,
    number: i64,
}

impl Base {
    /// The last that are taken.
    fn read(conn: &mut Conn) -> QueryResult<Self> {
        let person: Option<i64> = people_table::table.select(diesel::dsl::max(people_table::id)).first(conn)?;
        let request: Option<i64> = requests_table::table.select(diesel::dsl::max(requests_table::id)).first(conn)?;
        let last = crate::models::counters::last_number(conn)?.unwrap_or(0);
        let first = crate::models::parameters::load(conn)?.number(ids::FIRST_NUMBER);
        Ok(Self { person: person.unwrap_or(0), request: request.unwrap_or(0), number: last.max(first - 1) })
    }
}

/// Beginnings of titles with the place of their service, as often as it is asked for.
fn titles(demo: &DemoCompany, scenarios: &[data::Scenario]) -> Vec<(usize, Text)> {
    let gaps = [("{unit}", "Curitiba"), ("{folder}", "Contratos"), ("{ext}", "2140"), ("{room}", "2.14")];
    let more = [("{asset}", "TG-12040"), ("{printer}", "IMP-CWB-03"), ("{nf}", "190444"), ("{order}", "PC-58100")];
    let mut titles = Vec::new();
    for scenario in scenarios.iter().filter(|scenario| scenario.language == contract::Language::default()) {
        let Some(service) = demo.service(&scenario.service) else { continue };
        let weight = demo.company.services.get(service).map_or(1, |service| service.weight / 8 + 1);
        for title in &scenario.titles {
            let filled = gaps.iter().chain(&more).fold(title.clone(), |title, (gap, value)| title.replace(gap, value));
            let text = Text { folded: crate::domain::text::fold(&filled), plain: filled };
            titles.extend((0..weight).map(|_| (service, text.clone())));
        }
    }
    titles
}

/// Identifiers of those who serve each group.
fn agents(demo: &DemoCompany, first_person: i64, people: u64) -> Vec<Vec<i64>> {
    let groups = demo.groups.len();
    let mut agents = vec![Vec::new(); groups];
    for (group, agents) in agents.iter_mut().enumerate() {
        let cast = demo.personnel.iter().filter(|who| who.executes.contains(&group));
        agents.extend(cast.map(|who| who.viewer.id()));
        let many = (0..people).filter(|number| people::serves(*number, groups as u64) == Some(group));
        agents.extend(many.map(|number| first_person + number.cast_signed()));
    }
    agents
}

/// Without waiting for the disk or checking what cannot be wrong, while it lasts.
fn with_fast_writes<T>(conn: &mut Conn, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
    if conn.is_sqlite() {
        conn.batch_execute(
            "PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -200000;
             PRAGMA wal_autocheckpoint = 20000;",
        )?;
    }
    let result = work(conn);
    if conn.is_sqlite() {
        // As `db` sets them; the last one brings all to disk.
        conn.batch_execute(
            "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000;
             PRAGMA wal_autocheckpoint = 1000; PRAGMA wal_checkpoint(TRUNCATE);",
        )?;
    }
    result
}

/// One transaction.
fn write(conn: &mut Conn, statements: &[String]) -> Result<()> {
    conn.begin_write().map_err(DbError::from)?;
    for statement in statements {
        if let Err(error) = conn.batch_execute(statement) {
            conn.rollback().map_err(DbError::from)?;
            return Err(error.into());
        }
    }
    Ok(conn.commit()?)
}

/// On PostgreSQL, rows with identifiers of their own do not move the sequence on.
fn sequence(conn: &Conn, table: &str, last: i64) -> Option<String> {
    (!conn.is_sqlite()).then(|| format!("SELECT setval(pg_get_serial_sequence('{table}', 'id'), {last})"))
}

fn write_people(conn: &mut Conn, table: &people::PeopleTable<'_>, people: u64) -> Result<()> {
    let mut from = 0;
    while from < people {
        let to = (from + BATCH).min(people);
        let mut statements = people::rows(table, from..to);
        statements.extend(sequence(conn, "people", table.first_id + to.cast_signed() - 1));
        write(conn, &statements)?;
        from = to;
    }
    Ok(())
}

fn write_requests(
    conn: &mut Conn,
    generator: &RequestGenerator<'_>,
    base: &Base,
    (start, requests): (DateTime<Utc>, u64),
    progress: &mut dyn FnMut(u64, u64),
) -> Result<()> {
    let business = &generator.demo.business;
    let seconds = business.working_seconds(start, generator.now - TimeDelta::minutes(10)).unsigned_abs();
    let mut random = Random::new(SEED);
    let (mut done, mut at, mut passed) = (0, start, 0_u64);
    while done < requests {
        let to = (done + BATCH).min(requests);
        let mut batch = Batch::new();
        for place in done..to {
            let offset = u64::try_from(u128::from(seconds) * u128::from(place) / u128::from(requests)).unwrap_or(0);
            at = workday::after(business, at, (offset - passed).cast_signed());
            passed = offset;
            let place = place.cast_signed();
            generator.add(&mut batch, &mut random, (base.request + 1 + place, base.number + 1 + place), at);
        }
        let mut statements = batch.finish();
        statements.extend(sequence(conn, "requests", base.request + to.cast_signed()));
        statements.push(counter(base.number + to.cast_signed()));
        write(conn, &statements).with_context(|| format!("requests {done} to {to}"))?;
        if to == requests || to * 50 / requests != done * 50 / requests {
            progress(to, requests);
        }
        done = to;
    }
    Ok(())
}

/// The next number is one more than the last.
fn counter(last: i64) -> String {
    format!(
        "INSERT INTO counters (name, value) VALUES ('request_number', {last}) \
         ON CONFLICT (name) DO UPDATE SET value = excluded.value"
    )
}
