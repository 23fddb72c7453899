//! How requests get to their solution, straight or not.

use super::fates::Fate;
use super::parts::{Ending, note};
use super::{HOUR, MINUTE, Part, Script};
use crate::demo::plan::{Course, Deed, Until};
use contract::{Category, Level, Origin, RequestType};

/// What makes a course less straight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Twist {
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

impl Script<'_> {
    fn twist(&mut self) -> Twist {
        match self.random.below(100) {
            0..8 => Twist::Delegated,
            8..12 => Twist::OtherGroup,
            12..16 => Twist::GivenBack,
            16..24 => Twist::Reclassified,
            24..36 => Twist::AskedRequester,
            36..44 => Twist::UntilDate,
            44..49 => Twist::Reactivated,
            49..55 => Twist::Postponed,
            _ => Twist::None,
        }
    }

    /// From the opening to the (first) resolution.
    pub(super) fn first_try(&mut self, course: &mut Course, part: &mut Part) {
        let work = self.work(part);
        let twist = self.twist();
        course.stretch(work);
        let wrong = if twist == Twist::Reclassified { self.wrong_service(part) } else { None };
        part.matter.opened_as = wrong.unwrap_or(part.matter.service);
        let urgency = if wrong.is_none() { self.other_urgency(part) } else { None };
        self.open(course, part);
        self.nudge(course, part);
        match wrong {
            Some(wrong) => self.reclassify(course, part, wrong),
            None => course.then(16, Deed::Capture { by: part.agent }),
        }
        if let Some(deed) = urgency {
            course.then(8, deed);
        }
        self.slip(course, part);
        let all = self.lines(part, Ending::Read);
        self.talk(course, part, 0..1.min(all), Ending::UnreadByRequester);
        self.turn(course, part, twist, work);
        self.asides(course, part);
        self.talk(course, part, 1.min(all)..all, Ending::Read);
        self.resolve(course, part);
    }

    /// Working time that it takes.
    fn work(&mut self, part: &Part) -> i64 {
        let late = self.random.chance(13);
        let share = if late { self.random.between(110, 190) } else { self.random.between(8, 84) };
        let Some(target) = part.target else { return self.random.between(20 * HOUR, 70 * HOUR) };
        let always = self.world.company.services.get(part.matter.service).is_some_and(|service| service.is_always());
        let work = (target * share / 100).max(20 * MINUTE);
        // Day and night count there: what is in time is done the same day.
        if always && !late { work.min(5 * HOUR) } else { work }
    }

    fn nudge(&mut self, course: &mut Course, part: &Part) {
        if self.random.chance(9) {
            let by = part.matter.requester;
            let text = self.phrase(by, |phrases| &phrases.nudge);
            course.then(12, Deed::Say { by, text, file: false });
        }
    }

    /// A service of another group, chosen by mistake.
    fn wrong_service(&mut self, part: &Part) -> Option<usize> {
        let requester = self.world.cast.get(part.matter.requester)?;
        let unit = self.world.company.units.get(requester.unit)?;
        // Whoever has no address calls, and the desk chooses well.
        requester.person.email.as_ref()?;
        let right = self.world.group_of(part.matter.service);
        let services = self.world.company.services.iter().enumerate();
        self.random.weighted(services.map(|(place, service)| {
            let offered = service.units.is_empty() || service.units.contains(&unit.key);
            let fits = offered && !service.confidential && service.target.is_some();
            let fits = fits && self.world.group_of(place) != right;
            if fits { service.weight } else { 0 }
        }))
    }

    fn reclassify(&mut self, course: &mut Course, part: &Part, wrong: usize) {
        let by = self.agent(self.world.group_of(wrong), wrong, None, false);
        course.then(10, Deed::Capture { by });
        let text = self.phrase(part.matter.requester, |phrases| &phrases.reclassify);
        course.then(6, Deed::Reclassify { by, text });
        course.then(14, Deed::Capture { by: part.agent });
    }

    /// What happens in the middle.
    fn turn(&mut self, course: &mut Course, part: &mut Part, twist: Twist, work: i64) {
        let (requester, agent) = (part.matter.requester, part.agent);
        let group = self.world.group_of(part.matter.service);
        match twist {
            Twist::Delegated | Twist::OtherGroup => {
                let others = self.world.groups.len().max(1);
                let step = if twist == Twist::OtherGroup { 1 + self.random.index(others - 1) } else { 0 };
                let group = (group + step) % others;
                let to = self.agent(group, part.matter.service, Some(agent), false);
                let text = self.phrase(requester, |phrases| &phrases.delegate);
                course.then(14, Deed::Delegate { by: agent, group, to, text });
                part.agent = to;
            }
            Twist::GivenBack => {
                let text = self.phrase(requester, |phrases| &phrases.give_back);
                course.then(10, Deed::GiveBack { by: agent, text });
                part.agent = self.agent(group, part.matter.service, Some(agent), false);
                course.then(16, Deed::Capture { by: part.agent });
            }
            Twist::Postponed => {
                // Whoever may change deadlines in that group.
                let by = self.agent(group, part.matter.service, None, true);
                let text = self.phrase(requester, |phrases| &phrases.deadline);
                course.then(8, Deed::Deadline { by, ahead: work / 2 + 6 * HOUR, text });
            }
            Twist::AskedRequester | Twist::UntilDate | Twist::Reactivated => self.pause(course, part, twist, work),
            Twist::None | Twist::Reclassified => {}
        }
    }

    fn pause(&mut self, course: &mut Course, part: &Part, twist: Twist, work: i64) {
        let agent = part.agent;
        let pause = self.random.between(2 * HOUR, 16 * HOUR);
        let reason = if twist == Twist::AskedRequester { 0 } else { 1 + self.random.index(3) };
        let text = self.why_suspend(part, reason);
        // By the date, exactly; or before it, by somebody.
        let until = Until::Working(if twist == Twist::UntilDate { pause } else { pause + 25 * HOUR });
        course.then(10, Deed::Suspend { by: agent, reason, text, until });
        course.resize(work / 3);
        course.stretch(pause);
        match twist {
            Twist::AskedRequester => course.then(1, Deed::Read { by: part.matter.requester }),
            Twist::Reactivated => {
                let text = self.phrase(part.matter.requester, |phrases| &phrases.reactivate);
                course.then(1, Deed::Reactivate { by: agent, text });
            }
            _ => {}
        }
        course.stretch(work - work / 3);
    }

    /// Once, somebody writes a password into a note.
    fn slip(&mut self, course: &mut Course, part: &Part) {
        let senha = self.world.service("senha") == Some(part.matter.service);
        let administrator = self.world.person("admin@demo.test").filter(|_| senha && !self.slipped);
        let Some(administrator) = administrator else { return };
        self.slipped = true;
        let text = self.texts.desk.slip.clone();
        let category = Some(Category::Memo);
        let internal = Deed::Note { by: part.agent, text, category, internal: true, minutes: None, file: false };
        course.then(6, internal);
        course.then(6, Deed::Redact { by: administrator, reason: self.texts.desk.slip_reason.clone() });
    }

    pub(super) fn why_suspend(&mut self, part: &Part, reason: usize) -> String {
        let text = self.phrase(part.matter.requester, |phrases| match reason {
            0 => &phrases.wait_requester,
            1 => &phrases.wait_supplier,
            2 => &phrases.wait_scheduled,
            _ => &phrases.wait_approval,
        });
        self.filler(part).fill(&text)
    }

    pub(super) fn why_reopen(&mut self, part: &Part) -> String {
        let service = self.world.company.services.get(part.matter.service);
        let incident = service.is_some_and(|service| service.request_type == RequestType::Incident);
        self.phrase(part.matter.requester, |phrases| {
            if incident { &phrases.reopen_incident } else { &phrases.reopen_service_request }
        })
    }

    /// Reopened by its requester, and resolved for good.
    pub(super) fn second_try(&mut self, course: &mut Course, part: &Part) {
        let (requester, agent) = (part.matter.requester, part.agent);
        course.stretch(self.random.between(HOUR, 8 * HOUR));
        course.then(30, Deed::Read { by: requester });
        if self.random.chance(30) {
            course.then(20, Deed::Accept { by: requester });
        }
        let text = self.why_reopen(part);
        course.then(50, Deed::Reopen { by: requester, text });
        course.stretch(part.target.unwrap_or(20 * HOUR) * self.random.between(12, 80) / 100);
        let text = self.phrase(requester, |phrases| &phrases.news);
        course.then(20, note(agent, text));
        let text = self.phrase(requester, |phrases| &phrases.solved_again);
        course.then(60, Deed::Resolve { by: agent, text, minutes: Some(35) });
    }

    /// Given up, by one side or the other.
    pub(super) fn given_up(&mut self, course: &mut Course, part: &mut Part, fate: Fate) {
        course.stretch(self.random.between(HOUR, 22 * HOUR));
        self.open(course, part);
        let requester = part.matter.requester;
        if fate == Fate::Dropped || self.random.chance(50) {
            course.then(20, Deed::Capture { by: part.agent });
            let asked = self.lines(part, Ending::UnreadByRequester);
            self.talk(course, part, 0..asked, Ending::Read);
        }
        let deed = if fate == Fate::Dropped {
            let text = self.phrase(requester, |phrases| &phrases.cancel_desk);
            Deed::Cancel { by: part.agent, text }
        } else {
            let text = self.phrase(requester, |phrases| &phrases.cancel_requester);
            Deed::Cancel { by: requester, text }
        };
        course.then(30, deed);
    }

    /// Solved on the telephone.
    pub(super) fn at_once(&mut self, course: &mut Course, part: &mut Part) {
        let filler = self.filler(part);
        let solution = self.scenarios.get(part.scenario).map(|told| filler.fill(&told.solution));
        let origin = if self.random.chance(80) { Origin::Telephone } else { Origin::InPerson };
        if origin == Origin::Telephone {
            part.matter.text.insert_str(0, &self.phrases(part.matter.requester).phone);
        }
        course.stretch(0);
        course.then(0, Deed::Open { by: part.agent, origin: Some(origin), parent: None, solution, file: false });
    }

    /// Another urgency at first, by somebody who may change it.
    fn other_urgency(&mut self, part: &mut Part) -> Option<Deed> {
        let service = self.world.company.services.get(part.matter.service)?;
        if service.fixed_priority.is_some() || !self.random.chance(9) {
            return None;
        }
        part.agent = self.agent(self.world.group_of(part.matter.service), part.matter.service, None, true);
        let up = part.urgency != Level::Low;
        part.matter.urgency = if up { Level::Low } else { Level::Medium };
        let text = self.phrase(
            part.matter.requester,
            |phrases| {
                if up { &phrases.priority_up } else { &phrases.priority_down }
            },
        );
        Some(Deed::Priority { by: part.agent, urgency: part.urgency, text })
    }
}
