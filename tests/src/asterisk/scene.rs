//! What a peer plays: written by hand, or taken from a recording.

use super::recording::{self, Pieces, Step};
use std::collections::BTreeMap;
use std::time::Duration;

/// Stands in an item of a list where the id of the question goes.
pub const ID: &str = "{id}";

/// Answer to the question which calls are under way.
#[derive(Debug, Clone)]
pub enum Calls {
    /// Permission denied.
    Denied,
    /// These, as whole blocks.
    Listed(Vec<String>),
    /// None at all.
    Unanswered,
}

/// One thing that happens.
#[derive(Debug, Clone)]
pub enum Act {
    /// Bytes are sent.
    Send(Vec<u8>),
    /// Pieces are sent, each so that it is read for itself.
    SendPieces(Vec<Vec<u8>>),
    /// Time passes.
    Pause(Duration),
    /// Waits until the calls under way were asked for so often.
    AwaitList(usize),
    /// Waits until the test says so: `Peer::go_on`.
    AwaitTest,
    /// Other calls are under way.
    Calls(Calls),
    /// No more answers: the connection is half open.
    Mute,
    /// The connection is closed, the line that was begun with it.
    Close,
}

/// What is played on one connection. The acts begin when the first questions were
/// answered.
#[derive(Debug, Clone)]
pub struct Scene {
    /// The first bytes.
    pub greeting: Vec<u8>,
    /// Gives no answer to anything.
    pub mute: bool,
    /// Closes at the first question.
    pub closes: bool,
    /// Knows no challenge.
    pub no_challenge: bool,
    /// Refuses the account for another reason than its secret.
    pub refuses: bool,
    /// The calls under way.
    pub calls: Calls,
    /// Callers that wait in queues.
    pub queues: Vec<String>,
    /// What happens then.
    pub acts: Vec<Act>,
}

impl Default for Scene {
    fn default() -> Self {
        Self {
            greeting: b"Asterisk Call Manager/13.0.0\r\n".to_vec(),
            mute: false,
            closes: false,
            no_challenge: false,
            refuses: false,
            calls: Calls::Listed(Vec::new()),
            queues: Vec::new(),
            acts: Vec::new(),
        }
    }
}

impl Scene {
    /// An exchange where these things happen.
    #[must_use]
    pub fn of(acts: impl IntoIterator<Item = Act>) -> Self {
        Self { acts: acts.into_iter().collect(), ..Self::default() }
    }

    /// The same for an account that may not ask which calls are under way.
    #[must_use]
    pub fn denied(self) -> Self {
        Self { calls: Calls::Denied, ..self }
    }
}

/// An event.
#[must_use]
pub fn send(text: impl Into<Vec<u8>>) -> Act {
    Act::Send(text.into())
}

/// The connections of a recording. The events come as they were recorded, at the borders
/// of the recorded reads; our questions get the recorded answers, with the ids of the
/// questions, when the recorded client asked before any event came, and are denied
/// otherwise.
#[must_use]
pub fn recorded(name: &str) -> Vec<Scene> {
    recorded_in(name, Pieces::Recorded)
}

/// The same in other pieces.
#[must_use]
pub fn recorded_in(name: &str, pieces: Pieces) -> Vec<Scene> {
    let mut connections: Vec<Connection> = Vec::new();
    for (read, (_, step)) in recording::load(name).into_iter().enumerate() {
        match step {
            Step::Connected => connections.push(Connection::default()),
            Step::Closed => connections.last_mut().unwrap().closes = true,
            Step::Client(_, bytes) => connections.last_mut().unwrap().hear(&bytes),
            Step::Server(_, bytes) => connections.last_mut().unwrap().say(read, &bytes),
        }
    }
    connections.into_iter().map(|connection| connection.scene(pieces)).collect()
}

