//! `cargo xtask build`: the SPA, then the server that serves it.

use std::fs;
use std::path::PathBuf;

use anyhow::Result;

use crate::process::{self, cargo};
use crate::spa::{self, Mode};
use crate::tools;
use crate::workspace::{self, HOST};

/// Arguments of `build`.
#[derive(clap::Args)]
pub struct Args {
    /// As it is shipped: one program with the SPA inside
    #[arg(long)]
    release: bool,
    /// Able to encrypt connections to PostgreSQL; needs OpenSSL's headers
    #[arg(long)]
    postgres_tls: bool,
}

/// `cargo xtask build`.
pub fn run(args: &Args) -> Result<()> {
    let program = all(args.release, args.postgres_tls)?;
    println!("{} ({} MB)", program.display(), fs::metadata(&program)?.len() / 1_000_000);
    Ok(())
}

/// Builds both and returns the path of the server. The SPA comes first, because a release contains it.
pub fn all(release: bool, postgres_tls: bool) -> Result<PathBuf> {
    tools::require(&[tools::COMPILER, tools::NPM])?;
    spa::build(Mode::new(release))?;
    server(release, postgres_tls)
}

/// Builds the server and returns its path.
pub fn server(release: bool, postgres_tls: bool) -> Result<PathBuf> {
    let mut build = if release {
        cargo(&["build", "--release", "--package", "solicita"])
    } else {
        let mut build = cargo(&["build", "--bin", "solicita"]);
        build.args(HOST);
        build
    };
    if postgres_tls {
        build.args(["--features", "solicita/postgres-tls"]);
    }
    process::run(&mut build)?;
    Ok(workspace::binary("solicita", release))
}
