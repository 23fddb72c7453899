//! What is written down in `data/`.

use crate::demo::data;
use crate::demo::reference::TEMPLATES;
use crate::domain::calendar::Calendar;
use crate::domain::template::{Template, keys};
use chrono::NaiveDate;
use contract::Language;
use std::collections::BTreeSet;

#[test]
fn scenarios_are_conversations() {
    let company = data::company().unwrap();
    let scenarios = data::scenarios().unwrap();
    assert!(scenarios.iter().filter(|scenario| scenario.language == Language::Portuguese).count() >= 60);
    for scenario in &scenarios {
        let what = &scenario.titles[0];
        assert!(company.services.iter().any(|service| service.key == scenario.service), "{what}");
        assert!((2..=4).contains(&scenario.talk.len()), "{what}");
        assert!(scenario.talk[0].starts_with("A: ") && scenario.talk[1].starts_with("S: "), "{what}");
        assert!(scenario.talk.iter().all(|line| line.starts_with("A: ") || line.starts_with("S: ")), "{what}");
        assert!(!scenario.solution.is_empty() && scenario.titles.len() == 2, "{what}");
        assert!(contract::Category::FOR_NOTES.contains(&scenario.note.category), "{what}");
    }
    for service in &company.services {
        assert!(scenarios.iter().filter(|scenario| scenario.service == service.key).count() >= 4, "{}", service.key);
    }
    let titles: BTreeSet<&String> = scenarios.iter().flat_map(|scenario| &scenario.titles).collect();
    assert_eq!(titles.len(), scenarios.len() * 2, "a title twice");
}

#[test]
fn scenarios_leave_only_gaps_that_are_filled() {
    let known = ["first", "unit", "folder", "ext", "room", "asset", "printer", "nf", "order"];
    for scenario in data::scenarios().unwrap() {
        let texts = [&scenario.text, &scenario.solution, &scenario.note.text].into_iter();
        for text in texts.chain(&scenario.titles).chain(&scenario.talk) {
            for gap in text.split('{').skip(1) {
                let name = gap.split('}').next().unwrap();
                assert!(known.contains(&name), "{{{name}}} in {:?}", scenario.titles[0]);
            }
        }
    }
}

#[test]
fn every_template_can_be_read_and_says_what_it_is_about() {
    let templates = data::templates().unwrap();
    assert_eq!(templates.len(), TEMPLATES.len());
    for (parameter, key, kind) in TEMPLATES {
        let template = &templates[key];
        assert!(!template.name.is_empty());
        assert_eq!(template.texts.len(), Language::ALL.len(), "{key}");
        let expected = crate::domain::parameters::definition(parameter).unwrap().template_kind;
        assert_eq!(expected, Some(kind), "{key}");
        for (language, text) in &template.texts {
            let read = Template::parse(kind, &text.subject, &text.body);
            let read = read.unwrap_or_else(|error| panic!("{key} in {language}: {error:?}"));
            let needed = match kind {
                contract::admin::TemplateKind::Password => keys::PASSWORD_LINK,
                _ => keys::NUMBER,
            };
            assert!(read.uses(needed), "{key} in {language}");
        }
    }
}

#[test]
fn languages_use_the_same_keys() {
    for (key, template) in data::templates().unwrap() {
        let used: BTreeSet<BTreeSet<String>> = template
            .texts
            .values()
            .map(|text| {
                let all = format!("{} {}", text.subject, text.body);
                let keys = all.split("${").skip(1).map(|rest| rest.split('}').next().unwrap().to_owned());
                // The message's number is spelt in each language's own way.
                keys.filter(|key| !key.starts_with("IDS")).collect()
            })
            .collect();
        assert_eq!(used.len(), 1, "{key}");
    }
}

#[test]
fn national_holidays_are_closed() {
    let calendar = Calendar::from_edit(&data::company().unwrap().business_calendar()).unwrap();
    // Easter was on 5 April 2026, and will be on 28 March 2027.
    let movable = [(2026, 4, 3), (2027, 3, 26)];
    let fixed = [(1, 1), (4, 21), (5, 1), (9, 7), (10, 12), (11, 2), (11, 15), (11, 20), (12, 25)];
    let fixed = [2026, 2027].into_iter().flat_map(|year| fixed.map(|(month, day)| (year, month, day)));
    for (year, month, day) in fixed.chain(movable) {
        let date = NaiveDate::from_ymd_opt(year, month, day).unwrap();
        assert!(calendar.exceptions().contains_key(&date), "{date}");
        assert!(calendar.hours(date).is_empty(), "{date}");
    }
    let christmas_eve = NaiveDate::from_ymd_opt(2026, 12, 24).unwrap();
    assert_eq!(calendar.hours(christmas_eve)[0].to(), 12 * 60);
}

#[test]
fn catalogue_shows_every_kind_of_service() {
    let company = data::company().unwrap();
    assert_eq!((company.groups.len(), company.services.len(), company.categories.len()), (3, 12, 6));
    assert_eq!(company.groups.iter().filter(|group| group.see_all).count(), 1);
    let services = || company.services.iter();
    assert_eq!(services().filter(|service| service.target.is_none()).count(), 1);
    assert_eq!(services().filter(|service| service.fixed_priority.is_some()).count(), 1);
    assert_eq!(services().filter(|service| service.units.len() == 1).count(), 1);
    assert_eq!(services().filter(|service| service.confidential).count(), 1);
    assert_eq!(services().filter(|service| service.group.is_none()).count(), 1);
    for service in services() {
        assert!(company.categories.iter().any(|category| category.key == service.category), "{}", service.key);
        let target = company.target(service, 3);
        assert_eq!(target.is_some(), service.target.is_some(), "{}", service.key);
    }
}
