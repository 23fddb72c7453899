//! Contents of attachments, named by their hash, so that the same file is kept once.
//!
//! [`ContentStore`] is what the product needs of a store; [`Folder`] keeps contents in a local folder. Nothing outside this
//! module knows where a content is.

mod content_store;
mod folder;
mod hash;
#[cfg(test)]
mod tests;

pub use content_store::{ContentStore, Incoming, Outgoing, PutError, Stored, too_large};
pub use folder::Folder;
pub use hash::ContentHash;

use actix_web::web::Bytes;
use anyhow::bail;
use futures_util::{Stream, StreamExt, TryStreamExt};
use std::path::Path;
use std::sync::Arc;

/// The store of an installation. Cheap to clone.
pub type Storage = Arc<dyn ContentStore>;

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
