//! Packages from npm: PatternFly's styles, and axe for the tests.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use anyhow::Result;

use crate::{process, tools, workspace};

/// Runs `npm ci`, unless `node_modules` is as new as the lock file.
pub fn install() -> Result<()> {
    let frontend = workspace::frontend();
    let installed = modified(&frontend.join("node_modules/.package-lock.json"));
    let wanted = modified(&frontend.join("package-lock.json")).max(modified(&frontend.join("package.json")));
    if installed.is_some() && installed >= wanted {
        return Ok(());
    }
    tools::require(&[tools::NPM])?;
    let npm = process::find("npm").unwrap_or_else(|| "npm".into());
    process::run(Command::new(npm).args(["ci", "--no-audit", "--no-fund"]).current_dir(frontend))
}

fn modified(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|data| data.modified()).ok()
}
