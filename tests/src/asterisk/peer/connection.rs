//! One connection of a peer.

use super::{SECRET, Shared, USER};
use crate::asterisk::script::{ACTION_ID, CallList, Script, Step};
use md5::{Digest, Md5};
use std::collections::BTreeMap;
use std::sync::Arc;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::Instant;

/// How often other tasks run before the next piece is sent: first the piece arrives, then the
/// node reads it by itself.
const YIELDS: usize = 2;

/// The headers of an action.
type Action = BTreeMap<String, String>;

pub(super) struct Connection {
    stream: TcpStream,
    script: Script,
    shared: Arc<Shared>,
    challenge: String,
    logged_in: bool,
    /// How often the calls under way were requested.
    list_requests: usize,
    /// Whether the queues were requested.
    queues_requested: bool,
    mute: bool,
}

/// The connection has ended.
struct Ended;

impl From<std::io::Error> for Ended {
    fn from(_: std::io::Error) -> Self {
        Self
    }
}

impl Connection {
    pub fn new(stream: TcpStream, script: Script, shared: Arc<Shared>) -> Self {
        let port = stream.peer_addr().unwrap().port();
        // Each piece is sent at once.
        stream.set_nodelay(true).unwrap();
        let mute = script.mute;
        let challenge = format!("1{port:05}");
        Self { stream, script, shared, challenge, logged_in: false, list_requests: 0, queues_requested: false, mute }
    }

    /// Follows the script until the connection ends.
    pub async fn run(mut self) {
        let mut steps = std::mem::take(&mut self.script.steps).into_iter().peekable();
        let greeting = self.script.greeting.clone();
        if self.stream.write_all(&greeting).await.is_err() {
            return;
        }
        let shared = self.shared.clone();
        let (mut received, mut buffer, mut pause_end) = (Vec::new(), vec![0; 4096], None);
        loop {
            let waits_for_test = self.has_begun() && matches!(steps.peek(), Some(Step::AwaitTest));
            let ready = match steps.peek() {
                Some(Step::AwaitListRequest(count)) => self.has_begun() && self.list_requests >= *count,
                Some(Step::AwaitTest) | None => false,
                Some(_) => self.has_begun(),
            };
            // A pause goes on while the node sends something.
            let due = match steps.peek() {
                Some(Step::Pause(pause)) if ready => *pause_end.get_or_insert_with(|| Instant::now() + *pause),
                _ => Instant::now(),
            };
            let result = tokio::select! {
                count = self.stream.read(&mut buffer) => match count {
                    Ok(count) if count > 0 => {
                        received.extend_from_slice(&buffer[..count]);
                        self.answer_all(&mut received).await
                    }
                    _ => Err(Ended),
                },
                () = shared.proceed.notified(), if waits_for_test => {
                    steps.next();
                    Ok(())
                }
                () = tokio::time::sleep_until(due), if ready => {
                    let step = steps.next();
                    pause_end = None;
                    let done = self.execute(step).await;
                    if steps.peek().is_none() {
                        *self.shared.completed.lock().unwrap() += 1;
                    }
                    done
                }
            };
            if result.is_err() {
                return;
            }
        }
    }

    /// Whether the first requests for lists were answered: then the steps begin.
    fn has_begun(&self) -> bool {
        self.list_requests > 0 && (self.queues_requested || !matches!(self.script.calls, CallList::Denied))
    }

    async fn execute(&mut self, step: Option<Step>) -> Result<(), Ended> {
        match step {
            Some(Step::Send(bytes)) => Ok(self.stream.write_all(&bytes).await?),
            Some(Step::SendPieces(pieces)) => {
                for piece in pieces {
                    self.stream.write_all(&piece).await?;
                    for _ in 0..YIELDS {
                        tokio::task::yield_now().await;
                    }
                }
                Ok(())
            }
            Some(Step::SetCalls(calls)) => {
                self.script.calls = calls;
                Ok(())
            }
            Some(Step::StopAnswering) => {
                self.mute = true;
                Ok(())
            }
            Some(Step::Close) => Err(self.close().await),
            Some(Step::Pause(_) | Step::AwaitListRequest(_) | Step::AwaitTest) | None => Ok(()),
        }
    }

