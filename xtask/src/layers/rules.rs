//! What the order of layers forbids.

use std::collections::BTreeSet;

use super::PAGE;
use super::imports::Import;
use super::order::{Exception, Order};
use super::sources::Sources;

/// The root of a library, `lib.rs`. It only declares modules, so the order need not name it. Then it stands above all
/// modules of the library, and only the program (`main.rs`), which is a crate of its own, may import from it.
const LIBRARY: &str = "lib";
const PROGRAM: &str = "main";

/// Takes out the imports that are allowed against the order. An exception that allows nothing is a fault of the page.
pub fn without_exceptions(order: &Order, sources: &Sources, imports: Vec<Import>) -> (Vec<Import>, Vec<String>) {
    let allows = |exception: &Exception, import: &Import| {
        sources.files[import.from].module.starts_with(&exception.from)
            && sources.files[import.to].module.starts_with(&exception.to)
    };
    let unused = order.exceptions.iter().filter(|exception| !imports.iter().any(|import| allows(exception, import)));
    let unused = unused.map(|Exception { line, from, to }| {
        format!("{PAGE}:{line}: no import needs this exception: {} -> {}", from.join("::"), to.join("::"))
    });
    let unused = unused.collect();
    let others = imports.into_iter().filter(|import| !order.exceptions.iter().any(|one| allows(one, import)));
    (others.collect(), unused)
}

/// Every module is in the order, and every name in the order is a module.
pub fn names(order: &Order, sources: &Sources) -> Vec<String> {
    let modules: BTreeSet<&str> = sources.files.iter().map(|file| file.layer.as_str()).collect();
    let folder = &order.folder;
    let unnamed = modules.iter().filter(|module| **module != LIBRARY && order.level(module).is_none());
    let unnamed = unnamed.map(|module| format!("{PAGE}: the order of {folder} lacks the module {module}"));
    let words = order.words.iter().map(|word| &word.layer);
    let named: BTreeSet<&String> = order.levels.iter().flatten().chain(words).collect();
    let strangers = named.into_iter().filter(|name| !modules.contains(name.as_str()));
    let strangers = strangers.map(|name| format!("{PAGE}: the order of {folder} names {name}, which is no module"));
    unnamed.chain(strangers).collect()
}

/// Imports of layers that are above, or on the same level.
pub fn layers(order: &Order, sources: &Sources, imports: &[Import]) -> Vec<String> {
    let forbidden: Vec<&Import> = imports.iter().filter(|import| is_forbidden(order, sources, import)).collect();
    // After `use crate::views`, each `views::…` needs no line of its own.
    let by_a_use = |import: &Import| {
        let layer = &sources.files[import.to].layer;
        let same = |other: &&Import| other.from == import.from && &sources.files[other.to].layer == layer;
        forbidden.iter().any(|other| other.written_out && same(other))
    };
    let told = forbidden.iter().filter(|import| import.written_out || !by_a_use(import));
    told.map(|import| {
        let (from, to) = (&sources.files[import.from], &sources.files[import.to]);
        let (line, path) = (import.line, &import.path);
        format!("{}:{line}: import {path} — layer {} may not know layer {}", from.path, from.layer, to.layer)
    })
    .collect()
}

/// A module without a level is reported by its name, not by its imports.
fn is_forbidden(order: &Order, sources: &Sources, import: &Import) -> bool {
    let (from, to) = (&sources.files[import.from].layer, &sources.files[import.to].layer);
    let program_to_library = from == PROGRAM && to == LIBRARY;
    let level = |layer: &str| order.level(layer).or((layer == LIBRARY).then_some(order.levels.len()));
    match (level(from), level(to)) {
        (Some(importing), Some(imported)) => from != to && importing <= imported && !program_to_library,
        _ => false,
    }
}

/// String literals with a word that belongs to another layer.
pub fn words(order: &Order, sources: &Sources) -> Vec<String> {
    let mut found = Vec::new();
    for word in &order.words {
        for file in sources.files.iter().filter(|file| file.layer != word.layer) {
            for (line, text) in file.scan.strings.iter().filter(|(_, text)| has_word(text, &word.prefix)) {
                let (path, layer, prefix) = (&file.path, &word.layer, &word.prefix);
                found.push(format!("{path}:{line}: string {text:?} — only layer {layer} may write {prefix}…"));
            }
        }
    }
    found
}

/// Whether a word of the text begins so: `pf-` is in `"a pf-b"` and in `"--pf-b"`, and not in `"cpf-b"`.
fn has_word(text: &str, prefix: &str) -> bool {
    text.match_indices(prefix).any(|(at, _)| !text[..at].ends_with(char::is_alphanumeric))
}
