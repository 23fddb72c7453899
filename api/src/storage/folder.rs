//! Contents in a folder of this machine: files named by their hash, in folders of its first two digits. What is coming
//! in is in the folder `incoming`.

use super::content_store::{ContentStore, Incoming, Outgoing, PutError, Stored};
use super::hash::ContentHash;
use actix_web::rt::task::spawn_blocking;
use actix_web::web::Bytes;
use anyhow::Context;
use futures_util::future::{BoxFuture, LocalBoxFuture};
use futures_util::stream::{self, BoxStream};
use futures_util::{FutureExt, StreamExt};
use sha2::{Digest, Sha256};
use std::fs;
use std::io::{self, ErrorKind, SeekFrom};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use tokio::fs::File;
use tokio::io::{AsyncReadExt, AsyncSeekExt, AsyncWriteExt};

/// Bytes that suffice to find out a type.
const HEAD: usize = 8 * 1024;
/// Bytes read at once.
const CHUNK: usize = 64 * 1024;

/// A folder.
#[derive(Debug, Clone)]
pub struct Folder {
    root: PathBuf,
}

impl Folder {
    /// Opens the folder, creating it.
    ///
    /// # Errors
    /// When it cannot be created.
    pub fn open(root: &Path) -> anyhow::Result<Self> {
        fs::create_dir_all(root.join("incoming")).with_context(|| format!("creating {}", root.display()))?;
        Ok(Self { root: root.to_owned() })
    }

    fn path(&self, hash: &ContentHash) -> PathBuf {
        let name = hash.as_str();
        let (folder, _) = name.split_at(2);
        self.root.join(folder).join(name)
    }

    fn incoming(&self) -> PathBuf {
        self.root.join("incoming")
    }

    async fn take_in(&self, mut content: Incoming<'_>, limit: i64) -> Result<Stored, PutError> {
        let temporary = tempfile::NamedTempFile::new_in(self.incoming()).context("creating a file")?;
        let (file, path) = temporary.into_parts();
        let mut file = File::from_std(file);
        let (mut hasher, mut size, mut head) = (Sha256::new(), 0_i64, Vec::new());
        while let Some(chunk) = content.next().await {
            let chunk = chunk.map_err(PutError::BrokenOff)?;
            size += i64::try_from(chunk.len()).unwrap_or(i64::MAX);
            if size > limit {
                return Err(PutError::TooLarge(limit));
            }
            hasher.update(&chunk);
            let room = HEAD.saturating_sub(head.len()).min(chunk.len());
            head.extend_from_slice(chunk.get(..room).unwrap_or_default());
            file.write_all(&chunk).await.context("writing a file")?;
        }
        if size == 0 {
            return Err(PutError::Empty);
        }
        file.flush().await.context("writing a file")?;
        file.sync_all().await.context("writing a file")?;
        let hash = ContentHash::of_digest(&hasher.finalize().into());
        self.keep(path, &hash).await?;
        Ok(Stored { hash, size, head })
    }

    /// Gives a file that was written its name.
    async fn keep(&self, from: tempfile::TempPath, hash: &ContentHash) -> anyhow::Result<()> {
        let to = self.path(hash);
        spawn_blocking(move || {
            let folder = to.parent().context("no folder")?;
            fs::create_dir_all(folder)?;
            from.persist(&to).map_err(|error| error.error)?;
            // The name itself must survive a power cut, too.
            fs::File::open(folder)?.sync_all()?;
            anyhow::Ok(())
        })
        .await?
    }
}

impl ContentStore for Folder {
    fn put<'a>(&'a self, content: Incoming<'a>, limit: i64) -> LocalBoxFuture<'a, Result<Stored, PutError>> {
        self.take_in(content, limit).boxed_local()
    }

    fn open<'a>(
        &'a self,
        hash: &'a ContentHash,
        range: Option<Range<u64>>,
    ) -> BoxFuture<'a, io::Result<Option<Outgoing>>> {
        let path = self.path(hash);
        async move {
            let mut file = match File::open(path).await {
                Ok(file) => file,
                Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
                Err(error) => return Err(error),
            };
            let range = range.unwrap_or(0..u64::MAX);
            if range.start > 0 {
                file.seek(SeekFrom::Start(range.start)).await?;
            }
            Ok(Some(chunks(file, range.end.saturating_sub(range.start))))
        }
        .boxed()
    }

    fn list(&self, stored_before: SystemTime) -> BoxStream<'_, io::Result<ContentHash>> {
        let root = self.root.clone();
        let listed = blocking(move || hashes(&root, stored_before)).map(|listed| match listed {
            Ok(hashes) => hashes.into_iter().map(Ok).collect(),
            Err(error) => vec![Err(error)],
        });
        listed.map(stream::iter).flatten_stream().boxed()
    }

    fn delete<'a>(&'a self, hash: &'a ContentHash, stored_before: SystemTime) -> BoxFuture<'a, io::Result<bool>> {
        let (path, aside) = (self.path(hash), self.incoming().join(hash.as_str()));
        blocking(move || delete(&path, &aside, stored_before)).boxed()
    }

    fn delete_incomplete(&self, begun_before: SystemTime) -> BoxFuture<'_, io::Result<usize>> {
        let incoming = self.incoming();
        blocking(move || {
            let old = files(&incoming)?.into_iter().filter(|path| is_older(path, begun_before));
            Ok(old.filter(|path| fs::remove_file(path).is_ok()).count())
        })
        .boxed()
    }
}

/// Does some work with files on a thread that may wait.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> io::Result<T> + Send + 'static) -> io::Result<T> {
    spawn_blocking(work).await.map_err(io::Error::other)?
}

/// The next `bytes` of a file.
fn chunks(file: File, bytes: u64) -> Outgoing {
    let chunks = stream::try_unfold((file, bytes), async |(mut file, left)| {
        let want = usize::try_from(left).unwrap_or(CHUNK).min(CHUNK);
        let mut chunk = vec![0; want];
        let count = file.read(&mut chunk).await?;
        chunk.truncate(count);
        let left = left.saturating_sub(u64::try_from(count).unwrap_or(u64::MAX));
        Ok((count > 0).then(|| (Bytes::from(chunk), (file, left))))
    });
    chunks.boxed()
}

fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect()
}

fn is_older(path: &Path, before: SystemTime) -> bool {
    fs::metadata(path).is_ok_and(|data| data.is_file() && data.modified().is_ok_and(|at| at < before))
}

/// The contents whose files are older than an instant.
fn hashes(root: &Path, before: SystemTime) -> io::Result<Vec<ContentHash>> {
    let mut hashes = Vec::new();
    for folder in files(root)?.into_iter().filter(|path| path.file_name().is_some_and(|name| name.len() == 2)) {
        for path in files(&folder)? {
            let hash = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.parse().ok());
            hashes.extend(hash.filter(|_| is_older(&path, before)));
        }
    }
    Ok(hashes)
}

/// Deletes a file, unless the same content was stored anew at this very moment: it
/// is moved away first, and moved back if it turns out to be young.
fn delete(path: &Path, aside: &Path, before: SystemTime) -> io::Result<bool> {
    match fs::rename(path, aside) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
        renamed => renamed?,
    }
    if !is_older(aside, before) {
        fs::rename(aside, path)?;
        return Ok(false);
    }
    fs::remove_file(aside)?;
    Ok(true)
}
