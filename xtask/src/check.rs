//! `cargo xtask check`: what the compiler does not prove by itself.

use std::process::ExitCode;

use anyhow::{Result, bail};

use crate::process::{self, cargo};
use crate::steps::{self, Steps};
use crate::workspace::HOST;
use crate::{deny, layers, spa};

const WASM: &str = "wasm32-unknown-unknown";

/// Crates of the server that must not reach a browser.
const SERVER_ONLY: [&str; 6] = ["actix-web", "diesel", "libsqlite3-sys", "pq-sys", "lettre", "tokio"];

/// `cargo xtask check`.
pub fn run() -> ExitCode {
    steps::run(all)
}

/// All checks, quickest first.
pub fn all(steps: &mut Steps) -> Result<()> {
    steps.run("formatting", |_| process::run(&mut cargo(&["fmt", "--all", "--check"])))?;
    steps.run("layers", |_| layers::check())?;
    steps.run("target wasm32", |_| spa::ensure_target())?;
    steps.run("clippy", |_| clippy())?;
    steps.run("crate boundaries", |_| crate_boundaries())?;
    steps.run("licences and sources", |_| deny::check())
}

/// Each crate is checked for what it runs on: this machine, browsers, or both.
fn clippy() -> Result<()> {
    let strict = ["--", "-D", "warnings"];
    process::run(cargo(&["clippy", "--all-targets"]).args(HOST).args(strict))?;
    process::run(cargo(&["clippy", "--package", "xtask", "--all-targets", "--profile", "tools"]).args(strict))?;
    let browser = ["--package", "frontend", "--package", "contract", "--package", "locales", "--target", WASM];
    process::run(cargo(&["clippy", "--profile", "wasm-dev"]).args(browser).args(strict))
}

/// Crates that run in browsers depend on no crate of the server. (That they compile for browsers, clippy has shown.)
fn crate_boundaries() -> Result<()> {
    for package in ["contract", "locales", "frontend"] {
        let tree = format!("tree --package {package} --target {WASM} --edges normal --prefix none --format {{p}}");
        let tree = process::output(&mut cargo(&tree.split(' ').collect::<Vec<_>>()))?;
        if let Some(name) = server_only(&tree) {
            bail!("{package} depends on {name}, which belongs to the server: cargo tree -p {package} -i {name}");
        }
    }
    Ok(())
}

/// The first crate of a `cargo tree` that belongs to the server.
fn server_only(tree: &str) -> Option<&str> {
    let mut crates = tree.lines().filter_map(|line| line.split(' ').next());
    crates.find(|name| SERVER_ONLY.contains(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crates_of_the_server_are_found_by_their_whole_name() {
        assert_eq!(server_only("contract v0.1.0 (/contract)\nserde v1.0.0\ndiesel v2.3.4 (*)"), Some("diesel"));
        assert_eq!(server_only("contract v0.1.0 (/contract)\ndiesel_derives v2.3.4"), None);
    }
}
