//! The files of `frontend/dist`. They stay in memory until all of them are known.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

/// The page that links to all other files. It is written last.
pub const INDEX: &str = "index.html";

/// The files, by their path in the folder.
#[derive(Default)]
pub struct Dist {
    files: BTreeMap<String, Vec<u8>>,
}

impl Dist {
    /// Adds a file under its own name.
    pub fn add(&mut self, path: impl Into<String>, bytes: Vec<u8>) {
        self.files.insert(path.into(), bytes);
    }

    /// Adds `assets/<name>.<hash>.<extension>` and returns that path.
    pub fn add_hashed(&mut self, name: &str, extension: &str, bytes: Vec<u8>) -> String {
        let path = format!("assets/{name}.{}.{extension}", hash(&bytes));
        self.add(path.clone(), bytes);
        path
    }

    /// All paths and contents.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// The size of a file, 0 if there is none.
    pub fn size(&self, path: &str) -> usize {
        self.files.get(path).map_or(0, Vec::len)
    }

    /// Writes the files that changed and removes all others from the folder. Returns how many were written.
    pub fn write(&self, folder: &Path) -> Result<usize> {
        let (index, others): (Vec<_>, Vec<_>) = self.iter().partition(|(path, _)| path.starts_with(INDEX));
        let mut written = 0;
        for (path, bytes) in others.into_iter().chain(index) {
            written += usize::from(write_if_changed(&folder.join(path), bytes)?);
        }
        self.remove_others(folder)?;
        Ok(written)
    }

    fn remove_others(&self, folder: &Path) -> Result<()> {
        for entry in walkdir::WalkDir::new(folder).min_depth(1).contents_first(true) {
            let entry = entry?;
            let name = entry.path().strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
            if entry.file_type().is_dir() {
                // Fails for a folder that still has files, which is right.
                let _ = fs::remove_dir(entry.path());
            } else if !self.files.contains_key(&name) {
                fs::remove_file(entry.path()).with_context(|| entry.path().display().to_string())?;
            }
        }
        Ok(())
    }
}

/// Writes to a temporary name and renames, so that a server never reads half a file.
fn write_if_changed(file: &Path, bytes: &[u8]) -> Result<bool> {
    if fs::read(file).is_ok_and(|old| old == bytes) {
        return Ok(false);
    }
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut unfinished = file.as_os_str().to_owned();
    unfinished.push(".new");
    fs::write(&unfinished, bytes)
        .and_then(|()| fs::rename(&unfinished, file))
        .with_context(|| file.display().to_string())?;
    Ok(true)
}

/// The first 8 bytes of SHA-256, in hexadecimal.
pub fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_ends_with_these_files_and_no_others() -> Result<()> {
        let folder = crate::workspace::scratch("dist");
        fs::create_dir_all(folder.join("assets/old"))?;
        fs::write(folder.join("assets/old/app.js"), "old")?;

        let mut dist = Dist::default();
        let script = dist.add_hashed("app", "js", b"new".to_vec());
        dist.add(INDEX, b"page".to_vec());

        assert_eq!(dist.write(&folder)?, 2);
        assert_eq!(dist.write(&folder)?, 0, "nothing changed");
        assert_eq!(fs::read_to_string(folder.join(&script))?, "new");
        assert!(!folder.join("assets/old").exists());
        fs::remove_dir_all(folder)?;
        Ok(())
    }

    #[test]
    fn a_name_follows_the_content() {
        let mut dist = Dist::default();
        let one = dist.add_hashed("app", "js", b"1".to_vec());
        assert_eq!(one, "assets/app.6b86b273ff34fce1.js");
        assert_ne!(one, dist.add_hashed("app", "js", b"2".to_vec()));
    }
}
