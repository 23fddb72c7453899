//! What a viewer may see of a request and do with it: decided here and nowhere
//! else. What one may not see does not exist.

use crate::auth::{Via, Viewer};
use crate::db::instant;
use crate::domain::lifecycle::{self, DenialReason, Facts, Portal, Refused, Transition};
use crate::domain::parameters::ids;
use crate::domain::visibility::{Relation, TimelineReader};
use crate::error::{Error, Result};
use crate::models;
use crate::models::requests::Request;
use crate::models::services::Service;
use crate::models::suspension_reasons::SuspensionReason;
use crate::tx::Tx;
use actix_web::http::StatusCode;
use contract::{Action, GroupPermission, Role, Side};

/// A request as a viewer sees it.
#[derive(Debug, Clone)]
pub struct Access {
    /// The request.
    pub request: Request,
    /// Its service.
    pub service: Service,
    /// Reason of its suspension, while suspended.
    pub reason: Option<SuspensionReason>,
    /// What the rules know.
    pub facts: Facts,
    /// On which side of the counter the viewer stands.
    pub side: Side,
    /// Texts of its timeline are kept from the viewer.
    pub texts_hidden: bool,
    /// The viewer sees it only because of the call that they are in.
    pub only_in_call: bool,
}

/// The request of a public number.
///
/// # Errors
/// 404 when there is none, or the viewer may not see it.
pub fn find(tx: &mut Tx<'_>, viewer: &Viewer, number: i64) -> Result<Access> {
    let request = models::requests::find_by_number(tx.conn, number)?;
    match request {
        Some(request) => of(tx, viewer, request)?.ok_or_else(not_found),
        None => Err(not_found()),
    }
}

/// [`find`], for an action: on PostgreSQL the row is locked first, so that two
/// people acting at once are judged one after the other.
///
/// # Errors
/// As [`find`].
pub fn find_for_update(tx: &mut Tx<'_>, viewer: &Viewer, number: i64) -> Result<Access> {
    models::requests::lock(tx.conn, number)?;
    find(tx, viewer, number)
}

/// The same answer whether it does not exist or is somebody else's.
fn not_found() -> Error {
    Error::refused(StatusCode::NOT_FOUND, "request-not-found")
}

/// A request as a viewer sees it; none when they may not.
///
/// # Errors
/// When the database does not answer.
pub fn of(tx: &mut Tx<'_>, viewer: &Viewer, request: Request) -> Result<Option<Access>> {
    let (service, reason) = parts(tx, &request)?;
    let judged = judge(tx, viewer, request.clone(), service.clone(), reason.clone());
    if judged.is_some() || !viewer.has(Role::Attendant) {
        return Ok(judged);
    }
    let now = tx.db_now();
    let let_in = models::calls::popups::let_read(tx.conn, viewer.id(), request.id, now)?;
    Ok(let_in.then(|| seen(tx, viewer, request, service, reason, true)))
}

/// A request's service, and the reason of its suspension.
fn parts(tx: &mut Tx<'_>, request: &Request) -> Result<(Service, Option<SuspensionReason>)> {
    let service = models::services::find(tx.conn, request.service_id)?
        .ok_or_else(|| anyhow::anyhow!("service {} is missing", request.service_id))?;
    let reason = match request.suspension_reason_id {
        Some(id) => models::suspension_reasons::find(tx.conn, id)?,
        None => None,
    };
    Ok((service, reason))
}

/// A request as an attendant sees it to whom a call brings it, whatever their groups are.
///
/// # Errors
/// When the database does not answer.
pub fn in_call(tx: &mut Tx<'_>, viewer: &Viewer, request: Request) -> Result<Access> {
    let (service, reason) = parts(tx, &request)?;
    Ok(seen(tx, viewer, request, service, reason, true))
}

/// Whether somebody else than the viewer may execute a request: what [`Access::permission`]
/// says when they look at it.
///
/// # Errors
/// When the database does not answer.
pub fn executes(tx: &mut Tx<'_>, person: i64, request: Request) -> Result<bool> {
    let Some(person) = models::people::find(tx.conn, person)? else { return Ok(false) };
    let they = Viewer::load(tx.conn, person, Via::Internal, None)?;
    Ok(of(tx, &they, request)?.is_some_and(|access| access.permission() == GroupPermission::Execute))
}

