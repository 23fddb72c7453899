//! What becomes of one request of the large data.

use crate::demo::random::Random;
use crate::demo::workday;
use crate::domain::calendar::Calendar;
use crate::domain::sla::{Cycle, Pause};
use chrono::{DateTime, TimeDelta, Utc};
use contract::Situation;

const HOUR: i64 = 3600;

/// Days after which nearly everything is over.
const OLD: i64 = 20;
/// Days after which what is resolved closes by itself.
const CLOSES: i64 = 5;

/// When what happens to a request.
#[derive(Debug, Clone)]
pub struct Timeline {
    /// How it stands now.
    pub situation: Situation,
    /// GeneratedPerson has it, since then.
    pub captured_at: Option<DateTime<Utc>>,
    /// Resolved at.
    pub resolved_at: Option<DateTime<Utc>>,
    /// Closed or cancelled at.
    pub ended_at: Option<DateTime<Utc>>,
    /// The requester accepted the solution.
    pub accepted: bool,
    /// It was resolved before, and reopened.
    pub earlier: Option<Earlier>,
    /// The clock of the present cycle.
    pub cycle: Cycle,
    /// It stood still, or stands still until then.
    pub resumes_at: Option<DateTime<Utc>>,
    /// Until when there is something to tell.
    pub until: DateTime<Utc>,
}

/// A cycle that was over.
#[derive(Debug, Clone)]
pub struct Earlier {
    /// Its clock.
    pub cycle: Cycle,
    /// When it was resolved.
    pub resolved_at: DateTime<Utc>,
    /// When it was reopened.
    pub reopened_at: DateTime<Utc>,
}

/// What a timeline depends on.
#[derive(Debug, Clone, Copy)]
pub struct Conditions<'a> {
    /// Office hours.
    pub business: &'a Calendar,
    /// Working time allowed, in seconds.
    pub target: Option<i64>,
    /// The present.
    pub now: DateTime<Utc>,
}

impl Timeline {
    /// A timeline for a request opened at an instant before `now`.
    #[must_use]
    pub fn new(conditions: Conditions<'_>, random: &mut Random, opened_at: DateTime<Utc>) -> Self {
        let old = conditions.now - opened_at > TimeDelta::days(OLD);
        let roll = random.below(1000);
        let work = work(conditions, random);
        let begun = Self {
            situation: Situation::InProgress,
            captured_at: None,
            resolved_at: None,
            ended_at: None,
            accepted: false,
            earlier: None,
            cycle: Cycle::starting(conditions.target, opened_at),
            resumes_at: None,
            until: conditions.now,
        };
        let captured_at = workday::after(conditions.business, opened_at, work / 8);
        let begun = Self { captured_at: Some(captured_at).filter(|at| *at < conditions.now), ..begun };
        match (old, roll) {
            (_, 0..60) => begun.cancelled(conditions, workday::after(conditions.business, opened_at, work)),
            // Forgotten, or waiting for somebody for long.
            (true, 60..62) => begun.suspended(conditions, random, workday::after(conditions.business, opened_at, work)),
            (true, 62..63) => begun,
            (true, 63..93) | (false, 60..100) => begun.reopened(conditions, random, work),
            (false, 100..180) => {
                begun.suspended(conditions, random, workday::after(conditions.business, opened_at, work / 2))
            }
            _ => begun.worked_on(conditions, random, work),
        }
    }

    fn cancelled(self, conditions: Conditions<'_>, at: DateTime<Utc>) -> Self {
        if at >= conditions.now {
            return self;
        }
        let cycle = Cycle { ended_at: Some(at), ..self.cycle };
        Self { situation: Situation::Cancelled, ended_at: Some(at), until: at, cycle, ..self }
    }

    fn suspended(mut self, conditions: Conditions<'_>, random: &mut Random, at: DateTime<Utc>) -> Self {
        if at >= conditions.now || self.captured_at.is_none() {
            return self;
        }
        self.cycle.pauses.push(Pause { started_at: at, ended_at: None });
        let resumes_at = Some(conditions.now + TimeDelta::hours(random.between(24, 400)));
        Self { situation: Situation::Suspended, resumes_at, until: at, ..self }
    }

    /// Resolved if there was time enough, and closed if there was more.
    fn worked_on(mut self, conditions: Conditions<'_>, random: &mut Random, work: i64) -> Self {
        let start = self.cycle.started_at;
        let mut resolved_at = workday::after(conditions.business, start, work);
        if random.chance(6) {
            let from = workday::after(conditions.business, start, work / 2);
            let to = workday::after(conditions.business, from, random.between(2 * HOUR, 20 * HOUR));
            resolved_at = workday::after(conditions.business, to, work - work / 2);
            if resolved_at < conditions.now {
                self.cycle.pauses.push(Pause { started_at: from, ended_at: Some(to) });
            }
        }
        if resolved_at >= conditions.now {
            // Some are not even begun.
            let captured_at = self.captured_at.filter(|_| random.chance(70));
            return Self { captured_at, ..self };
        }
        let accepted_at = workday::after(conditions.business, resolved_at, random.between(HOUR, 9 * HOUR));
        let closes_at = resolved_at + TimeDelta::days(CLOSES);
        let accepted = random.chance(55) && accepted_at < conditions.now.min(closes_at);
        let ended_at = if accepted { Some(accepted_at) } else { Some(closes_at).filter(|at| *at < conditions.now) };
        let situation = if ended_at.is_some() { Situation::Closed } else { Situation::Resolved };
        let cycle = Cycle { ended_at: Some(resolved_at), ..self.cycle };
        Self { situation, resolved_at: Some(resolved_at), ended_at, accepted, cycle, until: resolved_at, ..self }
    }

    fn reopened(self, conditions: Conditions<'_>, random: &mut Random, work: i64) -> Self {
        let resolved_at = workday::after(conditions.business, self.cycle.started_at, work);
        let reopened_at = workday::after(conditions.business, resolved_at, random.between(HOUR, 9 * HOUR));
        if reopened_at >= conditions.now {
            return self.worked_on(conditions, random, work);
        }
        let cycle = Cycle { ended_at: Some(resolved_at), ..self.cycle.clone() };
        let captured_at = self.captured_at;
        let again = Self { cycle: Cycle::starting(conditions.target, reopened_at), ..self };
        let second = again.worked_on(conditions, random, work / 2);
        let situation = if second.situation == Situation::InProgress { Situation::Reopened } else { second.situation };
        Self { situation, captured_at, earlier: Some(Earlier { cycle, resolved_at, reopened_at }), ..second }
    }
}

/// Working time that it takes: mostly less than what is allowed.
fn work(conditions: Conditions<'_>, random: &mut Random) -> i64 {
    let share = if random.chance(14) { random.between(105, 320) } else { random.between(6, 90) };
    match conditions.target {
        Some(target) => (target * share / 100).max(600),
        None => random.between(10 * HOUR, 90 * HOUR),
    }
}
