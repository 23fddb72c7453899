//! From names to files: which file imports which.

use std::collections::HashMap;

use super::scan::{Named, Use};
use super::sources::{ModulePath, Sources};

/// One file names something of another.
pub struct Import {
    /// The file that imports, by its place in [`Sources::files`].
    pub from: usize,
    /// The file that is imported.
    pub to: usize,
    /// The line of the import.
    pub line: usize,
    /// The path, as it is written.
    pub path: String,
    /// By a `use`, or from the root; not by a short name that a `use` gives.
    pub written_out: bool,
    /// A module that re-exports what is below it.
    pub reexports_child: bool,
}

/// Renames are followed this far: `use a as b; use b::c as d;`.
const RENAMES: usize = 8;

/// All imports between different files, in the order of files and lines.
pub fn of(sources: &Sources) -> Vec<Import> {
    let names = Names::of(sources);
    let mut all = Vec::new();
    for from in 0..sources.files.len() {
        let mut imports = names.written_out(from);
        for import in names.by_short_name(from) {
            let known = imports.iter().any(|known| known.to == import.to && !known.reexports_child);
            if !known {
                imports.push(import);
            }
        }
        imports.sort_by_key(|import| import.line);
        all.extend(imports);
    }
    all
}

/// The names that `use` items give to things, by module.
struct Names<'a> {
    sources: &'a Sources,
    scopes: HashMap<&'a [String], Scope<'a>>,
}

/// What `use` items bring into a module.
#[derive(Default)]
struct Scope<'a> {
    by_name: HashMap<&'a str, &'a Named>,
    globs: Vec<&'a Named>,
}

impl<'a> Names<'a> {
    fn of(sources: &'a Sources) -> Self {
        let mut scopes: HashMap<&[String], Scope> = HashMap::new();
        for used in sources.files.iter().flat_map(|file| &file.scan.uses) {
            let scope = scopes.entry(used.item.scope.as_slice()).or_default();
            if used.glob {
                scope.globs.push(&used.item);
            } else if let Some(name) = &used.name {
                scope.by_name.insert(name, &used.item);
            }
        }
        Self { sources, scopes }
    }

    /// `use` items, and paths that begin with `crate`, `self`, `super` or the name of the crate.
    fn written_out(&self, from: usize) -> Vec<Import> {
        let scan = &self.sources.files[from].scan;
        let uses = scan.uses.iter().filter_map(|used| self.import(from, &used.item, Some(used)));
        let paths = scan.paths.iter().filter(|named| named.path.len() > 1 && self.is_written_out(&named.path));
        let mut imports: Vec<Import> = Vec::new();
        for import in uses.chain(paths.filter_map(|named| self.import(from, named, None))) {
            if !imports.iter().any(|known| known.to == import.to && known.path == import.path) {
                imports.push(import);
            }
        }
        imports
    }

    /// Paths that begin with a name that a `use` or a child module gives, one for each file that they lead to.
    fn by_short_name(&self, from: usize) -> Vec<Import> {
        let mut imports: Vec<Import> = Vec::new();
        let paths = self.sources.files[from].scan.paths.iter();
        for named in paths.filter(|named| !self.is_written_out(&named.path)) {
            if let Some(import) = self.import(from, named, None)
                && !imports.iter().any(|known| known.to == import.to)
            {
                imports.push(import);
            }
        }
        imports
    }

    fn is_written_out(&self, path: &[String]) -> bool {
        let first = path.first().map(String::as_str);
        first == self.sources.name.as_deref() || matches!(first, Some("crate" | "self" | "super"))
    }

    fn import(&self, from: usize, named: &Named, used: Option<&Use>) -> Option<Import> {
        let item = self.absolute(&named.scope, &named.path, used, 0)?;
        let to = self.sources.file_of(&item)?;
        let (importing, imported) = (&self.sources.files[from].module, &self.sources.files[to].module);
        let star = if used.is_some_and(|used| used.glob) { "::*" } else { "" };
        (from != to).then(|| Import {
            from,
            to,
            line: named.line,
            path: named.path.join("::") + star,
            written_out: used.is_some() || self.is_written_out(&named.path),
            reexports_child: used.is_some_and(|used| used.reexport) && imported.starts_with(importing),
        })
    }

    /// The path from the crate's root, of what a path means in a module; none if it leads out of the crate. `itself` is
    /// the `use` that the path is of, which does not define its own first name.
    fn absolute(&self, module: &[String], path: &[String], itself: Option<&Use>, depth: usize) -> Option<ModulePath> {
        let mut at = module.to_vec();
        let mut rest = path;
        while let Some((first, others)) = rest.split_first() {
            match first.as_str() {
                "crate" => at.clear(),
                "super" => at.truncate(at.len().checked_sub(1)?),
                "self" => {}
                _ => break,
            }
            rest = others;
        }
        if rest.len() < path.len() {
            return Some([&at, rest].concat());
        }
        self.by_name(module, path, itself, depth)
    }

    fn by_name(&self, module: &[String], path: &[String], itself: Option<&Use>, depth: usize) -> Option<ModulePath> {
        let (first, rest) = path.split_first()?;
        let scope = self.scopes.get(module);
        let used = scope.and_then(|scope| scope.by_name.get(first.as_str()).copied());
        if let Some(used) = used.filter(|used| itself.is_none_or(|itself| !std::ptr::eq(&raw const itself.item, *used)))
            && depth < RENAMES
        {
            let item = self.absolute(&used.scope, &used.path, None, depth + 1)?;
            return Some([&item, rest].concat());
        }
        if self.sources.name.as_ref() == Some(first) {
            return Some(rest.to_vec());
        }
        let globs = scope.into_iter().flat_map(|scope| &scope.globs).filter(|_| depth < RENAMES);
        let globs = globs.filter_map(|glob| self.absolute(&glob.scope, &glob.path, None, depth + 1));
        let mut around = std::iter::once(module.to_vec()).chain(globs);
        around.find_map(|module| {
            let child = [&module[..], std::slice::from_ref(first)].concat();
            self.sources.has(&child).then(|| [&module, path].concat())
        })
    }
}
