//! The requests that a person follows.

use super::filter::{code, codes, words};
use super::rows;
use crate::auth::Viewer;
use crate::domain::lifecycle::UNFINISHED;
use crate::domain::text;
use crate::error::Result;
use crate::models::page::{self, Order};
use crate::models::requests::Request;
use crate::models::requests::lists::{self, Filter, Scope};
use crate::policy;
use crate::tx::Tx;
use contract::requests::{RequestFilter, RequestRow, RequestSummary, SimilarQuery, SimilarView};
use contract::{Action, Page, Situation, limits};

/// The most recent open requests that are compared with what is being typed.
const COMPARED: i64 = 100;

/// The most similar requests that are shown.
const SHOWN: usize = 3;

/// The viewer's own requests, page by page.
///
/// # Errors
/// 400 for an unknown filter or an invalid cursor.
pub fn page(tx: &mut Tx<'_>, viewer: &Viewer, query: &RequestFilter) -> Result<Page<RequestRow>> {
    let order = Order::parse(query.sort.as_deref(), query.order.as_deref())?;
    let size = page::size(query.page_size)?;
    let situations = codes("situation", query.situation.as_deref())?;
    let request_type = code("type", query.request_type.as_deref())?;
    let words = words(query.search.as_deref())?;
    let scope = policy::lists::mine(viewer);
    let waiting_for_requester = query.waiting.unwrap_or(false);
    let all = Filter::new(scope, tx.db_now());
    let search = policy::lists::search(tx, viewer, words)?;
    let filter = Filter { situations, request_type, search, waiting_for_requester, ..all };
    let mut page = lists::page(tx.conn, &filter, order, query.cursor.as_deref(), size)?;
    let items = rows::rows(tx, viewer, std::mem::take(&mut page.items))?;
    Ok(page::map(page, items))
}

/// Counts for the tabs of *My requests*.
///
/// # Errors
/// When the database does not answer.
pub fn summary(tx: &mut Tx<'_>, viewer: &Viewer) -> Result<RequestSummary> {
    let all = Filter::new(policy::lists::mine(viewer), tx.db_now());
    let with = |situations: &[Situation]| Filter { situations: situations.to_vec(), ..all.clone() };
    let active = [UNFINISHED.as_slice(), &[Situation::Resolved]].concat();
    Ok(RequestSummary {
        active: lists::count(tx.conn, &with(&active))?,
        waiting_for_you: lists::count(tx.conn, &Filter { waiting_for_requester: true, ..all.clone() })?,
        ended: lists::count(tx.conn, &with(&[Situation::Closed, Situation::Cancelled]))?,
        all: lists::count(tx.conn, &all)?,
        unread: lists::count(tx.conn, &Filter { unread_by_requester: true, ..all.clone() })?,
    })
}

/// The viewer's open requests that resemble what is being typed, the most similar first.
///
/// # Errors
/// When the database does not answer.
pub fn similar(tx: &mut Tx<'_>, viewer: &Viewer, query: &SimilarQuery) -> Result<Vec<SimilarView>> {
    let typed: String = query.text.chars().take(limits::TITLE * 5).collect();
    let filter = Filter { situations: UNFINISHED.to_vec(), ..Filter::new(Scope::Of(viewer.id()), tx.db_now()) };
    let order = Order { sort: page::Sort::OpenedAt, descending: true };
    let recent = lists::page(tx.conn, &filter, order, None, COMPARED)?;
    let scored = recent.items.into_iter().filter_map(|row| {
        let same_service = Some(row.service_id) == query.service_id;
        text::resemblance(&typed, &row.title, &row.description, same_service).map(|score| (score, row))
    });
    let mut scored: Vec<(f64, Request)> = scored.collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    let requests: Vec<Request> = scored.into_iter().take(SHOWN).map(|(_, row)| row).collect();
    let titles: Vec<String> = requests.iter().map(|row| row.title.clone()).collect();
    let lines = rows::rows(tx, viewer, requests)?;
    let views = lines.into_iter().zip(titles).map(|(line, title)| SimilarView {
        number: line.number,
        title,
        situation: line.situation,
        can_message: line.actions.contains(&Action::Message),
        responsible: line.responsible,
        opened_at: line.opened_at,
    });
    Ok(views.collect())
}
