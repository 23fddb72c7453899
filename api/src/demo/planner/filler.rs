//! Fills the gaps in the texts of a scenario.

use crate::demo::random::Random;
use crate::demo::reference::DemoCompany;

/// Names and numbers for the gaps in a scenario's texts.
pub struct Filler(Vec<(&'static str, String)>);

impl Filler {
    /// Values for a request of this requester (an index in the personnel). The same seed gives the same values, so that
    /// a request names the same printer from the title to the solution.
    #[must_use]
    pub fn new(demo: &DemoCompany, requester: usize, seed: u64) -> Self {
        let requester = demo.personnel.get(requester);
        let first = requester.and_then(|who| who.person.name.split(' ').next()).unwrap_or_default();
        let unit = requester.and_then(|who| demo.company.units.get(who.unit));
        let city = unit.and_then(|unit| unit.name.split(" – ").next()).unwrap_or_default();
        let code = unit.map_or("", |unit| unit.code.as_str());
        let folders = ["Contratos", "Qualidade", "Cotações", "Certificados", "Inventário", "Projetos", "Auditoria"];
        let random = &mut Random::new(seed);
        let folder = folders.get(random.index(folders.len())).copied().unwrap_or_default();
        let extension = requester.map(|who| who.person.extension.clone()).unwrap_or_default();
        let number = |random: &mut Random, low, high| random.between(low, high).to_string();
        Self(vec![
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
