use std::fs;
use std::path::PathBuf;

use super::*;

const ORDER: &str = "
low          knows nothing
left right   do not know each other
high
";

/// A small crate in a folder of its own.
struct Planted {
    root: PathBuf,
}

impl Planted {
    /// A crate with the modules `low`, `left`, `right` and `high`, and these files.
    fn new(test: &str, files: &[(&str, &str)]) -> Self {
        Self::with_order(test, ORDER, files)
    }

    fn with_order(test: &str, order: &str, files: &[(&str, &str)]) -> Self {
        let planted = Self { root: workspace::scratch(&format!("layers-{test}")) };
        planted.write("ARCHITECTURE.md", &format!("# Layers\n\n```layers app/src\n{}```\n", order.trim_start()));
        planted.write("app/Cargo.toml", "[package]\nname = \"my-app\"\n");
        planted.write("app/src/lib.rs", "pub mod low; pub mod left; pub mod right; pub mod high;");
        for module in ["low", "left", "right", "high"] {
            planted.write(&format!("app/src/{module}/mod.rs"), "pub struct Item;\n");
        }
        for (file, text) in files {
            planted.write(&format!("app/src/{file}"), text);
        }
        planted
    }

    fn write(&self, file: &str, text: &str) {
        let file = self.root.join(file);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    fn violations(&self) -> Vec<String> {
        violations(&self.root, &["app/src"]).unwrap()
    }
}

impl Drop for Planted {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.root);
    }
}

/// What is found when one file of `low` is this text.
fn in_low(test: &str, text: &str) -> Vec<String> {
    Planted::new(test, &[("low/mod.rs", "pub mod thing;"), ("low/thing.rs", text)]).violations()
}

fn against(line: usize, import: &str, layer: &str) -> String {
    format!("app/src/low/thing.rs:{line}: import {import} — layer low may not know layer {layer}")
}

#[test]
fn imports_of_lower_layers_are_allowed() {
    let high = "use crate::low::Item; use crate::{left, right::Item as Other}; fn f(_: left::Item, _: Other) {}";
    assert_eq!(Planted::new("allowed", &[("high/mod.rs", high)]).violations(), [""; 0]);
}

#[test]
fn an_import_against_the_order_is_told_with_its_line() {
    let found = in_low("planted", "//! Text.\n\nuse std::fmt;\nuse crate::high::Item;\n");
    assert_eq!(found, [against(4, "crate::high::Item", "high")]);
}

#[test]
fn layers_of_one_line_do_not_know_each_other() {
    let found = Planted::new("beside", &[("left/mod.rs", "pub use crate::right::Item;")]).violations();
    assert_eq!(found, ["app/src/left/mod.rs:1: import crate::right::Item — layer left may not know layer right"]);
}

#[test]
fn every_form_of_a_use_is_read() {
    for (form, import) in [
        ("use super::super::high::Item;", "super::super::high::Item"),
        ("use self::super::super::high;", "self::super::super::high"),
        ("use crate::{low::{self, other}, high::{Item as It}};", "crate::high::Item"),
        ("use crate::high as above;", "crate::high"),
        ("use crate::high::*;", "crate::high::*"),
        ("use crate::high::{self};", "crate::high"),
        ("use crate::high::Item as _;", "crate::high::Item"),
        ("pub(crate) use crate::high::Item;", "crate::high::Item"),
        ("fn f() { use crate::high::Item; }", "crate::high::Item"),
        ("mod inside { use super::super::super::high::Item; }", "super::super::super::high::Item"),
        ("use my_app::high::Item;", "my_app::high::Item"),
    ] {
        assert_eq!(in_low("forms", form), [against(1, import, "high")], "{form}");
    }
}

#[test]
fn paths_in_code_are_read() {
    for (form, import) in [
        ("fn f() { crate::high::Item::new(); }", "crate::high::Item::new"),
        ("fn f(_: Vec<crate::high::Item>) {}", "crate::high::Item"),
        ("fn f() { super::super::high::f(); }", "super::super::high::f"),
        ("impl crate::high::Trait for Thing {}", "crate::high::Trait"),
        ("fn f() { <u8 as crate::high::Trait>::f(); }", "crate::high::Trait::f"),
        ("#[derive(crate::high::Derive)] struct Thing;", "crate::high::Derive"),
        ("#[serde(with = \"crate::high\")] struct Thing;", "crate::high"),
    ] {
        assert_eq!(in_low("paths", form), [against(1, import, "high")], "{form}");
    }
}

