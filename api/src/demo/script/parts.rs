//! Pieces of a request's course that many have in common.

use super::{Part, Script};
use crate::demo::plan::{Course, Deed};
use crate::demo::random::Random;
use contract::{Grade, Origin};

/// Names and numbers for the gaps in a scenario's texts.
pub struct Filler(Vec<(&'static str, String)>);

impl Filler {
    /// The text without gaps.
    #[must_use]
    pub fn fill(&self, text: &str) -> String {
        let mut filled = text.to_owned();
        for (gap, value) in &self.0 {
            if filled.contains(gap) {
                filled = filled.replace(gap, value);
            }
        }
        filled
    }
}

/// Which lines of a scenario's conversation are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// All of them, read by both.
    Read,
    /// As far as the attendant's last word, which the requester has not read.
    UnreadByRequester,
    /// As far as the requester's last word, which the desk has not read.
    UnreadByDesk,
}

impl Script<'_> {
    /// Always the same for a part: the same printer from the title to the solution.
    pub(super) fn filler(&self, part: &Part) -> Filler {
        let requester = self.world.cast.get(part.matter.requester);
        let first = requester.and_then(|who| who.person.name.split(' ').next()).unwrap_or_default();
        let unit = requester.and_then(|who| self.world.company.units.get(who.unit));
        let city = unit.and_then(|unit| unit.name.split(" – ").next()).unwrap_or_default();
        let code = unit.map_or("", |unit| unit.code.as_str());
        let folders = ["Contratos", "Qualidade", "Cotações", "Certificados", "Inventário", "Projetos", "Auditoria"];
        let random = &mut Random::new(part.seed);
        let folder = folders.get(random.index(folders.len())).copied().unwrap_or_default();
        let extension = requester.map(|who| who.person.extension.clone()).unwrap_or_default();
        let number = |random: &mut Random, low, high| random.between(low, high).to_string();
        Filler(vec![
            ("{first}", first.to_owned()),
            ("{unit}", city.to_owned()),
            ("{folder}", folder.to_owned()),
            ("{ext}", extension),
            ("{room}", format!("{}.{:02}", random.between(1, 3), random.between(1, 18))),
            ("{asset}", format!("TG-{}", number(random, 10_200, 18_990))),
            ("{printer}", format!("IMP-{code}-{:02}", random.between(1, 9))),
            ("{nf}", number(random, 184_100, 196_800)),
            ("{order}", format!("PC-{}", number(random, 52_000, 61_900))),
        ])
    }

    /// Opened on the portal; by some, over an attendant's counter.
    pub(super) fn open(&mut self, course: &mut Course, part: &mut Part) {
        let requester = part.matter.requester;
        let no_address = self.world.cast.get(requester).is_some_and(|who| who.person.email.is_none());
        let file = self.random.chance(12);
        if part.matter.opened_as == part.matter.service && (no_address || self.random.chance(11)) {
            let origin = match self.random.below(10) {
                0..6 => Origin::Telephone,
                6..8 => Origin::Email,
                _ => Origin::InPerson,
            };
            if origin == Origin::Telephone {
                part.matter.text.insert_str(0, &self.phrases(requester).phone);
            }
            let by = self.agent(0, part.matter.service, None, false);
            course.then(0, Deed::Open { by, origin: Some(origin), parent: None, solution: None, file: false });
        } else {
            course.then(0, Deed::Open { by: requester, origin: None, parent: None, solution: None, file });
        }
    }

    /// Lines of the scenario's conversation, with what the desk notes on the way.
    pub(super) fn talk(&mut self, course: &mut Course, part: &Part, lines: std::ops::Range<usize>, ending: Ending) {
        let Some(scenario) = self.scenarios.get(part.scenario) else { return };
        let filler = self.filler(part);
        let (requester, agent) = (part.matter.requester, part.agent);
        // What was found is noted when all has been said.
        let noted = lines.end == scenario.talk.len();
        let mut last = None;
        for line in scenario.talk.get(lines).unwrap_or_default() {
            let Some((who, text)) = line.split_once(": ") else { continue };
            let by = if who == "A" { agent } else { requester };
            if last.is_some_and(|last| last != by) {
                course.then(6, Deed::Read { by });
            }
            let file = by == requester && (text.contains("anex") || text.contains("adjunt") || text.contains("attach"));
            course.then(22, Deed::Say { by, text: filler.fill(text), file });
            last = Some(by);
        }
        if noted {
            let note = &scenario.note;
            let (category, minutes) = (Some(note.category), Some(note.minutes));
            let file = self.random.chance(8);
            course.then(
                14,
                Deed::Note { by: agent, text: filler.fill(&note.text), category, internal: true, minutes, file },
            );
        }
        if ending == Ending::Read
            && let Some(last) = last
        {
            course.then(8, Deed::Read { by: if last == agent { requester } else { agent } });
        }
    }

    /// How many lines to tell so that the right side has the last word.
    pub(super) fn lines(&self, part: &Part, ending: Ending) -> usize {
        let talk = self.scenarios.get(part.scenario).map(|scenario| scenario.talk.as_slice()).unwrap_or_default();
        let says = |who: &str| talk.iter().rposition(|line| line.starts_with(who)).map_or(0, |place| place + 1);
        match ending {
            Ending::Read => talk.len(),
            // Not the very last line, which often says that all is done.
            Ending::UnreadByRequester => {
                talk.iter().position(|line| line.starts_with('A')).map_or(0, |place| place + 1)
            }
            Ending::UnreadByDesk => says("S"),
        }
    }

    /// Notes that come up in the middle.
    pub(super) fn asides(&mut self, course: &mut Course, part: &Part) {
        let (requester, agent) = (part.matter.requester, part.agent);
        if self.random.chance(12) {
            let text = self.phrase(requester, |phrases| &phrases.note);
            course.then(10, note(requester, text));
        }
        if self.random.chance(14) {
            let text = self.phrase(requester, |phrases| &phrases.news);
            course.then(10, note(agent, text));
        }
        if self.random.chance(24) {
            let text = self.random.phrase(&self.texts.desk.notes).to_owned();
            let minutes = self.random.chance(50).then_some(5 + 5 * i32::try_from(self.random.below(6)).unwrap_or(0));
            let deed = Deed::Note { by: agent, text, category: None, internal: true, minutes, file: false };
            course.then(10, deed);
        }
        if self.random.chance(4) {
            course.then(5, Deed::Attach { by: requester });
        }
    }

    /// The solution, from the scenario.
    pub(super) fn resolve(&mut self, course: &mut Course, part: &Part) {
        let filler = self.filler(part);
        let text = self.scenarios.get(part.scenario).map(|told| filler.fill(&told.solution)).unwrap_or_default();
        let minutes = self.random.chance(70).then_some(5 * i32::try_from(self.random.between(1, 18)).unwrap_or(1));
        course.then(18, Deed::Resolve { by: part.agent, text, minutes });
    }

    /// What the requester thinks of it.
    pub(super) fn rate(&mut self, requester: usize, accept: bool) -> Deed {
        let grade = match self.random.below(100) {
            0..46 => Grade::Excellent,
            46..82 => Grade::Good,
            82..93 => Grade::Fair,
            _ => Grade::Poor,
        };
        self.graded(requester, grade, accept)
    }

    pub(super) fn graded(&mut self, requester: usize, grade: Grade, accept: bool) -> Deed {
        let comment = self.phrase(requester, |phrases| match grade {
            Grade::Excellent => &phrases.excellent,
            Grade::Good => &phrases.good,
            Grade::Fair => &phrases.fair,
            Grade::Poor => &phrases.poor,
        });
        Deed::Rate { by: requester, grade, comment, accept }
    }
}

/// A note that both sides read.
pub fn note(by: usize, text: String) -> Deed {
    Deed::Note { by, text, category: None, internal: false, minutes: None, file: false }
}