/// The only connection of a recording, in parts: each begins when the test says so, with
/// the event that has such a text, the first with the first event. It stays open.
#[must_use]
pub fn in_parts(name: &str, begins: &[&str]) -> Scene {
    let mut scene = recorded_in(name, Pieces::AllAtOnce).remove(0);
    let happens = std::mem::take(&mut scene.acts).into_iter().find_map(|act| match act {
        Act::SendPieces(mut pieces) => pieces.pop(),
        _ => None,
    });
    let mut rest = String::from_utf8(happens.expect("something happens")).unwrap();
    let mut parts = Vec::new();
    for begin in begins {
        let here = rest.find(begin).unwrap_or_else(|| panic!("{name} has no {begin:?}")) + begin.len();
        let next = rest.split_off(rest[..here].rfind("Event: ").unwrap());
        parts.push(std::mem::replace(&mut rest, next));
    }
    parts.push(rest);
    scene.acts = parts.into_iter().flat_map(|part| [Act::AwaitTest, send(part)]).collect();
    scene
}

/// A recorded connection.
#[derive(Default)]
struct Connection {
    /// What was asked under which id.
    asked: BTreeMap<String, String>,
    /// Bytes of a block that is not complete yet, each with the read it came with.
    rest: Vec<(usize, u8)>,
    /// Bytes of events.
    events: Vec<(usize, u8)>,
    calls: Option<Vec<String>>,
    queues: Vec<String>,
    /// An event of a call was among the events.
    began: bool,
    closes: bool,
}

impl Connection {
    fn hear(&mut self, bytes: &[u8]) {
        let text = String::from_utf8_lossy(bytes).into_owned();
        let names = text.lines().filter_map(|line| line.strip_prefix("Action: "));
        let ids = recording::ids(bytes).into_iter().map(|id| id.as_str().to_owned());
        self.asked.extend(ids.zip(names.map(str::to_owned)));
    }

    fn say(&mut self, read: usize, bytes: &[u8]) {
        for byte in bytes {
            self.rest.push((read, *byte));
            let end: Vec<u8> = self.rest.iter().rev().take(4).map(|(_, byte)| *byte).collect();
            let banner = *byte == b'\n' && self.rest.first() == Some(&(read, b'A'));
            if end == *b"\n\r\n\r" || banner {
                let block = std::mem::take(&mut self.rest);
                self.place(block);
            }
        }
    }

    /// Puts a block where it belongs: an answer of ours, or something that happens.
    fn place(&mut self, block: Vec<(usize, u8)>) {
        let bytes: Vec<u8> = block.iter().map(|(_, byte)| *byte).collect();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let id = text.lines().find_map(|line| line.strip_prefix("ActionID: "));
        match id.and_then(|id| self.asked.get(id).map(|action| (id, action.as_str()))) {
            None if text.starts_with("Event: ") => {
                self.began |= !text.starts_with("Event: FullyBooted");
                self.events.extend(block);
            }
            Some((id, action)) if text.starts_with("Event: ") && !text.contains("EventList: Complete") => {
                let item = text.replace(&format!("ActionID: {id}\r\n"), &format!("ActionID: {ID}\r\n"));
                match (action, &mut self.calls) {
                    ("CoreShowChannels", Some(items)) => items.push(item),
                    ("QueueStatus", _) if !self.began => self.queues.push(item),
                    _ => {}
                }
            }
            Some((_, "CoreShowChannels")) if text.contains("EventList: start") && !self.began => {
                self.calls = Some(Vec::new());
            }
            _ => {}
        }
    }

    fn scene(self, pieces: Pieces) -> Scene {
        let bytes = |piece: &[(usize, u8)]| piece.iter().map(|(_, byte)| *byte).collect::<Vec<u8>>();
        let pieces: Vec<Vec<u8>> = match pieces {
            Pieces::Recorded => self.events.chunk_by(|one, other| one.0 == other.0).map(bytes).collect(),
            Pieces::Bytes => self.events.chunks(1).map(bytes).collect(),
            Pieces::AllAtOnce => self.events.chunks(self.events.len().max(1)).map(bytes).collect(),
        };
        let happens = (!pieces.is_empty()).then_some(Act::SendPieces(pieces));
        let acts = happens.into_iter().chain(self.closes.then_some(Act::Close)).collect();
        let calls = self.calls.map_or(Calls::Denied, Calls::Listed);
        Scene { calls, queues: self.queues, acts, ..Scene::default() }
    }
}
