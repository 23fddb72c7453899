//! `/queue`: what the desk serves.

use crate::actions::validate;
use crate::app::Shared;
use crate::auth::Viewer;
use crate::domain::lifecycle::UNFINISHED;
use crate::error::Result;
use crate::models;
use crate::models::page::{self, Order};
use crate::models::requests::lists::{self, Filter, Responsible, Scope};
use crate::policy::{self, access};
use crate::tx::Tx;
use crate::views;
use crate::web::extract::{Query, code, codes};
use crate::web::{Desk, DeskOrAdmin, Require};
use actix_web::{HttpResponse, get, web};
use contract::desk::{DelegationTarget, QueueCounts, QueueFilter, RequesterPanel};
use contract::identity::NamedRef;
use contract::requests::RequestRow;
use contract::{Page, Problem, SlaStatus};

/// Requests of the viewer's groups, page by page.
#[utoipa::path(tag = "desk", params(QueueFilter), responses(
    (status = 200, body = Page<RequestRow>),
    (status = 400, body = Problem, content_type = "application/problem+json", description = "Unknown filter, invalid cursor."),
))]
#[get("/queue")]
pub async fn list(app: Shared, caller: Require<DeskOrAdmin>, query: Query<QueueFilter>) -> Result<HttpResponse> {
    let (viewer, query) = (caller.viewer, query.0);
    let order = Order::parse(query.sort.as_deref(), query.order.as_deref())?;
    let size = page::size(query.page_size)?;
    let narrow = Narrow::parse(&viewer, &query)?;
    let page = app
        .read(move |tx| {
            let filter = narrow.within(tx, &viewer)?;
            let mut page = lists::page(tx.conn, &filter, order, query.cursor.as_deref(), size)?;
            let items = views::rows::rows(tx, &viewer, std::mem::take(&mut page.items))?;
            Ok(page::map(page, items))
        })
        .await?;
    Ok(HttpResponse::Ok().json(page))
}

/// A query string, read.
struct Narrow {
    filter: Filter,
    words: Vec<String>,
}

impl Narrow {
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
        Ok(Self { filter, words: validate::words(query.search.as_deref())? })
    }

    fn within(self, tx: &mut Tx<'_>, viewer: &Viewer) -> Result<Filter> {
        let search = policy::lists::search(tx, viewer, self.words)?;
        Ok(Filter { scope: policy::lists::queue(tx, viewer)?, search, now: tx.db_now(), ..self.filter })
    }
}

/// Counts of the queue's views: open requests that match the other filters.
#[utoipa::path(tag = "desk", params(QueueFilter), responses((status = 200, body = QueueCounts)))]
#[get("/queue/counts")]
pub async fn counts(app: Shared, caller: Require<DeskOrAdmin>, query: Query<QueueFilter>) -> Result<HttpResponse> {
    let (viewer, query) = (caller.viewer, query.0);
    let narrow = Narrow::parse(&viewer, &QueueFilter { sla: None, responsible: None, ..query })?;
    let counts = app
        .read(move |tx| {
            let me = viewer.id();
            let all = narrow.within(tx, &viewer)?;
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
                mine: lists::count(tx.conn, &served(Responsible::Person(me)))?,
            })
        })
        .await?;
    Ok(HttpResponse::Ok().json(counts))
}

/// The requester's data, beside the open request.
#[utoipa::path(tag = "desk", responses((status = 200, body = RequesterPanel)))]
#[get("/requests/{number}/requester")]
pub async fn requester(app: Shared, caller: Require<DeskOrAdmin>, number: web::Path<i64>) -> Result<HttpResponse> {
    let viewer = caller.viewer;
    let panel = app
        .read(move |tx| {
            let access = access::find(tx, &viewer, number.into_inner())?;
            views::panel::panel(tx, &viewer, &access)
        })
        .await?;
    Ok(HttpResponse::Ok().json(panel))
}

/// Groups and people that a request can be given to.
#[utoipa::path(tag = "desk", responses((status = 200, body = [DelegationTarget])))]
#[get("/delegation-targets")]
pub async fn delegation_targets(app: Shared, caller: Require<Desk>) -> Result<HttpResponse> {
    drop(caller);
    let targets = app
        .read(|tx| {
            let groups = models::groups::all(tx.conn)?;
            let mut targets = Vec::new();
            for group in groups.into_iter().filter(|group| group.active) {
                let people = models::groups::executors(tx.conn, group.id)?;
                targets.push(DelegationTarget { group: NamedRef { id: group.id, name: group.name }, people });
            }
            Ok(targets)
        })
        .await?;
    Ok(HttpResponse::Ok().json(targets))
}
