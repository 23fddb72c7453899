//! What a peer plays: written by hand, or taken from a recording.

use super::recording::{self, Step};
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
    /// Time passes.
    Pause(Duration),
    /// Waits until the calls under way were asked for so often.
    AwaitList(usize),
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

/// The connections of a recording. The events come as they were recorded; our questions
/// get the recorded answers, with the ids of the questions, when the recorded client
/// asked before any event came, and are denied otherwise.
#[must_use]
pub fn recorded(name: &str) -> Vec<Scene> {
    let mut scenes: Vec<Scene> = Vec::new();
    let mut asked: BTreeMap<String, String> = BTreeMap::new();
    let mut rest = Vec::new();
    for (_, step) in recording::load(name) {
        match step {
            Step::Connected => {
                scenes.push(Scene { calls: Calls::Denied, ..Scene::default() });
                asked.clear();
                rest.clear();
            }
            Step::Closed => scenes.last_mut().unwrap().acts.push(Act::Close),
            Step::Client(_, bytes) => {
                let text = String::from_utf8_lossy(&bytes).into_owned();
                let names = text.lines().filter_map(|line| line.strip_prefix("Action: "));
                let ids = recording::ids(&bytes).into_iter().map(|id| id.as_str().to_owned());
                asked.extend(ids.zip(names.map(str::to_owned)));
            }
            Step::Server(_, bytes) => {
                rest.extend(bytes);
                while let Some(end) = rest.windows(4).position(|bytes| bytes == b"\r\n\r\n") {
                    let block: Vec<u8> = rest.drain(..end + 4).collect();
                    place(scenes.last_mut().unwrap(), &asked, block);
                }
            }
        }
    }
    scenes
}

/// Puts a block where it belongs: an answer of ours, or something that happens.
fn place(scene: &mut Scene, asked: &BTreeMap<String, String>, mut block: Vec<u8>) {
    if block.starts_with(b"Asterisk Call Manager/") {
        let end = block.iter().position(|byte| *byte == b'\n').unwrap() + 1;
        block.drain(..end);
    }
    let text = String::from_utf8_lossy(&block).into_owned();
    let id = text.lines().find_map(|line| line.strip_prefix("ActionID: "));
    match id.and_then(|id| asked.get(id).map(|action| (id, action.as_str()))) {
        None if text.starts_with("Event: ") => scene.acts.push(Act::Send(block)),
        Some((id, action)) if text.starts_with("Event: ") && !text.contains("EventList: Complete") => {
            let item = text.replace(&format!("ActionID: {id}\r\n"), &format!("ActionID: {ID}\r\n"));
            let before_any = happened(scene) == 0;
            match (action, &mut scene.calls) {
                ("CoreShowChannels", Calls::Listed(items)) => items.push(item),
                ("QueueStatus", _) if before_any => scene.queues.push(item),
                _ => {}
            }
        }
        Some((_, "CoreShowChannels")) if text.contains("EventList: start") && happened(scene) == 0 => {
            scene.calls = Calls::Listed(Vec::new());
        }
        _ => {}
    }
}

/// Events of calls so far.
fn happened(scene: &Scene) -> usize {
    let is_call = |act: &&Act| matches!(act, Act::Send(bytes) if !bytes.starts_with(b"Event: FullyBooted"));
    scene.acts.iter().filter(is_call).count()
}
