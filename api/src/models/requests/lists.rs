//! Lists of requests, and what they are filtered by.

use super::Request;
use super::search::{Query, Search, with_word};
use crate::db::schema::{requests, suspension_reasons};
use crate::db::types::{Code, codes};
use crate::db::{Conn, DB};
use crate::domain::lifecycle::RUNNING;
use crate::domain::paging::{self, Cursor, EXACT_TOTAL, Order, PagingError, Sort};
use crate::models::page;
use chrono::NaiveDateTime;
use contract::{Page, RequestType, Situation, SlaStatus};
use diesel::dsl::exists;
use diesel::prelude::*;

/// Whose requests a list shows.
#[derive(Debug, Clone)]
pub enum Scope {
    /// Those of one requester.
    Of(i64),
    /// Those that an integrator opened, or is the requester of.
    OpenedBy(i64),
    /// Those of a viewer's groups, or theirs to serve; all but confidential ones
    /// for a group that sees all.
    Queue {
        /// The viewer.
        person: i64,
        /// Their groups.
        groups: Vec<i64>,
        /// When they see all: the confidential services, which they do not.
        all_but: Option<Vec<i64>>,
    },
    /// All (administrators).
    Everything,
}

/// Who serves it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Responsible {
    /// Nobody.
    Nobody,
    /// This person.
    Person(i64),
}

/// What a list of requests is filtered by.
#[derive(Debug, Clone)]
pub struct Filter {
    /// Whose.
    pub scope: Scope,
    /// Words that must occur.
    pub search: Option<Search>,
    /// Situations; all when empty.
    pub situations: Vec<Situation>,
    /// Type.
    pub request_type: Option<RequestType>,
    /// Number.
    pub number: Option<i64>,
    /// Requester.
    pub requester: Option<i64>,
    /// Groups; all when empty.
    pub groups: Vec<i64>,
    /// Who serves it.
    pub responsible: Option<Responsible>,
    /// SLA status.
    pub sla: Option<SlaStatus>,
    /// Services, and opened since; for counts.
    pub service_since: Option<(i64, NaiveDateTime)>,
    /// Only those suspended until the requester answers, or resolved.
    pub waiting_for_requester: bool,
    /// Only those with messages the requester has not read.
    pub unread_by_requester: bool,
    /// Now.
    pub now: NaiveDateTime,
}

impl Filter {
    /// Everything in a scope.
    #[must_use]
    pub fn new(scope: Scope, now: NaiveDateTime) -> Self {
        Self {
            scope,
            search: None,
            situations: Vec::new(),
            request_type: None,
            number: None,
            requester: None,
            groups: Vec::new(),
            responsible: None,
            sla: None,
            service_since: None,
            waiting_for_requester: false,
            unread_by_requester: false,
            now,
        }
    }
}

/// The query of a list.
#[must_use]
pub fn filtered(filter: &Filter) -> Query {
    let mut query = in_scope(requests::table.into_boxed::<DB>(), &filter.scope);
    if let Some(search) = &filter.search {
        for word in &search.words {
            query = with_word(query, word, search);
        }
    }
    if !filter.situations.is_empty() {
        query = query.filter(requests::situation.eq_any(codes(&filter.situations)));
    }
    if let Some(request_type) = filter.request_type {
        query = query.filter(requests::request_type.eq(Code(request_type)));
    }
    if let Some(number) = filter.number {
        query = query.filter(requests::number.eq(number));
    }
    if let Some(requester) = filter.requester {
        query = query.filter(requests::requester_id.eq(requester));
    }
    if !filter.groups.is_empty() {
        query = query.filter(requests::group_id.eq_any(filter.groups.clone()));
    }
    match filter.responsible {
        Some(Responsible::Nobody) => query = query.filter(requests::responsible_id.is_null()),
        Some(Responsible::Person(id)) => query = query.filter(requests::responsible_id.eq(id)),
        None => {}
    }
    if let Some((service, since)) = filter.service_since {
        query = query.filter(requests::service_id.eq(service)).filter(requests::opened_at.ge(since));
    }
    if filter.waiting_for_requester {
        query = waiting_for_requester(query);
    }
    if filter.unread_by_requester {
        query = query.filter(requests::unread_requester.gt(0));
    }
    match filter.sla {
        Some(status) => with_sla(query, status, filter.now),
        None => query,
    }
}

fn in_scope(query: Query, scope: &Scope) -> Query {
    match scope {
        // What was told over the phone is in the history of the request that it was about.
        Scope::Of(person) => query.filter(requests::requester_id.eq(*person)).filter(requests::information.eq(false)),
        Scope::OpenedBy(person) => query
            .filter(requests::requester_id.eq(*person).or(requests::opened_by.eq(*person)))
            .filter(requests::information.eq(false)),
        Scope::Queue { person, all_but: Some(confidential), groups } => query.filter(
            requests::service_id
                .ne_all(confidential.clone())
                .nullable()
                .or(requests::group_id.eq_any(groups.clone()))
                .or(requests::responsible_id.eq(*person)),
        ),
        Scope::Queue { person, all_but: None, groups } => {
            query.filter(requests::group_id.eq_any(groups.clone()).or(requests::responsible_id.eq(*person)))
        }
        Scope::Everything => query,
    }
}

