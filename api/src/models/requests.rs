//! Requests: rows, who sees which, lists.

use crate::auth::Viewer;
use crate::db::schema::{occurrences, requests, sla_cycles, sla_pauses, suspension_reasons};
use crate::db::types::Code;
use crate::db::{Conn, DB, like_pattern};
use chrono::NaiveDateTime;
use contract::{Grade, Level, Origin, RequestType, Role, Situation, SlaStatus};
use diesel::dsl::exists;
use diesel::prelude::*;

/// A request. Saved as a whole; the unread counters have functions of their own,
/// because messages do not change the version.
#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = requests, treat_none_as_null = true)]
#[allow(missing_docs, reason = "the columns are documented in the migration")]
pub struct Request {
    #[diesel(skip_insertion)]
    pub id: i64,
    pub number: i64,
    #[diesel(deserialize_as = Code<RequestType>, serialize_as = Code<RequestType>)]
    pub request_type: RequestType,
    pub service_id: i64,
    pub title: String,
    pub description: String,
    pub requester_id: i64,
    pub opened_by: i64,
    #[diesel(deserialize_as = Code<Origin>, serialize_as = Code<Origin>)]
    pub origin: Origin,
    #[diesel(deserialize_as = Code<Situation>, serialize_as = Code<Situation>)]
    pub situation: Situation,
    pub group_id: Option<i64>,
    pub responsible_id: Option<i64>,
    #[diesel(deserialize_as = Code<Level>, serialize_as = Code<Level>)]
    pub impact: Level,
    #[diesel(deserialize_as = Code<Level>, serialize_as = Code<Level>)]
    pub urgency: Level,
    pub priority: i32,
    pub contact_name: String,
    pub contact_phone: String,
    pub contact_email: String,
    pub contact_place: String,
    pub opened_at: NaiveDateTime,
    pub solution: Option<String>,
    pub resolved_at: Option<NaiveDateTime>,
    pub resolved_by: Option<i64>,
    pub ended_at: Option<NaiveDateTime>,
    pub closes_at: Option<NaiveDateTime>,
    pub parent_id: Option<i64>,
    pub duplicate_of_id: Option<i64>,
    pub suspension_reason_id: Option<i64>,
    pub resumes_at: Option<NaiveDateTime>,
    pub cycle: i32,
    pub cycle_started_at: NaiveDateTime,
    pub target_seconds: Option<i64>,
    pub deadline_at: Option<NaiveDateTime>,
    pub deadline_by_hand: Option<NaiveDateTime>,
    pub warn_at: Option<NaiveDateTime>,
    pub warned_at: Option<NaiveDateTime>,
    pub sla_met: Option<bool>,
    pub sort_deadline: NaiveDateTime,
    pub capture_deadline_at: Option<NaiveDateTime>,
    pub captured_at: Option<NaiveDateTime>,
    #[diesel(skip_update)]
    pub unread_requester: i32,
    #[diesel(skip_update)]
    pub unread_desk: i32,
    pub grade: Option<Code<Grade>>,
    pub grade_comment: Option<String>,
    pub graded_at: Option<NaiveDateTime>,
    pub search_text: String,
    #[diesel(skip_update)]
    pub version: i32,
}

/// One request.
///
/// # Errors
/// When the database does not answer.
pub fn find(conn: &mut Conn, id: i64) -> QueryResult<Option<Request>> {
    requests::table.find(id).select(Request::as_select()).first(conn).optional()
}

/// The request of a public number.
///
/// # Errors
/// When the database does not answer.
pub fn find_by_number(conn: &mut Conn, number: i64) -> QueryResult<Option<Request>> {
    requests::table.filter(requests::number.eq(number)).select(Request::as_select()).first(conn).optional()
}

