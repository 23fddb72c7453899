//! The source files of a crate, parsed, and their place in the tree of modules.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow};

use super::scan::{self, Scan};

/// The path of a module below its crate: `["actions", "open"]`; empty for the root.
pub type ModulePath = Vec<String>;

/// The source files of a crate, without those of its tests.
pub struct Sources {
    /// How the crate's program names its library: `solicita::…` is `crate::…` to us.
    pub name: Option<String>,
    /// The files, by path.
    pub files: Vec<File>,
    /// The file of each module that has one.
    by_module: HashMap<ModulePath, usize>,
    /// All modules, with those that are written inside a file.
    modules: HashSet<ModulePath>,
}

/// A source file.
pub struct File {
    /// From the root of the repository: `api/src/actions/open.rs`.
    pub path: String,
    /// The module that it is.
    pub module: ModulePath,
    /// The module directly below the source folder that it belongs to.
    pub layer: String,
    /// What is written in it.
    pub scan: Scan,
}

impl Sources {
    /// Reads all `.rs` files below a folder of the repository.
    pub fn read(root: &Path, folder: &str) -> Result<Self> {
        let mut files = Vec::new();
        for entry in walkdir::WalkDir::new(root.join(folder)).sort_by_file_name() {
            let entry = entry?;
            if entry.path().extension().is_some_and(|extension| extension == "rs") {
                files.push(File::read(root, folder, entry.path())?);
            }
        }
        let tests: Vec<ModulePath> = files.iter().flat_map(|file| file.scan.test_modules.clone()).collect();
        files.retain(|file| !tests.iter().any(|test| file.module.starts_with(test)));
        let modules = files.iter().flat_map(|file| file.scan.modules.iter().chain([&file.module])).cloned().collect();
        // Of `lib.rs` and `main.rs`, both of them roots, the library is the one that others can name.
        let by_module = files.iter().enumerate().rev().map(|(index, file)| (file.module.clone(), index)).collect();
        Ok(Self { name: package_name(&root.join(folder).join("../Cargo.toml")), files, by_module, modules })
    }

    /// Whether there is such a module.
    pub fn has(&self, module: &[String]) -> bool {
        self.modules.contains(module)
    }

    /// The file of an item or module: that of the nearest module around it.
    pub fn file_of(&self, item: &[String]) -> Option<usize> {
        (0..=item.len()).rev().find_map(|length| self.by_module.get(&item[..length]).copied())
    }
}

impl File {
    fn read(root: &Path, folder: &str, file: &Path) -> Result<Self> {
        let name = file.display().to_string();
        let text = fs::read_to_string(file).with_context(|| name.clone())?;
        let inside = file.strip_prefix(root.join(folder))?.with_extension("");
        let mut module: ModulePath =
            inside.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
        let layer = module.first().cloned().unwrap_or_default();
        let root_file = module.len() == 1 && ["lib", "main"].contains(&layer.as_str());
        if root_file || module.last().is_some_and(|last| last == "mod") {
            module.pop();
        }
        let parsed =
            syn::parse_file(&text).map_err(|error| anyhow!("{name}:{}: {error}", error.span().start().line))?;
        let path = file.strip_prefix(root)?.to_string_lossy().replace('\\', "/");
        Ok(Self { path, layer, scan: scan::file(&parsed, &module), module })
    }
}

/// The name of a package, as code writes it.
fn package_name(manifest: &Path) -> Option<String> {
    let manifest = fs::read_to_string(manifest).ok()?;
    let name = manifest.lines().find_map(|line| line.strip_prefix("name = \""))?;
    Some(name.trim_end().trim_end_matches('"').replace('-', "_"))
}
