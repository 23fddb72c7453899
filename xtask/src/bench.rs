//! `cargo xtask bench`: measures the product as it is shipped.
//!
//! The program `bench` of the `tests` crate measures. `docs/performance.md` says what is measured, and has results.

use std::process::Command;

use anyhow::Result;

use crate::process::{self, cargo};
use crate::spa::{self, Mode};
use crate::tools;
use crate::workspace::{self, HOST};

/// Arguments of `bench`.
#[derive(clap::Args)]
pub struct Args {
    /// Arguments of the program that measures: `-- --help` lists them
    #[arg(last = true)]
    args: Vec<String>,
}

/// `cargo xtask bench`.
pub fn run(args: &Args) -> Result<()> {
    tools::ensure(&[tools::COMPILER, tools::NPM, tools::POSTGRES, tools::WRK, tools::CHROMIUM, tools::CHROMEDRIVER])?;
    spa::build(Mode::Release)?;
    // One command for all three, so that their dependencies are compiled with the same features.
    process::run(
        cargo(&["build", "--release", "--bin", "solicita", "--bin", "bench", "--bin", "bare_handler"]).args(HOST),
    )?;
    let mut bench = Command::new(workspace::binary("bench", true));
    let server = workspace::binary("solicita", true);
    process::run(bench.args(&args.args).current_dir(workspace::root()).env("SOLICITA_BIN", server))
}
