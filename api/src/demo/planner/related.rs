//! Requests that belong together: an outage, a new team, the same thing twice.

use super::draft::{HOUR, MINUTE, Planner};
use super::steps::note;
use crate::demo::data::Child;
use crate::demo::plan::{RequestSpec, Step, Timeline, Until};
use crate::demo::workday;
use chrono::{DateTime, Utc};
use contract::{Language, Level, RelationKind};

impl Planner<'_> {
    /// A branch without internet: one request, and its duplicates.
    pub(super) fn outage(&mut self) {
        let (Some(service), Some(first)) = (self.demo.service("rede"), self.demo.person("priscila.guedes@demo.test"))
        else {
            return;
        };
        let outage = self.texts.outage.clone();
        let start = self.past(38, 34);
        let agent = self.agent(self.demo.group_of(service), service, None, true);
        let spec = |requester, title: &str, text: &str| {
            let (title, text) = (title.to_owned(), text.to_owned());
            RequestSpec { service, opened_as: service, requester, urgency: Level::High, title, text }
        };
        let mut timeline = Timeline::default();
        timeline.phase(150 * MINUTE);
        timeline.step(0, opened(first));
        timeline.step(10, Step::Capture { by: agent });
        let text = self.phrase(first, |phrases| &phrases.news);
        timeline.step(60, note(agent, text));
        timeline.step(80, Step::Resolve { by: agent, text: outage.solution.clone(), minutes: Some(120) });
        let original = self.plans.len();
        let plan = timeline.starting_at(&self.demo.business, start, spec(first, &outage.title, &outage.text));
        self.plans.push(plan);
        let same_unit = |place: &usize| {
            let unit = |place: usize| self.demo.personnel.get(place).map(|who| who.unit);
            *place != first && unit(*place) == unit(first)
        };
        let neighbours: Vec<usize> = (0..self.demo.personnel.len()).filter(same_unit).collect();
        for ((requester, title), minutes) in neighbours.into_iter().zip(&outage.duplicates).zip((4..).step_by(7)) {
            let mut timeline = Timeline::default();
            timeline.phase(30 * MINUTE);
            timeline.step(0, opened(requester));
            timeline.step(1, Step::Relate { by: agent, kind: RelationKind::DuplicateOf, other: original });
            let start = workday::after(&self.demo.business, start, minutes * MINUTE);
            let spec = spec(requester, title, &outage.duplicate_text);
            self.plans.push(timeline.starting_at(&self.demo.business, start, spec));
        }
    }

    /// A new team: a request of the requester's login, and its children.
    pub(super) fn onboarding(&mut self) {
        let (Some(service), Some(requester), Some(agent)) = (
            self.demo.service("equipamento"),
            self.demo.person("solicitante@demo.test"),
            self.demo.person("atendente2@demo.test"),
        ) else {
            return;
        };
        let onboarding = self.texts.onboarding.clone();
        let start = workday::before(&self.demo.business, self.now, 15 * HOUR);
        let spec = |service, title: &str, text: &str| {
            let (title, text) = (title.to_owned(), text.to_owned());
            RequestSpec { service, opened_as: service, requester, urgency: Level::Medium, title, text }
        };
        let mut timeline = Timeline::default();
        timeline.phase(HOUR);
        timeline.step(0, opened(requester));
        timeline.step(20, Step::Capture { by: agent });
        let text = self.phrase(requester, |phrases| &phrases.deadline);
        timeline.step(5, Step::Deadline { by: agent, ahead: 45 * HOUR, text });
        let parent = self.plans.len();
        let plan = timeline.starting_at(&self.demo.business, start, spec(service, &onboarding.title, &onboarding.text));
        self.plans.push(plan);
        for (child, place) in onboarding.children.iter().zip(0..) {
            let Some(service) = self.demo.service(&child.service) else { continue };
            let start = workday::after(&self.demo.business, start, HOUR + place * 7 * MINUTE);
            let timeline = self.child(child, (requester, agent), parent, place);
            let spec = spec(service, &child.title, &child.text);
            self.plans.push(timeline.starting_at(&self.demo.business, start, spec));
        }
    }

    /// One waits for the supplier, one is being served, one is done.
    fn child(&mut self, child: &Child, (requester, agent): (usize, usize), parent: usize, place: i64) -> Timeline {
        let mut timeline = Timeline::default();
        timeline.phase(8 * HOUR);
        timeline.step(0, Step::Open { by: agent, origin: None, parent: Some(parent), solution: None, file: false });
        timeline.step(10, Step::Capture { by: agent });
        match place {
            0 => {
                let text = self.phrase(requester, |phrases| &phrases.wait_approval);
                timeline.step(20, Step::Suspend { by: agent, reason: 3, text, until: Until::AfterNow(3) });
            }
            1 => {
                let text = self.phrase(requester, |phrases| &phrases.news);
                timeline.step(20, note(agent, text));
            }
            _ => {
                let text = child.solution.clone();
                timeline.step(20, Step::Resolve { by: agent, text, minutes: Some(40) });
            }
        }
        timeline.idle(20);
        timeline
    }

    /// Somebody else asks for what is being worked on already.
    pub(super) fn twice(&mut self) {
        let Some((original, agent, scenario)) = self.repeated else { return };
        let Some(opened_at) = self.plans.get(original).and_then(|plan| plan.opened_at()) else { return };
        let first = self.plans.get(original).map(|plan| plan.spec.requester);
        let mut requester = self.requester(false);
        while requester == first || requester.is_some_and(|who| self.language(who) != Language::default()) {
            requester = self.requester(false);
        }
        let Some(requester) = requester else { return };
        let draft = self.draft(requester, scenario);
        let mut timeline = Timeline::default();
        timeline.phase(20 * MINUTE);
        timeline.step(0, opened(requester));
        timeline.step(1, Step::Relate { by: agent, kind: RelationKind::DuplicateOf, other: original });
        let start = self.between(opened_at, self.now);
        self.plans.push(timeline.starting_at(&self.demo.business, start, draft.spec));
    }

    /// The middle of the working time between two instants.
    fn between(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> DateTime<Utc> {
        let seconds = self.demo.business.working_seconds(from, to);
        workday::after(&self.demo.business, from, seconds / 2)
    }
}

fn opened(by: usize) -> Step {
    Step::Open { by, origin: None, parent: None, solution: None, file: false }
}
