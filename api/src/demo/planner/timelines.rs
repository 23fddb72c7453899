//! How requests get to their solution, straight or not.

use super::draft::{Draft, HOUR, MINUTE, Planner};
use super::outcomes::{Ending, Outcome};
use super::steps::note;
use crate::demo::plan::{Step, Timeline, Until};
use contract::{Category, Level, Origin, RequestType};

/// What makes a timeline less straight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Variation {
    None,
    Delegated,
    OtherGroup,
    GivenBack,
    Reclassified,
    AskedRequester,
    UntilDate,
    Reactivated,
    Postponed,
}

impl Planner<'_> {
    fn variation(&mut self) -> Variation {
        match self.random.below(100) {
            0..8 => Variation::Delegated,
            8..12 => Variation::OtherGroup,
            12..16 => Variation::GivenBack,
            16..24 => Variation::Reclassified,
            24..36 => Variation::AskedRequester,
            36..44 => Variation::UntilDate,
            44..49 => Variation::Reactivated,
            49..55 => Variation::Postponed,
            _ => Variation::None,
        }
    }

    /// From the opening to the (first) resolution.
    pub(super) fn first_try(&mut self, timeline: &mut Timeline, draft: &mut Draft) {
        let work = self.work(draft);
        let variation = self.variation();
        timeline.phase(work);
        let wrong = if variation == Variation::Reclassified { self.wrong_service(draft) } else { None };
        draft.spec.opened_as = wrong.unwrap_or(draft.spec.service);
        let urgency = if wrong.is_none() { self.other_urgency(draft) } else { None };
        self.open(timeline, draft);
        self.nudge(timeline, draft);
        match wrong {
            Some(wrong) => self.reclassify(timeline, draft, wrong),
            None => timeline.step(16, Step::Capture { by: draft.agent }),
        }
        if let Some(step) = urgency {
            timeline.step(8, step);
        }
        self.slip(timeline, draft);
        let all = self.lines(draft, Ending::Read);
        self.talk(timeline, draft, 0..1.min(all), Ending::UnreadByRequester);
        self.turn(timeline, draft, variation, work);
        self.asides(timeline, draft);
        self.talk(timeline, draft, 1.min(all)..all, Ending::Read);
        self.resolve(timeline, draft);
    }

    /// Working time that it takes.
    fn work(&mut self, draft: &Draft) -> i64 {
        let late = self.random.chance(13);
        let share = if late { self.random.between(110, 190) } else { self.random.between(8, 84) };
        let Some(target) = draft.target else { return self.random.between(20 * HOUR, 70 * HOUR) };
        let always = self.demo.company.services.get(draft.spec.service).is_some_and(|service| service.is_always());
        let work = (target * share / 100).max(20 * MINUTE);
        // Day and night count there: what is in time is done the same day.
        if always && !late { work.min(5 * HOUR) } else { work }
    }

    fn nudge(&mut self, timeline: &mut Timeline, draft: &Draft) {
        if self.random.chance(9) {
            let by = draft.spec.requester;
            let text = self.phrase(by, |phrases| &phrases.nudge);
            timeline.step(12, Step::Message { by, text, file: false });
        }
    }

    /// A service of another group, chosen by mistake.
    fn wrong_service(&mut self, draft: &Draft) -> Option<usize> {
        let requester = self.demo.personnel.get(draft.spec.requester)?;
        let unit = self.demo.company.units.get(requester.unit)?;
        // Whoever has no address calls, and the desk chooses well.
        requester.person.email.as_ref()?;
        let right = self.demo.group_of(draft.spec.service);
        let services = self.demo.company.services.iter().enumerate();
        self.random.weighted(services.map(|(place, service)| {
            let offered = service.units.is_empty() || service.units.contains(&unit.key);
            let fits = offered && !service.confidential && service.target.is_some();
            let fits = fits && self.demo.group_of(place) != right;
            if fits { service.weight } else { 0 }
        }))
    }

    fn reclassify(&mut self, timeline: &mut Timeline, draft: &Draft, wrong: usize) {
        let by = self.agent(self.demo.group_of(wrong), wrong, None, false);
        timeline.step(10, Step::Capture { by });
        let text = self.phrase(draft.spec.requester, |phrases| &phrases.reclassify);
        timeline.step(6, Step::Reclassify { by, text });
        timeline.step(14, Step::Capture { by: draft.agent });
    }

    /// What happens in the middle.
    fn turn(&mut self, timeline: &mut Timeline, draft: &mut Draft, variation: Variation, work: i64) {
        let (requester, agent) = (draft.spec.requester, draft.agent);
        let group = self.demo.group_of(draft.spec.service);
        match variation {
            Variation::Delegated | Variation::OtherGroup => {
                let others = self.demo.groups.len().max(1);
                let step = if variation == Variation::OtherGroup { 1 + self.random.index(others - 1) } else { 0 };
                let group = (group + step) % others;
                let to = self.agent(group, draft.spec.service, Some(agent), false);
                let text = self.phrase(requester, |phrases| &phrases.delegate);
                timeline.step(14, Step::Delegate { by: agent, group, to, text });
                draft.agent = to;
            }
            Variation::GivenBack => {
                let text = self.phrase(requester, |phrases| &phrases.give_back);
                timeline.step(10, Step::GiveBack { by: agent, text });
                draft.agent = self.agent(group, draft.spec.service, Some(agent), false);
                timeline.step(16, Step::Capture { by: draft.agent });
            }
            Variation::Postponed => {
                // Whoever may change deadlines in that group.
                let by = self.agent(group, draft.spec.service, None, true);
                let text = self.phrase(requester, |phrases| &phrases.deadline);
                timeline.step(8, Step::Deadline { by, ahead: work / 2 + 6 * HOUR, text });
            }
            Variation::AskedRequester | Variation::UntilDate | Variation::Reactivated => {
                self.pause(timeline, draft, variation, work)
            }
            Variation::None | Variation::Reclassified => {}
        }
    }

    fn pause(&mut self, timeline: &mut Timeline, draft: &Draft, variation: Variation, work: i64) {
        let agent = draft.agent;
        let pause = self.random.between(2 * HOUR, 16 * HOUR);
        let reason = if variation == Variation::AskedRequester { 0 } else { 1 + self.random.index(3) };
        let text = self.why_suspend(draft, reason);
        // By the date, exactly; or before it, by somebody.
        let until = Until::Working(if variation == Variation::UntilDate { pause } else { pause + 25 * HOUR });
        timeline.step(10, Step::Suspend { by: agent, reason, text, until });
        timeline.resize_phase(work / 3);
        timeline.phase(pause);
        match variation {
            Variation::AskedRequester => timeline.step(1, Step::Read { by: draft.spec.requester }),
            Variation::Reactivated => {
                let text = self.phrase(draft.spec.requester, |phrases| &phrases.reactivate);
                timeline.step(1, Step::Reactivate { by: agent, text });
            }
            _ => {}
        }
        timeline.phase(work - work / 3);
    }

    /// Once, somebody writes a password into a note.
    fn slip(&mut self, timeline: &mut Timeline, draft: &Draft) {
        let senha = self.demo.service("senha") == Some(draft.spec.service);
        let administrator = self.demo.person("admin@demo.test").filter(|_| senha && !self.slipped);
        let Some(administrator) = administrator else { return };
        self.slipped = true;
        let text = self.texts.desk.slip.clone();
        let category = Some(Category::Memo);
        let internal = Step::Note { by: draft.agent, text, category, internal: true, minutes: None, file: false };
        timeline.step(6, internal);
        timeline.step(6, Step::Redact { by: administrator, reason: self.texts.desk.slip_reason.clone() });
    }

    pub(super) fn why_suspend(&mut self, draft: &Draft, reason: usize) -> String {
        let text = self.phrase(draft.spec.requester, |phrases| match reason {
            0 => &phrases.wait_requester,
            1 => &phrases.wait_supplier,
            2 => &phrases.wait_scheduled,
            _ => &phrases.wait_approval,
        });
        self.filler(draft).fill(&text)
    }

    pub(super) fn why_reopen(&mut self, draft: &Draft) -> String {
        let service = self.demo.company.services.get(draft.spec.service);
        let incident = service.is_some_and(|service| service.request_type == RequestType::Incident);
        self.phrase(draft.spec.requester, |phrases| {
            if incident { &phrases.reopen_incident } else { &phrases.reopen_service_request }
        })
    }

    /// Reopened by its requester, and resolved for good.
    pub(super) fn second_try(&mut self, timeline: &mut Timeline, draft: &Draft) {
        let (requester, agent) = (draft.spec.requester, draft.agent);
        timeline.phase(self.random.between(HOUR, 8 * HOUR));
        timeline.step(30, Step::Read { by: requester });
        if self.random.chance(30) {
            timeline.step(20, Step::Accept { by: requester });
        }
        let text = self.why_reopen(draft);
        timeline.step(50, Step::Reopen { by: requester, text });
        timeline.phase(draft.target.unwrap_or(20 * HOUR) * self.random.between(12, 80) / 100);
        let text = self.phrase(requester, |phrases| &phrases.news);
        timeline.step(20, note(agent, text));
        let text = self.phrase(requester, |phrases| &phrases.solved_again);
        timeline.step(60, Step::Resolve { by: agent, text, minutes: Some(35) });
    }

    /// Given up, by one side or the other.
    pub(super) fn given_up(&mut self, timeline: &mut Timeline, draft: &mut Draft, outcome: Outcome) {
        timeline.phase(self.random.between(HOUR, 22 * HOUR));
        self.open(timeline, draft);
        let requester = draft.spec.requester;
        if outcome == Outcome::Dropped || self.random.chance(50) {
            timeline.step(20, Step::Capture { by: draft.agent });
            let asked = self.lines(draft, Ending::UnreadByRequester);
            self.talk(timeline, draft, 0..asked, Ending::Read);
        }
        let step = if outcome == Outcome::Dropped {
            let text = self.phrase(requester, |phrases| &phrases.cancel_desk);
            Step::Cancel { by: draft.agent, text }
        } else {
            let text = self.phrase(requester, |phrases| &phrases.cancel_requester);
            Step::Cancel { by: requester, text }
        };
        timeline.step(30, step);
    }

    /// Solved on the telephone.
    pub(super) fn at_once(&mut self, timeline: &mut Timeline, draft: &mut Draft) {
        let filler = self.filler(draft);
        let solution = self.scenarios.get(draft.scenario).map(|told| filler.fill(&told.solution));
        let origin = if self.random.chance(80) { Origin::Telephone } else { Origin::InPerson };
        if origin == Origin::Telephone {
            draft.spec.text.insert_str(0, &self.phrases(draft.spec.requester).phone);
        }
        timeline.phase(0);
        timeline.step(0, Step::Open { by: draft.agent, origin: Some(origin), parent: None, solution, file: false });
    }

    /// Another urgency at first, by somebody who may change it.
    fn other_urgency(&mut self, draft: &mut Draft) -> Option<Step> {
        let service = self.demo.company.services.get(draft.spec.service)?;
        if service.fixed_priority.is_some() || !self.random.chance(9) {
            return None;
        }
        draft.agent = self.agent(self.demo.group_of(draft.spec.service), draft.spec.service, None, true);
        let up = draft.urgency != Level::Low;
        draft.spec.urgency = if up { Level::Low } else { Level::Medium };
        let text =
            self.phrase(draft.spec.requester, |phrases| if up { &phrases.priority_up } else { &phrases.priority_down });
        Some(Step::Priority { by: draft.agent, urgency: draft.urgency, text })
    }
}
