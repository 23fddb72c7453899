//! What telephone systems poll while somebody waits on the line: each answer is one
//! statement, which is prepared once and served by indexes alone. The token and the
//! parameters of the services are part of it (`at_the_gate`); the simulator, which has no
//! token, asks without.

use super::tokens::Grant;
use crate::db::schema::{api_tokens, parameters, people, requests};
use crate::db::types::{Code, Coded};
use crate::db::{Conn, direct};
use crate::domain::lifecycle::UNFINISHED as OPEN;
use crate::domain::parameters::{Parameters, ids};
use crate::domain::telephony::CallerId;
use chrono::NaiveDateTime;
use contract::Situation;
use contract::telephony::RequestCount;
use diesel::backend::Backend;
use diesel::expression::{AppearsOnTable, Expression, SelectableExpression, ValidGrouping};
use diesel::prelude::*;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::sql_types::Bool;

/// The situations of unfinished requests, written out: the index `requests_unfinished`
/// serves only a condition that has them in the statement itself. Joined by `OR`, because
/// SQLite makes a table of an `IN` with more than two at every call.
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
        for (place, situation) in OPEN.iter().enumerate() {
            out.push_sql(if place == 0 { "(" } else { " OR " });
            requests::situation.walk_ast(out.reborrow())?;
            out.push_sql(" = '");
            out.push_sql(situation.code());
            out.push_sql("'");
        }
        out.push_sql(")");
        Ok(())
    }
}

/// What a token that is not revoked grants, and the parameters that the services depend on.
#[derive(Debug)]
pub struct Gate {
    /// The token's; it may have expired.
    pub grant: Grant,
    /// Those parameters, and no others.
    pub parameters: Parameters,
}

/// The value of a parameter, if it was changed.
macro_rules! value_of {
    ($parameter:expr) => {
        parameters::table.filter(parameters::id.eq($parameter)).select(parameters::value).single_value()
    };
}

/// What is read of it, where of the parameters only 281 matters.
type GateRow = (Grant, Option<String>);

impl From<GateRow> for Gate {
    fn from((grant, telephony): GateRow) -> Self {
        let values = telephony.map(|value| (ids::TELEPHONY, value));
        Self { grant, parameters: Parameters::new(values.into_iter().collect()) }
    }
}

/// The columns of a [`GateRow`].
macro_rules! gate {
    () => {
        (Grant::COLUMNS, value_of!(ids::TELEPHONY))
    };
}

/// Tokens of somebody who is active.
macro_rules! tokens {
    () => {{
        let owner = diesel::alias!(people as owner);
        let active = owner.field(people::id).eq(api_tokens::person_id).and(owner.field(people::active).eq(true));
        api_tokens::table.inner_join(owner.on(active))
    }};
}

/// Those with a hash that are not revoked.
macro_rules! working {
    ($tokens:expr, $hash:expr) => {
        $tokens.filter(api_tokens::token_hash.eq($hash)).filter(api_tokens::revoked_at.is_null())
    };
}

/// Works on the condition that a person is whom a claim names.
macro_rules! claimed {
    ($claim:expr, $person:ident => $work:expr) => {
        match $claim {
            CallerId::TaxId(id) => {
                let $person = people::tax_id.eq(id.as_str().to_owned());
                $work
            }
            CallerId::EmployeeNumber(number) => {
                let $person = people::employee_number.eq(number.clone());
                $work
            }
        }
    };
}

/// Requests in progress; `$left_out` is a situation that does not count.
macro_rules! in_progress {
    ($left_out:expr) => {
        requests::requester_id.eq(people::id).and(Unfinished).and(requests::situation.ne($left_out))
    };
}

/// Tokens, each with the requests in progress of whoever is meant, or with none.
macro_rules! theirs {
    ($person:expr, $suspended:expr) => {
        tokens!().left_join(people::table.on($person)).left_join(requests::table.on(in_progress!(left_out($suspended))))
    };
}

/// The situation that does not count, if any.
fn left_out(suspended: bool) -> &'static str {
    if suspended { "" } else { Situation::Suspended.as_str() }
}