/// Locks a request's row until the transaction ends. On SQLite, where writes follow
/// one another, this changes nothing.
///
/// # Errors
/// When the database does not answer.
pub fn lock(conn: &mut Conn, number: i64) -> QueryResult<()> {
    if conn.is_sqlite() {
        return Ok(());
    }
    diesel::update(requests::table.filter(requests::number.eq(number)))
        .set(requests::version.eq(requests::version))
        .execute(conn)
        .map(|_| ())
}

/// Adds a request (its `id` is ignored) and gives it back with its identifier.
///
/// # Errors
/// When the database does not answer.
pub fn insert(conn: &mut Conn, request: Request) -> QueryResult<Request> {
    let id = diesel::insert_into(requests::table).values(request.clone()).returning(requests::id).get_result(conn)?;
    Ok(Request { id, ..request })
}

/// Saves a request that was read as `request.version`; counts the version up.
/// False when somebody changed it in between.
///
/// # Errors
/// When the database does not answer.
pub fn save(conn: &mut Conn, request: &mut Request) -> QueryResult<bool> {
    let target = requests::table.filter(requests::id.eq(request.id)).filter(requests::version.eq(request.version));
    let saved =
        diesel::update(target).set((request.clone(), requests::version.eq(request.version + 1))).execute(conn)?;
    request.version += 1;
    Ok(saved == 1)
}

/// Counts one unread message up, on the side that did not write it.
///
/// # Errors
/// When the database does not answer.
pub fn count_unread(conn: &mut Conn, id: i64, for_requester: bool) -> QueryResult<()> {
    let row = requests::table.find(id);
    if for_requester {
        diesel::update(row).set(requests::unread_requester.eq(requests::unread_requester + 1)).execute(conn)?;
    } else {
        diesel::update(row).set(requests::unread_desk.eq(requests::unread_desk + 1)).execute(conn)?;
    }
    Ok(())
}

/// Sets the number of unread messages of one side.
///
/// # Errors
/// When the database does not answer.
pub fn set_unread(conn: &mut Conn, id: i64, for_requester: bool, unread: i32) -> QueryResult<()> {
    let row = requests::table.find(id);
    if for_requester {
        diesel::update(row).set(requests::unread_requester.eq(unread)).execute(conn)?;
    } else {
        diesel::update(row).set(requests::unread_desk.eq(unread)).execute(conn)?;
    }
    Ok(())
}

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

impl Scope {
    /// What a viewer follows as a requester or integrator.
    #[must_use]
    pub fn mine(viewer: &Viewer) -> Self {
        if viewer.has(Role::Integrator) { Self::OpenedBy(viewer.id()) } else { Self::Of(viewer.id()) }
    }

    /// What a viewer serves.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn queue(conn: &mut Conn, viewer: &Viewer) -> QueryResult<Self> {
        if viewer.has(Role::Administrator) {
            return Ok(Self::Everything);
        }
        let all_but = if viewer.sees_all() { Some(super::catalogue::confidential_services(conn)?) } else { None };
        Ok(Self::Queue { person: viewer.id(), groups: viewer.group_ids(), all_but })
    }
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
    /// Folded words, all of which must occur.
    pub words: Vec<String>,
    /// Words are searched in internal notes, too.
    pub desk: bool,
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
            words: Vec::new(),
            desk: false,
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

/// Situations in which the clock may run.
pub const RUNNING: [Situation; 2] = [Situation::InProgress, Situation::Reopened];
/// Situations of requests that are not finished.
pub const OPEN: [Situation; 3] = [Situation::InProgress, Situation::Reopened, Situation::Suspended];

fn codes(situations: &[Situation]) -> Vec<Code<Situation>> {
    situations.iter().copied().map(Code).collect()
}

/// A query of requests.
pub type Query = requests::BoxedQuery<'static, DB>;

