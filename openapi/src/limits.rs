//! Limits of texts, in characters, that the server enforces and the SPA shows.

/// Title of a request.
pub const TITLE: usize = 200;
/// Description, message, note, solution and every other long text.
pub const TEXT: usize = 20_000;
/// Names of people, groups, services and the like.
pub const NAME: usize = 120;
/// Characters of a telephone number.
pub const PHONE: usize = 40;
/// Justifications, complements, reasons.
pub const JUSTIFICATION: usize = 2_000;
/// Shortest password, in characters (NIST SP 800-63B, section 5.1.1.2).
pub const PASSWORD_MIN: usize = 8;
/// Longest password, in characters.
pub const PASSWORD_MAX: usize = 128;
/// Search texts.
pub const SEARCH: usize = 200;
/// Most rows of one page.
pub const PAGE_SIZE_MAX: u32 = 100;
/// Rows of a page unless asked otherwise.
pub const PAGE_SIZE: u32 = 20;
/// Minutes that one note may report (a day).
pub const MINUTES_MAX: i32 = 1_440;
/// Bytes of a JSON body.
pub const JSON_BYTES: usize = 256 * 1024;