/// How many requests of somebody are in progress, for the holder of a token; nothing when
/// there is no such token.
///
/// # Errors
/// When the database does not answer.
pub fn count_at_the_gate(
    conn: &mut Conn,
    hash: &str,
    claim: &CallerId,
    suspended: bool,
) -> QueryResult<Option<(Gate, RequestCount)>> {
    let row: Option<(GateRow, i64, Option<i64>)> = claimed!(claim, person => {
        let number = requests::number.nullable();
        let count = working!(theirs!(person, suspended), hash)
            .group_by(api_tokens::id)
            .select((gate!(), diesel::dsl::count(number), diesel::dsl::min(number)));
        direct!(conn, conn => count.get_result(conn).optional()?)
    });
    Ok(row.map(|(gate, count, first)| {
        let count = usize::try_from(count).unwrap_or_default();
        (gate.into(), RequestCount { count, number: first.filter(|_| count == 1) })
    }))
}

/// [`in_progress`] for the holder of a token; nothing when there is no such token.
///
/// # Errors
/// When the database does not answer.
pub fn in_progress_at_the_gate(
    conn: &mut Conn,
    hash: &str,
    claim: &CallerId,
    suspended: bool,
) -> QueryResult<Option<(Gate, Vec<i64>)>> {
    let rows: Vec<(GateRow, Option<i64>)> = claimed!(claim, person => {
        let numbers = working!(theirs!(person, suspended), hash)
            .order((requests::sort_deadline, requests::id))
            .select((gate!(), requests::number.nullable()));
        direct!(conn, conn => numbers.load(conn)?)
    });
    let mut gate = None;
    let mut numbers = Vec::new();
    for (row, number) in rows {
        gate.get_or_insert(row);
        numbers.extend(number);
    }
    Ok(gate.map(|gate| (gate.into(), numbers)))
}

/// Numbers of somebody's requests in progress, the oldest deadline first; the suspended
/// ones among them if asked for.
///
/// # Errors
/// When the database does not answer.
pub fn in_progress(conn: &mut Conn, claim: &CallerId, suspended: bool) -> QueryResult<Vec<i64>> {
    claimed!(claim, person => {
        people::table
            .inner_join(requests::table.on(in_progress!(left_out(suspended))))
            .filter(person)
            .order((requests::sort_deadline, requests::id))
            .select(requests::number)
            .load(conn)
    })
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
    pub fn is_of(&self, claim: &CallerId) -> bool {
        match claim {
            CallerId::TaxId(id) => self.tax_id.as_deref() == Some(id.as_str()),
            CallerId::EmployeeNumber(number) => self.employee_number.as_ref() == Some(number),
        }
    }
}

/// The columns of [`Facts`].
macro_rules! facts {
    () => {
        (
            requests::id,
            requests::opened_at,
            requests::situation,
            requests::deadline_at,
            requests::resolved_at,
            requests::ended_at,
            people::tax_id,
            people::employee_number,
        )
    };
}

/// The request with a number, if there is one.
///
/// # Errors
/// When the database does not answer.
pub fn facts(conn: &mut Conn, number: i64) -> QueryResult<Option<Facts>> {
    requests::table
        .inner_join(people::table.on(people::id.eq(requests::requester_id)))
        .filter(requests::number.eq(number))
        .select(facts!())
        .first(conn)
        .optional()
}

/// [`facts`] for the holder of a token; nothing when there is no such token.
///
/// # Errors
/// When the database does not answer.
pub fn facts_at_the_gate(conn: &mut Conn, hash: &str, number: i64) -> QueryResult<Option<(Gate, Option<Facts>)>> {
    let numbered = tokens!()
        .left_join(requests::table.on(requests::number.eq(number)))
        .left_join(people::table.on(people::id.eq(requests::requester_id)));
    let row = working!(numbered, hash).select((gate!(), value_of!(ids::TELEPHONY_CLAIM), facts!().nullable()));
    let row: Option<(GateRow, Option<String>, Option<Facts>)> = direct!(conn, conn => row.get_result(conn).optional()?);
    Ok(row.map(|(gate, claim, facts)| {
        let mut gate = Gate::from(gate);
        if let Some(claim) = claim {
            gate.parameters = gate.parameters.with(ids::TELEPHONY_CLAIM, &claim);
        }
        (gate, facts)
    }))
}
