//! `cargo xtask run`: builds everything and serves the demo company.

use std::process::Command;

use anyhow::Result;

use crate::{build, workspace};

/// Arguments of `run`.
#[derive(clap::Args)]
pub struct Args {
    /// Optimised, as it is shipped
    #[arg(long)]
    release: bool,
    /// The port of this machine to listen on
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// More arguments for `solicita serve`
    #[arg(last = true)]
    serve: Vec<String>,
}

/// `cargo xtask run`. Data goes to `solicita-data/`; environment variables (`SOLICITA_*`) override the arguments.
pub fn run(args: &Args) -> Result<()> {
    let mut server = Command::new(build::all(args.release, false)?);
    server.args(["serve", "--demo"]).args(&args.serve).current_dir(workspace::root());
    if std::env::var_os("SOLICITA_LISTEN").is_none() {
        server.env("SOLICITA_LISTEN", format!("127.0.0.1:{}", args.port));
    }
    replace_this_process(&mut server)
}

/// Starts the server instead of this program, so that Ctrl-C reaches the server alone.
#[cfg(unix)]
fn replace_this_process(server: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    Err(server.exec().into())
}

#[cfg(not(unix))]
fn replace_this_process(server: &mut Command) -> Result<()> {
    crate::process::run(server)
}