fn waiting_for_requester(query: Query) -> Query {
    let waiting = suspension_reasons::table
        .filter(suspension_reasons::id.nullable().eq(requests::suspension_reason_id))
        .filter(suspension_reasons::waits_requester.eq(true));
    query.filter(
        requests::situation
            .eq(Code(Situation::Resolved))
            .or(requests::situation.eq(Code(Situation::Suspended)).and(exists(waiting))),
    )
}

fn with_sla(query: Query, status: SlaStatus, now: NaiveDateTime) -> Query {
    let running = requests::situation.eq_any(codes(&RUNNING));
    match status {
        SlaStatus::Overdue => query.filter(running).filter(requests::deadline_at.lt(now)),
        SlaStatus::Expiring => {
            query.filter(running).filter(requests::deadline_at.ge(now)).filter(requests::warn_at.lt(now))
        }
        SlaStatus::OnTime => query.filter(running).filter(requests::warn_at.ge(now)),
        SlaStatus::Paused => query
            .filter(requests::situation.eq(Code(Situation::Suspended)))
            .filter(requests::target_seconds.is_not_null().or(requests::deadline_by_hand.is_not_null())),
        SlaStatus::Met => query.filter(requests::sla_met.eq(true)),
        SlaStatus::Missed => query.filter(requests::sla_met.eq(false)),
        SlaStatus::None => {
            query.filter(requests::target_seconds.is_null()).filter(requests::deadline_by_hand.is_null())
        }
    }
}

/// How many rows a query finds.
///
/// # Errors
/// When the database does not answer.
pub fn count(conn: &mut Conn, filter: &Filter) -> QueryResult<i64> {
    filtered(filter).count().get_result(conn)
}

/// Puts a query in the order of a column, from where a sort key and identifier stand.
macro_rules! keyset {
    ($query:expr, $column:expr, $ascending:expr, $key:expr) => {{
        let query = match $key {
            Some((key, id)) if $ascending => {
                $query.filter($column.gt(key.clone()).or($column.eq(key).and(requests::id.gt(id))))
            }
            Some((key, id)) => $query.filter($column.lt(key.clone()).or($column.eq(key).and(requests::id.lt(id)))),
            None => $query,
        };
        if $ascending {
            query.order(($column.asc(), requests::id.asc()))
        } else {
            query.order(($column.desc(), requests::id.desc()))
        }
    }};
}

/// What a row is sorted by, as cursors carry it.
fn sort_key(sort: Sort, row: &Request) -> String {
    match sort {
        Sort::Deadline => row.sort_deadline.format("%FT%T%.3f").to_string(),
        Sort::Number => row.number.to_string(),
        Sort::OpenedAt => row.opened_at.format("%FT%T%.3f").to_string(),
        Sort::Priority => row.priority.to_string(),
        Sort::Title => row.sort_title.clone(),
        Sort::Situation => row.situation.as_str().to_owned(),
    }
}

/// The sort key and identifier that a cursor carries.
fn key<T: std::str::FromStr>(cursor: Option<&Cursor>) -> Result<Option<(T, i64)>, PagingError> {
    cursor.map(|cursor| Ok((cursor.key.parse().map_err(|_| PagingError::Cursor)?, cursor.id))).transpose()
}

/// One page of requests.
///
/// # Errors
/// For an invalid cursor; when the database does not answer.
pub fn page(
    conn: &mut Conn,
    filter: &Filter,
    order: Order,
    cursor: Option<&str>,
    size: i64,
) -> page::Result<Page<Request>> {
    let query = || filtered(filter);
    let cursor = Cursor::decode(cursor, &order.name())?;
    let cursor = cursor.as_ref();
    let ascending = order.descending == cursor.is_some_and(|cursor| cursor.backwards);
    let sorted = match order.sort {
        Sort::Deadline => keyset!(query(), requests::sort_deadline, ascending, key::<NaiveDateTime>(cursor)?),
        Sort::OpenedAt => keyset!(query(), requests::opened_at, ascending, key::<NaiveDateTime>(cursor)?),
        Sort::Number => keyset!(query(), requests::number, ascending, key::<i64>(cursor)?),
        Sort::Priority => keyset!(query(), requests::priority, ascending, key::<i32>(cursor)?),
        Sort::Title => keyset!(query(), requests::sort_title, ascending, key::<String>(cursor)?),
        Sort::Situation => {
            let key = key::<Situation>(cursor)?.map(|(situation, id)| (Code(situation), id));
            keyset!(query(), requests::situation, ascending, key)
        }
    };
    let rows: Vec<Request> = sorted.limit(size + 1).select(Request::as_select()).load(conn)?;
    let matching: Vec<i64> = query().select(requests::id).limit(EXACT_TOTAL + 1).load(conn)?;
    let total = i64::try_from(matching.len()).unwrap_or(i64::MAX);
    Ok(paging::assemble(rows, size, cursor, total, |row| (order.name(), sort_key(order.sort, row), row.id)))
}
