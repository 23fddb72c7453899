use super::block::{Block, Header};

/// The longest line that is read, in bytes before its LF.
pub const MAX_LINE_BYTES: usize = 64 * 1024;
/// The largest block that is read, in bytes of its lines after the replacement of invalid UTF-8.
pub const MAX_BLOCK_BYTES: usize = 256 * 1024;
/// The most headers of a block.
pub const MAX_HEADERS: usize = 128;

const BANNER: &str = "Asterisk Call Manager/";

/// Why a block was dropped whole by the parser, up to its blank line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Damaged {
    /// A line over [`MAX_LINE_BYTES`].
    #[error("a line is too long")]
    LineTooLong,
    /// More than [`MAX_HEADERS`] lines.
    #[error("a block has too many headers")]
    TooManyHeaders,
    /// More than [`MAX_BLOCK_BYTES`].
    #[error("a block is too large")]
    BlockTooLarge,
    /// A line that is not `Name: value`.
    #[error("a line has no colon")]
    NoColon,
}

/// Cuts a byte stream into blocks, whatever the pieces it comes in. Lines end in LF or CR LF, blocks in a blank line.
///
/// Holds at most one line and one block. Never fails: what is over a limit is dropped whole and reported in its place,
/// and parsing goes on after the next blank line.
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

    /// The greeting of the server (`Asterisk Call Manager/13.0.0`), a line without a blank line after it; only the very
    /// first line of a connection can be one.
    pub fn banner(&self) -> Option<&str> {
        self.banner.as_deref()
    }

    /// Bytes of text held between two calls; at most [`MAX_LINE_BYTES`] + [`MAX_BLOCK_BYTES`].
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
            self.spoil(Damaged::LineTooLong);
            // Something must stay, so that the line is not taken for a blank one.
            self.line = vec![b'x'];
        }
    }

    fn spoil(&mut self, damage: Damaged) {
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
            return self.spoil(Damaged::NoColon);
        };
        if self.headers.len() == MAX_HEADERS {
            return self.spoil(Damaged::TooManyHeaders);
        }
        if self.block_bytes + text.len() > MAX_BLOCK_BYTES {
            return self.spoil(Damaged::BlockTooLarge);
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
