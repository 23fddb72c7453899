//! A course for each fate.

use super::fates::Fate::{
    self, Accepted, AtOnce, AwaitingRequester, Dropped, LetClose, OnHold, Reopened, Resolved, SecondTry, Serving,
    Waiting, Withdrawn,
};
use super::fates::{OF_OTHERS, OF_THE_LOGIN, REQUESTS, Stand};
use super::parts::Ending;
use super::{HOUR, MINUTE, Part, Script, Wish};
use crate::demo::plan::{Course, Deed, Until};
use crate::demo::workday;
use chrono::{DateTime, TimeDelta, Utc};
use contract::{Language, RequestType};

impl Script<'_> {
    /// Tells the stories, deals the fates, and fills up with what has ended well.
    pub(super) fn deal(&mut self) {
        self.outage();
        self.onboarding();
        let login = self.world.person("solicitante@demo.test");
        for fate in OF_THE_LOGIN {
            self.live(fate, login);
        }
        for (fate, times) in OF_OTHERS {
            for _ in 0..times {
                self.live(fate, None);
            }
        }
        self.twice();
        while self.plans.len() < REQUESTS {
            let closes = if self.random.chance(35) { LetClose } else { Accepted(None) };
            self.live(closes, None);
        }
    }

    fn live(&mut self, fate: Fate, requester: Option<usize>) {
        match fate {
            Waiting(stand) | Serving(stand, _) | Reopened(stand) => self.open_now(fate, stand, requester),
            AwaitingRequester | OnHold => self.on_hold(fate, requester),
            Resolved => self.resolved_now(requester),
            _ => self.ended(fate, requester),
        }
    }

    /// Open, and standing in a certain way against its deadline.
    fn open_now(&mut self, fate: Fate, stand: Stand, requester: Option<usize>) {
        for attempt in 0..60 {
            let reopened = matches!(fate, Reopened(_));
            let office_hours = reopened || attempt >= 30;
            let wish = Wish { requester, without_target: Some(stand == Stand::Open), office_hours, long_ago: false };
            let mut part = self.part(wish);
            let Some(running) = self.running(&part, stand) else { continue };
            let mut course = Course::default();
            if reopened {
                self.first_try(&mut course, &mut part);
                let text = self.why_reopen(&part);
                course.stretch(2 * HOUR + self.random.between(0, 6 * HOUR));
                course.then(1, Deed::Reopen { by: part.matter.requester, text });
                course.stretch(running);
                let text = self.phrase(part.matter.requester, |phrases| &phrases.news);
                course.then(20, Deed::Say { by: part.agent, text, file: false });
                course.then(10, Deed::Read { by: part.matter.requester });
            } else {
                course.stretch(running);
                self.open(&mut course, &mut part);
                self.begin(&mut course, &mut part, fate);
            }
            course.rest(30);
            let service = self.world.company.services.get(part.matter.service);
            let incident = service.is_some_and(|service| service.request_type == RequestType::Incident);
            let portuguese = self.language(part.matter.requester) == Language::default();
            if matches!(fate, Serving(..)) && requester.is_none() && incident && portuguese {
                self.repeated = Some((self.plans.len(), part.agent, part.scenario));
            }
            let plan = course.until(&self.world.business, self.now, part.matter);
            self.plans.push(plan);
            return;
        }
    }

    /// What has happened so far to a request that is waiting or being served.
    fn begin(&mut self, course: &mut Course, part: &mut Part, fate: Fate) {
        let requester = part.matter.requester;
        let nudge = |script: &mut Self| {
            let text = script.phrase(requester, |phrases| &phrases.nudge);
            Deed::Say { by: requester, text, file: false }
        };
        match fate {
            Serving(stand, ending) => {
                course.then(12, Deed::Capture { by: part.agent });
                let lines = self.lines(part, ending);
                // Not everything has been said yet.
                let lines = if ending == Ending::Read { 2.min(lines) } else { lines };
                self.talk(course, part, 0..lines, ending);
                if ending == Ending::Read {
                    self.asides(course, part);
                }
                if stand == Stand::Open && self.random.chance(50) {
                    let text = self.phrase(requester, |phrases| &phrases.deadline);
                    let ahead = 40 * HOUR + self.random.between(0, 30 * HOUR);
                    let by = self.agent(self.world.group_of(part.matter.service), part.matter.service, None, true);
                    course.then(20, Deed::Deadline { by, ahead, text });
                }
                if stand == Stand::Overdue && ending == Ending::UnreadByDesk {
                    let deed = nudge(self);
                    course.then(30, deed);
                }
            }
            Waiting(stand) if self.random.chance(if stand == Stand::Overdue { 75 } else { 25 }) => {
                let deed = nudge(self);
                course.then(40, deed);
            }
            _ => {}
        }
    }

    /// Working time since the clock started, so that it stands in a certain way
    /// now; none when that would have been outside office hours.
    fn running(&mut self, part: &Part, stand: Stand) -> Option<i64> {
        let Some(target) = part.target else {
            return (stand == Stand::Open).then(|| self.random.between(3 * HOUR, 90 * HOUR));
        };
        // Nothing that will be over in an hour from now.
        if target < 4 * HOUR {
            return None;
        }
        let used = match stand {
            Stand::OnTime => self.random.between((target / 12).max(40 * MINUTE), target * 7 / 10),
            Stand::Expiring => target * self.random.between(82, 95) / 100,
            Stand::Overdue => target * self.random.between(105, 230) / 100,
            Stand::Open => return None,
        };
        let calendar = self.world.calendar_of(part.matter.service);
        let start = workday::before(calendar, self.now, used);
        let running = self.world.business.working_seconds(start, self.now);
        (workday::is_open(&self.world.business, start) && running > 30 * MINUTE).then_some(running)
    }

    /// Suspended now.
    fn on_hold(&mut self, fate: Fate, requester: Option<usize>) {
        let mut part = self.part(Wish { requester, ..Wish::default() });
        let work = part.target.unwrap_or(20 * HOUR) * self.random.between(8, 60) / 100;
        let mut course = Course::default();
        course.stretch(work.max(30 * MINUTE));
        self.open(&mut course, &mut part);
        course.then(15, Deed::Capture { by: part.agent });
        let asked = self.lines(&part, Ending::UnreadByRequester);
        let ending = if self.random.chance(50) { Ending::Read } else { Ending::UnreadByRequester };
        self.talk(&mut course, &part, 0..asked, ending);
        let reason = if fate == AwaitingRequester { 0 } else { 1 + self.random.index(3) };
        let text = self.why_suspend(&part, reason);
        let until = Until::AfterNow(self.random.between(2, 12));
        course.then(20, Deed::Suspend { by: part.agent, reason, text, until });
        course.stretch(self.random.between(2 * HOUR, 28 * HOUR));
        course.rest(1);
        let plan = course.until(&self.world.business, self.now, part.matter);
        self.plans.push(plan);
    }

    /// Resolved, and neither accepted nor closed yet.
    fn resolved_now(&mut self, requester: Option<usize>) {
        let mut part = self.part(Wish { requester, ..Wish::default() });
        let mut course = Course::default();
        self.first_try(&mut course, &mut part);
        let mut rest = self.random.between(20 * MINUTE, 26 * HOUR);
        // It closes by itself after five days.
        while self.now - workday::before(&self.world.business, self.now, rest) > TimeDelta::hours(110) {
            rest /= 2;
        }
        course.stretch(rest);
        if self.random.chance(45) {
            course.then(30, Deed::Read { by: part.matter.requester });
        }
        course.rest(70);
        let plan = course.until(&self.world.business, self.now, part.matter);
        self.plans.push(plan);
    }

    /// Over and done with, some time in the last 90 days.
    fn ended(&mut self, fate: Fate, requester: Option<usize>) {
        let long_ago = matches!(fate, Accepted(_) | LetClose);
        let mut part = self.part(Wish { requester, long_ago, ..Wish::default() });
        let left = self.world.cast.get(part.matter.requester).is_some_and(|who| who.person.left);
        let mut course = Course::default();
        match fate {
            Withdrawn | Dropped => self.given_up(&mut course, &mut part, fate),
            AtOnce => self.at_once(&mut course, &mut part),
            _ => self.first_try(&mut course, &mut part),
        }
        if fate == SecondTry {
            self.second_try(&mut course, &part);
        }
        self.farewell(&mut course, &part, fate);
        let latest = self.latest_start(&course, fate, left);
        let start = self.past(90, latest);
        let plan = course.from(&self.world.business, start, part.matter);
        self.plans.push(plan);
    }

    /// Days ago that a course must have begun to be over by now.
    fn latest_start(&self, course: &Course, fate: Fate, left: bool) -> i64 {
        let mut end: DateTime<Utc> = self.now - TimeDelta::minutes(30);
        if matches!(fate, LetClose | AtOnce | SecondTry) {
            end -= TimeDelta::days(5);
        }
        if left {
            end -= TimeDelta::days(30);
        }
        let start = workday::before(&self.world.business, end, course.seconds() + HOUR);
        ((self.now - start).num_days() + 1).min(89)
    }

    /// What happens after the resolution.
    fn farewell(&mut self, course: &mut Course, part: &Part, fate: Fate) {
        let requester = part.matter.requester;
        match fate {
            Accepted(grade) => {
                course.stretch(self.random.between(20 * MINUTE, 8 * HOUR));
                course.then(50, Deed::Read { by: requester });
                if self.random.chance(30) {
                    let text = self.phrase(requester, |phrases| &phrases.thanks);
                    course.then(5, Deed::Say { by: requester, text, file: false });
                    course.then(5, Deed::Read { by: part.agent });
                }
                let deed = match grade {
                    Some(grade) => self.graded(requester, grade, true),
                    None if self.random.chance(78) => self.rate(requester, true),
                    None => Deed::Accept { by: requester },
                };
                course.then(5, deed);
            }
            LetClose | AtOnce | SecondTry => {
                course.stretch(self.random.between(HOUR, 8 * HOUR));
                course.then(1, Deed::Read { by: requester });
                // After it has closed: five working days are more than five days.
                if self.random.chance(20) {
                    course.stretch(50 * HOUR);
                    let deed = self.rate(requester, false);
                    course.then(1, deed);
                }
            }
            _ => {}
        }
    }
}
