//! Rows of requests, and of their history.

use super::history::{self, HistoryRow, HistoryWriter};
use super::people::{self, GeneratedPerson};
use super::sql::Rows;
use super::timeline::{Conditions, Timeline};
use super::words::{Text, Words};
use crate::db::{end_of_time, instant};
use crate::demo::data::Names;
use crate::demo::random::Random;
use crate::demo::reference::DemoCompany;
use crate::demo::workday;
use crate::domain::priority::priority;
use crate::domain::sla::Cycle;
use crate::domain::text::fold;
use chrono::{DateTime, TimeDelta, Utc};
use contract::{Level, RequestType, Situation};

/// What all requests have in common.
pub struct RequestGenerator<'a> {
    /// The company.
    pub demo: &'a DemoCompany,
    /// Vocabulary.
    pub words: &'a Words,
    /// Beginnings of titles, and the service of each.
    pub titles: &'a [(usize, Text)],
    /// Names of the services, folded.
    pub services: Vec<String>,
    /// Names of people.
    pub names: &'a Names,
    /// Identifier of the first of the many people.
    pub first_person: i64,
    /// How many there are.
    pub people: u64,
    /// Those who serve each group.
    pub agents: Vec<Vec<i64>>,
    /// The present.
    pub now: DateTime<Utc>,
}

/// Rows that are written together.
pub struct Batch {
    requests: Rows,
    cycles: Rows,
    pauses: Rows,
    lines: Vec<HistoryRow>,
}

impl Batch {
    /// An empty one.
    #[must_use]
    pub fn new() -> Self {
        Self {
            requests: Rows::new(
                "INSERT INTO requests (id,number,request_type,service_id,title,sort_title,description,requester_id,\
                 opened_by,origin,situation,group_id,responsible_id,impact,urgency,priority,contact_name,contact_phone,\
                 contact_email,contact_place,opened_at,solution,resolved_at,resolved_by,ended_at,closes_at,\
                 suspension_reason_id,resumes_at,cycle,cycle_started_at,target_seconds,deadline_at,warn_at,warned_at,\
                 sla_met,sort_deadline,capture_deadline_at,captured_at,unread_requester,unread_desk,grade,\
                 grade_comment,graded_at,search_text,version) VALUES ",
            ),
            cycles: Rows::new(
                "INSERT INTO sla_cycles (request_id,number,started_at,ended_at,target_seconds,deadline_at,met) VALUES ",
            ),
            pauses: Rows::new("INSERT INTO sla_pauses (request_id,cycle,started_at,ended_at,reason_id) VALUES "),
            lines: Vec::new(),
        }
    }

    /// The statements that write it: history in the order in which it happened.
    #[must_use]
    pub fn finish(self) -> Vec<String> {
        let history = history::rows(self.lines);
        [self.requests, self.cycles, self.pauses, history].into_iter().flat_map(Rows::finish).collect()
    }
}

/// A request that is being made.
struct GeneratedRequest<'a> {
    id: i64,
    number: i64,
    service: usize,
    urgency: Level,
    priority: i32,
    requester_id: i64,
    requester: GeneratedPerson,
    agent: Option<i64>,
    opened_at: DateTime<Utc>,
    target: Option<(i64, i64)>,
    timeline: Timeline,
    title: Text,
    description: Text,
    generator: &'a RequestGenerator<'a>,
}

impl RequestGenerator<'_> {
    /// Adds one request, opened at an instant before the present.
    pub fn add(&self, batch: &mut Batch, random: &mut Random, (id, number): (i64, i64), opened_at: DateTime<Utc>) {
        let person = random.below(self.people);
        let requester = people::person(self.names, self.demo.units.len(), person);
        let (service, title) = self.subject(random, requester.unit);
        let urgency = match random.below(20) {
            0..3 => Level::High,
            3..8 => Level::Low,
            _ => Level::Medium,
        };
        let data = self.demo.company.services.get(service);
        let priority = data.map_or(3, |data| priority(data.impact, urgency, data.fixed_priority));
        let target = data.and_then(|data| self.demo.company.target(data, priority));
        let conditions =
            Conditions { business: &self.demo.business, target: target.map(|(_, resolve)| resolve), now: self.now };
        let timeline = Timeline::new(conditions, random, opened_at);
        let agents = self.agents.get(self.demo.group_of(service));
        let agent = agents.and_then(|agents| agents.get(random.index(agents.len())).copied());
        let request = GeneratedRequest {
            id,
            number,
            service,
            urgency,
            priority,
            requester_id: self.first_person + person.cast_signed(),
            requester,
            agent: agent.filter(|_| timeline.captured_at.is_some()),
            opened_at,
            target,
            timeline,
            title,
            description: self.words.text(random, 14, 46),
            generator: self,
        };
        request.write(batch, random);
    }

    /// A service that is offered in the unit, and a title.
    fn subject(&self, random: &mut Random, unit: usize) -> (usize, Text) {
        let unit = self.demo.company.units.get(unit).map(|unit| &unit.key);
        for _ in 0..20 {
            let Some((service, start)) = self.titles.get(random.index(self.titles.len())) else { break };
            let offered = self.demo.company.services.get(*service).is_some_and(|service| {
                service.units.is_empty() || unit.is_some_and(|unit| service.units.contains(unit))
            });
            if offered {
                let mut title = start.clone();
                self.words.phrase(random, 2, &mut title);
                return (*service, title);
            }
        }
        (0, Text { plain: "Solicitação".to_owned(), folded: "solicitacao".to_owned() })
    }
}

