//! Reads the recordings, and replays them to the parser and the tracker.

use chrono::{DateTime, TimeDelta, Utc};
use solicita::domain::telephony::ami::calls::{Change, Tracker, VerificationMode};
use solicita::domain::telephony::ami::protocol::{ActionId, Block, Classifier, Damaged, Message, Parser};

/// One entry of a recording, with its time in milliseconds.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// The connection was made.
    Connected,
    /// The server closed it.
    Closed,
    /// The client sent bytes.
    Client(i64, Vec<u8>),
    /// The server sent bytes.
    Server(i64, Vec<u8>),
}

/// The names of all recordings, in order.
#[must_use]
pub fn names() -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/asterisk/recordings"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap().replace(".txt", ""))
        .collect();
    names.sort();
    names
}

/// Reads a recording: each entry with its time in milliseconds.
#[must_use]
pub fn load(name: &str) -> Vec<(i64, Entry)> {
    read(&std::fs::read(format!("{}/asterisk/recordings/{name}.txt", env!("CARGO_MANIFEST_DIR"))).unwrap())
}

/// Parses the format of recordings: `#### t=S server bytes=N`, LF, N raw bytes, LF.
#[must_use]
pub fn read(mut bytes: &[u8]) -> Vec<(i64, Entry)> {
    let mut entries = Vec::new();
    while !bytes.is_empty() {
        let end = bytes.iter().position(|b| *b == b'\n').unwrap();
        let line = std::str::from_utf8(&bytes[..end]).unwrap().strip_prefix("#### ").unwrap();
        bytes = &bytes[end + 1..];
        let Some(marker) = line.strip_prefix("t=") else { continue };
        let (time, what) = marker.split_once(' ').unwrap();
        let time = (time.parse::<f64>().unwrap() * 1000.0).round() as i64;
        if let Some((who, count)) = what.split_once(" bytes=") {
            let count: usize = count.parse().unwrap();
            let payload = bytes[..count].to_vec();
            assert_eq!(bytes[count], b'\n');
            bytes = &bytes[count + 1..];
            entries.push((
                time,
                if who == "client" { Entry::Client(time, payload) } else { Entry::Server(time, payload) },
            ));
        } else if what == "NOTE TCP connected" {
            entries.push((time, Entry::Connected));
        } else if what == "NOTE TCP closed by server (EOF)" {
            entries.push((time, Entry::Closed));
        }
    }
    entries
}

/// A time of a recording as an instant.
#[must_use]
pub fn at(milliseconds: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::milliseconds(milliseconds)
}

/// The pieces in which the bytes arrive.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pieces {
    /// As they were recorded.
    Recorded,
    /// Byte by byte.
    Bytes,
    /// All bytes of a connection in one piece.
    AllAtOnce,
}

/// What happens on a connection, in order.
pub enum Input {
    /// A new connection.
    Connected,
    /// Its end.
    Closed(i64),
    /// The client sent bytes.
    Sent(Vec<u8>),
    /// A block of the server was read.
    Received(i64, Result<Block, Damaged>),
}

/// Parses a recording in pieces. In each case a block has the time of the recorded read that
/// completes it.
#[must_use]
pub fn parse(entries: &[(i64, Entry)], pieces: Pieces) -> Vec<Input> {
    let mut inputs = Vec::new();
    let mut parser = Parser::new();
    let mut all = parse_at_once(entries).into_iter();
    for (time, entry) in entries {
        match entry {
            Entry::Connected => {
                parser = Parser::new();
                inputs.push(Input::Connected);
            }
            Entry::Closed => inputs.push(Input::Closed(*time)),
            Entry::Client(_, bytes) => inputs.push(Input::Sent(bytes.clone())),
            Entry::Server(_, bytes) => {
                let blocks: Vec<_> = match pieces {
                    Pieces::Recorded => parser.push(bytes),
                    Pieces::Bytes => bytes.chunks(1).flat_map(|byte| parser.push(byte)).collect(),
                    Pieces::AllAtOnce => {
                        let count = parser.push(bytes).len();
                        all.by_ref().take(count).collect()
                    }
                };
                inputs.extend(blocks.into_iter().map(|block| Input::Received(*time, block)));
            }
        }
    }
    if pieces == Pieces::AllAtOnce {
        assert_eq!(all.next(), None, "all at once gives the same number of blocks");
    }
    inputs
}

/// The blocks of each connection, when its bytes are parsed in one piece.
fn parse_at_once(entries: &[(i64, Entry)]) -> Vec<Result<Block, Damaged>> {
    let mut connections: Vec<Vec<u8>> = Vec::new();
    for (_, entry) in entries {
        match entry {
            Entry::Connected => connections.push(Vec::new()),
            Entry::Server(_, bytes) => connections.last_mut().unwrap().extend(bytes),
            _ => {}
        }
    }
    connections.iter().flat_map(|bytes| Parser::new().push(bytes)).collect()
}

/// The action ids in what the client sent.
#[must_use]
pub fn action_ids(bytes: &[u8]) -> Vec<ActionId> {
    let text = String::from_utf8_lossy(bytes);
    let lines = text.lines().filter_map(|line| line.strip_prefix("ActionID: "));
    lines.filter_map(|id| ActionId::new(id).ok()).collect()
}

/// The changes of a recording, and the number of suspicious events in it.
#[must_use]
pub fn track(inputs: Vec<Input>, trust: VerificationMode) -> (Vec<(i64, Change)>, u64) {
    let mut tracker = Tracker::new(trust);
    let mut classifier = Classifier::new();
    let mut changes = Vec::new();
    let mut suspicious = 0;
    for input in inputs {
        match input {
            Input::Connected => classifier = Classifier::new(),
            Input::Closed(time) => {
                suspicious += tracker.suspicious();
                changes.extend(tracker.reset(at(time)).into_iter().map(|change| (time, change)));
            }
            Input::Sent(bytes) => {
                for id in action_ids(&bytes) {
                    assert!(classifier.expect(&id));
                }
            }
            Input::Received(time, block) => {
                let message = classifier.classify(block);
                changes.extend(tracker.feed(&message, at(time)).into_iter().map(|change| (time, change)));
            }
        }
    }
    (changes, suspicious + tracker.suspicious())
}

/// Parses bytes of one connection and feeds them to a tracker, all with the same time.
pub fn feed(tracker: &mut Tracker, classifier: &mut Classifier, bytes: &[u8], time: i64) -> Vec<Change> {
    let blocks = Parser::new().push(bytes);
    let messages: Vec<Message> = blocks.into_iter().map(|block| classifier.classify(block)).collect();
    messages.iter().flat_map(|message| tracker.feed(message, at(time))).collect()
}
