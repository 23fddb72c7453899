//! The other end of a connection to a manager interface: answers the login, whose
//! challenge differs each time, and plays scenes.

use super::scene::{Act, Calls, Scene};
use crate::ids;
use crate::wait::until;
use md5::{Digest, Md5};
use std::collections::{BTreeMap, VecDeque};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio::task::JoinHandle;
use tokio::time::Instant;

/// The account that a peer knows.
pub const USER: &str = "monitor";
/// Its secret.
pub const SECRET: &str = "s3cret";

/// How often others have their turn before the next piece is sent: first it arrives, then
/// the node reads it, by itself.
const TURNS: usize = 2;

/// A peer that listens on a port of its own.
pub struct Peer {
    address: SocketAddr,
    script: Arc<Script>,
    listening: Option<JoinHandle<()>>,
    connections: Arc<Mutex<Vec<JoinHandle<()>>>>,
}

#[derive(Default)]
struct Script {
    scenes: Mutex<VecDeque<Scene>>,
    heard: Mutex<Vec<String>>,
    logins: Mutex<usize>,
    played: Mutex<usize>,
    go_on: Notify,
}

impl Peer {
    /// Starts listening. Each connection is played the next scene; when there is none
    /// left, an exchange where nothing happens.
    pub async fn start(scenes: impl IntoIterator<Item = Scene>) -> Self {
        let script = Arc::new(Script { scenes: Mutex::new(scenes.into_iter().collect()), ..Script::default() });
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let mut peer = Self { address, script, listening: None, connections: Arc::default() };
        peer.listen(listener);
        peer
    }

    fn listen(&mut self, listener: TcpListener) {
        let (script, connections) = (self.script.clone(), self.connections.clone());
        self.listening = Some(actix_web::rt::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let scene = script.scenes.lock().unwrap().pop_front().unwrap_or_default();
                let playing = actix_web::rt::spawn(Connection::new(stream, scene, script.clone()).play());
                connections.lock().unwrap().push(playing);
            }
        }));
    }

    /// Its address as `host:port`, which the parameter [`ids::ASTERISK_ADDRESS`] takes.
    #[must_use]
    pub fn address(&self) -> String {
        self.address.to_string()
    }

    /// The parameters, with their values, that make a node watch this peer.
    #[must_use]
    pub fn parameters(&self) -> [(i32, String); 5] {
        [
            (ids::TELEPHONY, "S".to_owned()),
            (ids::WATCH_ASTERISK, "S".to_owned()),
            (ids::ASTERISK_ADDRESS, self.address()),
            (ids::ASTERISK_USER, USER.to_owned()),
            (ids::ASTERISK_SECRET, SECRET.to_owned()),
        ]
    }

    /// Closes every connection, and refuses new ones.
    pub async fn go_away(&mut self) {
        if let Some(listening) = self.listening.take() {
            listening.abort();
            // Aborted: that is what was asked for.
            let _ = listening.await;
        }
        for connection in self.connections.lock().unwrap().drain(..) {
            connection.abort();
        }
    }

    /// Listens again at the same address.
    pub async fn come_back(&mut self) {
        let listener = TcpListener::bind(self.address).await.unwrap();
        self.listen(listener);
    }

    /// One more scene for connections to come.
    pub fn add(&self, scene: Scene) {
        self.script.scenes.lock().unwrap().push_back(scene);
    }

    /// The scene goes on that waits for it, or the next to wait: [`Act::AwaitTest`].
    pub fn go_on(&self) {
        self.script.go_on.notify_one();
    }

    /// Names of the actions it was sent.
    #[must_use]
    pub fn heard(&self) -> Vec<String> {
        self.script.heard.lock().unwrap().clone()
    }

    /// How often it was sent an action.
    #[must_use]
    pub fn count(&self, action: &str) -> usize {
        self.heard().iter().filter(|heard| *heard == action).count()
    }

    /// Waits until the node has pinged so often from now on. It pings an exchange that says
    /// nothing, when it has read and done all there is: what it has not done by then on the
    /// occasion of an earlier event it will not do.
    pub async fn pinged(&self, times: usize) {
        let wanted = self.count("Ping") + times;
        until("the pings", || self.count("Ping") >= wanted).await;
    }

    /// Logins that it accepted.
    #[must_use]
    pub fn logins(&self) -> usize {
        *self.script.logins.lock().unwrap()
    }

    /// Scenes that were played to their end.
    #[must_use]
    pub fn played(&self) -> usize {
        *self.script.played.lock().unwrap()
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        let connections = self.connections.lock().unwrap();
        self.listening.iter().chain(connections.iter()).for_each(JoinHandle::abort);
    }
}

