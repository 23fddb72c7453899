//! Pages by keyset: a cursor carries the sort key and identifier of a row, so
//! that rows inserted meanwhile neither repeat nor hide others.

use super::requests::Request;
use super::requests::lists::Query;
use crate::db::Conn;
use crate::db::schema::requests;
use crate::db::types::Code;
use crate::error::{Error, Result};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::NaiveDateTime;
use contract::{Page, limits};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

/// Totals are exact up to here.
pub const EXACT_TOTAL: i64 = 10_000;

/// Where a page begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cursor {
    /// What the list is sorted by; a cursor of another order is refused.
    #[serde(rename = "s")]
    pub order: String,
    /// Sort key of the row.
    #[serde(rename = "k")]
    pub key: String,
    /// Identifier of the row.
    #[serde(rename = "i")]
    pub id: i64,
    /// True: the page that ends before the row.
    #[serde(rename = "b", default)]
    pub backwards: bool,
}

impl Cursor {
    /// As opaque text.
    #[must_use]
    pub fn encode(&self) -> String {
        URL_SAFE_NO_PAD.encode(serde_json::to_vec(self).unwrap_or_default())
    }

    /// From the text that a caller sent.
    ///
    /// # Errors
    /// 400 when it is not one of ours, or belongs to another order.
    pub fn decode(text: Option<&str>, order: &str) -> Result<Option<Self>> {
        let Some(text) = text.filter(|text| !text.is_empty()) else { return Ok(None) };
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| Error::bad_request("invalid-cursor"))?;
        let cursor: Self = serde_json::from_slice(&bytes).map_err(|_| Error::bad_request("invalid-cursor"))?;
        if cursor.order == order { Ok(Some(cursor)) } else { Err(Error::bad_request("invalid-cursor")) }
    }
}

/// The page size asked for.
///
/// # Errors
/// 400 when it is not between 1 and 100.
pub fn size(asked: Option<u32>) -> Result<i64> {
    match asked {
        None => Ok(i64::from(limits::PAGE_SIZE)),
        Some(size @ 1..=limits::PAGE_SIZE_MAX) => Ok(i64::from(size)),
        Some(_) => Err(Error::bad_request("invalid-page-size").with("max", limits::PAGE_SIZE_MAX)),
    }
}

/// Makes a page of rows that were read in the cursor's direction, one more than
/// `size`: sets the cursors, and turns them round when they were read backwards.
pub fn assemble<R>(
    mut rows: Vec<R>,
    size: i64,
    cursor: Option<&Cursor>,
    total: i64,
    key: impl Fn(&R) -> (String, String, i64),
) -> Page<R> {
    let size = usize::try_from(size).unwrap_or(usize::MAX);
    let more = rows.len() > size;
    rows.truncate(size);
    let backwards = cursor.is_some_and(|cursor| cursor.backwards);
    if backwards {
        rows.reverse();
    }
    let make = |row: &R, backwards: bool| {
        let (order, key, id) = key(row);
        Cursor { order, key, id, backwards }.encode()
    };
    let (has_prev, has_next) = if backwards { (more, true) } else { (cursor.is_some(), more) };
    let prev_cursor = rows.first().filter(|_| has_prev).map(|row| make(row, true));
    let next_cursor = rows.last().filter(|_| has_next).map(|row| make(row, false));
    Page {
        items: rows,
        total: total.min(EXACT_TOTAL),
        total_is_lower_bound: total > EXACT_TOTAL,
        next_cursor,
        prev_cursor,
    }
}

/// Maps the rows of a page.
pub fn map<A, B>(page: Page<A>, items: Vec<B>) -> Page<B> {
    Page {
        items,
        total: page.total,
        total_is_lower_bound: page.total_is_lower_bound,
        next_cursor: page.next_cursor,
        prev_cursor: page.prev_cursor,
    }
}

/// Puts a query in the order of a list whose newest rows come first, from where
/// the cursor stands.
macro_rules! newest_first {
    ($query:expr, $id:expr, $cursor:expr) => {
        match $cursor {
            Some(cursor) if cursor.backwards => $query.filter($id.gt(cursor.id)).order($id.asc()),
            Some(cursor) => $query.filter($id.lt(cursor.id)).order($id.desc()),
            None => $query.order($id.desc()),
        }
    };
}
pub(crate) use newest_first;

/// What requests are sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Deadline; those without one come last.
    Deadline,
    /// Number.
    Number,
    /// When they were opened.
    OpenedAt,
    /// Priority.
    Priority,
    /// Title, whatever its case and accents.
    Title,
    /// Situation.
    Situation,
}

/// What requests are sorted by, and in which direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Order {
    /// By what.
    pub sort: Sort,
    /// Largest first.
    pub descending: bool,
}

impl Order {
    /// Reads `sort` and `order` of a query string.
    ///
    /// # Errors
    /// 400 for unknown ones.
    pub fn parse(sort: Option<&str>, order: Option<&str>) -> Result<Self> {
        let sort = match sort.unwrap_or("deadline") {
            "deadline" | "" => Sort::Deadline,
            "number" => Sort::Number,
            "opened_at" => Sort::OpenedAt,
            "priority" => Sort::Priority,
            "title" => Sort::Title,
            "situation" => Sort::Situation,
            other => return Err(Error::bad_request("unknown-filter").with("name", "sort").with("value", other)),
        };
        let descending = match order.unwrap_or("asc") {
            "asc" | "" => false,
            "desc" => true,
            other => return Err(Error::bad_request("unknown-filter").with("name", "order").with("value", other)),
        };
        Ok(Self { sort, descending })
    }

    fn name(self) -> String {
        format!("{:?}{}", self.sort, if self.descending { "-" } else { "+" })
    }

    fn key(self, row: &Request) -> String {
        match self.sort {
            Sort::Deadline => row.sort_deadline.format("%FT%T%.3f").to_string(),
            Sort::Number => row.number.to_string(),
            Sort::OpenedAt => row.opened_at.format("%FT%T%.3f").to_string(),
            Sort::Priority => row.priority.to_string(),
            Sort::Title => row.sort_title.clone(),
            Sort::Situation => row.situation.as_str().to_owned(),
        }
    }
}

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

fn key<T: std::str::FromStr>(cursor: Option<&Cursor>) -> Result<Option<(T, i64)>> {
    cursor
        .map(|cursor| match cursor.key.parse() {
            Ok(key) => Ok((key, cursor.id)),
            Err(_) => Err(Error::bad_request("invalid-cursor")),
        })
        .transpose()
}

/// One page of requests.
///
/// # Errors
/// 400 for an invalid cursor; when the database does not answer.
pub fn of_requests(
    conn: &mut Conn,
    query: impl Fn() -> Query,
    order: Order,
    cursor: Option<&str>,
    size: i64,
) -> Result<Page<Request>> {
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
            let key = key::<contract::Situation>(cursor)?.map(|(situation, id)| (Code(situation), id));
            keyset!(query(), requests::situation, ascending, key)
        }
    };
    let rows: Vec<Request> = sorted.limit(size + 1).select(Request::as_select()).load(conn)?;
    let matching: Vec<i64> = query().select(requests::id).limit(EXACT_TOTAL + 1).load(conn)?;
    let total = i64::try_from(matching.len()).unwrap_or(i64::MAX);
    Ok(assemble(rows, size, cursor, total, |row| (order.name(), order.key(row), row.id)))
}
