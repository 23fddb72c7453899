//! Who asks for what, who serves it, and what they say.

mod courses;
mod deal;
mod fates;
mod parts;
mod stories;

use super::data::{Phrases, Scenario, Texts};
use super::plan::{Matter, Plan};
use super::random::Random;
use super::reference::World;
use super::workday;
use crate::domain::priority::priority;
use chrono::{DateTime, Utc};
use contract::{Language, Level};

/// Seconds.
const MINUTE: i64 = 60;
/// Seconds.
const HOUR: i64 = 3600;
/// Where the numbers of the demo company begin.
const SEED: u64 = 0x5011_C17A;

/// Writes the course of every request.
pub struct Script<'a> {
    world: &'a World,
    texts: &'a Texts,
    scenarios: &'a [Scenario],
    now: DateTime<Utc>,
    random: Random,
    /// How often each scenario was used.
    used: Vec<u32>,
    plans: Vec<Plan>,
    /// Somebody has written a password into a note.
    slipped: bool,
    /// What is asked for again: plan, who serves it, scenario.
    repeated: Option<(usize, usize, usize)>,
}

/// What a request is about, with all that its course needs to know.
struct Part {
    matter: Matter,
    scenario: usize,
    /// Urgency in the end.
    urgency: Level,
    /// Working time allowed, in seconds.
    target: Option<i64>,
    /// Who serves it.
    agent: usize,
    /// Where its names and numbers come from.
    seed: u64,
}

/// What a part must be like.
#[derive(Debug, Clone, Copy, Default)]
struct Wish {
    requester: Option<usize>,
    /// Only services whose deadline is to be agreed, or none of those.
    without_target: Option<bool>,
    /// No service that is served day and night, and none that is urgent by itself.
    office_hours: bool,
    /// Somebody who has left may have asked.
    long_ago: bool,
}

/// The courses of all requests of the demo company.
#[must_use]
pub fn write(world: &World, texts: &Texts, scenarios: &[Scenario], now: DateTime<Utc>) -> Vec<Plan> {
    let random = Random::new(SEED);
    let used = vec![0; scenarios.len()];
    let plans = Vec::new();
    let mut script = Script { world, texts, scenarios, now, random, used, plans, slipped: false, repeated: None };
    script.deal();
    script.plans
}

impl Script<'_> {
    /// Phrases in the requester's language.
    fn phrases(&self, requester: usize) -> &Phrases {
        self.texts.of(self.language(requester))
    }

    fn language(&self, person: usize) -> Language {
        self.world.cast.get(person).map_or(Language::default(), |character| character.person.language)
    }

    /// One of the phrases of the requester's language.
    fn phrase(&mut self, requester: usize, list: impl Fn(&Phrases) -> &[String]) -> String {
        let texts = self.texts.of(self.language(requester));
        self.random.phrase(list(texts)).to_owned()
    }

    fn part(&mut self, wish: Wish) -> Part {
        // Some people speak a language in which nothing of the kind happens.
        for _ in 0..200 {
            let Some(requester) = wish.requester.or_else(|| self.requester(wish.long_ago)) else { break };
            if let Some(scenario) = self.scenario(requester, wish) {
                return self.cast(requester, scenario);
            }
        }
        self.cast(0, 0)
    }

    /// Somebody of those who only ask.
    fn requester(&mut self, long_ago: bool) -> Option<usize> {
        let cast = self.world.cast.iter();
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
    fn scenario(&mut self, requester: usize, wish: Wish) -> Option<usize> {
        let character = self.world.cast.get(requester)?;
        let unit = self.world.company.units.get(character.unit)?.key.clone();
        let language = character.person.language;
        let (scenarios, services) = (self.scenarios, &self.world.company.services);
        let weights = services.iter().map(|service| {
            let offered = service.units.is_empty() || service.units.contains(&unit);
            let agreed = service.target.is_none();
            let urgent = service.is_always() || service.fixed_priority.is_some();
            let told =
                scenarios.iter().any(|scenario| scenario.service == service.key && scenario.language == language);
            let fits = offered && told && wish.without_target.is_none_or(|wanted| wanted == agreed);
            let fits = fits && !(urgent && wish.office_hours);
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

    fn cast(&mut self, requester: usize, scenario: usize) -> Part {
        let told = self.scenarios.get(scenario);
        let service = told.and_then(|told| self.world.service(&told.service)).unwrap_or(0);
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
        let group = self.world.group_of(service);
        let agent = self.agent(group, service, None, false);
        let matter = Matter { service, opened_as: service, requester, urgency, title, text };
        let target = self.target(service, urgency);
        let mut part = Part { matter, scenario, urgency, target, agent, seed: self.random.draw() };
        let filler = self.filler(&part);
        part.matter.title = filler.fill(&part.matter.title);
        part.matter.text = filler.fill(&part.matter.text);
        part
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
        let service = self.world.company.services.get(service)?;
        let priority = priority(service.impact, urgency, service.fixed_priority);
        self.world.company.target(service, priority).map(|(_, resolve)| resolve)
    }

    /// Somebody who executes requests of a group.
    fn agent(&mut self, group: usize, service: usize, but: Option<usize>, changes_sla: bool) -> usize {
        let service = self.world.company.services.get(service).map_or("", |service| service.key.as_str());
        let cast = self.world.cast.iter().enumerate();
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
    fn past(&mut self, from_days: i64, to_days: i64) -> DateTime<Utc> {
        let from = self.now - chrono::TimeDelta::days(from_days);
        let to = self.now - chrono::TimeDelta::days(to_days);
        let seconds = self.world.business.working_seconds(from, to);
        workday::after(&self.world.business, from, self.random.between(60, seconds.max(61)))
    }
}
