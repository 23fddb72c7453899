//! Chooses what a request is about, who asks for it and who serves it.

use super::filler::Filler;
use crate::demo::data::{Phrases, Scenario, Texts};
use crate::demo::plan::{Plan, RequestSpec};
use crate::demo::random::Random;
use crate::demo::reference::DemoCompany;
use crate::demo::workday;
use crate::domain::priority::priority;
use chrono::{DateTime, Utc};
use contract::{Language, Level};

/// Seconds.
pub(super) const MINUTE: i64 = 60;
/// Seconds.
pub(super) const HOUR: i64 = 3600;

/// Writes the timeline of every request.
pub(super) struct Planner<'a> {
    pub(super) demo: &'a DemoCompany,
    pub(super) texts: &'a Texts,
    pub(super) scenarios: &'a [Scenario],
    pub(super) now: DateTime<Utc>,
    pub(super) random: Random,
    /// How often each scenario was used.
    pub(super) used: Vec<u32>,
    pub(super) plans: Vec<Plan>,
    /// Somebody has written a password into a note.
    pub(super) slipped: bool,
    /// What is asked for again: plan, who serves it, scenario.
    pub(super) repeated: Option<(usize, usize, usize)>,
}

/// What a request is about, with all that its timeline needs to know.
pub(super) struct Draft {
    pub(super) spec: RequestSpec,
    pub(super) scenario: usize,
    /// Urgency in the end.
    pub(super) urgency: Level,
    /// Working time allowed, in seconds.
    pub(super) target: Option<i64>,
    /// Who serves it.
    pub(super) agent: usize,
    /// Where its names and numbers come from.
    pub(super) seed: u64,
}

/// What a draft must be like.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Criteria {
    pub(super) requester: Option<usize>,
    /// Only services whose deadline is to be agreed, or none of those.
    pub(super) without_target: Option<bool>,
    /// No service that is served day and night, and none that is urgent by itself.
    pub(super) office_hours: bool,
    /// Somebody who has left may have asked.
    pub(super) long_ago: bool,
}

