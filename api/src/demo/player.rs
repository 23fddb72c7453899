//! Carries the plans out with the actions that everybody uses, each step at its time. In between, the scheduler closes,
//! reactivates and warns as the jobs do.

mod scheduler;

use super::files::File;
use super::plan::{Plan, Step, Until};
use super::random::Random;
use super::reference::{DemoCompany, DemoUser};
use super::workday;
use crate::actions::lifecycle::{self, Target};
use crate::actions::{attachments, conversation, open, redact, relate, satisfaction};
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::models;
use crate::models::occurrences::TimelineFilter;
use crate::tx::Tx;
use anyhow::{Context, anyhow};
use chrono::{DateTime, TimeDelta, Utc};
use contract::desk::{
    ChangeDeadline, ChangePriority, Delegate, Justified, Reactivate, Reclassify, Relate, Resolve, Suspend,
};
use contract::requests::{Cancel, NewRequest, Reopen, Satisfaction};
use contract::timeline::{MarkRead, NewMessage, NewNote, Redact};
use contract::{Level, OccurrenceKind, Origin};
use scheduler::Scheduler;

/// Carries the steps of the plans out.
pub struct Player<'a> {
    /// The company.
    pub demo: &'a DemoCompany,
    /// Files to attach.
    pub files: &'a [File],
    /// The demo's present.
    pub now: DateTime<Utc>,
    random: Random,
    /// Number of each plan's request, once it is opened.
    numbers: Vec<i64>,
    /// Last note of each plan's request.
    notes: Vec<i64>,
}

/// Opens a request on behalf of its requester, or with more than they may say.
struct Opening<'a> {
    by: usize,
    origin: Option<Origin>,
    parent: Option<usize>,
    solution: Option<&'a String>,
    file: bool,
}

/// Carries out all plans up to the present.
///
/// # Errors
/// When an action is refused: a mistake in a plan.
pub fn run(tx: &mut Tx<'_>, mut player: Player<'_>, plans: &[Plan]) -> Result<()> {
    let mut order: Vec<(DateTime<Utc>, usize, usize)> = Vec::new();
    for (place, plan) in plans.iter().enumerate() {
        order.extend(plan.steps.iter().enumerate().map(|(index, (at, _))| (*at, place, index)));
    }
    order.sort_unstable();
    player.numbers = vec![0; plans.len()];
    player.notes = vec![0; plans.len()];
    let mut scheduler = Scheduler::default();
    for (at, place, index) in order {
        let Some(plan) = plans.get(place) else { continue };
        let Some((_, step)) = plan.steps.get(index) else { continue };
        scheduler.run_until(tx, at)?;
        tx.now = at;
        player.perform(tx, place, plan, step).map_err(|error| {
            let what = &plan.spec.title;
            Error::Internal(anyhow!("the demo's {what:?}, step {index} ({step:?}) at {at}: {error} ({})", error.code()))
        })?;
        scheduler.watch(tx, player.number(place))?;
    }
    scheduler.run_until(tx, player.now)?;
    tx.now = player.now;
    Ok(())
}

impl<'a> Player<'a> {
    /// A player on which nothing has happened yet.
    #[must_use]
    pub fn new(demo: &'a DemoCompany, files: &'a [File], now: DateTime<Utc>) -> Self {
        Self { demo, files, now, random: Random::new(42), numbers: Vec::new(), notes: Vec::new() }
    }

    fn number(&self, place: usize) -> i64 {
        self.numbers.get(place).copied().unwrap_or(0)
    }

    fn viewer(&self, place: usize) -> Result<Viewer> {
        let who: &DemoUser = self.demo.personnel.get(place).context("no such person")?;
        Ok(who.viewer.clone())
    }

