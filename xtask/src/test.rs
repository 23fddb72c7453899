//! `cargo xtask test`: every check and every test, as CI runs them.

use std::env;

use anyhow::Result;

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

    let mut steps = Steps::default();
    steps.run("tools", |_| tools::ensure(&tools_for(api, browser)))?;
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
        steps.run("API tests", |steps| kit_tests(steps, args, "api"))?;
        steps.run("Asterisk tests", |steps| kit_tests(steps, args, "asterisk"))?;
    }
    if browser {
        steps.run("browser tests", |steps| kit_tests(steps, args, "browser"))?;
    }
    steps.print();
    Ok(())
}

fn tools_for(api: bool, browser: bool) -> Vec<tools::Tool> {
    let mut needed = vec![tools::COMPILER];
    if (api || browser) && databases().contains("postgres") {
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

/// The databases that the tests of the API run on.
fn databases() -> String {
    env::var("SOLICITA_TEST_DATABASES").unwrap_or_else(|_| "sqlite,postgres".to_owned())
}

fn unit_tests(steps: &mut Steps, args: &Args) -> Result<()> {
    steps.cargo_test(cargo(&["test", "--no-fail-fast", "--lib", "--bins"]).args(HOST).arg("--").args(&args.filters))?;
    // The library of the SPA, not its `main`, can be tested without a browser.
    if workspace::frontend().join("src/lib.rs").exists() {
        steps.cargo_test(cargo(&["test", "--package", "frontend", "--lib", "--"]).args(&args.filters))?;
    }
    steps.cargo_test(cargo(&["test", "--package", "xtask", "--profile", "tools", "--"]).args(&args.filters))
}

/// The tests of the `tests` crate: `tests/api`, `tests/asterisk` or `tests/browser`.
fn kit_tests(steps: &mut Steps, args: &Args, target: &str) -> Result<()> {
    let mut tests = cargo(&["test", "--no-fail-fast", "--test", target]);
    tests.args(HOST).arg("--").args(&args.filters);
    tests.env("SOLICITA_BIN", workspace::binary("solicita", false)).env("SOLICITA_TEST_DATABASES", databases());
    steps.cargo_test(&mut tests)
}
