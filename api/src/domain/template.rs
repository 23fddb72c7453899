//! E-mail templates: `${KEY}` in a subject and an HTML body.
//!
//! What administrators write is taken apart here and handed to Handlebars in its
//! own language, so that `{{`, `}}` and `\` in it are just text. The body is theirs
//! and stays as it is; the values are other people's, and are escaped: whatever a
//! value holds, it is read as text in the body and adds no line to the subject.

mod error;
pub mod keys;
mod scan;
#[cfg(test)]
mod tests;

pub use error::{Flaw, Part, TemplateError, TemplateFault};
pub use keys::{canonical_keys, known_keys};

use super::text::squeeze;
use contract::admin::TemplateKind;
use handlebars::Handlebars;
use scan::{Piece, pieces, position};
use std::collections::BTreeMap;
use std::fmt;

/// Characters in a line of the text part.
const TEXT_WIDTH: usize = 76;

/// Faults of one half that are told at once.
const MOST_FAULTS: usize = 20;

/// Values of the brackets and the backslash, which mean something to Handlebars.
const LITERALS: [(char, &str); 3] = [('{', "LEFT_BRACE"), ('}', "RIGHT_BRACE"), ('\\', "BACKSLASH")];

/// Values by canonical key (see [`keys`]). One that is not there is empty; line
/// breaks become `<br>` in the body.
pub type Values = BTreeMap<String, String>;

/// What a recipient gets.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Rendered {
    /// Subject: one line without control characters.
    pub subject: String,
    /// HTML part.
    pub html: String,
    /// Text part, made from the HTML part; links are listed at its end.
    pub text: String,
}

/// Does not show what people wrote.
impl fmt::Debug for Rendered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rendered").finish_non_exhaustive()
    }
}

/// A template whose keys are all known.
pub struct Template {
    kind: TemplateKind,
    engine: Handlebars<'static>,
    used: Vec<&'static str>,
}

impl fmt::Debug for Template {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Template").field("kind", &self.kind).field("used", &self.used).finish_non_exhaustive()
    }
}

impl Template {
    /// Reads a template.
    ///
    /// # Errors
    ///
    /// Keys that templates of this kind do not have, each with its place and the
    /// nearest known one, and keys that are not closed.
    pub fn parse(kind: TemplateKind, subject: &str, body: &str) -> Result<Self, TemplateError> {
        let mut template = Self { kind, engine: Handlebars::new(), used: Vec::new() };
        template.engine.register_escape_fn(escape);
        let mut faults = template.read(Part::Subject, subject);
        faults.extend(template.read(Part::Body, body));
        if faults.is_empty() && template.fill(&Values::new()).is_none() {
            faults.push(TemplateFault { part: Part::Body, line: 1, column: 1, flaw: Flaw::Engine });
        }
        if faults.is_empty() { Ok(template) } else { Err(TemplateError { kind, faults }) }
    }

    /// Its kind.
    #[must_use]
    pub const fn kind(&self) -> TemplateKind {
        self.kind
    }

    /// Whether subject or body use a key, by its canonical name.
    #[must_use]
    pub fn uses(&self, key: &str) -> bool {
        self.used.contains(&key)
    }

    /// Fills it in. Cannot fail: a template is filled in once when it is parsed, and
    /// values are nothing but texts.
    #[must_use]
    pub fn render(&self, values: &Values) -> Rendered {
        self.fill(values).unwrap_or_default()
    }

    fn fill(&self, values: &Values) -> Option<Rendered> {
        let mut data: BTreeMap<&str, String> = values.iter().map(|(key, value)| (key.as_str(), clean(value))).collect();
        data.extend(LITERALS.map(|(character, name)| (name, character.to_string())));
        let subject = self.engine.render(Part::Subject.field(), &data).ok()?;
        let html = self.engine.render(Part::Body.field(), &data).ok()?;
        let text = to_text(&html)?;
        Some(Rendered { subject: squeeze(&subject), html, text })
    }

    /// Translates one half for Handlebars, and tells what is wrong with it.
    fn read(&mut self, part: Part, source: &str) -> Vec<TemplateFault> {
        let mut faults = Vec::new();
        let mut translated = String::with_capacity(source.len() * 2);
        for piece in pieces(source) {
            let (at, flaw) = match piece {
                Piece::Text(text) => {
                    text.chars().for_each(|c| push_literal(&mut translated, c));
                    continue;
                }
                Piece::Unclosed { at } => (at, Flaw::Unclosed),
                Piece::Key { name, at } => match keys::canonical(self.kind, name) {
                    Some(key) => {
                        self.used.push(key);
                        // A subject is no HTML: its values stay as they are.
                        push_expression(&mut translated, key, part == Part::Body);
                        continue;
                    }
                    None => {
                        let suggestion = keys::nearest(self.kind, name);
                        (at, Flaw::UnknownKey { key: name.chars().take(60).collect(), suggestion })
                    }
                },
            };
            let (line, column) = position(source, at);
            faults.push(TemplateFault { part, line, column, flaw });
            if faults.len() == MOST_FAULTS {
                break;
            }
        }
        if self.engine.register_template_string(part.field(), translated).is_err() && faults.is_empty() {
            faults.push(TemplateFault { part, line: 1, column: 1, flaw: Flaw::Engine });
        }
        faults
    }
}

/// Writes a character so that Handlebars gives it back.
fn push_literal(translated: &mut String, character: char) {
    match LITERALS.iter().find(|(special, _)| *special == character) {
        Some((_, name)) => push_expression(translated, name, false),
        None => translated.push(character),
    }
}

/// Writes Handlebars' expression for a value, escaped or as it is.
fn push_expression(translated: &mut String, name: &str, escaped: bool) {
    let (open, close) = if escaped { ("{{", "}}") } else { ("{{{", "}}}") };
    translated.extend([open, name, close]);
}

/// A value without control characters other than line breaks (as LF) and tabs.
fn clean(value: &str) -> String {
    let lines = value.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    lines.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}

/// An HTML part as plain text, with its links listed at the end, each on a line of
/// its own, however long.
fn to_text(html: &str) -> Option<String> {
    let config = html2text::config::plain().link_footnotes(true).no_link_wrapping();
    let config = config.no_table_borders().allow_width_overflow();
    let text = config.string_from_read(html.as_bytes(), TEXT_WIDTH).ok()?;
    Some(text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n"))
}

/// A value as HTML text.
fn escape(value: &str) -> String {
    handlebars::html_escape(value).replace('\n', "<br>")
}
