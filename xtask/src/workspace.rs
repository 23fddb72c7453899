//! Where things are.

use std::env;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// The crates of this machine, for Cargo. Always the same choice, so that it compiles no dependency twice: the SPA is
/// for browsers, and xtask has a profile of its own.
pub const HOST: [&str; 5] = ["--workspace", "--exclude", "frontend", "--exclude", "xtask"];

/// The root of the repository. Asked for at run time: two clones may share a target folder, and so this very program.
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

/// What the SPA's build leaves for the API to serve.
pub fn dist() -> PathBuf {
    frontend().join("dist")
}

/// Cargo's target folder.
pub fn target() -> PathBuf {
    root().join(env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from))
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
