//! Rows of history.

use super::sql::Rows;
use super::timeline::Timeline;
use super::words::{Text, Words};
use crate::demo::random::Random;
use crate::demo::reference::DemoCompany;
use crate::demo::workday;
use chrono::{DateTime, TimeDelta, Utc};
use contract::{Category, Grade, OccurrenceKind, Side, Situation};

/// One row.
#[derive(Debug)]
pub struct HistoryRow {
    at: DateTime<Utc>,
    request: i64,
    kind: OccurrenceKind,
    category: Category,
    side: Side,
    author: Option<i64>,
    event: Option<&'static str>,
    data: Option<String>,
    text: Option<Text>,
    public: bool,
    minutes: Option<i64>,
}

/// What the history of a request is summary from.
pub struct HistoryWriter<'a> {
    /// Identifier of the request.
    pub request: i64,
    /// Identifier of the requester.
    pub requester: i64,
    /// Identifier of who serves it.
    pub agent: Option<i64>,
    /// When it was opened.
    pub opened_at: DateTime<Utc>,
    /// What becomes of it.
    pub timeline: &'a Timeline,
    /// Resolved in time.
    pub met: Option<bool>,
    /// Resolved in time the first time.
    pub met_before: Option<bool>,
    /// The company.
    pub demo: &'a DemoCompany,
    /// Vocabulary.
    pub words: &'a Words,
}

/// What the request's own row takes from its history.
#[derive(Debug, Default)]
pub struct HistorySummary {
    /// Solution.
    pub solution: Option<String>,
    /// Reason of the suspension.
    pub reason: Option<i64>,
    /// Messages that the requester has not read.
    pub unread_requester: i64,
    /// Messages that the desk has not read.
    pub unread_desk: i64,
    /// Grade.
    pub grade: Option<&'static str>,
    /// When it was given.
    pub graded_at: Option<DateTime<Utc>>,
    /// Changes so far.
    pub version: i64,
}

/// Categories of notes, the frequent ones first.
const NOTES: [Category; 5] =
    [Category::Diagnosis, Category::Execution, Category::StatusUpdate, Category::Investigation, Category::Memo];

