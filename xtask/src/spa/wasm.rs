//! Compiles the SPA to WebAssembly, with the JavaScript that loads it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow, bail};
use wasm_bindgen_cli_support::Bindgen;

use super::Mode;
use super::dist::{Dist, hash};
use crate::{process, workspace};

const TARGET: &str = "wasm32-unknown-unknown";
const NAME: &str = "solicita";

/// The output of wasm-bindgen.
pub struct Program {
    js: String,
    wasm: Vec<u8>,
    /// JavaScript files of Rust crates, by path.
    snippets: BTreeMap<String, Vec<u8>>,
}

/// The paths of the program in `dist`.
pub struct Paths {
    /// The loader, an ES module.
    pub js: String,
    /// The WebAssembly module.
    pub wasm: String,
}

/// Installs the WebAssembly target if the toolchain lacks it.
pub fn ensure_target() -> Result<()> {
    let sysroot = process::output(Command::new("rustc").args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(TARGET).exists() {
        return Ok(());
    }
    let Some(rustup) = process::find("rustup") else {
        bail!(
            "this Rust toolchain lacks {TARGET} and there is no rustup to add it: install Rust with rustup, or add the target by hand"
        );
    };
    process::run(Command::new(rustup).args(["target", "add", TARGET]).current_dir(workspace::root()))
}

/// Compiles the SPA.
pub fn build(mode: Mode) -> Result<Program> {
    let profile = mode.profile();
    process::run(&mut process::cargo(&["build", "--package", "frontend", "--target", TARGET, "--profile", profile]))?;
    let compiled = workspace::target().join(TARGET).join(profile).join("frontend.wasm");
    let bound = bind(&compiled, mode)?;
    Program::read(&bound)
}

/// Runs wasm-bindgen and returns the folder of its output, which is kept as long as the program is the same.
fn bind(compiled: &Path, mode: Mode) -> Result<PathBuf> {
    let folder = mode.cache().join("bindgen");
    let stamp = folder.join("input.hash");
    let input = fs::read(compiled).with_context(|| compiled.display().to_string())?;
    let input_hash = hash(&input);
    if fs::read_to_string(&stamp).is_ok_and(|known| known == input_hash) {
        return Ok(folder);
    }

    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let release = mode == Mode::Release;
    Bindgen::new()
        .input_bytes(NAME, input)
        .web(true)
        .map_err(|error| anyhow!(error))?
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(release)
        .remove_producers_section(true)
        .generate(&folder)
        .context("wasm-bindgen failed (wasm-bindgen in Cargo.lock and wasm-bindgen-cli-support in Cargo.toml must be one version)")?;
    fs::write(stamp, input_hash)?;
    Ok(folder)
}

impl Program {
    fn read(folder: &Path) -> Result<Self> {
        let js = fs::read_to_string(folder.join(format!("{NAME}.js")))?;
        let wasm = fs::read(folder.join(format!("{NAME}_bg.wasm")))?;
        let root = folder.join("snippets");
        let mut snippets = BTreeMap::new();
        if root.exists() {
            for entry in walkdir::WalkDir::new(&root) {
                let entry = entry?;
                if entry.file_type().is_file() {
                    let name = entry.path().strip_prefix(&root)?.to_string_lossy().replace('\\', "/");
                    snippets.insert(name, fs::read(entry.path())?);
                }
            }
        }
        Ok(Self { js, wasm, snippets })
    }

    /// Adds the program to `dist`. Snippets import each other by name, so the hash is in the name of their folder.
    pub fn add(mut self, dist: &mut Dist) -> Result<Paths> {
        if !self.snippets.is_empty() {
            let all: Vec<u8> = self.snippets.iter().flat_map(|(name, js)| [name.as_bytes(), js].concat()).collect();
            let folder = format!("snippets.{}", hash(&all));
            self.js = self.js.replace("./snippets/", &format!("./{folder}/"));
            for (name, js) in self.snippets {
                dist.add(format!("assets/{folder}/{name}"), js);
            }
        }
        Ok(Paths {
            js: dist.add_hashed(NAME, "js", self.js.into_bytes()),
            wasm: dist.add_hashed(NAME, "wasm", self.wasm),
        })
    }
}
