//! Cuts the bytes of a connection into blocks.

use super::block::{Block, Header};

/// The longest line that is read, in bytes without its LF.
pub const MAX_LINE_BYTES: usize = 64 * 1024;
/// The largest block that is read, in bytes of its lines after invalid UTF-8 is replaced.
pub const MAX_BLOCK_BYTES: usize = 256 * 1024;
/// The most headers of a block.
pub const MAX_HEADERS: usize = 128;

const BANNER: &str = "Asterisk Call Manager/";

/// Why the parser dropped a block, with all its lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Damaged {
    /// A line is longer than [`MAX_LINE_BYTES`].
    #[error("a line is too long")]
    LineTooLong,
    /// It has more than [`MAX_HEADERS`] lines.
    #[error("a block has too many headers")]
    TooManyHeaders,
    /// It is larger than [`MAX_BLOCK_BYTES`].
    #[error("a block is too large")]
    BlockTooLarge,
    /// A line is not of the form `Name: value`.
    #[error("a line has no colon")]
    NoColon,
}

/// Cuts a byte stream into blocks, in whatever pieces it comes. Lines end in LF or CR LF, blocks in a blank line.
///
/// It holds at most one line and one block, and never fails: a block over a limit is dropped, [`Damaged`] is given in
/// its place, and parsing goes on after the next blank line.
#[derive(Debug, Default)]
pub struct Parser {
    line: Vec<u8>,
    headers: Vec<Header>,
    block_bytes: usize,
    damage: Option<Damaged>,
    past_first_line: bool,
    banner: Option<String>,
}

impl Parser {
    /// A parser for a new TCP connection.
    pub fn new() -> Self {
        Self::default()
    }

    /// The greeting of the server (`Asterisk Call Manager/13.0.0`). It is a line without a blank line after it, and can
    /// only be the first line of a connection.
    pub fn banner(&self) -> Option<&str> {
        self.banner.as_deref()
    }

    /// The bytes of text that are held until more come; at most [`MAX_LINE_BYTES`] + [`MAX_BLOCK_BYTES`].
    pub fn held_bytes(&self) -> usize {
        self.line.len() + self.block_bytes
    }

    /// Takes the next bytes and gives the blocks that they complete, in order.
    pub fn push(&mut self, mut bytes: &[u8]) -> Vec<Result<Block, Damaged>> {
        let mut blocks = Vec::new();
        while let Some(end) = bytes.iter().position(|byte| *byte == b'\n') {
            self.extend_line(&bytes[..end]);
            bytes = &bytes[end + 1..];
            blocks.extend(self.end_line());
        }
        self.extend_line(bytes);
        blocks
    }

    fn extend_line(&mut self, bytes: &[u8]) {
        if self.line.len() + bytes.len() <= MAX_LINE_BYTES {
            self.line.extend_from_slice(bytes);
        } else {
            self.mark_damaged(Damaged::LineTooLong);
            // A byte stays, so that the line does not look like a blank one.
            self.line = vec![b'x'];
        }
    }

    fn mark_damaged(&mut self, damage: Damaged) {
        self.damage.get_or_insert(damage);
        self.headers = Vec::new();
        self.block_bytes = 0;
    }

    fn end_line(&mut self) -> Option<Result<Block, Damaged>> {
        let line = std::mem::take(&mut self.line);
        let line = line.strip_suffix(b"\r").unwrap_or(&line);
        if !std::mem::replace(&mut self.past_first_line, true) && line.starts_with(BANNER.as_bytes()) {
            self.banner = Some(String::from_utf8_lossy(line).into_owned());
            return None;
        }
        if line.is_empty() {
            return self.end_block();
        }
        if self.damage.is_none() {
            self.add_header(line);
        }
        None
    }

    fn add_header(&mut self, line: &[u8]) {
        let text = String::from_utf8_lossy(line);
        let Some((name, value)) = text.split_once(':') else {
            return self.mark_damaged(Damaged::NoColon);
        };
        if self.headers.len() == MAX_HEADERS {
            return self.mark_damaged(Damaged::TooManyHeaders);
        }
        if self.block_bytes + text.len() > MAX_BLOCK_BYTES {
            return self.mark_damaged(Damaged::BlockTooLarge);
        }
        self.block_bytes += text.len();
        self.headers.push(Header { name: name.to_owned(), value: value.strip_prefix(' ').unwrap_or(value).to_owned() });
    }

    fn end_block(&mut self) -> Option<Result<Block, Damaged>> {
        self.block_bytes = 0;
        if let Some(damage) = self.damage.take() {
            return Some(Err(damage));
        }
        let headers = std::mem::take(&mut self.headers);
        (!headers.is_empty()).then(|| Ok(Block::new(headers)))
    }
}
