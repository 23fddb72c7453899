//! The satisfaction survey.

use super::emails;
use super::history::{self, Entry};
use super::lifecycle::{Target, close};
use super::notifications;
use super::requests;
use super::validate;
use crate::auth::Viewer;
use crate::db::types::Code;
use crate::domain::parameters::ids;
use crate::error::{Check, Result};
use crate::mail::RequestEmail;
use crate::models;
use crate::models::requests::Request;
use crate::policy::actor::Actor;
use crate::tx::Tx;
use contract::live::NotificationKind;
use contract::requests::Satisfaction;
use contract::{Action, Category, Grade, Situation, limits};

/// Answers the survey, and accepts the solution if asked to. A poor or fair grade
/// alerts the group of parameter 138.
///
/// # Errors
/// 409 when it was rated already, or is not resolved.
pub fn rate(tx: &mut Tx<'_>, viewer: &Viewer, target: Target, answer: &Satisfaction) -> Result<Request> {
    let access = target.open(tx, viewer, Action::Rate)?;
    let mut check = Check::new();
    let comment = check.take(validate::optional_lines("comment", &answer.comment, limits::JUSTIFICATION));
    check.done()?;
    let mut request = access.request;
    let actor = Actor::of(viewer, request.requester_id);
    request.grade = Some(Code(answer.grade));
    request.grade_comment = Some(comment.clone());
    request.graded_at = Some(tx.db_now());
    requests::save(tx, &mut request)?;
    let entry = Entry::event(Category::Satisfaction, "rated").arg("grade", answer.grade.as_str()).text(&comment);
    let id = history::add(tx, &request, actor, entry)?;
    if matches!(answer.grade, Grade::Fair | Grade::Poor) {
        alert(tx, &request, actor, id, &comment)?;
    }
    if answer.accept && request.situation == Situation::Resolved {
        close(tx, &mut request, actor, "accepted")?;
    }
    Ok(request)
}

fn alert(tx: &mut Tx<'_>, request: &Request, actor: Actor, occurrence: i64, comment: &str) -> Result<()> {
    let Some(group) = tx.parameters.id_of(ids::POOR_GRADE_GROUP) else { return Ok(()) };
    let people: Vec<i64> =
        models::groups::members(tx.conn, Some(group))?.into_iter().map(|member| member.person_id).collect();
    notifications::add(tx, request, NotificationKind::PoorGrade, actor, people.clone(), true)?;
    let mail =
        RequestEmail::new(ids::POOR_GRADE_TEMPLATE, request, actor).about(occurrence, comment, Category::Satisfaction);
    emails::to_people(tx, mail, people)
}
