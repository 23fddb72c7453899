//! Bundles PatternFly's style sheet and ours into one, with the fonts and pictures that they refer to.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use regex::{Captures, Regex};

use super::dist::Dist;
use crate::workspace;

/// The path of the style sheet in `dist`, and the fonts that every page uses.
pub struct Styles {
    /// The style sheet.
    pub css: String,
    /// Fonts that the page preloads.
    pub fonts: Vec<String>,
}

/// The fonts of text, headings and icons, which the first screen needs.
const EARLY_FONTS: [&str; 3] = ["RedHatTextVF", "RedHatDisplayVF", "fa-solid-900"];

/// Bundles the style sheets into `dist`.
pub fn add(dist: &mut Dist) -> Result<Styles> {
    let mut css = String::new();
    let mut fonts = Vec::new();
    for sheet in sheets()? {
        let text = fs::read_to_string(&sheet).with_context(|| sheet.display().to_string())?;
        let folder = sheet.parent().unwrap_or(Path::new("."));
        css += &bundle(&text, |file| {
            let path = add_file(dist, &folder.join(file)).with_context(|| format!("named by {}", sheet.display()))?;
            if EARLY_FONTS.iter().any(|font| path.starts_with(&format!("assets/{font}."))) {
                fonts.push(path.clone());
            }
            Ok(path.trim_start_matches("assets/").to_owned())
        })?;
        css.push('\n');
    }
    Ok(Styles { css: dist.add_hashed("solicita", "css", css.into_bytes()), fonts })
}

/// PatternFly's sheet, `solicita.css`, then the others of `frontend/assets` by name.
fn sheets() -> Result<Vec<PathBuf>> {
    let frontend = workspace::frontend();
    let mut own = Vec::new();
    for entry in fs::read_dir(frontend.join("assets"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "css") {
            own.push(path);
        }
    }
    own.sort_by_key(|path| (!path.ends_with("solicita.css"), path.clone()));
    own.insert(0, frontend.join("node_modules/@patternfly/patternfly/patternfly.min.css"));
    Ok(own)
}

fn add_file(dist: &mut Dist, file: &Path) -> Result<String> {
    let bytes = fs::read(file).with_context(|| file.display().to_string())?;
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    let extension = file.extension().unwrap_or_default().to_string_lossy();
    Ok(dist.add_hashed(&name, &extension, bytes))
}

/// The sheet without its source map. Each file that it refers to is replaced by what `add` returns.
fn bundle(css: &str, mut add: impl FnMut(&str) -> Result<String>) -> Result<String> {
    let comment = Regex::new(r"/\*# sourceMappingURL=.*?\*/")?;
    let url = Regex::new(r#"url\(\s*["']?([^"')]+?)["']?\s*\)"#)?;
    let mut failed = None;
    let bundled = url.replace_all(css, |found: &Captures| {
        let file = &found[1];
        if file.starts_with(['#', '/']) || file.contains(':') {
            return found[0].to_owned();
        }
        let added = add(file).unwrap_or_else(|error| {
            failed.get_or_insert(error);
            String::new()
        });
        format!("url({added})")
    });
    match failed {
        Some(error) => Err(error),
        None => Ok(comment.replace_all(bundled.trim(), "").into_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_are_replaced_and_other_addresses_stay() -> Result<()> {
        let css = r#"a{src:url("./x/a.woff2") format("woff2")} b{background:url( 'b.svg' )} c{fill:url(#id)}
            d{background:url(data:image/png;base64,AA==)} /*# sourceMappingURL=x.css.map */"#;
        let bundled = bundle(css, |file| Ok(format!("<{file}>")))?;
        assert!(bundled.contains(r#"url(<./x/a.woff2>) format("woff2")"#));
        assert!(bundled.contains("url(<b.svg>)"));
        assert!(bundled.contains("url(#id)"));
        assert!(bundled.contains("url(data:image/png;base64,AA==)"));
        assert!(!bundled.contains("sourceMappingURL"));
        Ok(())
    }

    #[test]
    fn a_missing_file_is_an_error() {
        assert!(bundle("a{src:url(gone.woff2)}", |_| anyhow::bail!("gone")).is_err());
    }
}
