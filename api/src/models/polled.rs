//! What telephone systems poll while somebody waits on the line: each answer is one
//! statement, which is prepared once and served by indexes alone. The token and the
//! parameters of the services are part of it (`at_the_gate`); the simulator, which has no
//! token, asks without.

use super::requests::OPEN;
use super::tokens::Token;
use crate::db::Conn;
use crate::db::schema::{api_tokens, parameters, people, requests};
use crate::db::types::{Code, Coded};
use crate::domain::parameters::{Parameters, ids};
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

/// A token that is not revoked, and the parameters that the services depend on.
#[derive(Debug)]
pub struct Gate {
    /// The token; it may have expired.
    pub token: Token,
    /// Those parameters, and no others.
    pub parameters: Parameters,
}

impl Gate {
    fn new(token: Token, telephony: Option<String>, claim: Option<String>) -> Self {
        let values = [(ids::TELEPHONY, telephony), (ids::TELEPHONY_CLAIM, claim)];
        let values = values.into_iter().filter_map(|(id, value)| Some((id, value?)));
        Self { token, parameters: Parameters::new(values.collect()) }
    }
}

/// What a [`Gate`] is made of, and some columns more.
macro_rules! with_gate {
    (parameter $id:expr) => {
        parameters::table.filter(parameters::id.eq($id)).select(parameters::value).single_value()
    };
    ($columns:expr) => {
        (
            Token::as_select(),
            with_gate!(parameter ids::TELEPHONY),
            with_gate!(parameter ids::TELEPHONY_CLAIM),
            $columns,
        )
    };
}

/// A row of it.
type WithGate<T> = (Token, Option<String>, Option<String>, T);

/// A request, as far as it is counted.
type Counted = (i64, Code<Situation>);

/// Tokens with a hash that are not revoked and act as somebody who is active.
macro_rules! working {
    ($tokens:expr, $hash:expr) => {{
        let owner = diesel::alias!(people as owner);
        let active = owner
            .filter(owner.field(people::id).eq(api_tokens::person_id))
            .filter(owner.field(people::active).eq(true));
        $tokens
            .filter(api_tokens::token_hash.eq($hash))
            .filter(api_tokens::revoked_at.is_null())
            .filter(diesel::dsl::exists(active))
    }};
}

/// [`in_progress`] for the holder of a token; nothing when there is no such token.
///
/// # Errors
/// When the database does not answer.
pub fn in_progress_at_the_gate(
    conn: &mut Conn,
    hash: &str,
    claim: &Claim,
    suspended: bool,
) -> QueryResult<Option<(Gate, Vec<i64>)>> {
    macro_rules! asked {
        ($claimed:expr) => {
            working!(
                api_tokens::table
                    .left_join(people::table.on($claimed))
                    .left_join(requests::table.on(requests::requester_id.eq(people::id).and(Unfinished))),
                hash
            )
            .order((requests::sort_deadline, requests::id))
            .select(with_gate!((requests::number, requests::situation).nullable()))
            .load(conn)?
        };
    }
    let rows: Vec<WithGate<Option<Counted>>> = match claim {
        Claim::TaxId(id) => asked!(people::tax_id.eq(id.as_str().to_owned())),
        Claim::EmployeeNumber(number) => asked!(people::employee_number.eq(number.clone())),
    };
    let mut gate = None;
    let mut found = Vec::new();
    for (token, telephony, demanded, request) in rows {
        gate.get_or_insert_with(|| Gate::new(token, telephony, demanded));
        found.extend(request);
    }
    Ok(gate.map(|gate| (gate, counted(found, suspended))))
}

/// Numbers of those that count.
fn counted(found: Vec<Counted>, suspended: bool) -> Vec<i64> {
    let counts = |situation: Situation| suspended || situation != Situation::Suspended;
    found.into_iter().filter(|(_, situation)| counts(situation.0)).map(|(number, _)| number).collect()
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
    let rows: Vec<Counted> = match claim {
        Claim::TaxId(id) => unfinished.filter(people::tax_id.eq(id.as_str())).load(conn)?,
        Claim::EmployeeNumber(number) => unfinished.filter(people::employee_number.eq(number)).load(conn)?,
    };
    Ok(counted(rows, suspended))
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
    let numbered = api_tokens::table
        .left_join(requests::table.on(requests::number.eq(number)))
        .left_join(people::table.on(people::id.eq(requests::requester_id)));
    let row: Option<WithGate<Option<Facts>>> =
        working!(numbered, hash).select(with_gate!(facts!().nullable())).first(conn).optional()?;
    Ok(row.map(|(token, telephony, demanded, facts)| (Gate::new(token, telephony, demanded), facts)))
}
