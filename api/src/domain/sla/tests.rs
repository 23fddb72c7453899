use super::*;
use crate::domain::calendar::tests::{calendar_and_instant, office, slow_working_seconds, utc};
use proptest::prelude::*;

const HOUR: i64 = 3600;

/// 24 November 2026 is a Tuesday; 8:00 in São Paulo is 11:00 in UTC.
fn at(day: u32, hour: u32, minute: u32) -> DateTime<Utc> {
    utc(&format!("2026-11-{day:02}T{:02}:{minute:02}:00", hour + 3))
}

fn sao_paulo() -> Calendar {
    office(chrono_tz::America::Sao_Paulo)
}

fn pause(from: DateTime<Utc>, to: DateTime<Utc>) -> Pause {
    Pause { started_at: from, ended_at: Some(to) }
}

#[test]
fn a_day_of_work_expires_and_is_overdue() {
    let (calendar, cycle) = (sao_paulo(), Cycle::starting(Some(10 * HOUR), at(24, 9, 0)));
    assert_eq!(cycle.deadline(&calendar), Some(at(25, 10, 0)));
    assert_eq!(cycle.warn_at(&calendar), Some(at(24, 18, 0) + TimeDelta::hours(14)), "8 of 10 hours are over at 18:00");
    for (now, status, left) in [
        (at(24, 9, 0), SlaStatus::OnTime, 10 * HOUR),
        (at(24, 18, 0), SlaStatus::OnTime, 2 * HOUR),
        (at(25, 8, 0), SlaStatus::OnTime, 2 * HOUR),
        (at(25, 8, 0) + TimeDelta::seconds(1), SlaStatus::Expiring, 2 * HOUR - 1),
        (at(25, 10, 0), SlaStatus::Expiring, 0),
        (at(25, 10, 0) + TimeDelta::milliseconds(999), SlaStatus::Expiring, 0),
        (at(25, 10, 0) + TimeDelta::seconds(1), SlaStatus::Overdue, -1),
        (at(26, 10, 0), SlaStatus::Overdue, -9 * HOUR),
    ] {
        let reading = cycle.read(&calendar, now);
        assert_eq!((reading.status, reading.left), (status, Some(left)), "{now}");
    }
    assert_eq!(cycle.read(&calendar, at(25, 9, 18)).left_wall, Some(42 * 60));
}

#[test]
fn pauses_do_not_count() {
    let calendar = sao_paulo();
    let mut cycle = Cycle::starting(Some(4 * HOUR), at(24, 9, 0));
    cycle.pauses = vec![Pause { started_at: at(24, 11, 0), ended_at: None }];
    let reading = cycle.read(&calendar, at(26, 17, 0));
    assert_eq!((reading.status, reading.used, reading.left), (SlaStatus::Paused, 2 * HOUR, Some(2 * HOUR)));
    assert_eq!((reading.deadline, reading.warn_at, reading.left_wall), (None, None, None));
    let resumed = cycle.resumed(&calendar, at(26, 17, 0));
    assert_eq!(resumed.pauses, [pause(at(24, 11, 0), at(26, 17, 0))]);
    assert_eq!(resumed.deadline(&calendar), Some(at(27, 9, 0)));
}

#[test]
fn a_pause_after_the_deadline_does_not_move_it() {
    let calendar = sao_paulo();
    let mut cycle = Cycle::starting(Some(4 * HOUR), at(24, 8, 0));
    cycle.pauses = vec![pause(at(25, 8, 0), at(25, 18, 0))];
    assert_eq!(cycle.deadline(&calendar), Some(at(24, 12, 0)));
    assert_eq!(cycle.status(&calendar, at(26, 8, 0)), SlaStatus::Overdue);
}

#[test]
fn the_end_decides() {
    let calendar = sao_paulo();
    let mut cycle = Cycle::starting(Some(4 * HOUR), at(24, 8, 0));
    cycle.ended_at = Some(at(24, 12, 0));
    let reading = cycle.read(&calendar, at(30, 8, 0));
    assert_eq!((reading.status, reading.used, reading.left), (SlaStatus::Met, 4 * HOUR, None));
    assert_eq!((reading.deadline, reading.warn_at, reading.left_wall), (Some(at(24, 12, 0)), None, None));
    cycle.ended_at = Some(at(24, 12, 1));
    assert_eq!(cycle.status(&calendar, at(30, 8, 0)), SlaStatus::Missed);
    // Cancelled while suspended: the pause ends with the cycle.
    cycle.pauses = vec![Pause { started_at: at(24, 10, 0), ended_at: None }];
    let reading = cycle.read(&calendar, at(30, 8, 0));
    assert_eq!((reading.status, reading.used), (SlaStatus::Met, 2 * HOUR));
}

