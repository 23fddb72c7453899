//! The demo company in a database of its own.

use super::*;
use crate::clock::Clock;
use crate::config::Config;

/// An application on a database in a folder that goes away with it.
fn app(now: &str) -> (App, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let config = Config {
        database_url: format!("sqlite://{}/demo.db", folder.path().display()),
        storage_url: format!("folder:{}/files", folder.path().display()),
        database_connections: 2,
        ..Config::default()
    };
    let clock = Clock::default();
    clock.set(now.parse().unwrap());
    (App::open(config, clock).unwrap(), folder)
}

#[test]
fn try_it() {
    let (app, folder) = app("2026-11-18T14:20:05Z");
    let start = std::time::Instant::now();
    let summary = load(&app).unwrap();
    println!("{summary} in {:?}", start.elapsed());
    std::fs::copy(folder.path().join("demo.db"), "/tmp/demo-try.db").unwrap();
    let _ = std::fs::copy(folder.path().join("demo.db-wal"), "/tmp/demo-try.db-wal");
}
