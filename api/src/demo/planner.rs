//! Plans the requests of the demo company: who asks for what, who serves it, what they say, and when.

mod draft;
mod filler;
mod generate;
mod outcomes;
mod related;
mod steps;
mod timelines;

use super::data::{Scenario, Texts};
use super::plan::Plan;
use super::random::Random;
use super::reference::DemoCompany;
use chrono::{DateTime, Utc};
use draft::Planner;

/// Where the numbers of the demo company begin.
const SEED: u64 = 0x5011_C17A;

/// The timelines of all requests of the demo company.
#[must_use]
pub fn plan_requests(demo: &DemoCompany, texts: &Texts, scenarios: &[Scenario], now: DateTime<Utc>) -> Vec<Plan> {
    let random = Random::new(SEED);
    let used = vec![0; scenarios.len()];
    let plans = Vec::new();
    let mut planner = Planner { demo, texts, scenarios, now, random, used, plans, slipped: false, repeated: None };
    planner.generate();
    planner.plans
}
