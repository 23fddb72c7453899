//! Lists that are read page by page.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// One page of a list. Cursors are opaque: they carry the last row's sort key,
/// so that rows inserted meanwhile neither repeat nor hide others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Page<T> {
    /// The rows.
    pub items: Vec<T>,
    /// How many rows match, exact up to 10,000.
    pub total: i64,
    /// True when there are more than `total` (which is then 10,000).
    pub total_is_lower_bound: bool,
    /// Cursor of the next page; none on the last one.
    pub next_cursor: Option<String>,
    /// Cursor of the previous page; none on the first one.
    pub prev_cursor: Option<String>,
}

impl<T> Default for Page<T> {
    fn default() -> Self {
        Self { items: Vec::new(), total: 0, total_is_lower_bound: false, next_cursor: None, prev_cursor: None }
    }
}
