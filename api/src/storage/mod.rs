//! Contents of attachments, named by their hash, so that the same file is kept once.
//!
//! [`ContentStore`] is what the product needs of a store; [`Folder`] keeps contents in a local folder. Nothing outside this
//! module knows where a content is.

mod folder;
mod hash;
#[cfg(test)]
mod tests;

pub use folder::Folder;
pub use hash::ContentHash;

use crate::error::Error;
use actix_web::http::StatusCode;
use actix_web::web::Bytes;
use anyhow::bail;
use futures_util::future::{BoxFuture, LocalBoxFuture};
use futures_util::stream::{BoxStream, LocalBoxStream};
use futures_util::{Stream, StreamExt, TryStreamExt};
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

/// The store of an installation. Cheap to clone.
pub type Storage = Arc<dyn ContentStore>;

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

/// Opens the store that a URL names: `folder:PATH`.
///
/// # Errors
/// When the URL names none, or the store cannot be opened.
pub fn open(url: &str) -> anyhow::Result<Storage> {
    match url.strip_prefix("folder:") {
        Some(path) if !path.is_empty() => Ok(Arc::new(Folder::open(Path::new(path))?)),
        _ => bail!("storage_url must be folder:PATH"),
    }
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

/// A stream of bytes as [`ContentStore::put`] takes it.
pub fn incoming<'a, E: std::fmt::Display>(content: impl Stream<Item = Result<Bytes, E>> + 'a) -> Incoming<'a> {
    content.map_err(|error| error.to_string()).boxed_local()
}

/// Reads a whole content; none when there is no such content.
///
/// # Errors
/// When the store does not answer.
pub async fn read(storage: &Storage, hash: &ContentHash) -> std::io::Result<Option<Vec<u8>>> {
    let Some(content) = storage.open(hash, None).await? else { return Ok(None) };
    let chunks = content.try_fold(Vec::new(), async |mut all, chunk| {
        all.extend_from_slice(&chunk);
        Ok(all)
    });
    chunks.await.map(Some)
}