#[test]
fn arguments_of_macros_are_read() {
    for (form, import) in [
        ("fn f() { vec![crate::high::Item::new()]; }", "crate::high::Item::new"),
        ("fn f() { html! { <crate::high::Item a={1} /> }; }", "crate::high::Item"),
        ("fn f() { outer!(inner!{ super::super::high::f() }); }", "super::super::high::f"),
        ("macro_rules! m { () => { $crate::high::f() } }", "crate::high::f"),
        ("macro_rules! m { () => { use $crate::{low, high::Item}; } }", "crate::high::Item"),
        ("fn f() { crate::high::m!(); }", "crate::high::m"),
        ("fn f() { m!(Vec::<crate::high::Item>::new()); }", "crate::high::Item"),
    ] {
        assert_eq!(in_low("macros", form), [against(1, import, "high")], "{form}");
    }
}

#[test]
fn short_names_lead_where_their_use_leads() {
    let planted = Planted::new(
        "short",
        &[
            ("low/mod.rs", "pub mod thing;\nuse thing as t;\nfn f() { t::f(); }"),
            ("low/thing.rs", "use crate as app;\nfn f() { app::high::f(); g!(app::left::f) }"),
        ],
    );
    assert_eq!(
        planted.violations(),
        [against(1, "crate", "lib"), against(2, "app::high::f", "high"), against(2, "app::left::f", "left")]
    );
}

#[test]
fn a_use_speaks_for_its_short_name() {
    let files = [
        ("low/mod.rs", "mod thing;"),
        ("low/thing.rs", "use crate::high;\n\nfn f() { high::inside::f(high::Item); }\nfn g() { high::g() }"),
        ("high/mod.rs", "pub mod inside;"),
        ("high/inside.rs", "pub fn f() {}"),
    ];
    assert_eq!(Planted::new("once", &files).violations(), [against(1, "crate::high", "high")]);
}

#[test]
fn what_is_no_code_is_not_read() {
    let text = r#"
        //! use crate::high::Item;
        /// [`crate::high::Item`]
        pub struct Thing; // crate::high::f()
        /* use crate::high; */
        pub(crate) const TEXT: &str = "use crate::high::Item;";
        fn f() { format!("crate::high::{}", high.f()); a.high::<u8>(); ::high::f(); other::high::f(); }
        pub(super) fn g() { m!(x.high(), ..high, "crate::high::f") }
    "#;
    assert_eq!(in_low("no-code", text), [""; 0]);
}