/// [`of`], when service and reason are at hand (lists).
#[must_use]
pub fn judge(
    tx: &Tx<'_>,
    viewer: &Viewer,
    request: Request,
    service: Service,
    reason: Option<SuspensionReason>,
) -> Option<Access> {
    let access = seen(tx, viewer, request, service, reason, false);
    let facts = &access.facts;
    (facts.is_requester || facts.is_viewer || facts.is_administrator).then_some(access)
}

/// What a viewer is to a request, and what follows from it.
fn seen(
    tx: &Tx<'_>,
    viewer: &Viewer,
    request: Request,
    service: Service,
    reason: Option<SuspensionReason>,
    only_in_call: bool,
) -> Access {
    let me = viewer.id();
    let serves = request.responsible_id == Some(me) && viewer.has(Role::Attendant);
    let relation = Relation {
        is_requester: request.requester_id == me,
        opened_as_integrator: viewer.has(Role::Integrator) && request.opened_by == me,
        belongs: viewer.belongs(request.group_id) || serves,
        confidential: service.confidential,
    };
    let oversees = viewer.sees_all() && !service.confidential;
    let opened = viewer.has(Role::Attendant) && request.opened_by == me;
    let is_administrator = viewer.has(Role::Administrator);
    let reopen_days = tx.parameters.number(ids::REOPEN_DAYS);
    let facts = Facts {
        situation: request.situation,
        is_requester: relation.is_requester || relation.opened_as_integrator,
        is_executor: viewer.executes(request.group_id),
        is_viewer: relation.belongs || oversees || opened || only_in_call,
        is_administrator,
        may_change_sla: viewer.changes_sla(request.group_id),
        has_responsible: request.responsible_id.is_some(),
        responsible_is_me: serves,
        portal: Portal::of(&tx.parameters),
        has_solution: request.solution.is_some(),
        rated: request.grade.is_some(),
        reopen_until: request.resolved_at.and_then(|at| lifecycle::reopen_until(instant(at), reopen_days)),
        reopenable: !request.information,
        now: tx.now,
    };
    let (side, texts_hidden) = (relation.side(), relation.texts_hidden());
    Access { request, service, reason, facts, side, texts_hidden, only_in_call }
}

impl Access {
    /// What the viewer may do now.
    #[must_use]
    pub fn actions(&self) -> Vec<Action> {
        lifecycle::allowed(&self.facts)
    }

    /// Whether the viewer reads what is internal.
    #[must_use]
    pub fn on_desk(&self) -> bool {
        self.side == Side::Desk
    }

    /// The viewer, as somebody who looks at the timeline.
    #[must_use]
    pub fn timeline_reader(&self) -> TimelineReader {
        TimelineReader { side: self.side, texts_hidden: self.texts_hidden, portal: self.facts.portal }
    }

    /// Makes sure that the viewer may do something now.
    ///
    /// # Errors
    /// 403 when they or a parameter may not; 409 when the situation does not allow it.
    pub fn require(&self, action: Action) -> Result<Transition> {
        lifecycle::check(action, &self.facts).map_err(|refused| self.refuse(refused))
    }

    fn refuse(&self, Refused { why, allowed }: Refused) -> Error {
        let code = match why {
            DenialReason::Viewer => "action-not-yours",
            DenialReason::Parameter(_) => "parameter-off",
            DenialReason::Situation => "illegal-action",
            DenialReason::Taken => "already-captured",
            DenialReason::NobodyHasIt => "nobody-has-it",
            DenialReason::TooLate => "too-late-to-reopen",
            DenialReason::NotReopenable => "not-reopenable",
            DenialReason::Rated => "already-rated",
            DenialReason::NoSolution => "no-solution",
        };
        let status = if why.is_forbidden() { StatusCode::FORBIDDEN } else { StatusCode::CONFLICT };
        let mut args = vec![("situation", self.request.situation.as_str().to_owned())];
        if let DenialReason::Parameter(id) = why {
            args.push(("parameter", id.to_string()));
        }
        Error::Refused { status, code, args, allowed, retry_after: None }
    }

    /// Makes sure that the caller has seen the present version, when they say which they have.
    ///
    /// # Errors
    /// 412 when the request was changed since.
    pub fn check_version(&self, seen: Option<i32>) -> Result<()> {
        match seen {
            Some(version) if version != self.request.version => {
                Err(Error::refused(StatusCode::PRECONDITION_FAILED, "version-old"))
            }
            _ => Ok(()),
        }
    }

    /// Whether the viewer may execute it, or only look.
    #[must_use]
    pub fn permission(&self) -> GroupPermission {
        if self.facts.is_executor || self.facts.responsible_is_me {
            GroupPermission::Execute
        } else {
            GroupPermission::View
        }
    }
}
