//! What lists that are read page by page have in common. The rules of pages are in [`crate::domain::paging`].

pub use crate::domain::paging::{Cursor, EXACT_TOTAL, Order, Sort, assemble, map, size};

use crate::domain::paging::PagingError;

/// Why a page could not be read.
#[derive(Debug, thiserror::Error)]
pub enum PageError {
    /// The page that was asked for cannot be.
    #[error(transparent)]
    Paging(#[from] PagingError),
    /// The database did not answer.
    #[error(transparent)]
    Query(#[from] diesel::result::Error),
}

/// A page, or why it could not be read.
pub type Result<T> = std::result::Result<T, PageError>;

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
