//! What telephone systems poll while somebody waits on the line: each answer is one
//! statement, which is prepared once and served by indexes alone.

use super::requests::OPEN;
use crate::db::Conn;
use crate::db::schema::{people, requests};
use crate::db::types::{Code, Coded};
use crate::domain::telephony::Claim;
use chrono::NaiveDateTime;
use contract::Situation;
use diesel::backend::Backend;
use diesel::expression::{AppearsOnTable, Expression, SelectableExpression, ValidGrouping};
use diesel::prelude::*;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::sql_types::Bool;

/// `situation IN (…)` with the situations of unfinished requests written out: the index
/// `requests_unfinished` serves only a condition that has them in the statement itself.
#[derive(Debug, Clone, Copy, QueryId, ValidGrouping)]
struct Unfinished;

impl Expression for Unfinished {
    type SqlType = Bool;
}

impl<From> AppearsOnTable<From> for Unfinished where requests::situation: AppearsOnTable<From> {}

impl<From> SelectableExpression<From> for Unfinished where requests::situation: SelectableExpression<From> {}

impl<B: Backend> QueryFragment<B> for Unfinished
where
    requests::situation: QueryFragment<B>,
{
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, B>) -> QueryResult<()> {
        requests::situation.walk_ast(out.reborrow())?;
        for (place, situation) in OPEN.iter().enumerate() {
            out.push_sql(if place == 0 { " IN ('" } else { "', '" });
            out.push_sql(situation.code());
        }
        out.push_sql("')");
        Ok(())
    }
}

/// Numbers of somebody's requests in progress, the oldest deadline first; the suspended
/// ones among them if asked for.
///
/// # Errors
/// When the database does not answer.
pub fn in_progress(conn: &mut Conn, claim: &Claim, suspended: bool) -> QueryResult<Vec<i64>> {
    let unfinished = requests::table
        .inner_join(people::table.on(people::id.eq(requests::requester_id)))
        .filter(Unfinished)
        .order((requests::sort_deadline, requests::id))
        .select((requests::number, requests::situation));
    let rows: Vec<(i64, Code<Situation>)> = match claim {
        Claim::TaxId(id) => unfinished.filter(people::tax_id.eq(id.as_str())).load(conn)?,
        Claim::EmployeeNumber(number) => unfinished.filter(people::employee_number.eq(number)).load(conn)?,
    };
    let counts = |situation: Situation| suspended || situation != Situation::Suspended;
    Ok(rows.into_iter().filter(|(_, situation)| counts(situation.0)).map(|(number, _)| number).collect())
}

/// What is read out of a request, and by what its requester is known.
#[derive(Debug, Clone, Queryable)]
pub struct Facts {
    /// Identifier.
    pub id: i64,
    /// When it was opened.
    pub opened_at: NaiveDateTime,
    /// Where it stands.
    pub situation: Code<Situation>,
    /// When it is due; none when there is no target.
    pub deadline_at: Option<NaiveDateTime>,
    /// When it was resolved.
    pub resolved_at: Option<NaiveDateTime>,
    /// When it was closed or cancelled.
    pub ended_at: Option<NaiveDateTime>,
    tax_id: Option<String>,
    employee_number: Option<String>,
}

impl Facts {
    /// Whether the requester is whom a claim names.
    #[must_use]
    pub fn is_of(&self, claim: &Claim) -> bool {
        match claim {
            Claim::TaxId(id) => self.tax_id.as_deref() == Some(id.as_str()),
            Claim::EmployeeNumber(number) => self.employee_number.as_ref() == Some(number),
        }
    }
}

/// The request with a number, if there is one.
///
/// # Errors
/// When the database does not answer.
pub fn facts(conn: &mut Conn, number: i64) -> QueryResult<Option<Facts>> {
    requests::table
        .inner_join(people::table.on(people::id.eq(requests::requester_id)))
        .filter(requests::number.eq(number))
        .select((
            requests::id,
            requests::opened_at,
            requests::situation,
            requests::deadline_at,
            requests::resolved_at,
            requests::ended_at,
            people::tax_id,
            people::employee_number,
        ))
        .first(conn)
        .optional()
}
