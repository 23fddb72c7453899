//! `cargo xtask spa`: the SPA, ready to serve, in `frontend/dist`.
//!
//! All files but `index.html` and those of `frontend/assets` have the hash of their content in their name, so that
//! browsers may cache them for ever. Text and WebAssembly are also there compressed, with `.br` and `.gz` at the end.

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
    /// Quick to build, while developing.
    Dev,
    /// Small, as it is shipped.
    Release,
}

impl Mode {
    /// The mode of a release, or of development.
    pub fn new(release: bool) -> Self {
        if release { Self::Release } else { Self::Dev }
    }

    /// The Cargo profile, in the root `Cargo.toml`.
    fn profile(self) -> &'static str {
        match self {
            Self::Dev => "wasm-dev",
            Self::Release => "wasm",
        }
    }

    /// The folder of intermediate results that the next build may use.
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

/// Waits until no other build runs: two would remove each other's files. Released when the file is dropped.
fn lock() -> Result<File> {
    let folder = workspace::root().join("target");
    fs::create_dir_all(&folder)?;
    let file = File::create(folder.join("spa.lock"))?;
    file.lock()?;
    Ok(file)
}

/// Adds the files that keep their names, such as `favicon.svg`. Style sheets are in the bundle already.
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
