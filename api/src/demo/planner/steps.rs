//! Pieces of a request's timeline that many have in common.

use super::draft::{Draft, Planner};
use super::outcomes::Ending;
use crate::demo::plan::{Step, Timeline};
use contract::{Grade, Origin};

impl Planner<'_> {
    /// Opened on the portal; by some, over an attendant's counter.
    pub(super) fn open(&mut self, timeline: &mut Timeline, draft: &mut Draft) {
        let requester = draft.spec.requester;
        let no_address = self.demo.personnel.get(requester).is_some_and(|who| who.person.email.is_none());
        let file = self.random.chance(12);
        if draft.spec.opened_as == draft.spec.service && (no_address || self.random.chance(11)) {
            let origin = match self.random.below(10) {
                0..6 => Origin::Telephone,
                6..8 => Origin::Email,
                _ => Origin::InPerson,
            };
            if origin == Origin::Telephone {
                draft.spec.text.insert_str(0, &self.phrases(requester).phone);
            }
            let by = self.agent(0, draft.spec.service, None, false);
            timeline.step(0, Step::Open { by, origin: Some(origin), parent: None, solution: None, file: false });
        } else {
            timeline.step(0, Step::Open { by: requester, origin: None, parent: None, solution: None, file });
        }
    }

    /// Lines of the scenario's conversation, with what the desk notes on the way.
    pub(super) fn talk(
        &mut self,
        timeline: &mut Timeline,
        draft: &Draft,
        lines: std::ops::Range<usize>,
        ending: Ending,
    ) {
        let Some(scenario) = self.scenarios.get(draft.scenario) else { return };
        let filler = self.filler(draft);
        let (requester, agent) = (draft.spec.requester, draft.agent);
        // What was found is noted when all has been said.
        let noted = lines.end == scenario.talk.len();
        let mut last = None;
        for line in scenario.talk.get(lines).unwrap_or_default() {
            let Some((who, text)) = line.split_once(": ") else { continue };
            let by = if who == "A" { agent } else { requester };
            if last.is_some_and(|last| last != by) {
                timeline.step(6, Step::Read { by });
            }
            let file = by == requester && (text.contains("anex") || text.contains("adjunt") || text.contains("attach"));
            timeline.step(22, Step::Message { by, text: filler.fill(text), file });
            last = Some(by);
        }
        if noted {
            let note = &scenario.note;
            let (category, minutes) = (Some(note.category), Some(note.minutes));
            let file = self.random.chance(8);
            timeline.step(
                14,
                Step::Note { by: agent, text: filler.fill(&note.text), category, internal: true, minutes, file },
            );
        }
        if ending == Ending::Read
            && let Some(last) = last
        {
            timeline.step(8, Step::Read { by: if last == agent { requester } else { agent } });
        }
    }

    /// How many lines to tell so that the right side has the last word.
    pub(super) fn lines(&self, draft: &Draft, ending: Ending) -> usize {
        let talk = self.scenarios.get(draft.scenario).map(|scenario| scenario.talk.as_slice()).unwrap_or_default();
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
    pub(super) fn asides(&mut self, timeline: &mut Timeline, draft: &Draft) {
        let (requester, agent) = (draft.spec.requester, draft.agent);
        if self.random.chance(12) {
            let text = self.phrase(requester, |phrases| &phrases.note);
            timeline.step(10, note(requester, text));
        }
        if self.random.chance(14) {
            let text = self.phrase(requester, |phrases| &phrases.news);
            timeline.step(10, note(agent, text));
        }
        if self.random.chance(24) {
            let text = self.random.phrase(&self.texts.desk.notes).to_owned();
            let minutes = self.random.chance(50).then_some(5 + 5 * i32::try_from(self.random.below(6)).unwrap_or(0));
            let step = Step::Note { by: agent, text, category: None, internal: true, minutes, file: false };
            timeline.step(10, step);
        }
        if self.random.chance(4) {
            timeline.step(5, Step::Attach { by: requester });
        }
    }

    /// The solution, from the scenario.
    pub(super) fn resolve(&mut self, timeline: &mut Timeline, draft: &Draft) {
        let filler = self.filler(draft);
        let text = self.scenarios.get(draft.scenario).map(|told| filler.fill(&told.solution)).unwrap_or_default();
        let minutes = self.random.chance(70).then_some(5 * i32::try_from(self.random.between(1, 18)).unwrap_or(1));
        timeline.step(18, Step::Resolve { by: draft.agent, text, minutes });
    }

    /// What the requester thinks of it.
    pub(super) fn rate(&mut self, requester: usize, accept: bool) -> Step {
        let grade = match self.random.below(100) {
            0..46 => Grade::Excellent,
            46..82 => Grade::Good,
            82..93 => Grade::Fair,
            _ => Grade::Poor,
        };
        self.graded(requester, grade, accept)
    }

    pub(super) fn graded(&mut self, requester: usize, grade: Grade, accept: bool) -> Step {
        let comment = self.phrase(requester, |phrases| match grade {
            Grade::Excellent => &phrases.excellent,
            Grade::Good => &phrases.good,
            Grade::Fair => &phrases.fair,
            Grade::Poor => &phrases.poor,
        });
        Step::Rate { by: requester, grade, comment, accept }
    }
}

/// A note that both sides read.
pub fn note(by: usize, text: String) -> Step {
    Step::Note { by, text, category: None, internal: false, minutes: None, file: false }
}
