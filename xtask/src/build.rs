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
}

/// `cargo xtask build`.
pub fn run(args: &Args) -> Result<()> {
    let program = all(args.release)?;
    println!("{} ({} MB)", program.display(), fs::metadata(&program)?.len() / 1_000_000);
    Ok(())
}

/// Builds both and answers where the server is. The SPA comes first: a release carries it inside.
pub fn all(release: bool) -> Result<PathBuf> {
    tools::require(&[tools::COMPILER, tools::OPENSSL, tools::NPM])?;
    spa::build(Mode::new(release))?;
    server(release)
}

/// Builds the server.
pub fn server(release: bool) -> Result<PathBuf> {
    if release {
        process::run(&mut cargo(&["build", "--release", "--package", "solicita"]))?;
    } else {
        process::run(cargo(&["build", "--bin", "solicita"]).args(HOST))?;
    }
    Ok(workspace::binary("solicita", release))
}
