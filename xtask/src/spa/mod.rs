//! `cargo xtask spa`: the SPA, ready to serve, in `frontend/dist`.
//!
//! Everything but `index.html` and the files of `frontend/assets` has the hash
//! of its content in its name, so that browsers may keep it for ever. Text and
//! WebAssembly have a `.br` and a `.gz` beside them.

mod compress;
mod dist;
mod npm;
mod page;
mod styles;
mod wasm;

use std::fs::{self, File};
use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Context, Result};

use crate::workspace;
use dist::Dist;
pub use wasm::ensure_target;

/// Arguments of `spa`.
#[derive(clap::Args)]
pub struct Args {
    /// Small and slow to build, as it is shipped
    #[arg(long)]
    release: bool,
}

/// How the SPA is built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// For the next look at a change.
    Dev,
    /// For people.
    Release,
}

impl Mode {
    /// Release or not.
    pub fn new(release: bool) -> Self {
        if release { Self::Release } else { Self::Dev }
    }

    /// The profile in the root `Cargo.toml`.
    fn profile(self) -> &'static str {
        match self {
            Self::Dev => "wasm-dev",
            Self::Release => "wasm",
        }
    }

    /// What one build leaves for the next.
    fn cache(self) -> PathBuf {
        workspace::target().join("spa").join(self.profile())
    }
}

/// `cargo xtask spa`.
pub fn run(args: &Args) -> Result<()> {
    build(Mode::new(args.release))
}

/// Builds the SPA; steps whose inputs did not change are skipped.
pub fn build(mode: Mode) -> Result<()> {
    let start = Instant::now();
    let _lock = lock()?;
    npm::install()?;
    wasm::ensure_target()?;
    let program = wasm::build(mode)?;

    let mut dist = Dist::default();
    let styles = styles::add(&mut dist)?;
    let program = program.add(&mut dist)?;
    add_copies(&mut dist)?;
    page::add(&mut dist, &program, &styles)?;
    compress::add(&mut dist, mode)?;
    let written = dist.write(&workspace::dist())?;

    println!(
        "SPA: {} ({} for a browser), {written} files written to frontend/dist, {:.1} s",
        megabytes(dist.size(&program.wasm)),
        megabytes(dist.size(&format!("{}.br", program.wasm))),
        start.elapsed().as_secs_f32(),
    );
    Ok(())
}

/// One build at a time, for two would remove each other's files. Held until the file is dropped.
fn lock() -> Result<File> {
    let folder = workspace::root().join("target");
    fs::create_dir_all(&folder)?;
    let file = File::create(folder.join("spa.lock"))?;
    file.lock()?;
    Ok(file)
}

/// The files that keep their names: `favicon.svg` and the like. Style sheets are in the bundle.
fn add_copies(dist: &mut Dist) -> Result<()> {
    let assets = workspace::frontend().join("assets");
    for entry in walkdir::WalkDir::new(&assets).min_depth(1).sort_by_file_name() {
        let entry = entry?;
        let style = entry.path().extension().is_some_and(|extension| extension == "css");
        if entry.file_type().is_file() && !style {
            let name = entry.path().strip_prefix(&assets)?.to_string_lossy().replace('\\', "/");
            dist.add(name, fs::read(entry.path()).with_context(|| entry.path().display().to_string())?);
        }
    }
    Ok(())
}

#[allow(clippy::cast_precision_loss)]
fn megabytes(bytes: usize) -> String {
    format!("{:.2} MB", bytes as f64 / 1e6)
}
