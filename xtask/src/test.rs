//! `cargo xtask test`: every check and every test, as CI runs them.

use std::env;
use std::process::{Command, ExitCode};

use anyhow::Result;

use crate::process::cargo;
use crate::selection::Selection;
use crate::spa::{self, Mode};
use crate::steps::{self, Steps};
use crate::workspace::{self, HOST};
use crate::{build, check, openapi, tools};

/// Arguments of `test`. Without any, everything runs.
#[derive(clap::Args)]
pub struct Args {
    /// The tests inside the crates
    #[arg(long)]
    unit: bool,
    /// The tests of the REST API and of the connection to an Asterisk
    #[arg(long)]
    api: bool,
    /// The journeys in a browser
    #[arg(long)]
    browser: bool,
    /// Only tests whose name contains one of these
    #[arg(last = true)]
    filters: Vec<String>,
}

/// Which suites run.
#[derive(Clone, Copy)]
struct Suites {
    unit: bool,
    api: bool,
    browser: bool,
}

/// `cargo xtask test`.
pub fn run(args: &Args) -> ExitCode {
    steps::run(|steps| all(steps, args))
}

fn all(steps: &mut Steps, args: &Args) -> Result<()> {
    steps.selection = Selection::new(&args.filters, env::var("SOLICITA_TEST_DATABASES").ok().as_deref())?;
    let everything = !(args.unit || args.api || args.browser);
    let suites =
        Suites { unit: args.unit || everything, api: args.api || everything, browser: args.browser || everything };
    let checks = everything && args.filters.is_empty();

    steps.run("tools", |steps| tools::ensure(&tools_for(suites, &steps.selection)))?;
    if checks {
        check::all(steps)?;
    }
    prepare(steps, suites)?;
    if checks {
        steps.run("openapi.json", |_| openapi::check())?;
    }
    tests(steps, suites)?;
    steps.selection.judge_filters(steps.tally())
}

fn tools_for(suites: Suites, selection: &Selection) -> Vec<tools::Tool> {
    let mut needed = vec![tools::COMPILER];
    if (suites.api || suites.browser) && !selection.left_out.contains(&"postgres") {
        needed.push(tools::POSTGRES);
    }
    if suites.api {
        needed.push(tools::SMTP);
    }
    if suites.browser {
        needed.extend([tools::NPM, tools::CHROMIUM, tools::CHROMEDRIVER]);
    }
    needed
}

/// Builds what the tests start.
fn prepare(steps: &mut Steps, suites: Suites) -> Result<()> {
    if suites.browser {
        steps.run("SPA", |_| spa::build(Mode::Dev))?;
    }
    if suites.api || suites.browser {
        steps.run("server", |_| build::server(false, false).map(drop))?;
    }
    Ok(())
}

fn tests(steps: &mut Steps, suites: Suites) -> Result<()> {
    if suites.unit {
        steps.run("unit tests", unit_tests)?;
    }
    if suites.api {
        steps.run("API tests", |steps| kit_tests_on_databases(steps, "api"))?;
        steps.run("Asterisk tests", |steps| kit_tests_on_databases(steps, "asterisk"))?;
    }
    if suites.browser {
        steps.run("browser tests", |steps| steps.cargo_test(&mut kit_tests("browser", &steps.selection)).map(drop))?;
    }
    Ok(())
}

fn kit_tests_on_databases(steps: &mut Steps, target: &str) -> Result<()> {
    let suite = steps.cargo_test(&mut kit_tests(target, &steps.selection))?;
    steps.selection.judge_databases(&suite)
}

fn unit_tests(steps: &mut Steps) -> Result<()> {
    let filters = steps.selection.filters.clone();
    let test = ["test", "--no-fail-fast"];
    steps.cargo_test(cargo(&test).args(["--lib", "--bins"]).args(HOST).arg("--").args(&filters))?;
    if spa_has_tests()? {
        steps.cargo_test(cargo(&test).args(["--package", "frontend", "--"]).args(&filters))?;
    }
    steps.cargo_test(cargo(&test).args(["--package", "xtask", "--profile", "tools", "--"]).args(&filters))?;
    Ok(())
}

/// Whether the SPA has unit tests. If it does, Cargo has to find them.
fn spa_has_tests() -> Result<bool> {
    for entry in walkdir::WalkDir::new(workspace::frontend().join("src")) {
        let entry = entry?;
        if entry.file_type().is_file() && std::fs::read_to_string(entry.path())?.contains("#[test]") {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The tests of the `tests` crate: `tests/api`, `tests/asterisk` or `tests/browser`; not those whose name has a database
/// that is left out.
fn kit_tests(target: &str, selection: &Selection) -> Command {
    let mut tests = cargo(&["test", "--no-fail-fast", "--test", target]);
    tests.args(HOST).arg("--").args(&selection.filters);
    tests.args(selection.left_out.iter().flat_map(|database| ["--skip", *database]));
    tests.env("SOLICITA_BIN", workspace::binary("solicita", false));
    tests
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(suites: Suites, databases: Option<&str>) -> Vec<&'static str> {
        let selection = Selection::new(&[], databases).unwrap();
        tools_for(suites, &selection).iter().map(|tool| tool.name).collect()
    }

    #[test]
    fn a_run_needs_the_tools_of_its_suites() {
        let all = Suites { unit: true, api: true, browser: true };
        assert_eq!(names(all, None), ["cc", "initdb", "aiosmtpd", "npm", "chromium", "chromedriver"]);
        assert_eq!(names(Suites { api: false, browser: false, ..all }, None), ["cc"]);
        assert_eq!(names(Suites { browser: false, ..all }, None), ["cc", "initdb", "aiosmtpd"]);
        assert_eq!(names(Suites { browser: false, ..all }, Some("sqlite")), ["cc", "aiosmtpd"]);
    }

    #[test]
    fn a_database_that_is_left_out_is_skipped_by_name() {
        let args = |selection: &Selection| {
            kit_tests("api", selection).get_args().map(|arg| arg.to_owned()).collect::<Vec<_>>()
        };
        let all = args(&Selection::new(&["note".to_owned()], None).unwrap());
        assert!(all.ends_with(&["--".into(), "note".into()]), "{all:?}");
        let sqlite = args(&Selection::new(&[], Some("sqlite")).unwrap());
        assert!(sqlite.ends_with(&["--".into(), "--skip".into(), "postgres".into()]), "{sqlite:?}");
    }
}
