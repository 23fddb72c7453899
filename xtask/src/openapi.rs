//! `cargo xtask openapi`: the description of the API, generated from the code.

use std::fs;
use std::process::Command;

use anyhow::{Result, bail};

use crate::{build, process, workspace};

/// Arguments of `openapi`.
#[derive(clap::Args)]
pub struct Args {
    /// Change nothing; fail if the committed file differs from the code
    #[arg(long)]
    check: bool,
}

/// `cargo xtask openapi`.
pub fn run(args: &Args) -> Result<()> {
    build::server(false, false)?;
    if args.check { check() } else { write() }
}

/// Fails if the committed file differs from what the built server prints.
pub fn check() -> Result<()> {
    let (generated, committed) = both()?;
    if generated != committed {
        bail!("openapi/openapi.json differs from the code: run `cargo xtask openapi` and commit the file");
    }
    Ok(())
}

fn write() -> Result<()> {
    let (generated, committed) = both()?;
    if generated == committed {
        println!("openapi/openapi.json is up to date");
    } else {
        fs::write(workspace::root().join("openapi/openapi.json"), generated)?;
        println!("openapi/openapi.json written");
    }
    Ok(())
}

/// What the code generates, and the committed file (empty if there is none).
fn both() -> Result<(String, String)> {
    let printed = process::output(Command::new(workspace::binary("solicita", false)).arg("openapi"))?;
    let committed = fs::read_to_string(workspace::root().join("openapi/openapi.json")).unwrap_or_default();
    Ok((format!("{}\n", printed.trim_end()), committed))
}