    async fn answer_all(&mut self, received: &mut Vec<u8>) -> Result<(), Ended> {
        while let Some(end) = received.windows(4).position(|bytes| bytes == b"\r\n\r\n") {
            let text = String::from_utf8(received.drain(..end + 4).collect()).unwrap();
            let headers = text.lines().filter_map(|line| line.split_once(": "));
            let action: Action = headers.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
            self.shared.actions.lock().unwrap().push(action["Action"].clone());
            if self.script.closes {
                return Err(self.close().await);
            }
            if !self.mute {
                self.answer(&action).await?;
            }
        }
        Ok(())
    }

    async fn answer(&mut self, action: &Action) -> Result<(), Ended> {
        let id = action["ActionID"].clone();
        assert!(id.len() >= 16, "an id that can be guessed: {id}");
        let name = action["Action"].as_str();
        if !self.logged_in && !["Challenge", "Login"].contains(&name) {
            return self.respond(&id, "Error", "Message: Permission denied\r\n").await;
        }
        match name {
            "Challenge" if self.script.no_challenge => {
                let message = "Message: Invalid/unknown command: Challenge. Use Action: ListCommands to show available commands.\r\n";
                self.respond(&id, "Error", message).await
            }
            "Challenge" => {
                let challenge = format!("Challenge: {}\r\n", self.challenge);
                self.respond(&id, "Success", &challenge).await
            }
            "Login" => self.login(&id, action).await,
            "Events" => self.respond(&id, "Success", "Events: On\r\n").await,
            "Ping" => self.respond(&id, "Success", "Ping: Pong\r\n").await,
            "CoreShowChannels" => {
                self.list_requests += 1;
                match self.script.calls.clone() {
                    CallList::Denied => self.respond(&id, "Error", "Message: Permission denied\r\n").await,
                    CallList::Unanswered => Ok(()),
                    CallList::Items(items) => self.list(&id, "CoreShowChannelsComplete", &items).await,
                }
            }
            "QueueStatus" => {
                self.queues_requested = true;
                let items = self.script.queues.clone();
                self.list(&id, "QueueStatusComplete", &items).await
            }
            "Logoff" => {
                self.respond(&id, "Goodbye", "Message: Thanks for all the fish.\r\n").await?;
                Err(Ended)
            }
            other => panic!("the peer does not know the action {other}"),
        }
    }

    /// Closes the connection. What the node still sends is read: otherwise the system would
    /// reset the connection, which is another fault than closing it.
    async fn close(&mut self) -> Ended {
        // The node may have closed it already.
        let _ = self.stream.shutdown().await;
        let mut rest = [0; 1024];
        while self.stream.read(&mut rest).await.is_ok_and(|count| count > 0) {}
        Ended
    }

    async fn login(&mut self, id: &str, action: &Action) -> Result<(), Ended> {
        let digest = Md5::digest(format!("{}{SECRET}", self.challenge));
        let key: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        let proven = match action.get("Key") {
            Some(given) => *given == key && !self.script.no_challenge,
            None => self.script.no_challenge && action.get("Secret").is_some_and(|secret| secret == SECRET),
        };
        if action["Username"] != USER || !proven || self.script.refuses {
            let message = if self.script.refuses { "Permission denied" } else { "Authentication failed" };
            self.respond(id, "Error", &format!("Message: {message}\r\n")).await?;
            return Err(Ended);
        }
        self.logged_in = true;
        *self.shared.logins.lock().unwrap() += 1;
        self.respond(id, "Success", "Message: Authentication accepted\r\n").await
    }

    async fn respond(&mut self, id: &str, response: &str, more: &str) -> Result<(), Ended> {
        let text = format!("Response: {response}\r\nActionID: {id}\r\n{more}\r\n");
        Ok(self.stream.write_all(text.as_bytes()).await?)
    }

    /// Sends a list; [`ACTION_ID`] in its items is replaced by the id of the request.
    async fn list(&mut self, id: &str, end: &str, items: &[String]) -> Result<(), Ended> {
        let mut text = format!("Response: Success\r\nActionID: {id}\r\nEventList: start\r\n\r\n");
        for item in items {
            text.push_str(&item.replace(ACTION_ID, id));
        }
        let count = items.len();
        text.push_str(&format!("Event: {end}\r\nActionID: {id}\r\nEventList: Complete\r\nListItems: {count}\r\n\r\n"));
        Ok(self.stream.write_all(text.as_bytes()).await?)
    }
}