#[test]
fn tests_may_import_anything() {
    let thing = "
        #[cfg(test)] mod tests;
        #[cfg(test)] mod inside { use crate::high::Item; }
        #[cfg(all(test, unix))] use crate::high::Item;
        #[cfg(test)] fn f() { crate::high::f() }
        impl Thing { #[cfg(test)] fn f() { crate::high::f() } }
    ";
    let files = [
        ("low/mod.rs", "pub mod thing; mod tests;"),
        ("low/thing.rs", thing),
        ("low/thing/tests.rs", "mod more; use crate::high::Item;"),
        ("low/thing/tests/more.rs", "use crate::high::Item;"),
        ("low/tests.rs", "use crate::high::Item;"),
    ];
    let found = Planted::new("tests", &files).violations();
    let shipped = "app/src/low/tests.rs:1: import crate::high::Item — layer low may not know layer high";
    assert_eq!(found, [shipped], "a module that is not under #[cfg(test)] is shipped, whatever its name");
}

#[test]
fn a_circle_of_files_is_told_with_its_imports() {
    let files = [
        ("low/mod.rs", "mod one; mod two; mod three;"),
        ("low/one.rs", "\nuse super::two::f;"),
        ("low/two.rs", "fn f() { crate::low::three::f() }"),
        ("low/three.rs", "use crate::low::{one::Item};\nuse super::one::Other;"),
    ];
    assert_eq!(
        Planted::new("circle", &files).violations(),
        ["a circle of 3 files in layer low:\n\
          \x20 app/src/low/one.rs:2: import super::two::f — app/src/low/two.rs\n\
          \x20 app/src/low/two.rs:1: import crate::low::three::f — app/src/low/three.rs\n\
          \x20 app/src/low/three.rs:1: import crate::low::one::Item — app/src/low/one.rs"]
    );
}

#[test]
fn a_parent_that_calls_its_child_is_not_known_to_the_child() {
    let child = ("low/child.rs", "use super::Item; pub(in crate::low) fn function() {}");
    let declares = "mod child; pub use child::{Other, function}; pub struct Item;";
    let no_call = format!("{declares}\nfn f() {{ m!(x.function(), ::child::f(), T::<u8>::child::f()) }}");
    assert_eq!(Planted::new("parent", &[child, ("low/mod.rs", &no_call)]).violations(), [""; 0]);
    let only_child = ("low/child.rs", "pub(in crate::low) fn function() {}");
    let calls = format!("{declares}\nfn f() {{ child::f() }}");
    assert_eq!(Planted::new("parent", &[only_child, ("low/mod.rs", &calls)]).violations(), [""; 0]);

    for uses in ["fn f() { child::f() }", "use child::Item;", "fn f(_: Other) {}", "fn f() { m!(<Other />) }"] {
        let found = Planted::new("parent", &[child, ("low/mod.rs", &format!("{declares}\n{uses}"))]).violations();
        let [circle] = &found[..] else { panic!("{uses}: {found:?}") };
        assert!(circle.starts_with("a circle of 2 files in layer low:"), "{circle}");
        assert!(circle.contains("app/src/low/mod.rs:2: import "), "{circle}");
    }
}

#[test]
fn circles_have_no_import_in_common() {
    let files = [
        ("low/mod.rs", "mod one; mod two; mod three;"),
        ("low/one.rs", "use super::{two, three};"),
        ("low/two.rs", "use super::one;"),
        ("low/three.rs", "use super::one;"),
    ];
    assert_eq!(Planted::new("circles", &files).violations().len(), 2);
}

#[test]
fn the_order_and_the_folder_name_the_same_modules() {
    let order = "low\nleft gone\nhigh\n";
    assert_eq!(
        Planted::with_order("names", order, &[("right/mod.rs", "use crate::high;")]).violations(),
        [
            "ARCHITECTURE.md: the order of app/src lacks the module right",
            "ARCHITECTURE.md: the order of app/src names gone, which is no module",
        ]
    );
    let planted = Planted::new("block", &[]);
    planted.write("ARCHITECTURE.md", "# Layers\n");
    assert_eq!(planted.violations(), ["ARCHITECTURE.md: has no block `layers app/src`"]);
}

#[test]
fn only_the_program_may_import_the_root_of_the_library() {
    let order = format!("{ORDER}main\n");
    let main = "use my_app::high; fn main() { my_app::start(); }";
    let files = [("main.rs", main), ("low/mod.rs", "use crate::Item;"), ("high/mod.rs", "use crate::Item;")];
    assert_eq!(
        Planted::with_order("roots", &order, &files).violations(),
        [
            "app/src/high/mod.rs:1: import crate::Item — layer high may not know layer lib",
            "app/src/low/mod.rs:1: import crate::Item — layer low may not know layer lib",
        ]
    );
}

#[test]
fn exceptions_allow_what_they_name_and_no_more() {
    let order = format!("{ORDER}except low::thing -> high  until it is moved\nexcept low -> right - not needed\n");
    let files = [
        ("low/mod.rs", "mod thing; use crate::high::Item;"),
        ("low/thing.rs", "use crate::high::Item; use crate::left::Item as Left;"),
    ];
    assert_eq!(
        Planted::with_order("exceptions", &order, &files).violations(),
        [
            "ARCHITECTURE.md:8: no import needs this exception: low -> right".to_owned(),
            "app/src/low/mod.rs:1: import crate::high::Item — layer low may not know layer high".to_owned(),
            against(1, "crate::left::Item", "left"),
        ]
    );
}

#[test]
fn words_of_one_layer_are_found_in_others() {
    let order = format!("{ORDER}only low writes pf-  the component library\n");
    let high = "//! pf-m\nfn f() { a(\"x pf-m\");\n html! { <a class=\"pf-v6-b\" style={\"var(--pf-t)\"} /> };\n (\"cpf-1\", pf-1) }";
    assert_eq!(
        Planted::with_order("words", &order, &[("high/mod.rs", high), ("low/mod.rs", "fn f() { \"pf-m\"; }")])
            .violations(),
        [
            "app/src/high/mod.rs:2: string \"x pf-m\" — only layer low may write pf-…",
            "app/src/high/mod.rs:3: string \"pf-v6-b\" — only layer low may write pf-…",
            "app/src/high/mod.rs:3: string \"var(--pf-t)\" — only layer low may write pf-…",
        ]
    );
}

#[test]
fn a_file_that_cannot_be_parsed_is_an_error() {
    let planted = Planted::new("broken", &[("low/mod.rs", "fn f( {\n")]);
    let error = violations(&planted.root, &["app/src"]).unwrap_err().to_string();
    assert!(error.contains("low/mod.rs:"), "{error}");
}
