//! Lists of requests: who sees which, filters, the search.

use super::{RUNNING, codes};
use crate::auth::Viewer;
use crate::db::schema::{occurrences, requests, suspension_reasons};
use crate::db::types::Code;
use crate::db::{Conn, DB, like_pattern};
use crate::domain::lifecycle::Portal;
use crate::models::occurrences::FOR_THE_DESK;
use chrono::NaiveDateTime;
use contract::{Category, OccurrenceKind, RequestType, Role, Situation, SlaStatus};
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
        let all_but =
            if viewer.sees_all() { Some(crate::models::catalogue::confidential_services(conn)?) } else { None };
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

/// Words, all of which must occur in what their reader may read.
#[derive(Debug, Clone)]
pub struct Search {
    words: Vec<String>,
    portal: Portal,
    desk: Option<Desk>,
}

/// Somebody who reads the texts of requests that are not their own.
#[derive(Debug, Clone)]
struct Desk {
    person: i64,
    /// The same, while they are an attendant: then they read what they are responsible for.
    attendant: Option<i64>,
    groups: Vec<i64>,
    /// Services whose texts only their groups and responsibles read.
    confidential: Vec<i64>,
}

impl Search {
    /// A requester's; none without words. `words` are folded.
    #[must_use]
    pub fn mine(words: Vec<String>, portal: Portal) -> Option<Self> {
        (!words.is_empty()).then_some(Self { words, portal, desk: None })
    }

    /// The desk's; none without words. `words` are folded.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn desk(conn: &mut Conn, viewer: &Viewer, words: Vec<String>, portal: Portal) -> QueryResult<Option<Self>> {
        if words.is_empty() {
            return Ok(None);
        }
        let confidential = crate::models::catalogue::confidential_services(conn)?;
        let attendant = viewer.has(Role::Attendant).then_some(viewer.id());
        let desk = Desk { person: viewer.id(), attendant, groups: viewer.group_ids(), confidential };
        Ok(Some(Self { words, portal, desk: Some(desk) }))
    }

    /// What requesters read: kinds of rows; categories they do not; events they do
    /// not, as a pattern (none matches the empty one).
    fn shown(&self) -> (Vec<Code<OccurrenceKind>>, Vec<Code<Category>>, &'static str) {
        let kinds = OccurrenceKind::ALL.iter().copied().filter(|kind| match kind {
            OccurrenceKind::Message => self.portal.messages,
            OccurrenceKind::Note => true,
            OccurrenceKind::Event => self.portal.history,
        });
        let no_event = if self.portal.solution { "" } else { "resolved%" };
        (kinds.map(Code).collect(), FOR_THE_DESK.map(Code).to_vec(), no_event)
    }
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

/// A query of requests.
pub type Query = requests::BoxedQuery<'static, DB>;

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

/// A word in the request itself, or in a row of its timeline that the reader may
/// read: what `views::timeline` keeps from them is not found either.
fn with_word(query: Query, word: &str, search: &Search) -> Query {
    let pattern = like_pattern(word);
    let rows = occurrences::table
        .filter(occurrences::request_id.eq(requests::id))
        .filter(occurrences::search_text.like(pattern.clone()).escape('\\'));
    let in_request = requests::search_text.like(pattern).escape('\\');
    let (kinds, categories, no_event) = search.shown();
    let shown = shown_to_requester(kinds, categories, no_event);
    let Some(desk) = &search.desk else { return query.filter(in_request.or(exists(rows.filter(shown)))) };
    let not_confidential = requests::service_id
        .ne_all(desk.confidential.clone())
        .nullable()
        .or(requests::group_id.eq_any(desk.groups.clone()))
        .or(requests::responsible_id.eq(desk.attendant));
    let others = requests::requester_id.ne(desk.person).nullable().and(not_confidential);
    query.filter(in_request.or(exists(rows.filter(others.or(shown.and(requests::requester_id.eq(desk.person)))))))
}

/// Rows of a timeline that a requester reads.
#[diesel::dsl::auto_type(no_type_alias)]
fn shown_to_requester(kinds: Vec<Code<OccurrenceKind>>, categories: Vec<Code<Category>>, no_event: &'static str) -> _ {
    occurrences::public
        .eq(true)
        .and(occurrences::kind.eq_any(kinds))
        .and(occurrences::category.ne_all(categories))
        .nullable()
        .and(occurrences::event.is_null().nullable().or(occurrences::event.not_like(no_event)))
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
