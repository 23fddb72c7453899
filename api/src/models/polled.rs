//! What telephone systems poll while somebody waits on the line. Each answer is one statement that is prepared once
//! and served by indexes alone. The `…_with_token` queries read the caller's token and the parameters in the same
//! statement. The other ones are for the simulator, which has no token.

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
use diesel::dsl;
use diesel::expression::{AppearsOnTable, Expression, SelectableExpression, ValidGrouping, is_aggregate};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::query_source::Alias;
use diesel::serialize::ToSql;
use diesel::sql_types::{Bool, HasSqlType, Nullable, Text};
use diesel::sqlite::Sqlite;

diesel::alias!(const OWNER: Alias<Owner> = people as owner);

/// The condition that a request is unfinished. The situations are written into the statement, because the partial index
/// `requests_unfinished` serves only a condition that contains them. They are joined by `OR`, because SQLite builds a
/// temporary table for an `IN` with more than two values each time the statement runs.
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

/// The condition that a person is the caller: their tax identifier or employee number, the column `C`, has a value.
/// The value is owned, because diesel does not accept a borrowed one in the condition of a join.
#[derive(Debug, Clone)]
struct IsCaller<C> {
    column: C,
    value: String,
}

/// A column of `people` by which a caller is known.
trait CallerColumn: Copy + QueryFragment<Sqlite> + QueryFragment<Pg> + 'static {}

impl CallerColumn for people::tax_id {}
impl CallerColumn for people::employee_number {}

impl<C> Expression for IsCaller<C> {
    type SqlType = Nullable<Bool>;
}

impl<C, From> AppearsOnTable<From> for IsCaller<C> where people::tax_id: AppearsOnTable<From> {}

impl<C, GroupBy> ValidGrouping<GroupBy> for IsCaller<C> {
    type IsAggregate = is_aggregate::No;
}

/// One prepared statement for each column.
impl<C: 'static> QueryId for IsCaller<C> {
    type QueryId = Self;
    const HAS_STATIC_QUERY_ID: bool = true;
}

impl<B, C> QueryFragment<B> for IsCaller<C>
where
    B: Backend + HasSqlType<Text>,
    C: QueryFragment<B>,
    str: ToSql<Text, B>,
{
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, B>) -> QueryResult<()> {
        out.push_sql("(");
        self.column.walk_ast(out.reborrow())?;
        out.push_sql(" = ");
        out.push_bind_param::<Text, _>(self.value.as_str())?;
        out.push_sql(")");
        Ok(())
    }
}

type OwnerColumn<C> = dsl::Field<Alias<Owner>, C>;
type IsActiveOwner =
    dsl::And<dsl::Eq<OwnerColumn<people::id>, api_tokens::person_id>, dsl::Eq<OwnerColumn<people::active>, bool>>;

/// The tokens with a hash that are not revoked and whose owner is active: one, or none.
#[dsl::auto_type(no_type_alias)]
fn working_tokens<'a>(hash: &'a str) -> _ {
    let owner: dsl::On<Alias<Owner>, IsActiveOwner> =
        OWNER.on(OWNER.field(people::id).eq(api_tokens::person_id).and(OWNER.field(people::active).eq(true)));
    api_tokens::table.inner_join(owner).filter(api_tokens::token_hash.eq(hash)).filter(api_tokens::revoked_at.is_null())
}

/// The stored value of a parameter; none when it was never changed.
#[dsl::auto_type(no_type_alias)]
fn stored_value(id: i32) -> _ {
    parameters::table.filter(parameters::id.eq(id)).select(parameters::value).single_value()
}

/// The condition that a request is in progress and one of the person's. `left_out` is a situation that does not count.
#[dsl::auto_type(no_type_alias)]
fn in_progress_of_person(left_out: &'static str) -> _ {
    requests::requester_id.eq(people::id).and(Unfinished).and(requests::situation.ne(left_out))
}

