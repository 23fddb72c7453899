//! `cargo xtask test`: every check and every test, as CI runs them.

use std::env;

use anyhow::{Result, bail};

use crate::process::cargo;
use crate::spa::{self, Mode};
use crate::steps::Steps;
use crate::workspace::{self, HOST};
use crate::{build, check, openapi, tools};

/// Arguments of `test`. Without any, everything runs.
#[derive(clap::Args)]
pub struct Args {
    /// The tests inside the crates
    #[arg(long)]
    unit: bool,
    /// The tests of the REST API and of what watches an Asterisk
    #[arg(long)]
    api: bool,
    /// The journeys in a browser
    #[arg(long)]
    browser: bool,
    /// Only tests whose name contains one of these
    #[arg(last = true)]
    filters: Vec<String>,
}

/// `cargo xtask test`.
pub fn run(args: &Args) -> Result<()> {
    let everything = !(args.unit || args.api || args.browser);
    let unit = args.unit || everything;
    let api = args.api || everything;
    let browser = args.browser || everything;

    let left_out = left_out(&env::var("SOLICITA_TEST_DATABASES").unwrap_or_else(|_| DATABASES.join(",")))?;

    let mut steps = Steps::default();
    if api || browser {
        steps.leave_out(&left_out);
    }
    steps.run("tools", |_| tools::ensure(&tools_for(api, browser, &left_out)))?;
    if everything && args.filters.is_empty() {
        check::all(&mut steps)?;
    }
    if browser {
        steps.run("SPA", |_| spa::build(Mode::Dev))?;
    }
    if api || browser {
        steps.run("server", |_| build::server(false, false).map(drop))?;
    }
    if everything && args.filters.is_empty() {
        steps.run("openapi.json", |_| openapi::check())?;
    }
    if unit {
        steps.run("unit tests", |steps| unit_tests(steps, args))?;
    }
    if api {
        steps.run("API tests", |steps| kit_tests(steps, args, "api", &left_out))?;
        steps.run("Asterisk tests", |steps| kit_tests(steps, args, "asterisk", &left_out))?;
    }
    if browser {
        steps.run("browser tests", |steps| kit_tests(steps, args, "browser", &left_out))?;
    }
    steps.print();
    Ok(())
}

fn tools_for(api: bool, browser: bool, left_out: &[&str]) -> Vec<tools::Tool> {
    let mut needed = vec![tools::COMPILER];
    if (api || browser) && !left_out.contains(&"postgres") {
        needed.push(tools::POSTGRES);
    }
    if api {
        needed.push(tools::SMTP);
    }
    if browser {
        needed.extend([tools::NPM, tools::CHROMIUM, tools::CHROMEDRIVER]);
    }
    needed
}

/// The databases that tests run on, as their names say.
const DATABASES: [&str; 2] = ["sqlite", "postgres"];

/// The databases that `SOLICITA_TEST_DATABASES` (names between commas) leaves out; none, unless it is set.
fn left_out(asked: &str) -> Result<Vec<&'static str>> {
    let asked: Vec<_> = asked.split(',').map(str::trim).collect();
    if let Some(other) = asked.iter().find(|name| !DATABASES.contains(name)) {
        bail!("SOLICITA_TEST_DATABASES names {other:?}; it may name sqlite and postgres");
    }
    Ok(DATABASES.into_iter().filter(|name| !asked.contains(name)).collect())
}

fn unit_tests(steps: &mut Steps, args: &Args) -> Result<()> {
    steps.cargo_test(cargo(&["test", "--no-fail-fast", "--lib", "--bins"]).args(HOST).arg("--").args(&args.filters))?;
    // The library of the SPA, not its `main`, can be tested without a browser.
    if workspace::frontend().join("src/lib.rs").exists() {
        steps.cargo_test(cargo(&["test", "--package", "frontend", "--lib", "--"]).args(&args.filters))?;
    }
    steps.cargo_test(cargo(&["test", "--package", "xtask", "--profile", "tools", "--"]).args(&args.filters))
}

/// The tests of the `tests` crate: `tests/api`, `tests/asterisk` or `tests/browser`; not those that are named after a database that is
/// left out.
fn kit_tests(steps: &mut Steps, args: &Args, target: &str, left_out: &[&str]) -> Result<()> {
    let mut tests = cargo(&["test", "--no-fail-fast", "--test", target]);
    tests.args(HOST).arg("--").args(&args.filters);
    tests.args(left_out.iter().flat_map(|database| ["--skip", *database]));
    tests.env("SOLICITA_BIN", workspace::binary("solicita", false));
    steps.cargo_test(&mut tests)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn databases_are_left_out_by_name() {
        assert!(left_out("sqlite,postgres").is_ok_and(|none| none.is_empty()));
        assert!(left_out("sqlite").is_ok_and(|one| one == ["postgres"]));
        assert!(left_out(" postgres ").is_ok_and(|one| one == ["sqlite"]));
        assert!(left_out("sqlite,oracle").is_err());
        assert!(left_out("").is_err());
    }
}
