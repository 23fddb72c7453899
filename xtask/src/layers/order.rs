//! The order of layers, as `ARCHITECTURE.md` writes it.
//!
//! A fenced block with the info string `layers FOLDER` has one line for each level, from the ground up: the names of its
//! modules, then, after two spaces or a dash, a text for people. A line that begins with a space continues that text.
//!
//! ````text
//! ```layers api/src
//! clock config           know nothing
//! models                 rows and queries
//! actions views          what is written; what is shown
//! except models::page -> actions::open   a reason, which must be given
//! only views writes pf-  class names of the component library
//! ```
//! ````
//!
//! `except FROM -> TO` allows imports from one module to another, each with what is below it. `only LAYER writes WORD`
//! forbids string literals with a word that begins so in all other layers.

use anyhow::{Result, bail};

/// The order of the layers of one source folder.
#[derive(Debug, PartialEq, Eq)]
pub struct Order {
    /// The folder, from the root of the repository: `api/src`.
    pub folder: String,
    /// The layers, the ground first. Layers of one level may not import each other.
    pub levels: Vec<Vec<String>>,
    /// Imports that are allowed against the order.
    pub exceptions: Vec<Exception>,
    /// Words that only one layer may write.
    pub words: Vec<Word>,
}

/// Imports that are allowed against the order: from one module to another, each with what is below it.
#[derive(Debug, PartialEq, Eq)]
pub struct Exception {
    /// The line of the page.
    pub line: usize,
    /// The path of the importing module.
    pub from: Vec<String>,
    /// The path of the imported module.
    pub to: Vec<String>,
}

/// A beginning of words that only one layer may have in its string literals.
#[derive(Debug, PartialEq, Eq)]
pub struct Word {
    /// The layer that may write it.
    pub layer: String,
    /// How the word begins.
    pub prefix: String,
}

/// All orders of a page.
pub fn read(page: &str) -> Result<Vec<Order>> {
    let mut orders: Vec<Order> = Vec::new();
    let mut inside = false;
    for (line, text) in (1..).zip(page.lines()) {
        if inside {
            match orders.last_mut() {
                Some(order) if !text.starts_with("```") => order.read(line, text)?,
                _ => inside = false,
            }
        } else if let Some(folder) = text.strip_prefix("```layers ") {
            let folder = folder.trim().trim_end_matches('/').to_owned();
            if orders.iter().any(|order| order.folder == folder) {
                bail!("line {line}: the order of {folder} stands on this page twice");
            }
            orders.push(Order { folder, levels: Vec::new(), exceptions: Vec::new(), words: Vec::new() });
            inside = true;
        }
    }
    if inside {
        bail!("the last block is not closed");
    }
    Ok(orders)
}

impl Order {
    /// The level of a layer, 0 on the ground.
    pub fn level(&self, layer: &str) -> Option<usize> {
        self.levels.iter().position(|level| level.iter().any(|name| name == layer))
    }

    fn read(&mut self, line: usize, text: &str) -> Result<()> {
        if text.starts_with(' ') {
            return Ok(());
        }
        let (names, reason) = split(text);
        match names.split_whitespace().collect::<Vec<_>>()[..] {
            [] => {}
            ["except", from, "->", to] if !reason.is_empty() => {
                self.exceptions.push(Exception { line, from: module(from), to: module(to) });
            }
            ["except", ..] => bail!("line {line}: an exception is written `except FROM -> TO  REASON`"),
            ["only", layer, "writes", prefix] => {
                self.words.push(Word { layer: layer.to_owned(), prefix: prefix.to_owned() });
            }
            ["only", ..] => bail!("line {line}: a rule about words is written `only LAYER writes WORD`"),
            ref names => self.add_level(line, names)?,
        }
        Ok(())
    }

    fn add_level(&mut self, line: usize, names: &[&str]) -> Result<()> {
        let mut level: Vec<String> = Vec::new();
        for name in names {
            if !name.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_') {
                bail!("line {line}: {name:?} is no name of a module (a text comes after two spaces or a dash)");
            }
            if self.level(name).is_some() || level.iter().any(|known| known == name) {
                bail!("line {line}: {name} stands in the order twice");
            }
            level.push((*name).to_owned());
        }
        self.levels.push(level);
        Ok(())
    }
}

/// The names of a line, and the text after them.
fn split(line: &str) -> (&str, &str) {
    let marks = ["  ", " - ", " – ", " — "].into_iter();
    match marks.filter_map(|mark| line.find(mark)).min() {
        Some(end) => (&line[..end], line[end..].trim_matches([' ', '-', '–', '—'])),
        None => (line, ""),
    }
}

/// The path of a module that is written `actions::open`.
fn module(written: &str) -> Vec<String> {
    written.split("::").map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "
# Layers
```layers api/src/
clock config
domain      rules, no I/O
            that are pure
models – rows
actions views - handlers join them

except actions::open -> views::calls   it is being moved
only views writes pf-  the component library
```
```sh
not a layer
```
";

    #[test]
    fn a_block_is_read() {
        let orders = read(PAGE).unwrap();
        let [order] = &orders[..] else { panic!("{orders:?}") };
        assert_eq!(order.folder, "api/src");
        assert_eq!(order.levels.concat(), ["clock", "config", "domain", "models", "actions", "views"]);
        assert_eq!((order.level("config"), order.level("views"), order.level("rows")), (Some(0), Some(3), None));
        let exception = Exception { line: 10, from: module("actions::open"), to: module("views::calls") };
        assert_eq!(order.exceptions, [exception]);
        assert_eq!(order.words, [Word { layer: "views".to_owned(), prefix: "pf-".to_owned() }]);
    }

    #[test]
    fn what_cannot_be_read_is_an_error() {
        for (line, fault) in [
            ("clock\nclock", "line 3: clock stands in the order twice"),
            ("models knows rows.", "line 2: \"rows.\" is no name"),
            ("except models -> actions", "line 2: an exception is written"),
            ("only ui says pf-", "line 2: a rule about words is written"),
        ] {
            let error = read(&format!("```layers api/src\n{line}\n```\n")).unwrap_err().to_string();
            assert!(error.starts_with(fault), "{error}");
        }
        assert!(read("```layers api/src\nclock\n").is_err(), "not closed");
        assert!(read("```layers a\n```\n```layers a\n```\n").is_err(), "twice");
    }
}