/// The situation that does not count; empty when all do.
fn left_out(include_suspended: bool) -> &'static str {
    if include_suspended { "" } else { Situation::Suspended.as_str() }
}

/// Whether a yes/no parameter with this stored value is on.
fn is_on(id: i32, stored: Option<String>) -> bool {
    Parameters::new(stored.map(|value| (id, value)).into_iter().collect()).yes(id)
}

/// What is read together with each answer: the token, and whether the web services answer at all.
#[derive(Debug)]
pub struct TokenCheck {
    /// What the token grants. It is not revoked and its owner is active, but it may have expired.
    pub grant: Grant,
    /// Whether telephony is on (parameter 281).
    pub telephony: bool,
}

impl TokenCheck {
    fn new(grant: Grant, telephony: Option<String>) -> Self {
        Self { grant, telephony: is_on(ids::TELEPHONY, telephony) }
    }
}

/// How many requests of a caller are in progress, and the number of the only one. None when there is no such token.
///
/// # Errors
/// When the database does not answer.
pub fn count_with_token(
    conn: &mut Conn,
    token_hash: &str,
    caller_id: &CallerId,
    include_suspended: bool,
) -> QueryResult<Option<(TokenCheck, RequestCount)>> {
    let left_out = left_out(include_suspended);
    let row = match caller_id {
        CallerId::TaxId(id) => count_row(conn, token_hash, by_tax_id(id.as_str()), left_out),
        CallerId::EmployeeNumber(number) => count_row(conn, token_hash, by_employee_number(number), left_out),
    };
    Ok(row?.map(|(grant, telephony, count, first)| {
        let count = usize::try_from(count).unwrap_or_default();
        (TokenCheck::new(grant, telephony), RequestCount { count, number: first.filter(|_| count == 1) })
    }))
}

type CountRow = (Grant, Option<String>, i64, Option<i64>);

fn count_row<C: CallerColumn>(
    conn: &mut Conn,
    token_hash: &str,
    is_caller: IsCaller<C>,
    left_out: &'static str,
) -> QueryResult<Option<CountRow>> {
    let number = requests::number.nullable();
    let query = working_tokens(token_hash)
        .left_join(people::table.on(is_caller))
        .left_join(requests::table.on(in_progress_of_person(left_out)))
        .group_by(api_tokens::id)
        .select((Grant::COLUMNS, stored_value(ids::TELEPHONY), dsl::count(number), dsl::min(number)));
    direct!(conn, conn => query.get_result(conn).optional())
}

/// The numbers of a caller's requests in progress, the oldest deadline first. None when there is no such token.
///
/// # Errors
/// When the database does not answer.
pub fn numbers_with_token(
    conn: &mut Conn,
    token_hash: &str,
    caller_id: &CallerId,
    include_suspended: bool,
) -> QueryResult<Option<(TokenCheck, Vec<i64>)>> {
    let left_out = left_out(include_suspended);
    let rows = match caller_id {
        CallerId::TaxId(id) => number_rows(conn, token_hash, by_tax_id(id.as_str()), left_out),
        CallerId::EmployeeNumber(number) => number_rows(conn, token_hash, by_employee_number(number), left_out),
    };
    let mut check = None;
    let mut numbers = Vec::new();
    for (grant, telephony, number) in rows? {
        check.get_or_insert((grant, telephony));
        numbers.extend(number);
    }
    Ok(check.map(|(grant, telephony)| (TokenCheck::new(grant, telephony), numbers)))
}

type NumberRow = (Grant, Option<String>, Option<i64>);

fn number_rows<C: CallerColumn>(
    conn: &mut Conn,
    token_hash: &str,
    is_caller: IsCaller<C>,
    left_out: &'static str,
) -> QueryResult<Vec<NumberRow>> {
    let query = working_tokens(token_hash)
        .left_join(people::table.on(is_caller))
        .left_join(requests::table.on(in_progress_of_person(left_out)))
        .order((requests::sort_deadline, requests::id))
        .select((Grant::COLUMNS, stored_value(ids::TELEPHONY), requests::number.nullable()));
    direct!(conn, conn => query.load(conn))
}

