//! Requests that belong together: an outage, a new team, the same thing twice.

use super::parts::note;
use super::{HOUR, MINUTE, Script};
use crate::demo::data::Child;
use crate::demo::plan::{Course, Deed, Matter, Until};
use crate::demo::workday;
use chrono::{DateTime, Utc};
use contract::{Language, Level, RelationKind};

impl Script<'_> {
    /// A branch without internet: one request, and its duplicates.
    pub(super) fn outage(&mut self) {
        let (Some(service), Some(first)) = (self.world.service("rede"), self.world.person("priscila.guedes@demo.test"))
        else {
            return;
        };
        let outage = self.texts.outage.clone();
        let start = self.past(38, 34);
        let agent = self.agent(self.world.group_of(service), service, None, true);
        let matter = |requester, title: &str, text: &str| {
            let (title, text) = (title.to_owned(), text.to_owned());
            Matter { service, opened_as: service, requester, urgency: Level::High, title, text }
        };
        let mut course = Course::default();
        course.stretch(150 * MINUTE);
        course.then(0, opened(first));
        course.then(10, Deed::Capture { by: agent });
        let text = self.phrase(first, |phrases| &phrases.news);
        course.then(60, note(agent, text));
        course.then(80, Deed::Resolve { by: agent, text: outage.solution.clone(), minutes: Some(120) });
        let original = self.plans.len();
        let plan = course.from(&self.world.business, start, matter(first, &outage.title, &outage.text));
        self.plans.push(plan);
        let same_unit = |place: &usize| {
            let unit = |place: usize| self.world.cast.get(place).map(|who| who.unit);
            *place != first && unit(*place) == unit(first)
        };
        let neighbours: Vec<usize> = (0..self.world.cast.len()).filter(same_unit).collect();
        for ((requester, title), minutes) in neighbours.into_iter().zip(&outage.duplicates).zip((4..).step_by(7)) {
            let mut course = Course::default();
            course.stretch(30 * MINUTE);
            course.then(0, opened(requester));
            course.then(1, Deed::Relate { by: agent, kind: RelationKind::DuplicateOf, other: original });
            let start = workday::after(&self.world.business, start, minutes * MINUTE);
            let matter = matter(requester, title, &outage.duplicate_text);
            self.plans.push(course.from(&self.world.business, start, matter));
        }
    }

    /// A new team: a request of the requester's login, and its children.
    pub(super) fn onboarding(&mut self) {
        let (Some(service), Some(requester), Some(agent)) = (
            self.world.service("equipamento"),
            self.world.person("solicitante@demo.test"),
            self.world.person("atendente2@demo.test"),
        ) else {
            return;
        };
        let onboarding = self.texts.onboarding.clone();
        let start = workday::before(&self.world.business, self.now, 15 * HOUR);
        let matter = |service, title: &str, text: &str| {
            let (title, text) = (title.to_owned(), text.to_owned());
            Matter { service, opened_as: service, requester, urgency: Level::Medium, title, text }
        };
        let mut course = Course::default();
        course.stretch(HOUR);
        course.then(0, opened(requester));
        course.then(20, Deed::Capture { by: agent });
        let text = self.phrase(requester, |phrases| &phrases.deadline);
        course.then(5, Deed::Deadline { by: agent, ahead: 45 * HOUR, text });
        let parent = self.plans.len();
        let plan = course.from(&self.world.business, start, matter(service, &onboarding.title, &onboarding.text));
        self.plans.push(plan);
        for (child, place) in onboarding.children.iter().zip(0..) {
            let Some(service) = self.world.service(&child.service) else { continue };
            let start = workday::after(&self.world.business, start, HOUR + place * 7 * MINUTE);
            let course = self.child(child, (requester, agent), parent, place);
            let matter = matter(service, &child.title, &child.text);
            self.plans.push(course.from(&self.world.business, start, matter));
        }
    }

    /// One waits for the supplier, one is being served, one is done.
    fn child(&mut self, child: &Child, (requester, agent): (usize, usize), parent: usize, place: i64) -> Course {
        let mut course = Course::default();
        course.stretch(8 * HOUR);
        course.then(0, Deed::Open { by: agent, origin: None, parent: Some(parent), solution: None, file: false });
        course.then(10, Deed::Capture { by: agent });
        match place {
            0 => {
                let text = self.phrase(requester, |phrases| &phrases.wait_approval);
                course.then(20, Deed::Suspend { by: agent, reason: 3, text, until: Until::AfterNow(3) });
            }
            1 => {
                let text = self.phrase(requester, |phrases| &phrases.news);
                course.then(20, note(agent, text));
            }
            _ => {
                let text = child.solution.clone();
                course.then(20, Deed::Resolve { by: agent, text, minutes: Some(40) });
            }
        }
        course.rest(20);
        course
    }

    /// Somebody else asks for what is being worked on already.
    pub(super) fn twice(&mut self) {
        let Some((original, agent, scenario)) = self.repeated else { return };
        let Some(opened_at) = self.plans.get(original).and_then(|plan| plan.opened_at()) else { return };
        let first = self.plans.get(original).map(|plan| plan.matter.requester);
        let mut requester = self.requester(false);
        while requester == first || requester.is_some_and(|who| self.language(who) != Language::default()) {
            requester = self.requester(false);
        }
        let Some(requester) = requester else { return };
        let part = self.cast(requester, scenario);
        let mut course = Course::default();
        course.stretch(20 * MINUTE);
        course.then(0, opened(requester));
        course.then(1, Deed::Relate { by: agent, kind: RelationKind::DuplicateOf, other: original });
        let start = self.between(opened_at, self.now);
        self.plans.push(course.from(&self.world.business, start, part.matter));
    }

    /// The middle of the working time between two instants.
    fn between(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> DateTime<Utc> {
        let seconds = self.world.business.working_seconds(from, to);
        workday::after(&self.world.business, from, seconds / 2)
    }
}

fn opened(by: usize) -> Deed {
    Deed::Open { by, origin: None, parent: None, solution: None, file: false }
}
