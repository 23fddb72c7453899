//! What the product needs of a store of contents.

use super::hash::ContentHash;
use crate::error::Error;
use actix_web::http::StatusCode;
use actix_web::web::Bytes;
use futures_util::future::{BoxFuture, LocalBoxFuture};
use futures_util::stream::{BoxStream, LocalBoxStream};
use std::ops::Range;
use std::time::SystemTime;

/// Bytes of an upload as they come in; an error says that it broke off.
pub type Incoming<'a> = LocalBoxStream<'a, Result<Bytes, String>>;

/// Bytes of a content as they are read.
pub type Outgoing = BoxStream<'static, std::io::Result<Bytes>>;

/// Keeps contents. A content never changes, because its name is its hash.
pub trait ContentStore: Send + Sync {
    /// Takes in a stream, at most `limit` bytes of it. When this returns, the content is durable. A content that is
    /// there already counts as stored anew.
    ///
    /// # Errors
    /// [`PutError`]; then nothing is kept under any hash.
    fn put<'a>(&'a self, content: Incoming<'a>, limit: i64) -> LocalBoxFuture<'a, Result<Stored, PutError>>;

    /// Reads a content, or a range of its bytes; none when there is no such content.
    ///
    /// # Errors
    /// When the store does not answer.
    fn open<'a>(
        &'a self,
        hash: &'a ContentHash,
        range: Option<Range<u64>>,
    ) -> BoxFuture<'a, std::io::Result<Option<Outgoing>>>;

    /// The contents that were stored before an instant, in no order.
    fn list(&self, stored_before: SystemTime) -> BoxStream<'_, std::io::Result<ContentHash>>;

    /// Deletes a content, unless it was stored anew since `stored_before`; whether it was deleted.
    ///
    /// # Errors
    /// When the store does not answer.
    fn delete<'a>(&'a self, hash: &'a ContentHash, stored_before: SystemTime) -> BoxFuture<'a, std::io::Result<bool>>;

    /// Deletes what uploads that broke off before an instant have left; gives their number.
    ///
    /// # Errors
    /// When the store does not answer.
    fn delete_incomplete(&self, begun_before: SystemTime) -> BoxFuture<'_, std::io::Result<usize>>;
}

/// A content that was taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// Hash of the content.
    pub hash: ContentHash,
    /// Size in bytes.
    pub size: i64,
    /// First bytes, to find the type from.
    pub head: Vec<u8>,
}

/// Why a content was not taken in.
#[derive(Debug, thiserror::Error)]
pub enum PutError {
    /// It is larger than this many bytes.
    #[error("larger than {0} bytes")]
    TooLarge(i64),
    /// It has no bytes.
    #[error("empty")]
    Empty,
    /// The stream broke off.
    #[error("broken off: {0}")]
    BrokenOff(String),
    /// The store failed.
    #[error("{0:#}")]
    Failed(#[from] anyhow::Error),
}

impl From<PutError> for Error {
    fn from(error: PutError) -> Self {
        match error {
            PutError::TooLarge(limit) => too_large(limit),
            PutError::Empty => Self::field("file", "file-empty"),
            PutError::BrokenOff(cause) => {
                tracing::info!(cause, "an upload broke off");
                Self::bad_request("upload-incomplete")
            }
            PutError::Failed(cause) => Self::Internal(cause.context("keeping an attachment")),
        }
    }
}

/// 413 that names the limit.
#[must_use]
pub fn too_large(limit: i64) -> Error {
    Error::refused(StatusCode::PAYLOAD_TOO_LARGE, "file-too-large").with("limit", limit / 1_000_000)
}