/// The numbers of a caller's requests in progress, the oldest deadline first.
///
/// # Errors
/// When the database does not answer.
pub fn numbers(conn: &mut Conn, caller_id: &CallerId, include_suspended: bool) -> QueryResult<Vec<i64>> {
    let query = people::table
        .inner_join(requests::table.on(in_progress_of_person(left_out(include_suspended))))
        .order((requests::sort_deadline, requests::id))
        .select(requests::number);
    match caller_id {
        CallerId::TaxId(id) => query.filter(people::tax_id.eq(id.as_str())).load(conn),
        CallerId::EmployeeNumber(number) => query.filter(people::employee_number.eq(number)).load(conn),
    }
}

/// What is read out of a request, and by what its requester is known.
#[derive(Debug, Clone, Queryable)]
pub struct Facts {
    /// Identifier.
    pub id: i64,
    /// When it was opened.
    pub opened_at: NaiveDateTime,
    /// Its situation.
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
    /// The columns, in the order of the fields.
    const COLUMNS: FactsColumns = (
        requests::id,
        requests::opened_at,
        requests::situation,
        requests::deadline_at,
        requests::resolved_at,
        requests::ended_at,
        people::tax_id,
        people::employee_number,
    );

    /// Whether the requester is the caller.
    #[must_use]
    pub fn is_of(&self, caller_id: &CallerId) -> bool {
        match caller_id {
            CallerId::TaxId(id) => self.tax_id.as_deref() == Some(id.as_str()),
            CallerId::EmployeeNumber(number) => self.employee_number.as_ref() == Some(number),
        }
    }
}

type FactsColumns = (
    requests::id,
    requests::opened_at,
    requests::situation,
    requests::deadline_at,
    requests::resolved_at,
    requests::ended_at,
    people::tax_id,
    people::employee_number,
);

/// A request that was asked for by its number, and the parameter that says who may ask.
#[derive(Debug)]
pub struct FoundFacts {
    /// The request; none when there is no such number.
    pub request: Option<Facts>,
    /// Whether a caller has to identify themselves (parameter 1018).
    pub caller_id_required: bool,
}

type FactsRow = (Grant, Option<String>, Option<String>, Option<Facts>);

/// The request with a number. None when there is no such token.
///
/// # Errors
/// When the database does not answer.
pub fn facts_with_token(
    conn: &mut Conn,
    token_hash: &str,
    number: i64,
) -> QueryResult<Option<(TokenCheck, FoundFacts)>> {
    let query = working_tokens(token_hash)
        .left_join(requests::table.on(requests::number.eq(number)))
        .left_join(people::table.on(people::id.eq(requests::requester_id)))
        .select((
            Grant::COLUMNS,
            stored_value(ids::TELEPHONY),
            stored_value(ids::TELEPHONY_CLAIM),
            Facts::COLUMNS.nullable(),
        ));
    let row: Option<FactsRow> = direct!(conn, conn => query.get_result(conn).optional()?);
    Ok(row.map(|(grant, telephony, required, request)| {
        let caller_id_required = is_on(ids::TELEPHONY_CLAIM, required);
        (TokenCheck::new(grant, telephony), FoundFacts { request, caller_id_required })
    }))
}

/// The request with a number.
///
/// # Errors
/// When the database does not answer.
pub fn facts(conn: &mut Conn, number: i64) -> QueryResult<Option<Facts>> {
    requests::table
        .inner_join(people::table.on(people::id.eq(requests::requester_id)))
        .filter(requests::number.eq(number))
        .select(Facts::COLUMNS)
        .first(conn)
        .optional()
}

fn by_tax_id(value: &str) -> IsCaller<people::tax_id> {
    IsCaller { column: people::tax_id, value: value.to_owned() }
}

fn by_employee_number(value: &str) -> IsCaller<people::employee_number> {
    IsCaller { column: people::employee_number, value: value.to_owned() }
}
