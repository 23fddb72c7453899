//! `cargo xtask layers`: do the imports follow the order of layers in `ARCHITECTURE.md`?
//!
//! A layer is a module directly below a source folder. The order stands in a fenced block of `ARCHITECTURE.md` (see
//! [`order`]). Every import of every source file is compared with it: `use` items, paths in code, in the arguments of
//! macros, in the bodies of `macro_rules!` and in attributes. An import counts for the module that its path names, even
//! if that module only re-exports the item.
//!
//! Reported are
//! - an import of a layer that is above, or beside on the same line;
//! - imports that form a circle of files inside one layer. There, a parent that declares (`mod`) or re-exports
//!   (`pub use`) its children does not import them yet; a parent that calls its child does;
//! - a module that the order does not name, and a name that is no module;
//! - words that only one layer may write, such as class names of a component library.
//!
//! Test code is not read: items under `#[cfg(test)]`, and the files of a module that is declared so. A test may set up
//! whatever it needs, and none of it is shipped. A file called `tests.rs` without `#[cfg(test)]` is read.

mod circles;
mod imports;
mod order;
mod rules;
mod scan;
mod sources;
mod tokens;

#[cfg(test)]
mod tests;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::workspace;
use order::Order;
use sources::Sources;

/// The page that has the order of the layers.
const PAGE: &str = "ARCHITECTURE.md";

/// The source folders whose layers have an order.
const FOLDERS: [&str; 2] = ["api/src", "frontend/src"];

/// `cargo xtask layers`: prints what breaks the order, and fails if anything does.
pub fn check() -> Result<()> {
    let found = violations(workspace::root(), &FOLDERS)?;
    for violation in &found {
        println!("{violation}");
    }
    if !found.is_empty() {
        bail!("{} violations of the order of layers in {PAGE}", found.len());
    }
    println!("all imports follow the order of layers in {PAGE}");
    Ok(())
}

/// What breaks the order below these folders of a repository.
fn violations(root: &Path, folders: &[&str]) -> Result<Vec<String>> {
    let page = fs::read_to_string(root.join(PAGE)).context(PAGE)?;
    let orders = order::read(&page).context(PAGE)?;
    let mut found = Vec::new();
    for folder in folders {
        match orders.iter().find(|order| order.folder == *folder) {
            Some(order) => found.extend(violations_of(root, order)?),
            None => found.push(format!("{PAGE}: has no block `layers {folder}`")),
        }
    }
    Ok(found)
}

fn violations_of(root: &Path, order: &Order) -> Result<Vec<String>> {
    let sources = Sources::read(root, &order.folder)?;
    let imports = imports::of(&sources);
    let (imports, mut found) = rules::without_exceptions(order, &sources, imports);
    found.extend(rules::names(order, &sources));
    found.extend(rules::layers(order, &sources, &imports));
    found.extend(circles::find(&sources, &imports));
    found.extend(rules::words(order, &sources));
    Ok(found)
}