#[test]
fn without_a_target_there_is_no_status() {
    let calendar = sao_paulo();
    let mut cycle = Cycle::starting(None, at(24, 8, 0));
    let reading = cycle.read(&calendar, at(24, 9, 0));
    assert_eq!((reading.status, reading.used, reading.left, reading.deadline), (SlaStatus::None, HOUR, None, None));
    cycle.pauses = vec![Pause { started_at: at(24, 10, 0), ended_at: None }];
    assert_eq!(cycle.status(&calendar, at(24, 11, 0)), SlaStatus::None);
    cycle.ended_at = Some(at(24, 12, 0));
    assert_eq!(cycle.status(&calendar, at(24, 13, 0)), SlaStatus::None);
}

#[test]
fn a_deadline_set_by_hand_goes_first() {
    let calendar = sao_paulo();
    let mut cycle = Cycle::starting(None, at(24, 8, 0));
    cycle.deadline_override = Some(at(25, 19, 0));
    let reading = cycle.read(&calendar, at(24, 17, 0));
    assert_eq!(
        (reading.status, reading.deadline, reading.left),
        (SlaStatus::OnTime, Some(at(25, 19, 0)), Some(10 * HOUR))
    );
    // 18 hours of work until then; 3.6 are left after 14.4.
    assert_eq!(reading.warn_at, Some(at(25, 14, 24)));
    assert_eq!(cycle.status(&calendar, at(25, 18, 30)), SlaStatus::Expiring);
    assert_eq!(cycle.status(&calendar, at(25, 19, 1)), SlaStatus::Overdue);
    // A pause of five working hours moves it as much; what is left stays.
    cycle.pauses = vec![Pause { started_at: at(25, 8, 0), ended_at: None }];
    assert_eq!(cycle.left(&calendar, at(25, 14, 0)), Some(9 * HOUR));
    let resumed = cycle.resumed(&calendar, at(25, 14, 0));
    assert_eq!(resumed.deadline(&calendar), Some(at(26, 14, 0)));
    assert_eq!(resumed.left(&calendar, at(25, 14, 0)), Some(9 * HOUR));
    assert_eq!(resumed.retargeted(Some(HOUR)).deadline(&calendar), Some(at(24, 9, 0)));
}

#[test]
fn another_priority_counts_from_the_same_start() {
    let calendar = sao_paulo();
    let mut cycle = Cycle::starting(Some(4 * HOUR), at(24, 8, 0));
    cycle.pauses = vec![pause(at(24, 10, 0), at(24, 12, 0))];
    assert_eq!(cycle.deadline(&calendar), Some(at(24, 15, 0)));
    assert_eq!(cycle.retargeted(Some(8 * HOUR)).deadline(&calendar), Some(at(25, 9, 0)));
    assert_eq!(cycle.retargeted(Some(HOUR)).deadline(&calendar), Some(at(24, 9, 0)));
    assert_eq!(cycle.retargeted(None).deadline(&calendar), None);
    // Another service's calendar: all day, every day.
    assert_eq!(cycle.deadline(&Calendar::always()), Some(at(24, 14, 0)));
}

#[test]
fn odd_targets_do_not_upset_it() {
    let (calendar, now) = (sao_paulo(), at(25, 8, 0));
    for target in [i64::MIN, -1, 0, 1, 2, 3, 4, 5, i64::MAX] {
        let reading = Cycle::starting(Some(target), at(24, 8, 0)).read(&calendar, now);
        let expected = if target < 10 { SlaStatus::Overdue } else { SlaStatus::OnTime };
        assert_eq!(reading.status, expected, "{target}");
        assert!(reading.warn_at <= reading.deadline);
    }
}

/// A calendar, a cycle with pauses one after the other, and an instant after its start.
fn cycles() -> impl Strategy<Value = (Calendar, Cycle, DateTime<Utc>)> {
    let pauses = proptest::collection::vec((1_i64..2 * 1440, 1_i64..1440), 0..4);
    let target = 0_i64..3 * 1440;
    (calendar_and_instant(), pauses, target, 0_i64..9 * 1440).prop_map(|((calendar, start), gaps, target, now)| {
        let mut at = start;
        let mut pauses = Vec::new();
        for (run, rest) in gaps {
            let from = at + TimeDelta::minutes(run);
            at = from + TimeDelta::minutes(rest);
            pauses.push(pause(from, at));
        }
        pauses.reverse();
        let cycle = Cycle { pauses, ..Cycle::starting(Some(target * 60), start) };
        (calendar, cycle, start + TimeDelta::minutes(now))
    })
}

