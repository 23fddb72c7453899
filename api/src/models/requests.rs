//! Requests: rows. Lists of them are in [`lists`], the search in [`search`], what their clocks did in [`clock`], what
//! time does to them in [`due`].

pub mod clock;
pub mod due;
pub mod lists;
pub mod search;

use crate::db::schema::requests;
use crate::db::types::{Code, codes};
use crate::db::{Conn, DB, end_of_time};
use crate::domain::lifecycle::UNFINISHED;
use crate::domain::priority::priority;
use crate::models::services::Service;
use chrono::NaiveDateTime;
use contract::{Grade, Level, Origin, RequestType, Situation};
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
    pub sort_title: String,
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
    #[diesel(skip_update)]
    pub information: bool,
}

impl Request {
    /// A request of a service that is opened now, with all that follows from these. It has no text, no clock and no
    /// `id` yet; the person who opens it is taken to be the requester.
    #[must_use]
    pub fn new(number: i64, service: &Service, requester_id: i64, now: NaiveDateTime) -> Self {
        Self {
            id: 0,
            number,
            request_type: service.request_type,
            service_id: service.id,
            title: String::new(),
            sort_title: String::new(),
            description: String::new(),
            requester_id,
            opened_by: requester_id,
            origin: Origin::Portal,
            situation: Situation::InProgress,
            group_id: service.group_id,
            responsible_id: None,
            impact: service.impact,
            urgency: Level::Medium,
            priority: priority(service.impact, Level::Medium, service.fixed_priority),
            contact_name: String::new(),
            contact_phone: String::new(),
            contact_email: String::new(),
            contact_place: String::new(),
            opened_at: now,
            solution: None,
            resolved_at: None,
            resolved_by: None,
            ended_at: None,
            closes_at: None,
            parent_id: None,
            duplicate_of_id: None,
            suspension_reason_id: None,
            resumes_at: None,
            cycle: 1,
            cycle_started_at: now,
            target_seconds: None,
            deadline_at: None,
            deadline_by_hand: None,
            warn_at: None,
            warned_at: None,
            sla_met: None,
            sort_deadline: end_of_time(),
            capture_deadline_at: None,
            captured_at: None,
            unread_requester: 0,
            unread_desk: 0,
            grade: None,
            grade_comment: None,
            graded_at: None,
            search_text: String::new(),
            version: 1,
            information: false,
        }
    }
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
    if !conn.locks_rows() {
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
        .filter(requests::situation.eq_any(codes(&UNFINISHED)))
        .order(requests::id)
        .select(Request::as_select())
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
