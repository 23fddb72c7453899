//! Compresses the files when they are built, so that the server need not do it for each response.

use std::collections::HashSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Result, anyhow};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use super::Mode;
use super::dist::{Dist, hash};

/// Extensions of files that get smaller by compression.
const COMPRESSED: [&str; 8] = ["css", "html", "js", "json", "svg", "txt", "wasm", "webmanifest"];

#[derive(Clone, Copy)]
enum Encoding {
    Brotli,
    Gzip,
}

/// One file to be compressed, and the path at which the result is kept between builds.
struct Job<'a> {
    path: String,
    bytes: &'a [u8],
    encoding: Encoding,
    cached: PathBuf,
}

/// Adds a `.br` and a `.gz` to every file that gets smaller.
pub fn add(dist: &mut Dist, mode: Mode) -> Result<()> {
    let cache = mode.cache().join("compressed");
    fs::create_dir_all(&cache)?;
    let jobs = jobs(dist, &cache);
    thread::scope(|scope| {
        let running: Vec<_> =
            jobs.iter().filter(|job| !job.cached.exists()).map(|job| scope.spawn(move || job.run(mode))).collect();
        running.into_iter().try_for_each(|job| job.join().map_err(|_| anyhow!("a thread that compresses panicked"))?)
    })?;

    let mut packed = Vec::new();
    for job in &jobs {
        let bytes = fs::read(&job.cached)?;
        if bytes.len() < job.bytes.len() {
            packed.push((job.path.clone(), bytes));
        }
    }
    remove_unused(&cache, &jobs)?;
    for (path, bytes) in packed {
        dist.add(path, bytes);
    }
    Ok(())
}

fn jobs<'a>(dist: &'a Dist, cache: &Path) -> Vec<Job<'a>> {
    let mut jobs = Vec::new();
    for (path, bytes) in dist.iter() {
        let extension = path.rsplit('.').next().unwrap_or_default();
        if COMPRESSED.contains(&extension) {
            let name = hash(bytes);
            for (encoding, suffix) in [(Encoding::Brotli, "br"), (Encoding::Gzip, "gz")] {
                let cached = cache.join(format!("{name}.{suffix}"));
                jobs.push(Job { path: format!("{path}.{suffix}"), bytes, encoding, cached });
            }
        }
    }
    jobs
}

impl Job<'_> {
    fn run(&self, mode: Mode) -> Result<()> {
        let packed = match self.encoding {
            Encoding::Brotli => brotli(self.bytes, if mode == Mode::Release { 11 } else { 2 })?,
            Encoding::Gzip => gzip(self.bytes, if mode == Mode::Release { 9 } else { 1 })?,
        };
        let unfinished = PathBuf::from(format!("{}.new", self.cached.display()));
        fs::write(&unfinished, packed)?;
        Ok(fs::rename(unfinished, &self.cached)?)
    }
}

fn brotli(bytes: &[u8], quality: i32) -> Result<Vec<u8>> {
    let params = BrotliEncoderParams { quality, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &params)?;
    Ok(packed)
}

fn gzip(bytes: &[u8], level: u32) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::new(level));
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// Removes from the cache what this build did not use.
fn remove_unused(cache: &Path, jobs: &[Job]) -> Result<()> {
    let used: HashSet<_> = jobs.iter().map(|job| job.cached.as_path()).collect();
    for entry in fs::read_dir(cache)? {
        let path = entry?.path();
        if !used.contains(path.as_path()) {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}