type Action = BTreeMap<String, String>;

struct Connection {
    stream: TcpStream,
    scene: Scene,
    script: Arc<Script>,
    challenge: String,
    logged_in: bool,
    lists: usize,
    queues: bool,
    mute: bool,
}

/// The connection is over.
struct Over;

impl From<std::io::Error> for Over {
    fn from(_: std::io::Error) -> Self {
        Self
    }
}

impl Connection {
    fn new(stream: TcpStream, scene: Scene, script: Arc<Script>) -> Self {
        let port = stream.peer_addr().unwrap().port();
        // Each piece leaves at once.
        stream.set_nodelay(true).unwrap();
        let mute = scene.mute;
        let challenge = format!("1{port:05}");
        Self { stream, scene, script, challenge, logged_in: false, lists: 0, queues: false, mute }
    }

    async fn play(mut self) {
        let mut acts = std::mem::take(&mut self.scene.acts).into_iter().peekable();
        let greeting = self.scene.greeting.clone();
        if self.stream.write_all(&greeting).await.is_err() {
            return;
        }
        let script = self.script.clone();
        let (mut got, mut buffer, mut pause_end) = (Vec::new(), vec![0; 4096], None);
        loop {
            let waits = self.is_asked() && matches!(acts.peek(), Some(Act::AwaitTest));
            let ready = match acts.peek() {
                Some(Act::AwaitList(count)) => self.is_asked() && self.lists >= *count,
                Some(Act::AwaitTest) | None => false,
                Some(_) => self.is_asked(),
            };
            // A pause goes on while the node asks something.
            let due = match acts.peek() {
                Some(Act::Pause(pause)) if ready => *pause_end.get_or_insert_with(|| Instant::now() + *pause),
                _ => Instant::now(),
            };
            let over = tokio::select! {
                count = self.stream.read(&mut buffer) => match count {
                    Ok(count) if count > 0 => {
                        got.extend_from_slice(&buffer[..count]);
                        self.answer_all(&mut got).await
                    }
                    _ => Err(Over),
                },
                () = script.go_on.notified(), if waits => {
                    acts.next();
                    Ok(())
                }
                () = tokio::time::sleep_until(due), if ready => {
                    let act = acts.next();
                    pause_end = None;
                    let done = self.act(act).await;
                    if acts.peek().is_none() {
                        *self.script.played.lock().unwrap() += 1;
                    }
                    done
                }
            };
            if over.is_err() {
                return;
            }
        }
    }

    /// Whether the first questions were answered: then the scene begins.
    fn is_asked(&self) -> bool {
        self.lists > 0 && (self.queues || !matches!(self.scene.calls, Calls::Denied))
    }

    async fn act(&mut self, act: Option<Act>) -> Result<(), Over> {
        match act {
            Some(Act::Send(bytes)) => Ok(self.stream.write_all(&bytes).await?),
            Some(Act::SendPieces(pieces)) => {
                for piece in pieces {
                    self.stream.write_all(&piece).await?;
                    for _ in 0..TURNS {
                        tokio::task::yield_now().await;
                    }
                }
                Ok(())
            }
            Some(Act::Calls(calls)) => {
                self.scene.calls = calls;
                Ok(())
            }
            Some(Act::Mute) => {
                self.mute = true;
                Ok(())
            }
            Some(Act::Close) => Err(self.hang_up().await),
            Some(Act::Pause(_) | Act::AwaitList(_) | Act::AwaitTest) | None => Ok(()),
        }
    }

