//! Programs that do not come with Rust: the build and the tests need them, and install them if they may.

use std::process::Command;

use anyhow::{Result, bail};

use crate::process;

/// Something the build or the tests need, and the Debian package that has it.
#[derive(Clone, Copy)]
pub struct Tool {
    /// A program, or what people call it.
    pub name: &'static str,
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
/// The program that controls the browser of the tests.
pub const CHROMEDRIVER: Tool = Tool {
    name: "chromedriver",
    package: "chromium-driver",
    what_for: "drives the browser of the tests",
    is_there: || process::find("chromedriver").is_some(),
};
/// The database server. The tests start clusters of their own; a server that runs already is not touched.
pub const POSTGRES: Tool = Tool {
    name: "initdb",
    package: "postgresql",
    what_for: "starts PostgreSQL for the tests (not needed with SOLICITA_TEST_DATABASES=sqlite)",
    is_there: || process::find("initdb").is_some() || in_debians_folder("initdb"),
};
/// The load generator of the benchmark.
pub const WRK: Tool = Tool {
    name: "wrk",
    package: "wrk",
    what_for: "generates the load of the benchmark",
    is_there: || process::find("wrk").is_some(),
};
/// The mail server of the tests, a Python module, and OpenSSL for its certificate.
pub const SMTP: Tool = Tool {
    name: "aiosmtpd",
    package: "python3-aiosmtpd openssl",
    what_for: "receives the e-mails of the tests",
    is_there: || process::find("openssl").is_some() && has_aiosmtpd(),
};

fn has_aiosmtpd() -> bool {
    process::output(Command::new("/usr/bin/python3").args(["-c", "import aiosmtpd"])).is_ok()
}

/// Debian does not put PostgreSQL's server programs on `PATH`.
fn in_debians_folder(program: &str) -> bool {
    let programs = walkdir::WalkDir::new("/usr/lib/postgresql").max_depth(3).into_iter().flatten();
    programs.into_iter().any(|entry| entry.file_name() == program)
}

/// Fails if one is missing, with all that are missing and how to install them.
pub fn require(tools: &[Tool]) -> Result<()> {
    let missing: Vec<&Tool> = tools.iter().filter(|tool| !(tool.is_there)()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let lines: Vec<String> = missing.iter().map(|tool| format!("  {}: {}", tool.name, tool.what_for)).collect();
    let packages: Vec<&str> = missing.iter().map(|tool| tool.package).collect();
    bail!("missing:\n{}\non Debian: sudo apt-get install {}", lines.join("\n"), packages.join(" "));
}

/// Installs what is missing if we are root on Debian; otherwise fails and says what to install.
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

#[cfg(test)]
mod tests {
    use super::*;

    fn tool(name: &'static str, package: &'static str, is_there: fn() -> bool) -> Tool {
        Tool { name, package, what_for: "tests the tests", is_there }
    }

    #[test]
    fn a_missing_tool_is_an_error_that_says_how_to_install_it() {
        let there = tool("sh", "dash", || true);
        assert!(require(&[there]).is_ok());
        let missing = [there, tool("one", "package-one", || false), tool("two", "package-two more", || false)];
        let error = require(&missing).unwrap_err().to_string();
        assert_eq!(
            error,
            "missing:\n  one: tests the tests\n  two: tests the tests\n\
             on Debian: sudo apt-get install package-one package-two more"
        );
    }
}
