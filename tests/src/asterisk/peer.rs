//! The other end of a connection to a manager interface. It answers the login, with another
//! challenge each time, and follows scripts.

mod connection;

use super::script::Script;
use crate::ids;
use crate::wait::until;
use connection::Connection;
use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use tokio::net::TcpListener;
use tokio::sync::Notify;
use tokio::task::JoinHandle;

/// The account that the peer knows.
pub const USER: &str = "monitor";
/// The secret of the account.
pub const SECRET: &str = "s3cret";

/// A peer that listens on a port of its own.
pub struct Peer {
    address: SocketAddr,
    shared: Arc<Shared>,
    listening: Option<JoinHandle<()>>,
    connections: Arc<Mutex<Vec<JoinHandle<()>>>>,
}

/// What all connections of a peer share.
#[derive(Default)]
struct Shared {
    scripts: Mutex<VecDeque<Script>>,
    actions: Mutex<Vec<String>>,
    logins: Mutex<usize>,
    completed: Mutex<usize>,
    proceed: Notify,
}

impl Peer {
    /// Starts to listen. Each connection follows the next script; when there is none left, it
    /// is an exchange without calls.
    pub async fn start(scripts: impl IntoIterator<Item = Script>) -> Self {
        let shared = Arc::new(Shared { scripts: Mutex::new(scripts.into_iter().collect()), ..Shared::default() });
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let mut peer = Self { address, shared, listening: None, connections: Arc::default() };
        peer.listen(listener);
        peer
    }

    fn listen(&mut self, listener: TcpListener) {
        let (shared, connections) = (self.shared.clone(), self.connections.clone());
        self.listening = Some(actix_web::rt::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let script = shared.scripts.lock().unwrap().pop_front().unwrap_or_default();
                let task = actix_web::rt::spawn(Connection::new(stream, script, shared.clone()).run());
                connections.lock().unwrap().push(task);
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

    /// Closes all connections, and refuses new ones.
    pub async fn shut_down(&mut self) {
        if let Some(listening) = self.listening.take() {
            listening.abort();
            // The error says that it was aborted.
            let _ = listening.await;
        }
        for connection in self.connections.lock().unwrap().drain(..) {
            connection.abort();
        }
    }

    /// Listens at the same address again.
    pub async fn restart(&mut self) {
        let listener = TcpListener::bind(self.address).await.unwrap();
        self.listen(listener);
    }

    /// Adds a script for a connection to come.
    pub fn add(&self, script: Script) {
        self.shared.scripts.lock().unwrap().push_back(script);
    }

    /// Lets a script proceed that is at [`super::script::Step::AwaitTest`], or the next that will be.
    pub fn proceed(&self) {
        self.shared.proceed.notify_one();
    }

    /// The names of the actions that it has received.
    #[must_use]
    pub fn actions(&self) -> Vec<String> {
        self.shared.actions.lock().unwrap().clone()
    }

    /// How often it has received an action.
    #[must_use]
    pub fn count(&self, action: &str) -> usize {
        self.actions().iter().filter(|received| *received == action).count()
    }

    /// Waits until it has received so many pings from now on. The node pings an exchange that
    /// is silent, when it has read and handled all that came before. If it should react to
    /// something earlier, it has done so by then.
    pub async fn wait_for_pings(&self, count: usize) {
        let wanted = self.count("Ping") + count;
        until("the pings", || self.count("Ping") >= wanted).await;
    }

    /// How many logins it has accepted.
    #[must_use]
    pub fn logins(&self) -> usize {
        *self.shared.logins.lock().unwrap()
    }

    /// How many scripts have come to their end.
    #[must_use]
    pub fn completed(&self) -> usize {
        *self.shared.completed.lock().unwrap()
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        let connections = self.connections.lock().unwrap();
        self.listening.iter().chain(connections.iter()).for_each(JoinHandle::abort);
    }
}