impl GeneratedRequest<'_> {
    fn write(&self, batch: &mut Batch, random: &mut Random) {
        let calendar = self.generator.demo.calendar_of(self.service);
        let deadline = self.timeline.cycle.deadline(calendar);
        let met = |cycle: &Cycle| Some(cycle.ended_at? <= cycle.deadline(calendar)?);
        let resolved = self.timeline.resolved_at.is_some();
        let lines = HistoryWriter {
            request: self.id,
            requester: self.requester_id,
            agent: self.agent,
            opened_at: self.opened_at,
            timeline: &self.timeline,
            met: met(&self.timeline.cycle),
            met_before: self.timeline.earlier.as_ref().and_then(|earlier| met(&earlier.cycle)),
            demo: self.generator.demo,
            words: self.generator.words,
        };
        let summary = lines.write(&mut batch.lines, random);
        self.write_cycles(batch, calendar, &met);
        let reason = if self.timeline.situation == Situation::Suspended { summary.reason } else { None };
        let running = matches!(self.timeline.situation, Situation::InProgress | Situation::Reopened);
        let warn_at = self.timeline.cycle.warn_at(calendar).filter(|_| running);
        let capture = self.target.map(|(capture, _)| workday::after(calendar, self.opened_at, capture));
        let mut row = batch.requests.row();
        self.write_subject(&mut row);
        row.at(self.opened_at).maybe_text(summary.solution.as_deref()).maybe_at(self.timeline.resolved_at);
        row.maybe_int(self.agent.filter(|_| resolved)).maybe_at(self.timeline.ended_at);
        let closes_at = self.timeline.resolved_at.map(|at| at + TimeDelta::days(5));
        row.maybe_at(closes_at.filter(|_| self.timeline.situation == Situation::Resolved)).maybe_int(reason);
        row.maybe_at(self.timeline.resumes_at).int(1 + i64::from(self.timeline.earlier.is_some()));
        row.at(self.timeline.cycle.started_at)
            .maybe_int(self.timeline.cycle.target)
            .maybe_at(deadline)
            .maybe_at(warn_at);
        row.maybe_at(warn_at.filter(|at| *at < self.generator.now));
        row.maybe_yes(met(&self.timeline.cycle).filter(|_| resolved));
        row.at(deadline.unwrap_or_else(|| instant(end_of_time())))
            .maybe_at(capture)
            .maybe_at(self.timeline.captured_at);
        row.int(summary.unread_requester).int(summary.unread_desk).maybe_text(summary.grade);
        row.maybe_text(summary.grade.map(|_| ""))
            .maybe_at(summary.graded_at)
            .text(&self.searched())
            .int(summary.version);
    }

    /// From the identifier to the place of the contact.
    fn write_subject(&self, row: &mut super::sql::Row<'_>) {
        let demo = self.generator.demo;
        let service = demo.company.services.get(self.service);
        let kind = service.map_or(RequestType::Incident, |service| service.request_type);
        let impact = service.map_or(Level::Medium, |service| service.impact);
        row.int(self.id).int(self.number).text(kind.as_str());
        row.maybe_int(demo.services.get(self.service).copied());
        row.text(&self.title.plain).text(&self.title.folded).text(&self.description.plain);
        row.int(self.requester_id).int(self.requester_id);
        row.text("portal").text(self.timeline.situation.as_str());
        row.maybe_int(demo.groups.get(demo.group_of(self.service)).copied()).maybe_int(self.agent);
        row.text(impact.as_str()).text(self.urgency.as_str()).int(self.priority.into());
        row.text(&self.requester.name).text(&self.requester.phone).text(&self.requester.email);
        row.text(&self.requester.place);
    }

    fn write_cycles(
        &self,
        batch: &mut Batch,
        calendar: &crate::domain::calendar::Calendar,
        met: &dyn Fn(&Cycle) -> Option<bool>,
    ) {
        if let Some(earlier) = &self.timeline.earlier {
            let mut row = batch.cycles.row();
            row.int(self.id).int(1).at(self.opened_at).at(earlier.resolved_at).maybe_int(earlier.cycle.target);
            row.maybe_at(earlier.cycle.deadline(calendar)).maybe_yes(met(&earlier.cycle));
        }
        let cycle = 1 + i64::from(self.timeline.earlier.is_some());
        for pause in &self.timeline.cycle.pauses {
            let mut row = batch.pauses.row();
            row.int(self.id).int(cycle).at(pause.started_at).maybe_at(pause.ended_at);
            row.maybe_int(self.generator.demo.reasons.first().copied());
        }
    }

    /// As `actions::open::search_text` has it.
    fn searched(&self) -> String {
        let service = self.generator.services.get(self.service).map_or("", String::as_str);
        let Self { number, title, requester, description, .. } = self;
        format!(
            "{number} {} {} {} {service} {}",
            title.folded, requester.folded, requester.extension, description.folded
        )
    }
}

/// The services' names as they are searched for.
#[must_use]
pub fn folded_services(demo: &DemoCompany) -> Vec<String> {
    demo.company.services.iter().map(|service| fold(&service.name)).collect()
}
