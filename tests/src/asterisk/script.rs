//! What a peer does on a connection: written by hand, or taken from a recording.

use super::recording::{self, Entry, Pieces};
use std::collections::BTreeMap;
use std::time::Duration;

/// Stands for the id of the request in the items of a list.
pub const ACTION_ID: &str = "{id}";

/// The answer to the request for the calls under way (`CoreShowChannels`).
#[derive(Debug, Clone)]
pub enum CallList {
    /// Permission denied.
    Denied,
    /// These items, as whole blocks.
    Items(Vec<String>),
    /// No answer.
    Unanswered,
}

/// One step of a script.
#[derive(Debug, Clone)]
pub enum Step {
    /// Sends bytes.
    Send(Vec<u8>),
    /// Sends pieces in such a way that the node reads each by itself.
    SendPieces(Vec<Vec<u8>>),
    /// Waits.
    Pause(Duration),
    /// Waits until the node has requested the calls under way so often.
    AwaitListRequest(usize),
    /// Waits for the test: [`super::peer::Peer::proceed`].
    AwaitTest,
    /// Changes the calls under way.
    SetCalls(CallList),
    /// Answers nothing any more: the connection is half open.
    StopAnswering,
    /// Closes the connection.
    Close,
}

/// What a peer does on one connection. The steps begin when the first requests for lists have
/// been answered.
#[derive(Debug, Clone)]
pub struct Script {
    /// The first bytes that it sends.
    pub greeting: Vec<u8>,
    /// Answers nothing.
    pub mute: bool,
    /// Closes the connection at the first request.
    pub closes: bool,
    /// Does not know the action `Challenge`.
    pub no_challenge: bool,
    /// Refuses the account for another reason than its secret.
    pub refuses: bool,
    /// The calls under way.
    pub calls: CallList,
    /// The callers that wait in queues, as whole blocks.
    pub queues: Vec<String>,
    /// The steps.
    pub steps: Vec<Step>,
}

impl Default for Script {
    fn default() -> Self {
        Self {
            greeting: b"Asterisk Call Manager/13.0.0\r\n".to_vec(),
            mute: false,
            closes: false,
            no_challenge: false,
            refuses: false,
            calls: CallList::Items(Vec::new()),
            queues: Vec::new(),
            steps: Vec::new(),
        }
    }
}

impl Script {
    /// A script of an exchange without calls that does these steps.
    #[must_use]
    pub fn new(steps: impl IntoIterator<Item = Step>) -> Self {
        Self { steps: steps.into_iter().collect(), ..Self::default() }
    }

    /// The same for an account that may not request the calls under way.
    #[must_use]
    pub fn denied(self) -> Self {
        Self { calls: CallList::Denied, ..self }
    }
}

/// A step that sends events.
#[must_use]
pub fn send(text: impl Into<Vec<u8>>) -> Step {
    Step::Send(text.into())
}

/// A script for each connection of a recording. Events are sent as they were recorded, split
/// where the recorded reads were. The node's requests get the recorded answers when the recorded
/// client made them before any event of a call; otherwise they are denied.
#[must_use]
pub fn recorded(name: &str) -> Vec<Script> {
    recorded_in(name, Pieces::Recorded)
}

/// The same, split in another way.
#[must_use]
pub fn recorded_in(name: &str, pieces: Pieces) -> Vec<Script> {
    let mut connections: Vec<RecordedConnection> = Vec::new();
    for (read, (_, entry)) in recording::load(name).into_iter().enumerate() {
        match entry {
            Entry::Connected => connections.push(RecordedConnection::default()),
            Entry::Closed => connections.last_mut().unwrap().closes = true,
            Entry::Client(_, bytes) => connections.last_mut().unwrap().add_client_bytes(&bytes),
            Entry::Server(_, bytes) => connections.last_mut().unwrap().add_server_bytes(read, &bytes),
        }
    }
    connections.into_iter().map(|connection| connection.into_script(pieces)).collect()
}

