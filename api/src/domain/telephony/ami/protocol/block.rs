//! Blocks: the lines between two blank lines.

/// One header line of a block, `Name: value`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The text before the first colon, as it was sent.
    pub name: String,
    /// The text after it, without one leading space. Invalid UTF-8 is replaced by U+FFFD.
    pub value: String,
}

/// The header lines between two blank lines, in their order. Repeated names are kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    headers: Vec<Header>,
}

impl Block {
    /// A block of these headers.
    pub(super) fn new(headers: Vec<Header>) -> Self {
        Self { headers }
    }

    /// All headers, in the order they came.
    pub fn headers(&self) -> &[Header] {
        &self.headers
    }

    /// The values of a header, in the order they came. Names are compared without case (`UniqueID` of `Cdr`).
    pub fn all<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        self.headers
            .iter()
            .filter(move |header| header.name.eq_ignore_ascii_case(name))
            .map(|header| header.value.as_str())
    }

    /// The value of a header that is there exactly once. `None` also when it is repeated, because then somebody wrote a
    /// header into a value.
    pub fn one(&self, name: &str) -> Option<&str> {
        let mut values = self.all(name);
        let first = values.next()?;
        values.next().is_none().then_some(first)
    }

    /// The value of the header at this place, when it has this name.
    pub(super) fn at(&self, place: usize, name: &str) -> Option<&str> {
        let header = self.headers.get(place)?;
        header.name.eq_ignore_ascii_case(name).then_some(header.value.as_str())
    }

    /// Whether the header is there, once or more often.
    pub fn has(&self, name: &str) -> bool {
        self.all(name).next().is_some()
    }
}
