//! The plan of a request: what it is about and the steps that people take on it, each with its time.

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

/// One action of a person. `by` is the index of the person in `DemoCompany::personnel`; the other indexes are those
/// of the lists of `DemoCompany` and of the list of plans.
#[derive(Debug, Clone)]
#[allow(missing_docs, reason = "what the actions take")]
pub enum Step {
    /// Opens the request.
    Open { by: usize, origin: Option<Origin>, parent: Option<usize>, solution: Option<String>, file: bool },
    /// Captures it.
    Capture { by: usize },
    /// Writes a message.
    Message { by: usize, text: String, file: bool },
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
pub struct RequestSpec {
    /// Index of its service in the end.
    pub service: usize,
    /// Index of the service it is opened for.
    pub opened_as: usize,
    /// Index of the requester in `DemoCompany::personnel`.
    pub requester: usize,
    /// Urgency at first.
    pub urgency: Level,
    /// Title.
    pub title: String,
    /// Description.
    pub text: String,
}

/// All steps of one request, in order of time.
#[derive(Debug, Clone)]
pub struct Plan {
    /// What the request is about.
    pub spec: RequestSpec,
    /// Each step and its time.
    pub steps: Vec<(DateTime<Utc>, Step)>,
}

impl Plan {
    /// When the request is opened.
    #[must_use]
    pub fn opened_at(&self) -> Option<DateTime<Utc>> {
        self.steps.first().map(|(at, _)| *at)
    }
}

/// A part of a timeline: some working time in seconds, the steps taken in it with their weights, and the weight of
/// the time after the last step.
#[derive(Debug, Clone, Default)]
struct Phase {
    seconds: i64,
    steps: Vec<(i64, Step)>,
    idle: i64,
}

/// Steps whose beginning is not fixed yet. The steps of a phase share its working time by weight: the weight of a step
/// stands for the time that passes before it.
#[derive(Debug, Clone, Default)]
pub struct Timeline {
    phases: Vec<Phase>,
}

impl Timeline {
    /// Begins a phase of this many seconds of working time.
    pub fn phase(&mut self, seconds: i64) {
        self.phases.push(Phase { seconds: seconds.max(0), ..Phase::default() });
    }

    /// Adds a step to the last phase.
    pub fn step(&mut self, weight: i64, step: Step) {
        if let Some(phase) = self.phases.last_mut() {
            phase.steps.push((weight, step));
        }
    }

    /// Leaves time at the end of the last phase in which nothing happens.
    pub fn idle(&mut self, weight: i64) {
        if let Some(phase) = self.phases.last_mut() {
            phase.idle = weight;
        }
    }

    /// Changes the working time of the last phase, in seconds.
    pub fn resize_phase(&mut self, seconds: i64) {
        if let Some(phase) = self.phases.last_mut() {
            phase.seconds = seconds;
        }
    }

    /// Seconds of working time of all phases.
    #[must_use]
    pub fn seconds(&self) -> i64 {
        self.phases.iter().map(|phase| phase.seconds).sum()
    }

    /// The plan whose first phase begins at `start`.
    #[must_use]
    pub fn starting_at(self, calendar: &Calendar, start: DateTime<Utc>, spec: RequestSpec) -> Plan {
        let (mut steps, mut offset) = (Vec::new(), 0);
        for phase in self.phases {
            let weights = phase.steps.iter().map(|(weight, _)| weight).sum::<i64>() + phase.idle;
            let mut passed = 0;
            for (weight, step) in phase.steps {
                passed += weight;
                let share = if weights == 0 { 0 } else { phase.seconds * passed / weights };
                steps.push((workday::after(calendar, start, offset + share), step));
            }
            offset += phase.seconds;
        }
        Plan { spec, steps }
    }

    /// The plan whose last phase ends at `end`, its idle time included.
    #[must_use]
    pub fn ending_at(self, calendar: &Calendar, end: DateTime<Utc>, spec: RequestSpec) -> Plan {
        let start = workday::before(calendar, end, self.seconds());
        self.starting_at(calendar, start, spec)
    }
}