impl HistoryWriter<'_> {
    /// Tells it all.
    pub fn write(&self, lines: &mut Vec<HistoryRow>, random: &mut Random) -> HistorySummary {
        let start = lines.len();
        let mut summary = HistorySummary { reason: self.demo.reasons.first().copied(), ..HistorySummary::default() };
        lines.push(self.event(self.opened_at, Category::Registration, "opened", Some(self.requester)));
        if let Some(at) = self.timeline.captured_at {
            lines.push(self.event(at, Category::Routing, "captured", self.agent));
        }
        self.messages(lines, random, &mut summary);
        self.pauses(lines);
        if let Some(earlier) = &self.timeline.earlier {
            let text = self.words.text(random, 8, 24);
            lines.push(HistoryRow { text: Some(text), ..self.resolved(earlier.resolved_at, self.met_before) });
            let text = self.words.text(random, 5, 14);
            let event = self.event(earlier.reopened_at, Category::Reopening, "reopened", Some(self.requester));
            lines.push(HistoryRow { text: Some(text), ..event });
        }
        self.end(lines, random, &mut summary);
        summary.version = i64::try_from(lines.len() - start).unwrap_or(1);
        summary
    }

    /// Messages of both sides, and notes, spread over the time until the end.
    fn messages(&self, lines: &mut Vec<HistoryRow>, random: &mut Random, summary: &mut HistorySummary) {
        let count = random.below(if self.timeline.resolved_at.is_some() { 8 } else { 11 }).cast_signed();
        let (Some(agent), Some(captured_at)) = (self.agent, self.timeline.captured_at) else { return };
        let business = &self.demo.business;
        let until = self.timeline.earlier.as_ref().map_or(self.timeline.until, |earlier| earlier.resolved_at);
        let step = business.working_seconds(captured_at, until) / (count + 1);
        let (mut at, mut by_requester) = (captured_at, false);
        let mut last = None;
        for _ in 0..count {
            at = workday::after(business, at, step);
            if random.chance(30) {
                lines.push(self.note(at, random, agent));
                continue;
            }
            let author = if by_requester { self.requester } else { agent };
            let event = self.event(at, Category::Message, "", Some(author));
            let text = Some(self.words.text(random, 6, 30));
            lines.push(HistoryRow { kind: OccurrenceKind::Message, event: None, text, ..event });
            last = Some(by_requester);
            by_requester = !by_requester;
        }
        let open = matches!(self.timeline.situation, Situation::InProgress | Situation::Reopened);
        match last.filter(|_| open && random.chance(45)) {
            Some(true) => summary.unread_desk = 1,
            Some(false) => summary.unread_requester = 1,
            None => {}
        }
    }

    fn note(&self, at: DateTime<Utc>, random: &mut Random, agent: i64) -> HistoryRow {
        let category = NOTES.get(random.index(NOTES.len())).copied().unwrap_or(Category::Memo);
        HistoryRow {
            kind: OccurrenceKind::Note,
            event: None,
            text: Some(self.words.text(random, 5, 26)),
            public: random.chance(25),
            minutes: random.chance(60).then(|| 5 * random.between(1, 12)),
            ..self.event(at, category, "", Some(agent))
        }
    }

    fn pauses(&self, lines: &mut Vec<HistoryRow>) {
        for pause in &self.timeline.cycle.pauses {
            let reason = self.demo.company.reasons.first();
            let until = pause.ended_at.or(self.timeline.resumes_at).unwrap_or(pause.started_at);
            let data = reason.map(|reason| {
                let (en, es, pt) = (&reason.en, &reason.es, &reason.pt);
                let until = until.to_rfc3339();
                format!(r#"{{"reason_en":"{en}","reason_es":"{es}","reason_pt":"{pt}","until_at":"{until}"}}"#)
            });
            let event = self.event(pause.started_at, Category::Suspension, "suspended", self.agent);
            lines.push(HistoryRow { data, ..event });
            if let Some(at) = pause.ended_at {
                let event = self.event(at, Category::Reactivation, "reactivated-date", None);
                lines.push(event);
            }
        }
    }

    fn end(&self, lines: &mut Vec<HistoryRow>, random: &mut Random, summary: &mut HistorySummary) {
        if let Some(at) = self.timeline.resolved_at {
            let text = self.words.text(random, 8, 28);
            summary.solution = Some(text.plain.clone());
            let minutes = random.chance(60).then(|| 5 * random.between(1, 24));
            lines.push(HistoryRow { text: Some(text), minutes, ..self.resolved(at, self.met) });
        }
        let Some(at) = self.timeline.ended_at else { return };
        if self.timeline.situation == Situation::Cancelled {
            let text = Some(self.words.text(random, 4, 12));
            let author = self.agent.filter(|_| random.chance(40)).unwrap_or(self.requester);
            lines.push(HistoryRow { text, ..self.event(at, Category::Closure, "cancelled", Some(author)) });
        } else if self.timeline.accepted {
            self.rated(lines, random, summary, at);
            lines.push(self.event(at, Category::Closure, "accepted", Some(self.requester)));
        } else {
            lines.push(self.event(at, Category::Closure, "closed-automatically", None));
        }
    }

    fn rated(&self, lines: &mut Vec<HistoryRow>, random: &mut Random, summary: &mut HistorySummary, at: DateTime<Utc>) {
        let grade = match random.below(100) {
            0..40 => Grade::Excellent,
            40..70 => Grade::Good,
            70..80 => Grade::Fair,
            80..86 => Grade::Poor,
            _ => return,
        };
        // In the same breath, but before.
        let at = at - TimeDelta::seconds(1);
        (summary.grade, summary.graded_at) = (Some(grade.as_str()), Some(at));
        let data = Some(format!(r#"{{"grade":"{grade}"}}"#));
        lines.push(HistoryRow { data, ..self.event(at, Category::Satisfaction, "rated", Some(self.requester)) });
    }

    fn resolved(&self, at: DateTime<Utc>, met: Option<bool>) -> HistoryRow {
        let event = match met {
            Some(true) => "resolved-in-time",
            Some(false) => "resolved-late",
            None => "resolved",
        };
        self.event(at, Category::Closure, event, self.agent)
    }

    fn event(&self, at: DateTime<Utc>, category: Category, event: &'static str, author: Option<i64>) -> HistoryRow {
        let side = match author {
            None => Side::System,
            Some(id) if id == self.requester => Side::Requester,
            Some(_) => Side::Desk,
        };
        HistoryRow {
            at,
            request: self.request,
            kind: OccurrenceKind::Event,
            category,
            side,
            author,
            event: Some(event),
            data: None,
            text: None,
            public: true,
            minutes: None,
        }
    }
}

/// The rows, in the order in which it happened.
#[must_use]
pub fn rows(mut lines: Vec<HistoryRow>) -> Rows {
    lines.sort_by_key(|line| line.at);
    let mut rows = Rows::new(
        "INSERT INTO occurrences (request_id,kind,category,origin,side,author_id,at,event,data,text,public,minutes,\
         search_text) VALUES ",
    );
    for line in lines {
        let origin = if line.author.is_some() { "portal" } else { "other" };
        let mut row = rows.row();
        row.int(line.request).text(line.kind.as_str()).text(line.category.as_str()).text(origin);
        row.text(line.side.as_str()).maybe_int(line.author).at(line.at).maybe_text(line.event);
        row.maybe_text(line.data.as_deref()).maybe_text(line.text.as_ref().map(|text| text.plain.as_str()));
        row.yes(line.public).maybe_int(line.minutes);
        row.text(line.text.as_ref().map_or("", |text| text.folded.as_str()));
    }
    rows
}
