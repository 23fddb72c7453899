//! Contents of attachments: files in a folder, named by the hash of their
//! content, so that the same file is kept once.

use crate::error::{Error, Result};
use actix_web::http::StatusCode;
use anyhow::Context;
use futures_util::{Stream, StreamExt};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use tokio::io::AsyncWriteExt;

/// The folder.
#[derive(Debug, Clone)]
pub struct Storage {
    root: PathBuf,
}

/// A file that was taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// Hash of the content.
    pub hash: String,
    /// Size in bytes.
    pub size: i64,
    /// First bytes, to find the type from.
    pub head: Vec<u8>,
}

/// Bytes that suffice to find out a type.
const HEAD: usize = 8 * 1024;

impl Storage {
    /// Opens the folder, creating it.
    ///
    /// # Errors
    /// When it cannot be created.
    pub fn open(root: &Path) -> anyhow::Result<Self> {
        std::fs::create_dir_all(root.join("incoming")).with_context(|| format!("creating {}", root.display()))?;
        Ok(Self { root: root.to_owned() })
    }

    /// Where the content of a hash is.
    #[must_use]
    pub fn path(&self, hash: &str) -> PathBuf {
        let (folder, _) = hash.split_at_checked(2).unwrap_or((hash, ""));
        self.root.join(folder).join(hash)
    }

    /// Takes in a stream, at most `limit` bytes of it. When this returns, the
    /// content is on disk.
    ///
    /// # Errors
    /// 413 when it is larger; 422 when it is empty; 400 when it breaks off.
    pub async fn store<E: std::fmt::Display>(
        &self,
        mut content: impl Stream<Item = std::result::Result<actix_web::web::Bytes, E>> + Unpin,
        limit: i64,
    ) -> Result<Stored> {
        let temporary = tempfile::NamedTempFile::new_in(self.root.join("incoming")).context("creating a file")?;
        let (file, path) = temporary.into_parts();
        let mut file = tokio::fs::File::from_std(file);
        let (mut hasher, mut size, mut head) = (Sha256::new(), 0_i64, Vec::new());
        while let Some(chunk) = content.next().await {
            let chunk = chunk.map_err(|error| {
                tracing::info!(%error, "an upload broke off");
                Error::bad_request("upload-incomplete")
            })?;
            size += i64::try_from(chunk.len()).unwrap_or(i64::MAX);
            if size > limit {
                return Err(too_large(limit));
            }
            hasher.update(&chunk);
            let room = HEAD.saturating_sub(head.len()).min(chunk.len());
            head.extend_from_slice(chunk.get(..room).unwrap_or_default());
            file.write_all(&chunk).await.context("writing an attachment")?;
        }
        if size == 0 {
            return Err(Error::field("file", "file-empty"));
        }
        file.flush().await.context("writing an attachment")?;
        file.sync_all().await.context("writing an attachment")?;
        let hash = hex(&hasher.finalize());
        self.keep(path, &hash).await?;
        Ok(Stored { hash, size, head })
    }

    async fn keep(&self, from: tempfile::TempPath, hash: &str) -> Result<()> {
        let to = self.path(hash);
        actix_web::rt::task::spawn_blocking(move || {
            let folder = to.parent().context("no folder")?;
            std::fs::create_dir_all(folder)?;
            from.persist(&to).map_err(|error| error.error)?;
            // The name itself must survive a power cut, too.
            std::fs::File::open(folder)?.sync_all()?;
            anyhow::Ok(())
        })
        .await
        .map_err(|error| Error::Internal(error.into()))?
        .map_err(|error| Error::Internal(error.context("keeping an attachment")))
    }

    /// Removes the content of a hash that nothing refers to any more.
    pub fn remove(&self, hash: &str) {
        if let Err(error) = std::fs::remove_file(self.path(hash))
            && error.kind() != std::io::ErrorKind::NotFound
        {
            tracing::warn!(%error, "could not remove the content of a forgotten upload");
        }
    }
}

/// 413 that names the limit.
#[must_use]
pub fn too_large(limit: i64) -> Error {
    Error::refused(StatusCode::PAYLOAD_TOO_LARGE, "file-too-large").with("limit", limit / 1_000_000)
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
