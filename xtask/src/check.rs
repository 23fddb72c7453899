//! `cargo xtask check`: what the compiler does not prove by itself.

use anyhow::{Result, bail};

use crate::process::{self, cargo};
use crate::steps::Steps;
use crate::workspace::HOST;
use crate::{layers, spa};

const WASM: &str = "wasm32-unknown-unknown";

/// Crates of the server that must not reach a browser.
const SERVER_ONLY: [&str; 6] = ["actix-web", "diesel", "libsqlite3-sys", "pq-sys", "lettre", "tokio"];

/// `cargo xtask check`.
pub fn run() -> Result<()> {
    let mut steps = Steps::default();
    all(&mut steps)?;
    steps.print();
    Ok(())
}

/// All checks, quickest first.
pub fn all(steps: &mut Steps) -> Result<()> {
    steps.run("formatting", |_| process::run(&mut cargo(&["fmt", "--all", "--check"])))?;
    steps.run("layers", |_| layers::check())?;
    steps.run("target wasm32", |_| spa::ensure_target())?;
    steps.run("clippy", |_| clippy())?;
    steps.run("borders", |_| borders())?;
    steps.run("licences and sources", |_| licences())
}

/// Each crate is judged for what it runs on: this machine, browsers, or both.
fn clippy() -> Result<()> {
    let strict = ["--", "-D", "warnings"];
    process::run(cargo(&["clippy", "--all-targets"]).args(HOST).args(strict))?;
    process::run(cargo(&["clippy", "--package", "xtask", "--all-targets", "--profile", "tools"]).args(strict))?;
    let browser = ["--package", "frontend", "--package", "contract", "--package", "locales", "--target", WASM];
    process::run(cargo(&["clippy", "--profile", "wasm-dev"]).args(browser).args(strict))
}

/// What browsers get knows no database and no server. (That it builds for them, clippy has shown.)
fn borders() -> Result<()> {
    for package in ["contract", "locales", "frontend"] {
        let tree = format!("tree --package {package} --target {WASM} --edges normal --prefix none --format {{p}}");
        let tree = process::output(&mut cargo(&tree.split(' ').collect::<Vec<_>>()))?;
        let mut crates = tree.lines().filter_map(|line| line.split(' ').next());
        if let Some(stranger) = crates.find(|name| SERVER_ONLY.contains(name)) {
            bail!(
                "{package} depends on {stranger}, which belongs to the server: cargo tree -p {package} -i {stranger}"
            );
        }
    }
    Ok(())
}

/// `deny.toml`, when cargo-deny is installed.
fn licences() -> Result<()> {
    if process::find("cargo-deny").is_none() {
        println!("skipped: cargo-deny is not installed (cargo install cargo-deny --locked)");
        return Ok(());
    }
    let deny = ["deny", "--workspace", "check", "bans", "licenses", "sources"];
    process::run(&mut cargo(&deny))
}
