//! Decides which blocks Asterisk itself would send at their place.

use super::action::ActionId;
use super::block::Block;
use super::parser::Damaged;
use std::collections::BTreeSet;

/// The most answers that are expected at a time.
const MAX_EXPECTED: usize = 64;

/// A block that Asterisk would send at its place, or the reason why it was dropped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// The answer to an action that was sent.
    Response {
        /// The action.
        id: String,
        /// Whether `Response` is not `Error`.
        success: bool,
        /// The answer.
        block: Block,
    },
    /// An item of a list that was asked for, including the closing one (`EventList: Complete`).
    Item {
        /// The action.
        id: String,
        /// The value of `Event`.
        name: String,
        /// The item.
        block: Block,
    },
    /// An event that Asterisk sends on its own. Its form is right, but its content may still come from a caller.
    Event {
        /// The value of `Event`.
        name: String,
        /// The event.
        block: Block,
    },
    /// A block that must not be acted on. It is reported, because forged events come next to such remains.
    Dropped(DropReason),
}

/// Why a block was dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DropReason {
    /// The parser dropped it because of its form.
    Damaged(Damaged),
    /// Its first header is neither `Event` nor `Response`, or it is an event whose second header is not `Privilege` and
    /// that is not an item of a list that was asked for.
    OutOfPlace,
    /// It is an answer or item whose `ActionID` is missing, repeated or not expected.
    Unsolicited,
}

/// Knows which answers are expected, and classifies blocks.
///
/// A real event of Asterisk has `Event:` and then `Privilege:` as its first two lines, except list items, which carry
/// the `ActionID` of the question (`tests/asterisk/README.md`, "What a parser must stand"). So action ids must be hard
/// to guess: a caller who guesses one can forge an answer.
#[derive(Debug, Default)]
pub struct Classifier {
    expected: BTreeSet<String>,
}

impl Classifier {
    /// A classifier for a new TCP connection.
    pub fn new() -> Self {
        Self::default()
    }

    /// Expects an answer to the action with this id, which is about to be sent. False, and nothing is expected, when 64
    /// answers are outstanding already: then the server does not answer, and the connection should be closed.
    #[must_use]
    pub fn expect(&mut self, id: &ActionId) -> bool {
        if self.expected.len() >= MAX_EXPECTED {
            return false;
        }
        self.expected.insert(id.as_str().to_owned());
        true
    }

    /// Classifies a result of the parser. The results must come in their order.
    pub fn classify(&mut self, block: Result<Block, Damaged>) -> Message {
        match block {
            Ok(block) => self.classify_block(block),
            Err(damage) => Message::Dropped(DropReason::Damaged(damage)),
        }
    }

    fn classify_block(&mut self, block: Block) -> Message {
        if let Some(response) = block.at(0, "Response") {
            let success = !response.eq_ignore_ascii_case("Error");
            let Some(id) = self.expected_id(&block) else {
                return Message::Dropped(DropReason::Unsolicited);
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
        if let Some(id) = self.expected_id(&block) {
            if block.one("EventList").is_some_and(|value| value.eq_ignore_ascii_case("Complete")) {
                self.expected.remove(&id);
            }
            return Message::Item { id, name, block };
        }
        if block.at(1, "Privilege").is_some() {
            return Message::Event { name, block };
        }
        let reason = if block.has("ActionID") { DropReason::Unsolicited } else { DropReason::OutOfPlace };
        Message::Dropped(reason)
    }

    /// The action id of a block, when it is expected.
    fn expected_id(&self, block: &Block) -> Option<String> {
        let id = block.one("ActionID")?;
        self.expected.contains(id).then(|| id.to_owned())
    }
}
