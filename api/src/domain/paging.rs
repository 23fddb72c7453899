//! Lists are read page by page, by keyset: a cursor carries the sort key and identifier of a row, so that rows
//! inserted meanwhile neither repeat nor hide others.

#[cfg(test)]
mod tests;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use contract::{Page, limits};
use serde::{Deserialize, Serialize};

/// What is wrong with the page that was asked for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PagingError {
    /// The cursor is not one of ours, or belongs to another order.
    #[error("invalid cursor")]
    Cursor,
    /// The size is not between 1 and [`limits::PAGE_SIZE_MAX`].
    #[error("invalid page size")]
    Size,
    /// `sort` or `order` has a value that there is not.
    #[error("unknown {name}: {value}")]
    Unknown {
        /// Name of the argument.
        name: &'static str,
        /// Its value.
        value: String,
    },
}

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
    /// When it is not one of ours, or belongs to another order.
    pub fn decode(text: Option<&str>, order: &str) -> Result<Option<Self>, PagingError> {
        let Some(text) = text.filter(|text| !text.is_empty()) else { return Ok(None) };
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| PagingError::Cursor)?;
        let cursor: Self = serde_json::from_slice(&bytes).map_err(|_| PagingError::Cursor)?;
        if cursor.order == order { Ok(Some(cursor)) } else { Err(PagingError::Cursor) }
    }
}

/// The page size asked for, or [`limits::PAGE_SIZE`].
///
/// # Errors
/// When it is not between 1 and [`limits::PAGE_SIZE_MAX`].
pub fn size(asked: Option<u32>) -> Result<i64, PagingError> {
    size_or(asked, limits::PAGE_SIZE)
}

/// The page size asked for, or another.
///
/// # Errors
/// As [`size`].
pub fn size_or(asked: Option<u32>, usual: u32) -> Result<i64, PagingError> {
    match asked {
        None => Ok(i64::from(usual)),
        Some(size @ 1..=limits::PAGE_SIZE_MAX) => Ok(i64::from(size)),
        Some(_) => Err(PagingError::Size),
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
    /// For unknown ones.
    pub fn parse(sort: Option<&str>, order: Option<&str>) -> Result<Self, PagingError> {
        let sort = match sort.unwrap_or("deadline") {
            "deadline" | "" => Sort::Deadline,
            "number" => Sort::Number,
            "opened_at" => Sort::OpenedAt,
            "priority" => Sort::Priority,
            "title" => Sort::Title,
            "situation" => Sort::Situation,
            other => return Err(PagingError::Unknown { name: "sort", value: other.to_owned() }),
        };
        let descending = match order.unwrap_or("asc") {
            "asc" | "" => false,
            "desc" => true,
            other => return Err(PagingError::Unknown { name: "order", value: other.to_owned() }),
        };
        Ok(Self { sort, descending })
    }

    /// Name of the order; cursors carry it.
    #[must_use]
    pub fn name(self) -> String {
        format!("{:?}{}", self.sort, if self.descending { "-" } else { "+" })
    }
}
