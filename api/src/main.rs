//! The command line of Solicita.

#![allow(clippy::print_stdout, reason = "commands answer on standard output")]

mod commands;

use anyhow::Result;
use clap::Parser;

fn main() -> Result<()> {
    commands::run(commands::Arguments::parse())
}
