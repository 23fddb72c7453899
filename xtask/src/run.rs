//! `cargo xtask run`: from a fresh clone to a browser in one command.

use std::process::Command;

use anyhow::Result;

use crate::{build, workspace};

/// Arguments of `run`.
#[derive(clap::Args)]
pub struct Args {
    /// Optimised, as it is shipped
    #[arg(long)]
    release: bool,
    /// Where to listen on this machine
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// More arguments for `solicita serve`
    #[arg(last = true)]
    serve: Vec<String>,
}

/// `cargo xtask run`. Data goes to `solicita-data/`; settings of the environment (`SOLICITA_*`) win.
pub fn run(args: &Args) -> Result<()> {
    let mut server = Command::new(build::all(args.release, false)?);
    server.args(["serve", "--demo"]).args(&args.serve).current_dir(workspace::root());
    if std::env::var_os("SOLICITA_LISTEN").is_none() {
        server.env("SOLICITA_LISTEN", format!("127.0.0.1:{}", args.port));
    }
    become_(&mut server)
}

/// The server takes our place, so that Ctrl-C reaches it alone.
#[cfg(unix)]
fn become_(server: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    Err(server.exec().into())
}

#[cfg(not(unix))]
fn become_(server: &mut Command) -> Result<()> {
    crate::process::run(server)
}