/// The query of a list.
#[must_use]
pub fn filtered(filter: &Filter) -> Query {
    let mut query = in_scope(requests::table.into_boxed::<DB>(), &filter.scope);
    for word in &filter.words {
        query = with_word(query, word, filter.desk);
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
        Scope::Of(person) => query.filter(requests::requester_id.eq(*person)),
        Scope::OpenedBy(person) => query.filter(requests::requester_id.eq(*person).or(requests::opened_by.eq(*person))),
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

fn with_word(query: Query, word: &str, desk: bool) -> Query {
    let pattern = like_pattern(word);
    let texts = occurrences::table
        .filter(occurrences::request_id.eq(requests::id))
        .filter(occurrences::search_text.like(pattern.clone()).escape('\\'));
    let in_request = requests::search_text.like(pattern).escape('\\');
    if desk {
        query.filter(in_request.or(exists(texts)))
    } else {
        query.filter(in_request.or(exists(texts.filter(occurrences::public.eq(true)))))
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

/// A stretch in which the clock does not count.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = sla_pauses)]
pub struct Pause {
    /// Identifier.
    pub id: i64,
    /// From.
    pub started_at: NaiveDateTime,
    /// To; none while it lasts.
    pub ended_at: Option<NaiveDateTime>,
    /// Why.
    pub reason_id: i64,
}

/// Pauses of a cycle, oldest first.
///
/// # Errors
/// When the database does not answer.
pub fn pauses(conn: &mut Conn, request_id: i64, cycle: i32) -> QueryResult<Vec<Pause>> {
    sla_pauses::table
        .filter(sla_pauses::request_id.eq(request_id))
        .filter(sla_pauses::cycle.eq(cycle))
        .order(sla_pauses::id)
        .select(Pause::as_select())
        .load(conn)
}

/// Pauses of many requests' present cycles: (request, cycle, pause).
///
/// # Errors
/// When the database does not answer.
pub fn pauses_of(conn: &mut Conn, ids: Vec<i64>) -> QueryResult<Vec<(i64, i32, Pause)>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    sla_pauses::table
        .filter(sla_pauses::request_id.eq_any(ids))
        .order(sla_pauses::id)
        .select((sla_pauses::request_id, sla_pauses::cycle, Pause::as_select()))
        .load(conn)
}

/// Begins a pause.
///
/// # Errors
/// When the database does not answer.
pub fn begin_pause(conn: &mut Conn, request: &Request, reason_id: i64, at: NaiveDateTime) -> QueryResult<()> {
    diesel::insert_into(sla_pauses::table)
        .values((
            sla_pauses::request_id.eq(request.id),
            sla_pauses::cycle.eq(request.cycle),
            sla_pauses::started_at.eq(at),
            sla_pauses::reason_id.eq(reason_id),
        ))
        .execute(conn)
        .map(|_| ())
}

/// Ends the open pause of a request.
///
/// # Errors
/// When the database does not answer.
pub fn end_pause(conn: &mut Conn, request_id: i64, at: NaiveDateTime) -> QueryResult<()> {
    let open = sla_pauses::table.filter(sla_pauses::request_id.eq(request_id)).filter(sla_pauses::ended_at.is_null());
    diesel::update(open).set(sla_pauses::ended_at.eq(at)).execute(conn).map(|_| ())
}

/// An earlier SLA cycle.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = sla_cycles)]
#[allow(missing_docs, reason = "the columns are documented in the migration")]
pub struct Cycle {
    pub request_id: i64,
    pub number: i32,
    pub started_at: NaiveDateTime,
    pub ended_at: Option<NaiveDateTime>,
    pub target_seconds: Option<i64>,
    pub deadline_at: Option<NaiveDateTime>,
    pub met: Option<bool>,
}

/// Earlier cycles of a request.
///
/// # Errors
/// When the database does not answer.
pub fn earlier_cycles(conn: &mut Conn, request_id: i64) -> QueryResult<Vec<Cycle>> {
    sla_cycles::table
        .filter(sla_cycles::request_id.eq(request_id))
        .order(sla_cycles::number)
        .select(Cycle::as_select())
        .load(conn)
}

/// Keeps the result of a cycle.
///
/// # Errors
/// When the database does not answer.
pub fn keep_cycle(conn: &mut Conn, cycle: Cycle) -> QueryResult<()> {
    diesel::insert_into(sla_cycles::table).values(cycle).execute(conn).map(|_| ())
}

/// Requests of which this one is the parent or original, and those it is a child or duplicate of.
///
/// # Errors
/// When the database does not answer.
pub fn related(conn: &mut Conn, request: &Request) -> QueryResult<Vec<Request>> {
    let mut query = requests::table
        .filter(requests::parent_id.eq(request.id).or(requests::duplicate_of_id.eq(request.id)))
        .into_boxed::<DB>();
    for id in [request.parent_id, request.duplicate_of_id].into_iter().flatten() {
        query = query.or_filter(requests::id.eq(id));
    }
    query.order(requests::id).limit(100).select(Request::as_select()).load(conn)
}

/// Unfinished duplicates of a request.
///
/// # Errors
/// When the database does not answer.
pub fn open_duplicates(conn: &mut Conn, id: i64) -> QueryResult<Vec<Request>> {
    requests::table
        .filter(requests::duplicate_of_id.eq(id))
        .filter(requests::situation.eq_any(codes(&OPEN)))
        .order(requests::id)
        .select(Request::as_select())
        .load(conn)
}

/// Suspended requests whose date of return has come.
///
/// # Errors
/// When the database does not answer.
pub fn due_to_resume(conn: &mut Conn, now: NaiveDateTime, limit: i64) -> QueryResult<Vec<i64>> {
    requests::table
        .filter(requests::resumes_at.le(now))
        .filter(requests::situation.eq(Code(Situation::Suspended)))
        .order(requests::resumes_at)
        .limit(limit)
        .select(requests::id)
        .load(conn)
}

/// Resolved requests that are to be closed by now.
///
/// # Errors
/// When the database does not answer.
pub fn due_to_close(conn: &mut Conn, now: NaiveDateTime, limit: i64) -> QueryResult<Vec<i64>> {
    requests::table
        .filter(requests::closes_at.le(now))
        .filter(requests::situation.eq(Code(Situation::Resolved)))
        .order(requests::closes_at)
        .limit(limit)
        .select(requests::id)
        .load(conn)
}

/// Running requests below 20 % of their target whose responsible was not told.
///
/// # Errors
/// When the database does not answer.
pub fn due_to_warn(conn: &mut Conn, now: NaiveDateTime, limit: i64) -> QueryResult<Vec<i64>> {
    requests::table
        .filter(requests::warn_at.lt(now))
        .filter(requests::warned_at.is_null())
        .filter(requests::situation.eq_any(codes(&RUNNING)))
        .order(requests::warn_at)
        .limit(limit)
        .select(requests::id)
        .load(conn)
}

/// Services that a person asked for most.
///
/// # Errors
/// When the database does not answer.
pub fn most_used_services(conn: &mut Conn, person: i64, since: NaiveDateTime) -> QueryResult<Vec<i64>> {
    let rows: Vec<(i64, i64)> = requests::table
        .filter(requests::requester_id.eq(person))
        .filter(requests::opened_at.ge(since))
        .group_by(requests::service_id)
        .select((requests::service_id, diesel::dsl::count_star()))
        .load(conn)?;
    let mut rows = rows;
    rows.sort_by_key(|(service, count)| (-count, *service));
    Ok(rows.into_iter().take(3).map(|(service, _)| service).collect())
}

/// Public numbers, by identifier.
///
/// # Errors
/// When the database does not answer.
pub fn numbers(
    conn: &mut Conn,
    ids: impl IntoIterator<Item = i64>,
) -> QueryResult<std::collections::HashMap<i64, i64>> {
    let ids: std::collections::BTreeSet<i64> = ids.into_iter().collect();
    if ids.is_empty() {
        return Ok(std::collections::HashMap::new());
    }
    let rows: Vec<(i64, i64)> =
        requests::table.filter(requests::id.eq_any(ids)).select((requests::id, requests::number)).load(conn)?;
    Ok(rows.into_iter().collect())
}