    async fn answer_all(&mut self, got: &mut Vec<u8>) -> Result<(), Over> {
        while let Some(end) = got.windows(4).position(|bytes| bytes == b"\r\n\r\n") {
            let text = String::from_utf8(got.drain(..end + 4).collect()).unwrap();
            let headers = text.lines().filter_map(|line| line.split_once(": "));
            let action: Action = headers.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
            self.script.heard.lock().unwrap().push(action["Action"].clone());
            if self.scene.closes {
                return Err(self.hang_up().await);
            }
            if !self.mute {
                self.answer(&action).await?;
            }
        }
        Ok(())
    }

    async fn answer(&mut self, action: &Action) -> Result<(), Over> {
        let id = action["ActionID"].clone();
        assert!(id.len() >= 16, "an id that can be guessed: {id}");
        let name = action["Action"].as_str();
        if !self.logged_in && !["Challenge", "Login"].contains(&name) {
            return self.respond(&id, "Error", "Message: Permission denied\r\n").await;
        }
        match name {
            "Challenge" if self.scene.no_challenge => {
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
                self.lists += 1;
                match self.scene.calls.clone() {
                    Calls::Denied => self.respond(&id, "Error", "Message: Permission denied\r\n").await,
                    Calls::Unanswered => Ok(()),
                    Calls::Listed(items) => self.list(&id, "CoreShowChannelsComplete", &items).await,
                }
            }
            "QueueStatus" => {
                self.queues = true;
                let items = self.scene.queues.clone();
                self.list(&id, "QueueStatusComplete", &items).await
            }
            "Logoff" => {
                self.respond(&id, "Goodbye", "Message: Thanks for all the fish.\r\n").await?;
                Err(Over)
            }
            other => panic!("the peer does not know {other}"),
        }
    }

    /// Closes the connection. What the node still sends is read: otherwise the system would
    /// reset the connection, which the node tells apart from a connection that was closed.
    async fn hang_up(&mut self) -> Over {
        // The node may have closed it already.
        let _ = self.stream.shutdown().await;
        let mut rest = [0; 1024];
        while self.stream.read(&mut rest).await.is_ok_and(|count| count > 0) {}
        Over
    }

    async fn login(&mut self, id: &str, action: &Action) -> Result<(), Over> {
        let digest = Md5::digest(format!("{}{SECRET}", self.challenge));
        let key: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        let proof = match action.get("Key") {
            Some(given) => *given == key && !self.scene.no_challenge,
            None => self.scene.no_challenge && action.get("Secret").is_some_and(|secret| secret == SECRET),
        };
        if action["Username"] != USER || !proof || self.scene.refuses {
            let message = if self.scene.refuses { "Permission denied" } else { "Authentication failed" };
            self.respond(id, "Error", &format!("Message: {message}\r\n")).await?;
            return Err(Over);
        }
        self.logged_in = true;
        *self.script.logins.lock().unwrap() += 1;
        self.respond(id, "Success", "Message: Authentication accepted\r\n").await
    }

    async fn respond(&mut self, id: &str, response: &str, more: &str) -> Result<(), Over> {
        let text = format!("Response: {response}\r\nActionID: {id}\r\n{more}\r\n");
        Ok(self.stream.write_all(text.as_bytes()).await?)
    }

    /// A list; its items have the place of their id marked.
    async fn list(&mut self, id: &str, end: &str, items: &[String]) -> Result<(), Over> {
        let mut text = format!("Response: Success\r\nActionID: {id}\r\nEventList: start\r\n\r\n");
        for item in items {
            text.push_str(&item.replace(super::scene::ID, id));
        }
        let count = items.len();
        text.push_str(&format!("Event: {end}\r\nActionID: {id}\r\nEventList: Complete\r\nListItems: {count}\r\n\r\n"));
        Ok(self.stream.write_all(text.as_bytes()).await?)
    }
}
