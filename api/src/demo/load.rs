//! Loads the demo company.

use super::logins::PASSWORD;
use super::player::Player;
use super::reference::{self, DemoCompany};
use super::summary::{Summary, count_people, summary};
use super::{data, files, planner, player, settle, workday};
use crate::app::App;
use crate::auth::password;
use crate::error::Result;
use crate::tx::Tx;
use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use contract::catalogue::NoticeEdit;

/// Days that the requests of the demo company go back.
pub const DAYS: i64 = 90;

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
        let demo = reference::read(tx)?;
        let plans = planner::plan_requests(&demo, &texts, &scenarios, now);
        player::run(tx, Player::new(&demo, &files, now), &plans)?;
        publish(tx, &demo, &texts, now)?;
        reference::deactivate_leavers(tx, &demo.personnel)?;
        settle::settle(tx, &demo)?;
        Ok(())
    })?;
    summary(app)
}

/// Outage notices, one in force and one ended; a parameter that was tried out.
fn publish(tx: &mut Tx<'_>, demo: &DemoCompany, texts: &data::Texts, now: DateTime<Utc>) -> Result<()> {
    use crate::actions::notices;
    let administrator = demo.person("admin@demo.test").and_then(|place| demo.personnel.get(place));
    let Some(administrator) = administrator.map(|who| &who.viewer) else { return Ok(()) };
    let working = |days: i64| workday::before(&demo.business, now - TimeDelta::days(days), 7_380);
    reference::try_out(tx, administrator.id(), [working(60), working(51)])?;
    tx.now = working(36);
    let old = NoticeEdit { title: texts.notice.old_title.clone(), text: texts.notice.old_text.clone(), ends_at: None };
    let ended = notices::publish(tx, administrator, &old)?;
    tx.now += TimeDelta::hours(1);
    notices::end(tx, administrator, ended)?;
    tx.now = workday::before(&demo.business, now, 95 * 60);
    let edit = NoticeEdit { title: texts.notice.title.clone(), text: texts.notice.text.clone(), ends_at: None };
    let notice = notices::publish(tx, administrator, &edit)?;
    // The requester's login has not said *me too* yet.
    for who in demo.personnel.iter().filter(|who| who.person.login.is_none()).step_by(4) {
        tx.now += TimeDelta::minutes(3);
        notices::me_too(tx, &who.viewer, notice)?;
    }
    tx.now = now;
    Ok(())
}