/// The script of a recording with one connection, in parts. Each part waits for the test. The
/// first begins with the first event, each other with the first event that contains its text.
/// The connection stays open at the end.
#[must_use]
pub fn in_parts(name: &str, begins: &[&str]) -> Script {
    let mut script = recorded_in(name, Pieces::AllAtOnce).remove(0);
    let events = std::mem::take(&mut script.steps).into_iter().find_map(|step| match step {
        Step::SendPieces(mut pieces) => pieces.pop(),
        _ => None,
    });
    let mut rest = String::from_utf8(events.expect("events")).unwrap();
    let mut parts = Vec::new();
    for begin in begins {
        let here = rest.find(begin).unwrap_or_else(|| panic!("{name} has no {begin:?}")) + begin.len();
        let next = rest.split_off(rest[..here].rfind("Event: ").unwrap());
        parts.push(std::mem::replace(&mut rest, next));
    }
    parts.push(rest);
    script.steps = parts.into_iter().flat_map(|part| [Step::AwaitTest, send(part)]).collect();
    script
}

/// A connection of a recording.
#[derive(Default)]
struct RecordedConnection {
    /// The actions of the client, by their ids.
    requests: BTreeMap<String, String>,
    /// Bytes of a block that is not complete yet, each with the read that it came with.
    rest: Vec<(usize, u8)>,
    /// Bytes of events, each with the read that it came with.
    events: Vec<(usize, u8)>,
    calls: Option<Vec<String>>,
    queues: Vec<String>,
    /// There was an event of a call.
    began: bool,
    closes: bool,
}

impl RecordedConnection {
    fn add_client_bytes(&mut self, bytes: &[u8]) {
        let text = String::from_utf8_lossy(bytes).into_owned();
        let names = text.lines().filter_map(|line| line.strip_prefix("Action: "));
        let ids = recording::action_ids(bytes).into_iter().map(|id| id.as_str().to_owned());
        self.requests.extend(ids.zip(names.map(str::to_owned)));
    }

    fn add_server_bytes(&mut self, read: usize, bytes: &[u8]) {
        for byte in bytes {
            self.rest.push((read, *byte));
            let end: Vec<u8> = self.rest.iter().rev().take(4).map(|(_, byte)| *byte).collect();
            let banner = *byte == b'\n' && self.rest.first() == Some(&(read, b'A'));
            if end == *b"\n\r\n\r" || banner {
                let block = std::mem::take(&mut self.rest);
                self.add_block(block);
            }
        }
    }

    /// Adds a block to the events, or to the list that it is an item of.
    fn add_block(&mut self, block: Vec<(usize, u8)>) {
        let bytes: Vec<u8> = block.iter().map(|(_, byte)| *byte).collect();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let id = text.lines().find_map(|line| line.strip_prefix("ActionID: "));
        match id.and_then(|id| self.requests.get(id).map(|action| (id, action.as_str()))) {
            None if text.starts_with("Event: ") => {
                self.began |= !text.starts_with("Event: FullyBooted");
                self.events.extend(block);
            }
            Some((id, action)) if text.starts_with("Event: ") && !text.contains("EventList: Complete") => {
                let item = text.replace(&format!("ActionID: {id}\r\n"), &format!("ActionID: {ACTION_ID}\r\n"));
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

    fn into_script(self, pieces: Pieces) -> Script {
        let bytes = |piece: &[(usize, u8)]| piece.iter().map(|(_, byte)| *byte).collect::<Vec<u8>>();
        let pieces: Vec<Vec<u8>> = match pieces {
            Pieces::Recorded => self.events.chunk_by(|one, other| one.0 == other.0).map(bytes).collect(),
            Pieces::Bytes => self.events.chunks(1).map(bytes).collect(),
            Pieces::AllAtOnce => self.events.chunks(self.events.len().max(1)).map(bytes).collect(),
        };
        let events = (!pieces.is_empty()).then_some(Step::SendPieces(pieces));
        let steps = events.into_iter().chain(self.closes.then_some(Step::Close)).collect();
        let calls = self.calls.map_or(CallList::Denied, CallList::Items);
        Script { calls, queues: self.queues, steps, ..Script::default() }
    }
}
