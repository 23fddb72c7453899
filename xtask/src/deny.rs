//! cargo-deny: which licences, versions and sources the crates may have, by `deny.toml`.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process::{self, cargo};
use crate::workspace;

/// The version that is used. Another might judge differently.
const VERSION: &str = "0.20.2";

/// Checks the crates of the workspace; installs cargo-deny first if this version of it is missing.
pub fn check() -> Result<()> {
    let folder = workspace::cache().join("tools");
    let installed = folder.join("bin/cargo-deny").with_extension(env::consts::EXE_EXTENSION);
    let candidates: Vec<PathBuf> = process::find("cargo-deny").into_iter().chain([installed]).collect();
    let program = program(&candidates, || install(&folder))?;
    let mut deny = Command::new(program);
    deny.args(["--workspace", "check", "bans", "licenses", "sources"]);
    process::run(deny.current_dir(workspace::root()))
}

/// The first of these programs that is cargo-deny in our version; if none is, `install` has to bring one of them.
fn program(candidates: &[PathBuf], install: impl FnOnce() -> Result<()>) -> Result<PathBuf> {
    let find = || candidates.iter().find(|program| is_our_version(program)).cloned();
    if let Some(program) = find() {
        return Ok(program);
    }
    let by_hand = || format!("run: cargo install cargo-deny --version {VERSION} --locked");
    install().with_context(by_hand)?;
    match find() {
        Some(program) => Ok(program),
        None => bail!("cargo-deny {VERSION} was installed and is not there; {}", by_hand()),
    }
}

fn is_our_version(program: &Path) -> bool {
    process::output(Command::new(program).arg("--version"))
        .is_ok_and(|said| said.split_whitespace().nth(1) == Some(VERSION))
}

/// Not optimised: it takes longer to build than to run.
fn install(folder: &Path) -> Result<()> {
    println!("installing cargo-deny {VERSION} into {}", folder.display());
    let mut install =
        cargo(&["install", "cargo-deny", "--version", VERSION, "--locked", "--debug", "--quiet", "--root"]);
    // In a folder that Cargo deletes afterwards, not in ours.
    process::run(install.arg(folder).env_remove("CARGO_TARGET_DIR"))
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    /// A program that says it is this version of cargo-deny.
    fn plant(folder: &Path, version: &str) -> PathBuf {
        fs::create_dir_all(folder).unwrap();
        let program = folder.join("cargo-deny");
        fs::write(&program, format!("#!/bin/sh\necho cargo-deny {version}\n")).unwrap();
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
        program
    }

    #[test]
    fn our_version_is_used_and_nothing_is_installed() {
        let folder = workspace::scratch("deny-there");
        let (other, ours) = (plant(&folder.join("other"), "0.1.0"), plant(&folder.join("ours"), VERSION));
        let found = program(&[folder.join("none"), other, ours.clone()], || bail!("not needed"));
        assert_eq!(found.unwrap(), ours);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_missing_one_is_installed() {
        let folder = workspace::scratch("deny-missing");
        let other = plant(&folder.join("other"), "0.20.20");
        let ours = folder.join("ours/cargo-deny");
        let found = program(&[other, ours.clone()], || {
            plant(&folder.join("ours"), VERSION);
            Ok(())
        });
        assert_eq!(found.unwrap(), ours);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn without_one_the_check_fails_and_says_what_to_install() {
        let nowhere = [PathBuf::from("/nowhere/cargo-deny")];
        let command = format!("cargo install cargo-deny --version {VERSION} --locked");
        for install in [|| bail!("no network"), || Ok(())] {
            let error = format!("{:#}", program(&nowhere, install).unwrap_err());
            assert!(error.contains(&command), "{error}");
        }
    }
}
