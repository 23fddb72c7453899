use std::collections::BTreeSet;

use super::action::ActionId;
use super::block::Block;
use super::parser::Damaged;

/// The most answers that are waited for at a time.
const MAX_EXPECTED: usize = 64;

/// A block that Asterisk would send at this place, or the trace of one that it would not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// The answer to an action of ours.
    Response {
        /// The action.
        id: String,
        /// Whether `Response` is not `Error`.
        success: bool,
        /// The answer.
        block: Block,
    },
    /// An item of a list that we asked for, its closing one (`EventList: Complete`) included.
    Item {
        /// The action.
        id: String,
        /// The value of `Event`.
        name: String,
        /// The item.
        block: Block,
    },
    /// An event that Asterisk sends on its own. Its *form* is right; its content may still come from a caller.
    Event {
        /// The value of `Event`.
        name: String,
        /// The event.
        block: Block,
    },
    /// Something that is not acted on. Told all the same, because forged events lie next to such remains.
    Dropped(DropReason),
}

/// Why a block was dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DropReason {
    /// The parser dropped it.
    Damaged(Damaged),
    /// Neither `Event:` nor `Response:` stands first, or an event has no `Privilege:` second and is in no list of ours.
    OutOfPlace,
    /// An answer or item whose `ActionID` is missing, repeated or not one that we wait for.
    NotAsked,
}

/// Knows which answers are waited for and says what a block is.
///
/// A real event of Asterisk has `Event:` and then `Privilege:` as its first two lines, except list items, which carry
/// the `ActionID` of the question (`tests/asterisk/README.md`, "What a parser must stand"). So action ids must be hard to guess: who
/// guesses one can forge an answer.
#[derive(Debug, Default)]
pub struct Classifier {
    expected: BTreeSet<String>,
    dropped: u64,
}

impl Classifier {
    /// A classifier for a new TCP connection.
    pub fn new() -> Self {
        Self::default()
    }

    /// Says that an action with this id is being sent. False, and nothing is noted, when 64 answers are outstanding
    /// already: then the server does not answer and the connection is better closed.
    #[must_use]
    pub fn expect(&mut self, id: &ActionId) -> bool {
        if self.expected.len() >= MAX_EXPECTED {
            return false;
        }
        self.expected.insert(id.as_str().to_owned());
        true
    }

    /// Blocks dropped so far on this connection, for the administration screen.
    pub fn dropped(&self) -> u64 {
        self.dropped
    }

    /// What a block is. Takes the parser's results as they come.
    pub fn classify(&mut self, block: Result<Block, Damaged>) -> Message {
        let message = match block {
            Ok(block) => self.judge(block),
            Err(damage) => Message::Dropped(DropReason::Damaged(damage)),
        };
        if matches!(message, Message::Dropped(_)) {
            self.dropped += 1;
        }
        message
    }

    fn judge(&mut self, block: Block) -> Message {
        if let Some(response) = block.at(0, "Response") {
            let success = !response.eq_ignore_ascii_case("Error");
            let Some(id) = self.asked(&block) else {
                return Message::Dropped(DropReason::NotAsked);
            };
            let list = block.one("EventList").is_some_and(|value| value.eq_ignore_ascii_case("start"));
            if !(success && list) {
                self.expected.remove(&id);
            }
            return Message::Response { id, success, block };
        }
        let Some(name) = block.at(0, "Event").map(str::to_owned) else {
            return Message::Dropped(DropReason::OutOfPlace);
        };
        if block.all("Event").count() > 1 {
            return Message::Dropped(DropReason::OutOfPlace);
        }
        if let Some(id) = self.asked(&block) {
            if block.one("EventList").is_some_and(|value| value.eq_ignore_ascii_case("Complete")) {
                self.expected.remove(&id);
            }
            return Message::Item { id, name, block };
        }
        if block.at(1, "Privilege").is_some() {
            return Message::Event { name, block };
        }
        let reason = if block.has("ActionID") { DropReason::NotAsked } else { DropReason::OutOfPlace };
        Message::Dropped(reason)
    }

    /// The action id of a block, when we wait for it.
    fn asked(&self, block: &Block) -> Option<String> {
        let id = block.one("ActionID")?;
        self.expected.contains(id).then(|| id.to_owned())
    }
}
