//! What one source file names: its `use` items, the paths in its code, its string literals.

use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{
    Attribute, ImplItemFn, Item, ItemConst, ItemEnum, ItemFn, ItemForeignMod, ItemImpl, ItemMacro, ItemMod, ItemStatic,
    ItemStruct, ItemTrait, ItemType, ItemUnion, ItemUse, LitStr, Macro, Meta, Path, UseTree, Visibility,
};

use super::sources::ModulePath;
use super::tokens;

/// What is written in a file, outside of tests.
#[derive(Default)]
pub struct Scan {
    /// Each leaf of each `use`.
    pub uses: Vec<Use>,
    /// Other paths, in code, macros and attributes.
    pub paths: Vec<Named>,
    /// String literals that are code, with their lines.
    pub strings: Vec<(usize, String)>,
    /// Modules that are written inside the file.
    pub modules: Vec<ModulePath>,
    /// Modules that exist in tests only.
    pub test_modules: Vec<ModulePath>,
}

/// A path, and where it stands.
#[derive(Clone)]
pub struct Named {
    /// The module that it stands in.
    pub scope: ModulePath,
    /// As it is written.
    pub path: Vec<String>,
    /// The line, from 1.
    pub line: usize,
}

/// One leaf of a `use`.
pub struct Use {
    /// What it imports.
    pub item: Named,
    /// The name that it gets here; none for a glob and for `_`.
    pub name: Option<String>,
    /// `use …::*`.
    pub glob: bool,
    /// `pub use`, whatever the visibility.
    pub reexport: bool,
}

/// Reads a parsed file, which is this module.
pub fn file(parsed: &syn::File, module: &[String]) -> Scan {
    let mut scanner = Scanner { scan: Scan::default(), scope: module.to_vec() };
    if is_test(&parsed.attrs) {
        scanner.scan.test_modules.push(module.to_vec());
    } else {
        scanner.visit_file(parsed);
    }
    scanner.scan
}

/// Walks through the syntax of a file.
pub struct Scanner {
    scan: Scan,
    /// The module that is being read.
    scope: ModulePath,
}

impl<'ast> Visit<'ast> for Scanner {
    fn visit_item(&mut self, item: &'ast Item) {
        if !is_test(attributes(item)) {
            visit::visit_item(self, item);
        } else if let Item::Mod(module) = item {
            self.scan.test_modules.push(self.below(&module.ident));
        }
    }

    fn visit_impl_item_fn(&mut self, function: &'ast ImplItemFn) {
        if !is_test(&function.attrs) {
            visit::visit_impl_item_fn(self, function);
        }
    }

    fn visit_item_mod(&mut self, module: &'ast ItemMod) {
        let inside = self.below(&module.ident);
        if module.content.is_some() {
            self.scan.modules.push(inside.clone());
        }
        let outside = std::mem::replace(&mut self.scope, inside);
        visit::visit_item_mod(self, module);
        self.scope = outside;
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        if item.leading_colon.is_none() {
            self.use_tree(&item.tree, &[], !matches!(item.vis, Visibility::Inherited));
        }
    }

    /// `pub(crate)` and `pub(super)` import nothing.
    fn visit_visibility(&mut self, _: &'ast Visibility) {}

    fn visit_path(&mut self, path: &'ast Path) {
        if path.leading_colon.is_none() {
            let names = path.segments.iter().map(|segment| segment.ident.unraw().to_string()).collect();
            self.path(names, path.span().start().line);
        }
        visit::visit_path(self, path);
    }

    fn visit_lit_str(&mut self, text: &'ast LitStr) {
        self.string(text);
    }

    fn visit_macro(&mut self, call: &'ast Macro) {
        self.visit_path(&call.path);
        tokens::scan(self, call.tokens.clone());
    }

    /// Comments for the documentation are attributes as well; they have no `(…)`.
    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        if let Meta::List(list) = &attribute.meta {
            self.visit_path(&list.path);
            let strings = self.scan.strings.len();
            tokens::scan(self, list.tokens.clone());
            self.paths_in_strings(strings);
        }
    }
}

impl Scanner {
    /// Notes a path.
    pub fn path(&mut self, path: Vec<String>, line: usize) {
        self.scan.paths.push(Named { scope: self.scope.clone(), path, line });
    }

    /// Notes a string literal.
    pub fn string(&mut self, text: &LitStr) {
        self.scan.strings.push((text.span().start().line, text.value()));
    }

    /// Notes what a `use` imports, leaf by leaf.
    pub fn use_tree(&mut self, tree: &UseTree, before: &[String], reexport: bool) {
        let with = |name: &syn::Ident| [before, &[name.unraw().to_string()]].concat();
        match tree {
            UseTree::Path(path) => self.use_tree(&path.tree, &with(&path.ident), reexport),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.use_tree(tree, before, reexport)),
            UseTree::Glob(star) => self.leaf(before.to_vec(), star.span(), None, true, reexport),
            UseTree::Name(leaf) => {
                let path = if leaf.ident == "self" { before.to_vec() } else { with(&leaf.ident) };
                let name = path.last().cloned();
                self.leaf(path, leaf.ident.span(), name, false, reexport);
            }
            UseTree::Rename(leaf) => {
                let path = if leaf.ident == "self" { before.to_vec() } else { with(&leaf.ident) };
                let name = Some(leaf.rename.unraw().to_string()).filter(|name| name != "_");
                self.leaf(path, leaf.ident.span(), name, false, reexport);
            }
        }
    }

    fn leaf(&mut self, path: Vec<String>, at: proc_macro2::Span, name: Option<String>, glob: bool, reexport: bool) {
        let item = Named { scope: self.scope.clone(), path, line: at.start().line };
        self.scan.uses.push(Use { item, name, glob, reexport });
    }

    /// The strings of an attribute, from this one on, are no words of a page; some are paths: `with = "crate::x"`.
    fn paths_in_strings(&mut self, from: usize) {
        for (line, text) in self.scan.strings.split_off(from) {
            if let Ok(path) = syn::parse_str::<Path>(&text) {
                self.path(path.segments.iter().map(|segment| segment.ident.unraw().to_string()).collect(), line);
            }
        }
    }

    fn below(&self, module: &syn::Ident) -> ModulePath {
        [&self.scope[..], &[module.unraw().to_string()]].concat()
    }
}

/// `#[cfg(test)]`, or `#[cfg(all(test, …))]`.
fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().filter(|attribute| attribute.path().is_ident("cfg")).any(|attribute| {
        attribute.parse_args::<Meta>().is_ok_and(|condition| match condition {
            Meta::Path(path) => path.is_ident("test"),
            Meta::List(list) => list.path.is_ident("all") && tokens::has_word(list.tokens, "test"),
            Meta::NameValue(_) => false,
        })
    })
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(ItemConst { attrs, .. })
        | Item::Enum(ItemEnum { attrs, .. })
        | Item::Fn(ItemFn { attrs, .. })
        | Item::ForeignMod(ItemForeignMod { attrs, .. })
        | Item::Impl(ItemImpl { attrs, .. })
        | Item::Macro(ItemMacro { attrs, .. })
        | Item::Mod(ItemMod { attrs, .. })
        | Item::Static(ItemStatic { attrs, .. })
        | Item::Struct(ItemStruct { attrs, .. })
        | Item::Trait(ItemTrait { attrs, .. })
        | Item::Type(ItemType { attrs, .. })
        | Item::Union(ItemUnion { attrs, .. })
        | Item::Use(ItemUse { attrs, .. }) => attrs,
        _ => &[],
    }
}
