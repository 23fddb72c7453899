//! Finding `${KEY}` in what administrators write.

/// A part of a template.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// To be copied.
    Text(&'a str),
    /// `${name}`, with its place in bytes.
    Key {
        /// What stands between the braces.
        name: &'a str,
        /// Place of the `$`.
        at: usize,
    },
    /// `${` that is not closed on its line.
    Unclosed {
        /// Place of the `$`.
        at: usize,
    },
}

/// Takes a template apart. A name ends at `}`; one that meets the end of the line,
/// a tag or another key before is not closed.
pub(super) fn pieces(source: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut at = 0;
    while let Some(found) = source[at..].find("${") {
        if found > 0 {
            pieces.push(Piece::Text(&source[at..at + found]));
        }
        at += found;
        let name = &source[at + 2..];
        let end = name.find(['}', '{', '$', '<', '>', '\n', '\r']).unwrap_or(name.len());
        if name[end..].starts_with('}') {
            pieces.push(Piece::Key { name: &name[..end], at });
            at += 2 + end + 1;
        } else {
            pieces.push(Piece::Unclosed { at });
            at += 2;
        }
    }
    if at < source.len() {
        pieces.push(Piece::Text(&source[at..]));
    }
    pieces
}

/// Line and place in the line of a byte, both from 1, in characters.
pub(super) fn position(source: &str, at: usize) -> (usize, usize) {
    let before = &source[..at];
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}
