//! `cargo xtask screenshots`: the pictures of the documentation, taken by a browser.
//!
//! The program `screenshots` of the `tests` crate starts the server with the
//! demo company, opens each page in Chromium and prints where it saved the pictures.

use std::process::Command;

use anyhow::Result;

use crate::process::{self, cargo};
use crate::workspace::{self, HOST};
use crate::{build, tools};

/// `cargo xtask screenshots`.
pub fn run() -> Result<()> {
    tools::ensure(&[tools::CHROMIUM, tools::CHROMEDRIVER])?;
    let server = build::all(false, false)?;
    process::run(cargo(&["build", "--bin", "screenshots"]).args(HOST))?;
    let mut screenshots = Command::new(workspace::binary("screenshots", false));
    process::run(screenshots.current_dir(workspace::root()).env("SOLICITA_BIN", server))
}