    fn perform(&mut self, tx: &mut Tx<'_>, place: usize, plan: &Plan, step: &Step) -> Result<()> {
        let number = self.number(place);
        let target = Target { number, version: None };
        match step {
            Step::Open { by, origin, parent, solution, file } => {
                let opening =
                    Opening { by: *by, origin: *origin, parent: *parent, solution: solution.as_ref(), file: *file };
                let opened = self.open(tx, plan, &opening)?;
                if let Some(slot) = self.numbers.get_mut(place) {
                    *slot = opened;
                }
            }
            Step::Message { by, text, file } => {
                let upload_ids = self.uploads(tx, *by, *file)?;
                conversation::message(tx, &self.viewer(*by)?, number, &NewMessage { text: text.clone(), upload_ids })?;
            }
            Step::Note { .. } => self.note(tx, place, step)?,
            Step::Read { by } => self.read(tx, *by, number)?,
            Step::Attach { by } => {
                for id in self.uploads(tx, *by, true)? {
                    attachments::add(tx, &self.viewer(*by)?, number, id)?;
                }
            }
            Step::Redact { by, reason } => {
                let note = self.notes.get(place).copied().unwrap_or(0);
                redact::redact(tx, &self.viewer(*by)?, number, note, &Redact { reason: reason.clone() })?;
            }
            Step::Relate { by, kind, other } => {
                let to = Relate { kind: *kind, number: self.number(*other) };
                relate::relate(tx, &self.viewer(*by)?, target, &to)?;
            }
            _ => self.change(tx, plan, target, step)?,
        }
        Ok(())
    }

    fn note(&mut self, tx: &mut Tx<'_>, place: usize, step: &Step) -> Result<()> {
        let Step::Note { by, text, category, internal, minutes, file } = step else { return Ok(()) };
        let number = self.number(place);
        let upload_ids = self.uploads(tx, *by, *file)?;
        let notify = !internal;
        let note = NewNote {
            text: text.clone(),
            category: *category,
            origin: None,
            upload_ids,
            notify,
            internal: *internal,
            minutes: *minutes,
        };
        let (_, written) = conversation::note(tx, &self.viewer(*by)?, number, &note)?;
        if let Some(slot) = self.notes.get_mut(place) {
            *slot = written.id;
        }
        Ok(())
    }

    /// Steps that change the situation, or who serves the request, or its deadline.
    fn change(&self, tx: &mut Tx<'_>, plan: &Plan, target: Target, step: &Step) -> Result<()> {
        match step {
            Step::Capture { by } => {
                lifecycle::capture(tx, &self.viewer(*by)?, target)?;
            }
            Step::Suspend { by, reason, text, until } => {
                let how = self.suspension(tx, *reason, text, *until)?;
                lifecycle::suspend(tx, &self.viewer(*by)?, target, &how)?;
            }
            Step::Reactivate { by, text } => {
                lifecycle::reactivate(tx, &self.viewer(*by)?, target, &Reactivate { text: text.clone() })?;
            }
            Step::Delegate { by, group, to, text } => {
                let person_id = Some(self.viewer(*to)?.id());
                let group_id = *self.demo.groups.get(*group).context("no such group")?;
                let to = Delegate { group_id, person_id, justification: text.clone() };
                lifecycle::delegate(tx, &self.viewer(*by)?, target, &to)?;
            }
            Step::GiveBack { by, text } => {
                let why = Justified { justification: text.clone() };
                lifecycle::return_to_group(tx, &self.viewer(*by)?, target, &why)?;
            }
            Step::Priority { by, urgency, text } => {
                let impact = self.demo.company.services.get(plan.spec.service).map_or(Level::Medium, |s| s.impact);
                let to = ChangePriority { impact, urgency: *urgency, justification: text.clone() };
                lifecycle::change_priority(tx, &self.viewer(*by)?, target, &to)?;
            }
            Step::Deadline { by, ahead, text } => {
                let deadline_at = workday::after(&self.demo.business, tx.now, *ahead);
                let to = ChangeDeadline { deadline_at, justification: text.clone() };
                lifecycle::change_deadline(tx, &self.viewer(*by)?, target, &to)?;
            }
            Step::Reclassify { by, text } => {
                let service_id = *self.demo.services.get(plan.spec.service).context("no such service")?;
                let to = Reclassify { service_id, justification: text.clone() };
                lifecycle::reclassify(tx, &self.viewer(*by)?, target, &to)?;
            }
            _ => self.finish(tx, target, step)?,
        }
        Ok(())
    }

