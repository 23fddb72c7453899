//! The folders and files of the repository.

use std::env;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// Cargo's arguments for all crates that run on this machine: the SPA is for browsers, and xtask has a profile of its
/// own. Every command uses the same choice, for with another one Cargo would compile dependencies again.
pub const HOST: [&str; 5] = ["--workspace", "--exclude", "frontend", "--exclude", "xtask"];

/// The root of the repository. It is found at run time, because clones that share a target folder share this program.
pub fn root() -> &'static Path {
    static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
        let xtask = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        Path::new(&xtask).parent().map_or_else(PathBuf::new, Path::to_path_buf)
    });
    &ROOT
}

/// The folder of the SPA's sources.
pub fn frontend() -> PathBuf {
    root().join("frontend")
}

/// The folder of the built SPA, which the API serves.
pub fn dist() -> PathBuf {
    frontend().join("dist")
}

/// Cargo's target folder.
pub fn target() -> PathBuf {
    root().join(env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from))
}

/// A folder of this user for what all clones share; Cargo's target folder if there is no home.
pub fn cache() -> PathBuf {
    let caches = env::var_os("XDG_CACHE_HOME").filter(|folder| !folder.is_empty()).map(PathBuf::from);
    let caches = caches.or_else(|| Some(env::home_dir()?.join(".cache")));
    caches.map_or_else(target, |caches| caches.join("solicita"))
}

/// A binary of the workspace, as `cargo build` leaves it.
pub fn binary(name: &str, release: bool) -> PathBuf {
    let profile = if release { "release" } else { "debug" };
    target().join(profile).join(name).with_extension(env::consts::EXE_EXTENSION)
}

/// An empty folder for a test.
#[cfg(test)]
pub fn scratch(test: &str) -> PathBuf {
    let folder = env::temp_dir().join(format!("solicita-xtask-{}-{test}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    folder
}
