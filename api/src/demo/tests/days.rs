//! Other days than the usual ones.

use super::company::check;
use super::*;

/// Long weekends, the end of the year, nights.
#[test]
fn the_company_can_be_loaded_on_any_day() {
    let days = "2026-12-25T12:00:00Z 2027-01-01T15:00:00Z 2027-09-08T11:00:30Z 2028-02-29T17:45:00Z";
    for day in days.split(' ') {
        let (app, _folder) = app(day);
        load(&app).unwrap();
        check(&app);
    }
}

#[test]
fn the_plans_end_in_time_on_every_day() {
    let (app, _folder) = app(WEDNESDAY);
    let (texts, scenarios) = (data::texts().unwrap(), data::scenarios().unwrap());
    let demo = app.write_now(|tx| {
        reference::insert(tx, "")?;
        reference::read(tx)
    });
    let demo = demo.unwrap();
    for hours in (0..24 * 400).step_by(371) {
        let now = app.clock.now() + TimeDelta::hours(hours);
        let plans = planner::plan_requests(&demo, &texts, &scenarios, now);
        assert_eq!(plans.len(), 300, "{now}");
        for plan in &plans {
            assert!(plan.steps.is_sorted_by_key(|(at, _)| *at), "{now}: {plan:?}");
            let (first, last) = (plan.steps[0].0, plan.steps[plan.steps.len() - 1].0);
            assert!(first > now - TimeDelta::days(load::DAYS + 2) && last < now, "{now}: {plan:?}");
        }
    }
}