impl Planner<'_> {
    /// Phrases in the requester's language.
    pub(super) fn phrases(&self, requester: usize) -> &Phrases {
        self.texts.of(self.language(requester))
    }

    pub(super) fn language(&self, person: usize) -> Language {
        self.demo.personnel.get(person).map_or(Language::default(), |character| character.person.language)
    }

    /// One of the phrases of the requester's language.
    pub(super) fn phrase(&mut self, requester: usize, list: impl Fn(&Phrases) -> &[String]) -> String {
        let texts = self.texts.of(self.language(requester));
        self.random.phrase(list(texts)).to_owned()
    }

    pub(super) fn draft_matching(&mut self, criteria: Criteria) -> Draft {
        // Some people speak a language in which nothing of the kind happens.
        for _ in 0..200 {
            let Some(requester) = criteria.requester.or_else(|| self.requester(criteria.long_ago)) else { break };
            if let Some(scenario) = self.scenario(requester, criteria) {
                return self.draft(requester, scenario);
            }
        }
        self.draft(0, 0)
    }

    /// Somebody of those who only ask.
    pub(super) fn requester(&mut self, long_ago: bool) -> Option<usize> {
        let cast = self.demo.personnel.iter();
        self.random.weighted(cast.map(|character| match &character.person {
            // The requester's login has its own share.
            person if person.login.is_some() || !person.groups.is_empty() => 0,
            person if person.left => u32::from(long_ago) * 3,
            person if person.vip => 1,
            person if person.language != Language::default() => 2,
            _ => 3,
        }))
    }

    /// The least told scenario of a service that the person may ask for.
    fn scenario(&mut self, requester: usize, criteria: Criteria) -> Option<usize> {
        let character = self.demo.personnel.get(requester)?;
        let unit = self.demo.company.units.get(character.unit)?.key.clone();
        let language = character.person.language;
        let (scenarios, services) = (self.scenarios, &self.demo.company.services);
        let weights = services.iter().map(|service| {
            let offered = service.units.is_empty() || service.units.contains(&unit);
            let agreed = service.target.is_none();
            let urgent = service.is_always() || service.fixed_priority.is_some();
            let told =
                scenarios.iter().any(|scenario| scenario.service == service.key && scenario.language == language);
            let fits = offered && told && criteria.without_target.is_none_or(|wanted| wanted == agreed);
            let fits = fits && !(urgent && criteria.office_hours);
            if fits { service.weight } else { 0 }
        });
        let service = self.random.weighted(weights)?;
        let key = &services.get(service)?.key;
        let fitting = (0..scenarios.len())
            .filter(|place| scenarios.get(*place).is_some_and(|s| &s.service == key && s.language == language));
        let start = self.random.index(scenarios.len());
        // Of those told equally often any may come first.
        fitting
            .min_by_key(|place| (self.used.get(*place).copied(), (place + scenarios.len() - start) % scenarios.len()))
    }

    pub(super) fn draft(&mut self, requester: usize, scenario: usize) -> Draft {
        let told = self.scenarios.get(scenario);
        let service = told.and_then(|told| self.demo.service(&told.service)).unwrap_or(0);
        let times = self.used.get_mut(scenario).map_or(0, |times| {
            *times += 1;
            *times as usize - 1
        });
        let urgency = told.and_then(|told| told.urgency).unwrap_or_else(|| self.urgency());
        let (title, text) = match told {
            Some(told) => {
                let title = told.titles.get(times % told.titles.len().max(1)).cloned().unwrap_or_default();
                (title, told.text.trim().to_owned())
            }
            None => (String::new(), String::new()),
        };
        let group = self.demo.group_of(service);
        let agent = self.agent(group, service, None, false);
        let spec = RequestSpec { service, opened_as: service, requester, urgency, title, text };
        let target = self.target(service, urgency);
        let mut draft = Draft { spec, scenario, urgency, target, agent, seed: self.random.draw() };
        let filler = self.filler(&draft);
        draft.spec.title = filler.fill(&draft.spec.title);
        draft.spec.text = filler.fill(&draft.spec.text);
        draft
    }

    fn urgency(&mut self) -> Level {
        match self.random.below(20) {
            0..3 => Level::High,
            3..8 => Level::Low,
            _ => Level::Medium,
        }
    }

    /// Working time to resolve, in seconds.
    fn target(&self, service: usize, urgency: Level) -> Option<i64> {
        let service = self.demo.company.services.get(service)?;
        let priority = priority(service.impact, urgency, service.fixed_priority);
        self.demo.company.target(service, priority).map(|(_, resolve)| resolve)
    }

    /// Somebody who executes requests of a group.
    pub(super) fn agent(&mut self, group: usize, service: usize, but: Option<usize>, changes_sla: bool) -> usize {
        let service = self.demo.company.services.get(service).map_or("", |service| service.key.as_str());
        let cast = self.demo.personnel.iter().enumerate();
        let found = self.random.weighted(cast.map(|(place, character)| {
            let able = if changes_sla { &character.changes_sla } else { &character.executes };
            let specialist = match (service, character.person.title.as_str()) {
                ("pessoal", "Analista de departamento pessoal") | ("nota", "Analista de sistemas fiscais") => 8,
                ("pessoal", _) => 1,
                // The attendant's login has most to show.
                (_, "Analista de suporte") => 5,
                _ => 2,
            };
            if able.contains(&group) && Some(place) != but { specialist } else { 0 }
        }));
        found.unwrap_or(0)
    }

    /// An instant in office hours between so many days ago and so many other days ago.
    pub(super) fn past(&mut self, from_days: i64, to_days: i64) -> DateTime<Utc> {
        let from = self.now - chrono::TimeDelta::days(from_days);
        let to = self.now - chrono::TimeDelta::days(to_days);
        let seconds = self.demo.business.working_seconds(from, to);
        workday::after(&self.demo.business, from, self.random.between(60, seconds.max(61)))
    }

    /// The values for the gaps in the texts of a draft.
    pub(super) fn filler(&self, draft: &Draft) -> Filler {
        Filler::new(self.demo, draft.spec.requester, draft.seed)
    }
}
