//! Which channel an event or an item of a list is about.

use super::super::protocol::Block;
use super::text::extension_of;

/// The most bytes of an identifier or of a channel's name.
pub(super) const MAX_ID: usize = 150;
/// The most bytes of a queue's name.
pub(super) const MAX_QUEUE: usize = 80;

/// The identity of a channel as a message gives it.
pub(super) struct ChannelIdentity<'a> {
    /// Asterisk's `Uniqueid`.
    pub id: &'a str,
    /// Asterisk's `Linkedid`.
    pub call: &'a str,
    /// The channel's name, for example `PJSIP/200-00000003`.
    pub name: &'a str,
}

impl<'a> ChannelIdentity<'a> {
    /// Reads `Uniqueid`, `Linkedid` and `Channel`, each with the prefix. `None` unless each is there exactly once and
    /// has a plausible length.
    pub fn read(block: &'a Block, prefix: &str) -> Option<Self> {
        let read = |name: &str| {
            let value = block.one(&format!("{prefix}{name}"))?;
            (1..=MAX_ID).contains(&value.len()).then_some(value)
        };
        Some(Self { id: read("Uniqueid")?, call: read("Linkedid")?, name: read("Channel")? })
    }

    /// The extension, when the channel can be a phone that is called. The first channel of a call cannot: it is the
    /// caller, or the phone of somebody who clicked to call (recording 19).
    pub fn called_extension(&self) -> Option<&'a str> {
        extension_of(self.name).filter(|_| self.id != self.call)
    }
}
