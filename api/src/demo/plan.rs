//! What is going to happen to a request, and when.

use super::workday;
use crate::domain::calendar::Calendar;
use chrono::{DateTime, Utc};
use contract::{Category, Grade, Level, Origin, RelationKind};

/// Until when a request is suspended.
#[derive(Debug, Clone, Copy)]
pub enum Until {
    /// So many seconds of working time ahead.
    Working(i64),
    /// So many days after the demo's present.
    AfterNow(i64),
}

/// One thing that somebody does. `by` is a place in the cast.
#[derive(Debug, Clone)]
#[allow(missing_docs, reason = "what the actions take")]
pub enum Deed {
    /// Opens the request.
    Open { by: usize, origin: Option<Origin>, parent: Option<usize>, solution: Option<String>, file: bool },
    /// Captures it.
    Capture { by: usize },
    /// Writes a message.
    Say { by: usize, text: String, file: bool },
    /// Reads the messages.
    Read { by: usize },
    /// Writes a note.
    Note { by: usize, text: String, category: Option<Category>, internal: bool, minutes: Option<i32>, file: bool },
    /// Adds a file.
    Attach { by: usize },
    /// Suspends it.
    Suspend { by: usize, reason: usize, text: String, until: Until },
    /// Reactivates it.
    Reactivate { by: usize, text: String },
    /// Gives it to somebody of a group.
    Delegate { by: usize, group: usize, to: usize, text: String },
    /// Gives it back to its group.
    GiveBack { by: usize, text: String },
    /// Changes the urgency.
    Priority { by: usize, urgency: Level, text: String },
    /// Sets the deadline so many working seconds ahead.
    Deadline { by: usize, ahead: i64, text: String },
    /// Moves it to the service that the plan is for.
    Reclassify { by: usize, text: String },
    /// Relates it to the request of another plan.
    Relate { by: usize, kind: RelationKind, other: usize },
    /// Resolves it.
    Resolve { by: usize, text: String, minutes: Option<i32> },
    /// Accepts the solution.
    Accept { by: usize },
    /// Answers the survey.
    Rate { by: usize, grade: Grade, comment: String, accept: bool },
    /// Cancels it.
    Cancel { by: usize, text: String },
    /// Reopens it.
    Reopen { by: usize, text: String },
    /// Blanks the last note.
    Redact { by: usize, reason: String },
}

/// What a request is about.
#[derive(Debug, Clone)]
pub struct Matter {
    /// Place of its service.
    pub service: usize,
    /// Place of the service it is opened for, at first.
    pub opened_as: usize,
    /// Who wants it; a place in the cast.
    pub requester: usize,
    /// Urgency at first.
    pub urgency: Level,
    /// Title.
    pub title: String,
    /// Description.
    pub text: String,
}

/// A request's whole course, deeds in order.
#[derive(Debug, Clone)]
pub struct Plan {
    /// What it is about.
    pub matter: Matter,
    /// When what is done.
    pub deeds: Vec<(DateTime<Utc>, Deed)>,
}

impl Plan {
    /// When it is opened.
    #[must_use]
    pub fn opened_at(&self) -> Option<DateTime<Utc>> {
        self.deeds.first().map(|(at, _)| *at)
    }
}

/// A stretch of working time, and what happens in it.
#[derive(Debug, Clone, Default)]
struct Stretch {
    seconds: i64,
    beats: Vec<(i64, Deed)>,
    tail: i64,
}

/// A course whose beginning is not fixed yet. Deeds share the time of a stretch
/// by weight: each takes so much before it.
#[derive(Debug, Clone, Default)]
pub struct Course {
    stretches: Vec<Stretch>,
}

impl Course {
    /// Begins a stretch of so much working time.
    pub fn stretch(&mut self, seconds: i64) {
        self.stretches.push(Stretch { seconds: seconds.max(0), ..Stretch::default() });
    }

    /// Adds a deed to the last stretch.
    pub fn then(&mut self, weight: i64, deed: Deed) {
        if let Some(stretch) = self.stretches.last_mut() {
            stretch.beats.push((weight, deed));
        }
    }

    /// Leaves time at the end of the last stretch in which nothing happens.
    pub fn rest(&mut self, weight: i64) {
        if let Some(stretch) = self.stretches.last_mut() {
            stretch.tail = weight;
        }
    }

    /// Working time of the last stretch so far.
    pub fn resize(&mut self, seconds: i64) {
        if let Some(stretch) = self.stretches.last_mut() {
            stretch.seconds = seconds;
        }
    }

    /// Working time in all.
    #[must_use]
    pub fn seconds(&self) -> i64 {
        self.stretches.iter().map(|stretch| stretch.seconds).sum()
    }

    /// The plan, when it begins at an instant.
    #[must_use]
    pub fn from(self, calendar: &Calendar, start: DateTime<Utc>, matter: Matter) -> Plan {
        let (mut deeds, mut offset) = (Vec::new(), 0);
        for stretch in self.stretches {
            let weights = stretch.beats.iter().map(|(weight, _)| weight).sum::<i64>() + stretch.tail;
            let mut passed = 0;
            for (weight, deed) in stretch.beats {
                passed += weight;
                let share = if weights == 0 { 0 } else { stretch.seconds * passed / weights };
                deeds.push((workday::after(calendar, start, offset + share), deed));
            }
            offset += stretch.seconds;
        }
        Plan { matter, deeds }
    }

    /// The plan, when it ends (its last rest included) at an instant.
    #[must_use]
    pub fn until(self, calendar: &Calendar, end: DateTime<Utc>, matter: Matter) -> Plan {
        let start = workday::before(calendar, end, self.seconds());
        self.from(calendar, start, matter)
    }
}
