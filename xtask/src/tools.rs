//! Programs that are not Rust: found, installed where that is welcome, or asked for.

use std::process::Command;

use anyhow::{Result, bail};

use crate::process;

/// Something the build or the tests need, and the Debian package that has it.
#[derive(Clone, Copy)]
pub struct Tool {
    name: &'static str,
    package: &'static str,
    what_for: &'static str,
    is_there: fn() -> bool,
}

/// C, for SQLite and the PostgreSQL client library.
pub const COMPILER: Tool = Tool {
    name: "cc",
    package: "build-essential",
    what_for: "compiles SQLite",
    is_there: || process::find("cc").is_some(),
};
/// For PatternFly's styles.
pub const NPM: Tool = Tool {
    name: "npm",
    package: "npm",
    what_for: "fetches PatternFly's styles",
    is_there: || process::find("npm").is_some(),
};
/// The browser of the tests.
pub const CHROMIUM: Tool = Tool {
    name: "chromium",
    package: "chromium",
    what_for: "runs the browser tests",
    is_there: || process::find("chromium").is_some(),
};
/// What drives it.
pub const CHROMEDRIVER: Tool = Tool {
    name: "chromedriver",
    package: "chromium-driver",
    what_for: "drives the browser of the tests",
    is_there: || process::find("chromedriver").is_some(),
};
/// The database server; the tests start clusters of their own, away from any that runs.
pub const POSTGRES: Tool = Tool {
    name: "initdb",
    package: "postgresql",
    what_for: "starts PostgreSQL for the tests (SOLICITA_TEST_DATABASES=sqlite does without)",
    is_there: || process::find("initdb").is_some() || in_debians_folder("initdb"),
};

/// The load generator of the measurements.
pub const WRK: Tool = Tool {
    name: "wrk",
    package: "wrk",
    what_for: "makes the load that is measured",
    is_there: || process::find("wrk").is_some(),
};

/// The mail server of the tests, which Debian's Python runs, and its certificate.
pub const SMTP: Tool = Tool {
    name: "aiosmtpd",
    package: "python3-aiosmtpd openssl",
    what_for: "receives the e-mails of the tests",
    is_there: || process::find("openssl").is_some() && has_aiosmtpd(),
};

fn has_aiosmtpd() -> bool {
    process::output(Command::new("/usr/bin/python3").args(["-c", "import aiosmtpd"])).is_ok()
}

/// Debian keeps PostgreSQL's server programs away from `PATH`.
fn in_debians_folder(program: &str) -> bool {
    let programs = walkdir::WalkDir::new("/usr/lib/postgresql").max_depth(3).into_iter().flatten();
    programs.into_iter().any(|entry| entry.file_name() == program)
}

/// Fails with a clear word, before a compiler fails with many.
pub fn require(tools: &[Tool]) -> Result<()> {
    let missing: Vec<&Tool> = tools.iter().filter(|tool| !(tool.is_there)()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let lines: Vec<String> = missing.iter().map(|tool| format!("  {}: {}", tool.name, tool.what_for)).collect();
    let packages: Vec<&str> = missing.iter().map(|tool| tool.package).collect();
    bail!("missing:\n{}\non Debian: sudo apt-get install {}", lines.join("\n"), packages.join(" "));
}

/// Installs what is missing when we are root on Debian; else says what to install.
pub fn ensure(tools: &[Tool]) -> Result<()> {
    let missing = tools.iter().filter(|tool| !(tool.is_there)());
    let packages: Vec<&str> = missing.flat_map(|tool| tool.package.split(' ')).collect();
    if !packages.is_empty() && is_root() && process::find("apt-get").is_some() {
        println!("installing {}", packages.join(" "));
        process::run(apt_get().args(["update", "--quiet=2"]))?;
        process::run(apt_get().args(["install", "--yes", "--quiet=2", "--no-install-recommends"]).args(&packages))?;
    }
    require(tools)
}

fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn is_root() -> bool {
    cfg!(unix) && process::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}