    /// Steps at the end of a request, or after it.
    fn finish(&self, tx: &mut Tx<'_>, target: Target, step: &Step) -> Result<()> {
        match step {
            Step::Resolve { by, text, minutes } => {
                let how = Resolve { solution: text.clone(), minutes: *minutes };
                lifecycle::resolve(tx, &self.viewer(*by)?, target, &how)?;
            }
            Step::Accept { by } => {
                lifecycle::accept(tx, &self.viewer(*by)?, target)?;
            }
            Step::Rate { by, grade, comment, accept } => {
                let answer = Satisfaction { grade: *grade, comment: comment.clone(), accept: *accept };
                satisfaction::rate(tx, &self.viewer(*by)?, target, &answer)?;
            }
            Step::Cancel { by, text } => {
                lifecycle::cancel(tx, &self.viewer(*by)?, target, &Cancel { reason: text.clone() })?;
            }
            Step::Reopen { by, text } => {
                lifecycle::reopen(tx, &self.viewer(*by)?, target, &Reopen { reason: text.clone() })?;
            }
            _ => {}
        }
        Ok(())
    }

    fn open(&mut self, tx: &mut Tx<'_>, plan: &Plan, how: &Opening<'_>) -> Result<i64> {
        let viewer = self.viewer(how.by)?;
        let requester = self.viewer(plan.spec.requester)?.id();
        let new = NewRequest {
            service_id: *self.demo.services.get(plan.spec.opened_as).context("no such service")?,
            title: plan.spec.title.clone(),
            description: plan.spec.text.clone(),
            urgency: Some(plan.spec.urgency),
            upload_ids: self.uploads(tx, how.by, how.file)?,
            requester_id: (requester != viewer.id()).then_some(requester),
            origin: how.origin,
            parent: how.parent.map(|place| self.number(place)),
            solution: how.solution.cloned(),
            ..NewRequest::default()
        };
        Ok(open::open(tx, &viewer, &new)?.number)
    }

    /// A file of this person that waits to be attached.
    fn uploads(&mut self, tx: &mut Tx<'_>, by: usize, wanted: bool) -> Result<Vec<i64>> {
        let place = self.random.index(self.files.len());
        let Some(file) = self.files.get(place).filter(|_| wanted) else { return Ok(Vec::new()) };
        let upload = attachments::upload(tx, &self.viewer(by)?, file.name.clone(), file.stored.clone())?;
        Ok(vec![upload.id])
    }

    /// Marks the messages as read, if there are any.
    fn read(&self, tx: &mut Tx<'_>, by: usize, number: i64) -> Result<()> {
        let request = models::requests::find_by_number(tx.conn, number)?.ok_or_else(Error::not_found)?;
        let filter = TimelineFilter { kinds: vec![OccurrenceKind::Message], ..TimelineFilter::default() };
        match models::occurrences::timeline(tx.conn, request.id, &filter, 1)?.first() {
            Some(last) => conversation::mark_read(tx, &self.viewer(by)?, number, &MarkRead { up_to: last.id }),
            None => Ok(()),
        }
    }

    fn suspension(&self, tx: &Tx<'_>, reason: usize, text: &str, until: Until) -> Result<Suspend> {
        let resumes_at = match until {
            Until::Working(seconds) => workday::after(&self.demo.business, tx.now, seconds),
            // In the morning of a working day.
            Until::AfterNow(days) => {
                let day = (self.now + TimeDelta::days(days)).date_naive().and_time(chrono::NaiveTime::MIN).and_utc();
                workday::after(&self.demo.business, day, 30 * 60)
            }
        };
        let reason_id = *self.demo.reasons.get(reason).context("no such reason")?;
        Ok(Suspend { reason_id, complement: text.to_owned(), resumes_at })
    }
}
