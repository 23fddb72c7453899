//! What every store has to do. A new one is added to [`stores`].

use super::*;
use std::ops::Range;
use std::time::{Duration, SystemTime};
use tempfile::TempDir;

/// A store of each kind, and the folder that it may live in.
fn stores() -> Vec<(TempDir, Storage)> {
    let folder = tempfile::tempdir().unwrap();
    let store = open(&format!("folder:{}", folder.path().display())).unwrap();
    vec![(folder, store)]
}

fn stream(chunks: &[&'static str]) -> Incoming<'static> {
    incoming(futures_util::stream::iter(
        chunks.iter().map(|chunk| Ok::<_, String>(Bytes::from(*chunk))).collect::<Vec<_>>(),
    ))
}

fn later() -> SystemTime {
    SystemTime::now() + Duration::from_secs(60)
}

fn earlier() -> SystemTime {
    SystemTime::now() - Duration::from_secs(60)
}

async fn all(store: &Storage) -> Vec<ContentHash> {
    store.list(later()).try_collect().await.unwrap()
}

async fn text(store: &Storage, hash: &ContentHash, range: Option<Range<u64>>) -> Option<String> {
    let content = store.open(hash, range).await.unwrap()?;
    let chunks: Vec<Bytes> = content.try_collect().await.unwrap();
    Some(String::from_utf8(chunks.concat()).unwrap())
}

#[actix_web::test]
async fn what_is_put_is_read_back_whole_or_in_part() {
    for (_folder, store) in stores() {
        let stored = store.put(stream(&["con", "teúdo"]), 100).await.unwrap();
        assert_eq!((stored.size, stored.head.as_slice()), (9, "conteúdo".as_bytes()));
        assert_eq!(text(&store, &stored.hash, None).await.as_deref(), Some("conteúdo"));
        assert_eq!(text(&store, &stored.hash, Some(2..4)).await.as_deref(), Some("nt"));
        assert_eq!(text(&store, &stored.hash, Some(7..100)).await.as_deref(), Some("do"));
        assert_eq!(read(&store, &stored.hash).await.unwrap().unwrap(), "conteúdo".as_bytes());
    }
}

#[actix_web::test]
async fn the_same_content_is_kept_once() {
    for (_folder, store) in stores() {
        let first = store.put(stream(&["same"]), 100).await.unwrap();
        assert_eq!(store.put(stream(&["sa", "me"]), 100).await.unwrap(), first);
        assert_eq!(all(&store).await, [first.hash]);
    }
}

#[actix_web::test]
async fn what_is_refused_leaves_nothing() {
    for (_folder, store) in stores() {
        assert!(matches!(store.put(stream(&["four", "five!"]), 8).await, Err(PutError::TooLarge(8))));
        assert!(matches!(store.put(stream(&[]), 8).await, Err(PutError::Empty)));
        let broken = [Ok(Bytes::from_static(b"half")), Err("gone")];
        let broken = store.put(incoming(futures_util::stream::iter(broken)), 8).await;
        assert!(matches!(broken, Err(PutError::BrokenOff(cause)) if cause == "gone"));
        assert!(all(&store).await.is_empty());
        assert_eq!(store.delete_incomplete(later()).await.unwrap(), 0);
    }
}

#[actix_web::test]
async fn a_content_is_deleted_unless_it_was_stored_anew() {
    for (_folder, store) in stores() {
        let stored = store.put(stream(&["gone"]), 100).await.unwrap();
        assert!(store.list(earlier()).try_collect::<Vec<_>>().await.unwrap().is_empty(), "it is too young");
        assert!(!store.delete(&stored.hash, earlier()).await.unwrap());
        assert_eq!(text(&store, &stored.hash, None).await.as_deref(), Some("gone"));
        assert!(store.delete(&stored.hash, later()).await.unwrap());
        assert_eq!(text(&store, &stored.hash, None).await, None);
        assert!(!store.delete(&stored.hash, later()).await.unwrap(), "it is not there");
        assert_eq!(read(&store, &stored.hash).await.unwrap(), None);
    }
}

#[actix_web::test]
async fn what_broke_off_in_a_crash_is_deleted_once_it_is_old() {
    let (folder, store) = stores().remove(0);
    let left = folder.path().join("incoming/.tmpLeft");
    std::fs::write(&left, "half").unwrap();
    assert_eq!(store.delete_incomplete(earlier()).await.unwrap(), 0);
    assert_eq!(store.delete_incomplete(later()).await.unwrap(), 1);
    assert!(!left.exists());
}

#[test]
fn a_url_that_names_no_store_is_refused() {
    for url in ["", "folder:", "s3://bucket", "/var/lib"] {
        assert!(open(url).is_err(), "{url}");
    }
}
