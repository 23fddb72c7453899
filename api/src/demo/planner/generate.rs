//! A timeline for each outcome.

use super::draft::{Criteria, Draft, HOUR, MINUTE, Planner};
use super::outcomes::Outcome::{
    self, Accepted, AtOnce, AwaitingRequester, Dropped, LetClose, OnHold, Reopened, Resolved, SecondTry, Serving,
    Waiting, Withdrawn,
};
use super::outcomes::{Ending, OF_OTHERS, OF_THE_LOGIN, REQUESTS, SlaState};
use crate::demo::plan::{Step, Timeline, Until};
use crate::demo::workday;
use chrono::{DateTime, TimeDelta, Utc};
use contract::{Language, RequestType};

impl Planner<'_> {
    /// Tells the stories, deals the outcomes, and fills up with what has ended well.
    pub(super) fn generate(&mut self) {
        self.outage();
        self.onboarding();
        let login = self.demo.person("solicitante@demo.test");
        for outcome in OF_THE_LOGIN {
            self.live(outcome, login);
        }
        for (outcome, times) in OF_OTHERS {
            for _ in 0..times {
                self.live(outcome, None);
            }
        }
        self.twice();
        while self.plans.len() < REQUESTS {
            let closes = if self.random.chance(35) { LetClose } else { Accepted(None) };
            self.live(closes, None);
        }
    }

    fn live(&mut self, outcome: Outcome, requester: Option<usize>) {
        match outcome {
            Waiting(stand) | Serving(stand, _) | Reopened(stand) => self.open_now(outcome, stand, requester),
            AwaitingRequester | OnHold => self.on_hold(outcome, requester),
            Resolved => self.resolved_now(requester),
            _ => self.ended(outcome, requester),
        }
    }

    /// Open, and standing in a certain way against its deadline.
    fn open_now(&mut self, outcome: Outcome, stand: SlaState, requester: Option<usize>) {
        for attempt in 0..60 {
            let reopened = matches!(outcome, Reopened(_));
            let office_hours = reopened || attempt >= 30;
            let criteria =
                Criteria { requester, without_target: Some(stand == SlaState::Open), office_hours, long_ago: false };
            let mut draft = self.draft_matching(criteria);
            let Some(running) = self.running(&draft, stand) else { continue };
            let mut timeline = Timeline::default();
            if reopened {
                self.first_try(&mut timeline, &mut draft);
                let text = self.why_reopen(&draft);
                timeline.phase(2 * HOUR + self.random.between(0, 6 * HOUR));
                timeline.step(1, Step::Reopen { by: draft.spec.requester, text });
                timeline.phase(running);
                let text = self.phrase(draft.spec.requester, |phrases| &phrases.news);
                timeline.step(20, Step::Message { by: draft.agent, text, file: false });
                timeline.step(10, Step::Read { by: draft.spec.requester });
            } else {
                timeline.phase(running);
                self.open(&mut timeline, &mut draft);
                self.begin(&mut timeline, &mut draft, outcome);
            }
            timeline.idle(30);
            let service = self.demo.company.services.get(draft.spec.service);
            let incident = service.is_some_and(|service| service.request_type == RequestType::Incident);
            let portuguese = self.language(draft.spec.requester) == Language::default();
            if matches!(outcome, Serving(..)) && requester.is_none() && incident && portuguese {
                self.repeated = Some((self.plans.len(), draft.agent, draft.scenario));
            }
            let plan = timeline.ending_at(&self.demo.business, self.now, draft.spec);
            self.plans.push(plan);
            return;
        }
    }

    /// What has happened so far to a request that is waiting or being served.
    fn begin(&mut self, timeline: &mut Timeline, draft: &mut Draft, outcome: Outcome) {
        let requester = draft.spec.requester;
        let nudge = |planner: &mut Self| {
            let text = planner.phrase(requester, |phrases| &phrases.nudge);
            Step::Message { by: requester, text, file: false }
        };
        match outcome {
            Serving(stand, ending) => {
                timeline.step(12, Step::Capture { by: draft.agent });
                let lines = self.lines(draft, ending);
                // Not everything has been said yet.
                let lines = if ending == Ending::Read { 2.min(lines) } else { lines };
                self.talk(timeline, draft, 0..lines, ending);
                if ending == Ending::Read {
                    self.asides(timeline, draft);
                }
                if stand == SlaState::Open && self.random.chance(50) {
                    let text = self.phrase(requester, |phrases| &phrases.deadline);
                    let ahead = 40 * HOUR + self.random.between(0, 30 * HOUR);
                    let by = self.agent(self.demo.group_of(draft.spec.service), draft.spec.service, None, true);
                    timeline.step(20, Step::Deadline { by, ahead, text });
                }
                if stand == SlaState::Overdue && ending == Ending::UnreadByDesk {
                    let step = nudge(self);
                    timeline.step(30, step);
                }
            }
            Waiting(stand) if self.random.chance(if stand == SlaState::Overdue { 75 } else { 25 }) => {
                let step = nudge(self);
                timeline.step(40, step);
            }
            _ => {}
        }
    }

    /// Working time since the clock started, so that it stands in a certain way
    /// now; none when that would have been outside office hours.
    fn running(&mut self, draft: &Draft, stand: SlaState) -> Option<i64> {
        let Some(target) = draft.target else {
            return (stand == SlaState::Open).then(|| self.random.between(3 * HOUR, 90 * HOUR));
        };
        // Nothing that will be over in an hour from now.
        if target < 4 * HOUR {
            return None;
        }
        let used = match stand {
            SlaState::OnTime => self.random.between((target / 12).max(40 * MINUTE), target * 7 / 10),
            SlaState::Expiring => target * self.random.between(82, 95) / 100,
            SlaState::Overdue => target * self.random.between(105, 230) / 100,
            SlaState::Open => return None,
        };
        let calendar = self.demo.calendar_of(draft.spec.service);
        let start = workday::before(calendar, self.now, used);
        let running = self.demo.business.working_seconds(start, self.now);
        (workday::is_open(&self.demo.business, start) && running > 30 * MINUTE).then_some(running)
    }

    /// Suspended now.
    fn on_hold(&mut self, outcome: Outcome, requester: Option<usize>) {
        let mut draft = self.draft_matching(Criteria { requester, ..Criteria::default() });
        let work = draft.target.unwrap_or(20 * HOUR) * self.random.between(8, 60) / 100;
        let mut timeline = Timeline::default();
        timeline.phase(work.max(30 * MINUTE));
        self.open(&mut timeline, &mut draft);
        timeline.step(15, Step::Capture { by: draft.agent });
        let asked = self.lines(&draft, Ending::UnreadByRequester);
        let ending = if self.random.chance(50) { Ending::Read } else { Ending::UnreadByRequester };
        self.talk(&mut timeline, &draft, 0..asked, ending);
        let reason = if outcome == AwaitingRequester { 0 } else { 1 + self.random.index(3) };
        let text = self.why_suspend(&draft, reason);
        let until = Until::AfterNow(self.random.between(2, 12));
        timeline.step(20, Step::Suspend { by: draft.agent, reason, text, until });
        timeline.phase(self.random.between(2 * HOUR, 28 * HOUR));
        timeline.idle(1);
        let plan = timeline.ending_at(&self.demo.business, self.now, draft.spec);
        self.plans.push(plan);
    }

    /// Resolved, and neither accepted nor closed yet.
    fn resolved_now(&mut self, requester: Option<usize>) {
        let mut draft = self.draft_matching(Criteria { requester, ..Criteria::default() });
        let mut timeline = Timeline::default();
        self.first_try(&mut timeline, &mut draft);
        let mut rest = self.random.between(20 * MINUTE, 26 * HOUR);
        // It closes by itself after five days.
        while self.now - workday::before(&self.demo.business, self.now, rest) > TimeDelta::hours(110) {
            rest /= 2;
        }
        timeline.phase(rest);
        if self.random.chance(45) {
            timeline.step(30, Step::Read { by: draft.spec.requester });
        }
        timeline.idle(70);
        let plan = timeline.ending_at(&self.demo.business, self.now, draft.spec);
        self.plans.push(plan);
    }

    /// Over and done with, some time in the last 90 days.
    fn ended(&mut self, outcome: Outcome, requester: Option<usize>) {
        let long_ago = matches!(outcome, Accepted(_) | LetClose);
        let mut draft = self.draft_matching(Criteria { requester, long_ago, ..Criteria::default() });
        let left = self.demo.personnel.get(draft.spec.requester).is_some_and(|who| who.person.left);
        let mut timeline = Timeline::default();
        match outcome {
            Withdrawn | Dropped => self.given_up(&mut timeline, &mut draft, outcome),
            AtOnce => self.at_once(&mut timeline, &mut draft),
            _ => self.first_try(&mut timeline, &mut draft),
        }
        if outcome == SecondTry {
            self.second_try(&mut timeline, &draft);
        }
        self.farewell(&mut timeline, &draft, outcome);
        let latest = self.latest_start(&timeline, outcome, left);
        let start = self.past(90, latest);
        let plan = timeline.starting_at(&self.demo.business, start, draft.spec);
        self.plans.push(plan);
    }

    /// Days ago that a timeline must have begun to be over by now.
    fn latest_start(&self, timeline: &Timeline, outcome: Outcome, left: bool) -> i64 {
        let mut end: DateTime<Utc> = self.now - TimeDelta::minutes(30);
        if matches!(outcome, LetClose | AtOnce | SecondTry) {
            end -= TimeDelta::days(5);
        }
        if left {
            end -= TimeDelta::days(30);
        }
        let start = workday::before(&self.demo.business, end, timeline.seconds() + HOUR);
        ((self.now - start).num_days() + 1).min(89)
    }

    /// What happens after the resolution.
    fn farewell(&mut self, timeline: &mut Timeline, draft: &Draft, outcome: Outcome) {
        let requester = draft.spec.requester;
        match outcome {
            Accepted(grade) => {
                timeline.phase(self.random.between(20 * MINUTE, 8 * HOUR));
                timeline.step(50, Step::Read { by: requester });
                if self.random.chance(30) {
                    let text = self.phrase(requester, |phrases| &phrases.thanks);
                    timeline.step(5, Step::Message { by: requester, text, file: false });
                    timeline.step(5, Step::Read { by: draft.agent });
                }
                let step = match grade {
                    Some(grade) => self.graded(requester, grade, true),
                    None if self.random.chance(78) => self.rate(requester, true),
                    None => Step::Accept { by: requester },
                };
                timeline.step(5, step);
            }
            LetClose | AtOnce | SecondTry => {
                timeline.phase(self.random.between(HOUR, 8 * HOUR));
                timeline.step(1, Step::Read { by: requester });
                // After it has closed: five working days are more than five days.
                if self.random.chance(20) {
                    timeline.phase(50 * HOUR);
                    let step = self.rate(requester, false);
                    timeline.step(1, step);
                }
            }
            _ => {}
        }
    }
}
