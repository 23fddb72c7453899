//! `company.toml` and `people.toml`.

use chrono::NaiveDate;
use contract::admin::{CalendarEdit, CalendarException, HoursView, WeekdayHours};
use contract::{Language, Level, RequestType};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Name of the calendar of office hours.
const BUSINESS: &str = "Comercial";
/// Name of the calendar without a pause.
const ALWAYS: &str = "24 horas";
/// Time zone of the company.
pub const TIME_ZONE: &str = "America/Sao_Paulo";

/// Reference data.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the tables of data/company.toml")]
pub struct Company {
    #[serde(rename = "unit")]
    pub units: Vec<Unit>,
    #[serde(rename = "group")]
    pub groups: Vec<Group>,
    #[serde(rename = "category")]
    pub categories: Vec<ServiceCategory>,
    #[serde(rename = "target")]
    pub targets: Vec<Target>,
    #[serde(rename = "service")]
    pub services: Vec<Service>,
    #[serde(rename = "reason")]
    pub reasons: Vec<Reason>,
    #[serde(rename = "holiday")]
    pub holidays: Vec<Holiday>,
}

/// A branch.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the columns of data/company.toml")]
pub struct Unit {
    pub key: String,
    pub name: String,
    /// Area code of its telephones.
    pub area: String,
    /// Its place in names of equipment.
    pub code: String,
}

/// A group.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the columns of data/company.toml")]
pub struct Group {
    pub key: String,
    pub name: String,
    pub email: String,
    #[serde(default)]
    pub see_all: bool,
}

/// A category of the catalogue.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the columns of data/company.toml")]
pub struct ServiceCategory {
    pub key: String,
    pub name: String,
    pub icon: String,
}

/// Minutes of working time to capture and to resolve, by priority.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the columns of data/company.toml")]
pub struct Target {
    pub key: String,
    pub minutes: [(i64, i64); 5],
}

/// A service.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the columns of data/company.toml")]
pub struct Service {
    pub key: String,
    pub name: String,
    pub description: String,
    pub hint: String,
    #[serde(rename = "type")]
    pub request_type: RequestType,
    pub category: String,
    /// None: parameter 9 says who serves it.
    pub group: Option<String>,
    pub calendar: String,
    pub impact: Level,
    pub fixed_priority: Option<i32>,
    #[serde(default)]
    pub confidential: bool,
    /// None: to be agreed.
    pub target: Option<String>,
    #[serde(default)]
    pub units: Vec<String>,
    /// How often it is asked for.
    pub weight: u32,
}

impl Service {
    /// Whether deadlines run day and night.
    #[must_use]
    pub fn is_always(&self) -> bool {
        self.calendar == "continuo"
    }
}

/// A reason to suspend.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the columns of data/company.toml")]
pub struct Reason {
    pub pt: String,
    pub es: String,
    pub en: String,
    #[serde(default)]
    pub waits_requester: bool,
}

/// A holiday, or a half day.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the columns of data/company.toml")]
pub struct Holiday {
    pub date: NaiveDate,
    pub name: String,
    /// Work ends at this time; none: no work at all.
    pub until: Option<String>,
}

impl Company {
    /// Monday to Friday, 8:00 to 18:00, but not on holidays.
    #[must_use]
    pub fn business_calendar(&self) -> CalendarEdit {
        let hours = |to: &str| vec![HoursView { from: "08:00".to_owned(), to: to.to_owned() }];
        let exceptions = self.holidays.iter().map(|day| CalendarException {
            date: day.date,
            name: day.name.clone(),
            hours: day.until.as_deref().map(hours).unwrap_or_default(),
        });
        CalendarEdit {
            name: BUSINESS.to_owned(),
            time_zone: TIME_ZONE.to_owned(),
            week: (1..=5).map(|weekday| WeekdayHours { weekday, hours: hours("18:00") }).collect(),
            exceptions: exceptions.collect(),
        }
    }

    /// Day and night.
    #[must_use]
    pub fn permanent_calendar(&self) -> CalendarEdit {
        let all = vec![HoursView { from: "00:00".to_owned(), to: "24:00".to_owned() }];
        CalendarEdit {
            name: ALWAYS.to_owned(),
            time_zone: TIME_ZONE.to_owned(),
            week: (1..=7).map(|weekday| WeekdayHours { weekday, hours: all.clone() }).collect(),
            exceptions: Vec::new(),
        }
    }

    /// Seconds of working time to capture and to resolve a service's requests.
    #[must_use]
    pub fn target(&self, service: &Service, priority: i32) -> Option<(i64, i64)> {
        let target = self.targets.iter().find(|target| Some(&target.key) == service.target.as_ref())?;
        let place = usize::try_from(priority - 1).ok()?;
        target.minutes.get(place).map(|(capture, resolve)| (capture * 60, resolve * 60))
    }
}

/// Somebody who works there.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the columns of data/people.toml")]
pub struct Person {
    pub name: String,
    pub email: Option<String>,
    pub unit: String,
    pub title: String,
    pub extension: String,
    pub place: String,
    #[serde(default)]
    pub language: Language,
    #[serde(default)]
    pub vip: bool,
    /// Has a password; as what.
    pub login: Option<String>,
    /// `view`, `execute` or `sla`, by group.
    #[serde(default)]
    pub groups: BTreeMap<String, String>,
    /// Has left the company.
    #[serde(default)]
    pub left: bool,
}
