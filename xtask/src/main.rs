//! The project's own commands: `cargo xtask help` lists them.

#![allow(clippy::print_stdout)] // this program talks to a person in a terminal

mod bench;
mod build;
mod check;
mod deny;
mod layers;
mod migration;
mod openapi;
mod process;
mod run;
mod screenshots;
mod selection;
mod spa;
mod steps;
mod tally;
mod test;
mod tools;
mod workspace;

use std::process::ExitCode;

use clap::Parser;

/// Build, run and test Solicita.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
enum Command {
    /// Build everything and serve the demo company
    Run(run::Args),
    /// Build the SPA and the server
    Build(build::Args),
    /// Build the SPA into frontend/dist
    Spa(spa::Args),
    /// Run every check and every test, or a part of them
    Test(test::Args),
    /// Check formatting, lints, layers, crate boundaries and licences
    Check,
    /// Check that imports follow the order of layers in ARCHITECTURE.md
    Layers,
    /// Write openapi/openapi.json from the code
    Openapi(openapi::Args),
    /// Create the files of a migration, for both databases
    Migration(migration::Args),
    /// Measure the product as it is shipped
    Bench(bench::Args),
    /// Take the pictures of the documentation
    Screenshots,
}

fn main() -> ExitCode {
    let result = match Command::parse() {
        Command::Test(args) => return test::run(&args),
        Command::Check => return check::run(),
        Command::Run(args) => run::run(&args),
        Command::Build(args) => build::run(&args),
        Command::Spa(args) => spa::run(&args),
        Command::Layers => layers::check(),
        Command::Openapi(args) => openapi::run(&args),
        Command::Migration(args) => migration::run(&args),
        Command::Bench(args) => bench::run(&args),
        Command::Screenshots => screenshots::run(),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
