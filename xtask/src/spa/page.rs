//! `index.html`, and the script that starts the SPA.

use std::fs;

use anyhow::{Context, Result, bail};

use super::dist::{Dist, INDEX};
use super::{styles::Styles, wasm::Paths};
use crate::workspace;

/// Fills `frontend/index.html` with the names of this build's files.
pub fn add(dist: &mut Dist, program: &Paths, styles: &Styles) -> Result<()> {
    let frontend = workspace::frontend();
    let boot = fs::read(frontend.join("boot.js")).context("frontend/boot.js")?;
    let boot = dist.add_hashed("boot", "js", boot);
    let template = fs::read_to_string(frontend.join(INDEX)).context("frontend/index.html")?;
    let fonts = styles.fonts.iter().map(|font| preload_font(font)).collect::<Vec<_>>().join("\n    ");
    let page = fill(
        &template,
        &[("boot", &boot), ("css", &styles.css), ("js", &program.js), ("wasm", &program.wasm), ("fonts", &fonts)],
    )?;
    dist.add(INDEX, page.into_bytes());
    Ok(())
}

fn preload_font(path: &str) -> String {
    format!(r#"<link rel="preload" href="/{path}" as="font" type="font/woff2" crossorigin>"#)
}

/// Replaces each `{{name}}`.
fn fill(template: &str, values: &[(&str, &str)]) -> Result<String> {
    let mut page = template.to_owned();
    for (name, value) in values {
        page = page.replace(&format!("{{{{{name}}}}}"), value);
    }
    if let Some(at) = page.find("{{") {
        bail!("frontend/index.html: no value for {:?}", page[at..].lines().next().unwrap_or_default());
    }
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_filled() -> Result<()> {
        assert_eq!(fill("<a {{js}}><b {{js}} {{css}}>", &[("js", "1"), ("css", "2")])?, "<a 1><b 1 2>");
        assert!(fill("{{unknown}}", &[]).is_err());
        Ok(())
    }
}