/// Used time, minute by minute, by the definition.
fn slow_used(calendar: &Calendar, cycle: &Cycle, now: DateTime<Utc>) -> i64 {
    let mut at = cycle.started_at;
    let mut used = 0;
    while at < now {
        let paused = cycle.pauses.iter().any(|p| p.started_at <= at && p.ended_at.is_none_or(|end| at < end));
        used += if paused { 0 } else { slow_working_seconds(calendar, at, at + TimeDelta::minutes(1)) };
        at += TimeDelta::minutes(1);
    }
    used
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn using_equals_a_minute_by_minute_model((calendar, cycle, now) in cycles(), open in any::<bool>()) {
        let mut cycle = cycle;
        if let (true, Some(last)) = (open, cycle.pauses.first_mut()) {
            last.ended_at = None;
        }
        let used = slow_used(&calendar, &cycle, now);
        prop_assert_eq!(cycle.used_seconds(&calendar, now), used);
        prop_assert_eq!(cycle.left(&calendar, now), cycle.target.map(|target| target - used));
        prop_assert_eq!(cycle.deadline(&calendar).is_none(), cycle.is_paused());
    }

    #[test]
    fn used_is_what_passed_less_the_pauses((calendar, cycle, _) in cycles(), rest in 0_i64..20 * 86_400) {
        let last = cycle.pauses.first().and_then(|pause| pause.ended_at).unwrap_or(cycle.started_at);
        let now = last + TimeDelta::seconds(rest);
        let paused: i64 = cycle.pauses.iter().filter_map(|p| Some(calendar.working_seconds(p.started_at, p.ended_at?))).sum();
        prop_assert_eq!(cycle.used_seconds(&calendar, now), calendar.working_seconds(cycle.started_at, now) - paused);
    }

    #[test]
    fn time_only_makes_it_worse((calendar, cycle, now) in cycles(), seconds in 0_i64..86_400) {
        let rank = |status| [SlaStatus::OnTime, SlaStatus::Expiring, SlaStatus::Overdue].iter().position(|s| *s == status);
        let (first, second) = (cycle.read(&calendar, now), cycle.read(&calendar, now + TimeDelta::seconds(seconds)));
        prop_assert!(first.used <= second.used && first.left >= second.left);
        prop_assert!(rank(first.status).is_some() && rank(first.status) <= rank(second.status));
        prop_assert_eq!((first.deadline, first.warn_at), (second.deadline, second.warn_at));
    }

    #[test]
    fn at_the_deadline_the_target_is_used_up((calendar, cycle, _) in cycles()) {
        let (target, deadline) = (cycle.target.unwrap(), cycle.deadline(&calendar).unwrap());
        prop_assert_eq!(cycle.used_seconds(&calendar, deadline), target);
        if target > 0 {
            prop_assert_eq!(cycle.used_seconds(&calendar, deadline - TimeDelta::seconds(1)), target - 1);
        }
        let before: i64 = cycle.pauses.iter().filter(|p| p.started_at < deadline)
            .filter_map(|p| Some(calendar.working_seconds(p.started_at, p.ended_at?))).sum();
        prop_assert_eq!(calendar.add(cycle.started_at, target + before), Ok(deadline));
    }

    #[test]
    fn status_agrees_with_deadline_and_warning((calendar, cycle, now) in cycles(), by_hand in proptest::option::of(0_i64..5 * 86_400)) {
        let by_hand = by_hand.map(|seconds| cycle.started_at + TimeDelta::seconds(seconds));
        let cycle = Cycle { deadline_override: by_hand, ..cycle };
        let (deadline, warn_at) = (cycle.deadline(&calendar).unwrap(), cycle.warn_at(&calendar).unwrap());
        prop_assert!(warn_at <= deadline);
        for now in [now, warn_at, warn_at + TimeDelta::seconds(1), deadline, deadline + TimeDelta::seconds(1)] {
            let reading = cycle.read(&calendar, now);
            let expected = if now > deadline { SlaStatus::Overdue } else if now > warn_at { SlaStatus::Expiring } else { SlaStatus::OnTime };
            prop_assert_eq!(reading.status, expected);
            prop_assert_eq!(within(reading.deadline, now), expected != SlaStatus::Overdue);
            if now <= deadline && now >= cycle.started_at {
                let left = reading.left.unwrap();
                let allowed = left + reading.used;
                prop_assert_eq!(expected == SlaStatus::Expiring, 5 * left < allowed, "{} of {}", left, allowed);
            }
            let ended = Cycle { ended_at: Some(now), ..cycle.clone() };
            let expected = if now <= deadline { SlaStatus::Met } else { SlaStatus::Missed };
            prop_assert_eq!(ended.status(&calendar, now + TimeDelta::days(9)), expected);
            prop_assert_eq!(within(ended.deadline(&calendar), now), expected == SlaStatus::Met);
        }
    }

    #[test]
    fn a_pause_leaves_what_was_left((calendar, cycle, now) in cycles(), seconds in 0_i64..9 * 86_400, by_hand in proptest::option::of(0_i64..9 * 86_400)) {
        let mut cycle = cycle;
        cycle.pauses.retain(|p| p.ended_at <= Some(now));
        cycle.deadline_override = by_hand.map(|seconds| now + TimeDelta::seconds(seconds + 1));
        let left = cycle.left(&calendar, now);
        cycle.pauses.push(Pause { started_at: now, ended_at: None });
        let then = now + TimeDelta::seconds(seconds);
        prop_assert_eq!(cycle.left(&calendar, then), left);
        prop_assert_eq!(cycle.resumed(&calendar, then).left(&calendar, then), left);
    }
}
