//! The desk's queue.

use super::filter::{code, codes, words};
use super::rows;
use crate::auth::Viewer;
use crate::domain::lifecycle::UNFINISHED;
use crate::error::Result;
use crate::models;
use crate::models::page::{self, Order};
use crate::models::requests::lists::{self, Filter, Responsible, Scope};
use crate::policy;
use crate::tx::Tx;
use contract::desk::{DelegationTarget, QueueCounts, QueueFilter};
use contract::identity::NamedRef;
use contract::requests::RequestRow;
use contract::{Page, SlaStatus};

/// Requests of the viewer's groups, page by page.
///
/// # Errors
/// 400 for an unknown filter or an invalid cursor.
pub fn page(tx: &mut Tx<'_>, viewer: &Viewer, query: &QueueFilter) -> Result<Page<RequestRow>> {
    let order = Order::parse(query.sort.as_deref(), query.order.as_deref())?;
    let size = page::size(query.page_size)?;
    let filter = FilterParser::parse(viewer, query)?.within(tx, viewer)?;
    let mut page = lists::page(tx.conn, &filter, order, query.cursor.as_deref(), size)?;
    let items = rows::rows(tx, viewer, std::mem::take(&mut page.items))?;
    Ok(page::map(page, items))
}

/// Counts of the queue's views: open requests that match the other filters.
///
/// # Errors
/// 400 for an unknown filter.
pub fn counts(tx: &mut Tx<'_>, viewer: &Viewer, query: QueueFilter) -> Result<QueueCounts> {
    let others = QueueFilter { sla: None, responsible: None, ..query };
    let all = FilterParser::parse(viewer, &others)?.within(tx, viewer)?;
    let sla = |status| Filter { sla: Some(status), ..all.clone() };
    let served = |by| Filter { responsible: Some(by), ..all.clone() };
    Ok(QueueCounts {
        all: lists::count(tx.conn, &all)?,
        overdue: lists::count(tx.conn, &sla(SlaStatus::Overdue))?,
        expiring: lists::count(tx.conn, &sla(SlaStatus::Expiring))?,
        on_time: lists::count(tx.conn, &sla(SlaStatus::OnTime))?,
        paused: lists::count(tx.conn, &sla(SlaStatus::Paused))?,
        no_target: lists::count(tx.conn, &sla(SlaStatus::None))?,
        unassigned: lists::count(tx.conn, &served(Responsible::Nobody))?,
        mine: lists::count(tx.conn, &served(Responsible::Person(viewer.id())))?,
    })
}

/// The filters of a query string, parsed but not yet bound to what the viewer sees.
struct FilterParser {
    filter: Filter,
    words: Vec<String>,
}

impl FilterParser {
    fn parse(viewer: &Viewer, query: &QueueFilter) -> Result<Self> {
        let situations = match query.situation.as_deref() {
            None | Some("") => UNFINISHED.to_vec(),
            Some("all") => Vec::new(),
            Some(chosen) => codes("situation", Some(chosen))?,
        };
        let responsible = match query.responsible.as_deref() {
            None | Some("") => None,
            Some("me") => Some(Responsible::Person(viewer.id())),
            Some("none") => Some(Responsible::Nobody),
            Some(id) => code("responsible", Some(id))?.map(Responsible::Person),
        };
        let filter = Filter {
            situations,
            request_type: code("type", query.request_type.as_deref())?,
            number: query.number,
            requester: query.requester_id,
            groups: codes("group", query.group.as_deref())?,
            responsible,
            sla: code("sla", query.sla.as_deref())?,
            ..Filter::new(Scope::Everything, chrono::NaiveDateTime::default())
        };
        Ok(Self { filter, words: words(query.search.as_deref())? })
    }

    fn within(self, tx: &mut Tx<'_>, viewer: &Viewer) -> Result<Filter> {
        let search = policy::lists::search(tx, viewer, self.words)?;
        Ok(Filter { scope: policy::lists::queue(tx, viewer)?, search, now: tx.db_now(), ..self.filter })
    }
}

/// Groups and people that a request can be given to.
///
/// # Errors
/// When the database does not answer.
pub fn delegation_targets(tx: &mut Tx<'_>) -> Result<Vec<DelegationTarget>> {
    let groups = models::groups::all(tx.conn)?;
    let mut targets = Vec::new();
    for group in groups.into_iter().filter(|group| group.active) {
        let people = models::groups::executors(tx.conn, group.id)?;
        targets.push(DelegationTarget { group: NamedRef { id: group.id, name: group.name }, people });
    }
    Ok(targets)
}
