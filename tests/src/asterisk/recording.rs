//! Reads the recordings, and replays them.

use chrono::{DateTime, TimeDelta, Utc};
use solicita::domain::telephony::ami::calls::{Change, Tracker, VerificationMode};
use solicita::domain::telephony::ami::protocol::{ActionId, Block, Classifier, Damaged, Message, Parser};

/// One step of a recording, with its time in milliseconds.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// The connection is made.
    Connected,
    /// The server closes it.
    Closed,
    /// The client sends.
    Client(i64, Vec<u8>),
    /// The server sends.
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

/// Reads a recording: each step with its time in milliseconds.
#[must_use]
pub fn load(name: &str) -> Vec<(i64, Step)> {
    read(&std::fs::read(format!("{}/asterisk/recordings/{name}.txt", env!("CARGO_MANIFEST_DIR"))).unwrap())
}

/// Reads the format by byte count: `#### t=S server bytes=N`, LF, N raw bytes, LF.
#[must_use]
pub fn read(mut bytes: &[u8]) -> Vec<(i64, Step)> {
    let mut steps = Vec::new();
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
            steps.push((time, if who == "client" { Step::Client(time, payload) } else { Step::Server(time, payload) }));
        } else if what == "NOTE TCP connected" {
            steps.push((time, Step::Connected));
        } else if what == "NOTE TCP closed by server (EOF)" {
            steps.push((time, Step::Closed));
        }
    }
    steps
}

/// The time of a recording's clock.
#[must_use]
pub fn at(milliseconds: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::milliseconds(milliseconds)
}

/// In which pieces the bytes come.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pieces {
    /// As they were recorded.
    Recorded,
    /// One by one.
    Bytes,
    /// A connection's in one.
    AllAtOnce,
}

/// What a connection got, in order.
pub enum Input {
    /// A new connection.
    Connected,
    /// Its end.
    Closed(i64),
    /// What the client sent.
    Asked(Vec<u8>),
    /// A block of the server.
    Got(i64, Result<Block, Damaged>),
}

/// Parses a recording in pieces. Blocks get the time of the recorded read that completes them, in each way.
#[must_use]
pub fn parse(steps: &[(i64, Step)], pieces: Pieces) -> Vec<Input> {
    let mut inputs = Vec::new();
    let mut parser = Parser::new();
    let mut all = at_once(steps).into_iter();
    for (time, step) in steps {
        match step {
            Step::Connected => {
                parser = Parser::new();
                inputs.push(Input::Connected);
            }
            Step::Closed => inputs.push(Input::Closed(*time)),
            Step::Client(_, bytes) => inputs.push(Input::Asked(bytes.clone())),
            Step::Server(_, bytes) => {
                let blocks: Vec<_> = match pieces {
                    Pieces::Recorded => parser.push(bytes),
                    Pieces::Bytes => bytes.chunks(1).flat_map(|byte| parser.push(byte)).collect(),
                    Pieces::AllAtOnce => {
                        let count = parser.push(bytes).len();
                        all.by_ref().take(count).collect()
                    }
                };
                inputs.extend(blocks.into_iter().map(|block| Input::Got(*time, block)));
            }
        }
    }
    if pieces == Pieces::AllAtOnce {
        assert_eq!(all.next(), None, "all at once gives the same number of blocks");
    }
    inputs
}

/// The blocks of each connection, its bytes given in one piece.
fn at_once(steps: &[(i64, Step)]) -> Vec<Result<Block, Damaged>> {
    let mut connections: Vec<Vec<u8>> = Vec::new();
    for (_, step) in steps {
        match step {
            Step::Connected => connections.push(Vec::new()),
            Step::Server(_, bytes) => connections.last_mut().unwrap().extend(bytes),
            _ => {}
        }
    }
    connections.iter().flat_map(|bytes| Parser::new().push(bytes)).collect()
}

/// The action ids in what the client sent.
#[must_use]
pub fn ids(bytes: &[u8]) -> Vec<ActionId> {
    let text = String::from_utf8_lossy(bytes);
    let lines = text.lines().filter_map(|line| line.strip_prefix("ActionID: "));
    lines.filter_map(|id| ActionId::new(id).ok()).collect()
}

/// The changes of a recording and what was dropped or suspicious in it.
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
            Input::Asked(bytes) => {
                for id in ids(&bytes) {
                    assert!(classifier.expect(&id));
                }
            }
            Input::Got(time, block) => {
                let message = classifier.classify(block);
                changes.extend(tracker.feed(&message, at(time)).into_iter().map(|change| (time, change)));
            }
        }
    }
    (changes, suspicious + tracker.suspicious())
}

/// Feeds raw bytes of one connection, all at one moment.
pub fn feed(tracker: &mut Tracker, classifier: &mut Classifier, bytes: &[u8], time: i64) -> Vec<Change> {
    let blocks = Parser::new().push(bytes);
    let messages: Vec<Message> = blocks.into_iter().map(|block| classifier.classify(block)).collect();
    messages.iter().flat_map(|message| tracker.feed(message, at(time))).collect()
}
