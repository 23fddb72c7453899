//! One TCP connection with the manager interface: actions out, messages in.

use super::reason::Reason;
use super::timing::Timing;
use crate::auth::secret;
use crate::domain::telephony::address::PbxAddress;
use crate::domain::telephony::ami::protocol::{Action, ActionId, Classifier, Message, Parser};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{Instant, timeout};

/// Bytes taken by one read.
const READ: usize = 16 * 1024;
/// How long the good-bye may take.
const GOOD_BYE: Duration = Duration::from_secs(1);

/// A connection, and what is waited for on it.
pub(super) struct Link<S> {
    stream: S,
    parser: Parser,
    classifier: Classifier,
    buffer: Vec<u8>,
    patience: Duration,
    past_first_line: bool,
    /// When the last bytes came.
    pub heard: Instant,
}

/// Connects to the manager interface.
pub(super) async fn connect(address: &PbxAddress, timing: &Timing) -> Result<Link<TcpStream>, Reason> {
    let place = (address.host.as_str(), address.port);
    let connecting = async {
        let places: Vec<_> = tokio::net::lookup_host(place).await.map_err(|_| Reason::UnknownHost)?.collect();
        Ok::<_, Reason>(TcpStream::connect(&places[..]).await?)
    };
    let stream = timeout(timing.login, connecting).await.map_err(|_| Reason::NoAnswer)??;
    Ok(Link::new(stream, timing))
}

impl<S: AsyncRead + AsyncWrite + Unpin> Link<S> {
    /// A connection that was just made.
    pub fn new(stream: S, timing: &Timing) -> Self {
        Self {
            stream,
            parser: Parser::new(),
            classifier: Classifier::new(),
            buffer: vec![0; READ],
            patience: timing.silence,
            past_first_line: false,
            heard: Instant::now(),
        }
    }

    /// The messages of the next read, none when it completes none. Nothing is lost
    /// when this is given up while it waits.
    pub async fn receive(&mut self) -> Result<Vec<Message>, Reason> {
        let count = self.stream.read(&mut self.buffer).await?;
        if count == 0 {
            return Err(Reason::Closed);
        }
        self.heard = Instant::now();
        let bytes = &self.buffer[..count];
        self.past_first_line |= bytes.contains(&b'\n');
        Ok(self.parser.push(bytes).into_iter().map(|block| self.classifier.classify(block)).collect())
    }

    /// Waits for the greeting; everything else than Asterisk's is refused.
    pub async fn greeted(&mut self) -> Result<(), Reason> {
        while !self.past_first_line {
            self.receive().await?;
            if self.parser.held_bytes() > READ {
                return Err(Reason::NotAsterisk);
            }
        }
        if self.parser.banner().is_some() { Ok(()) } else { Err(Reason::NotAsterisk) }
    }

    /// Sends an action; gives the id that its answer will have.
    pub async fn send(&mut self, action: &Action<'_>) -> Result<String, Reason> {
        let id = action_id()?;
        let bytes = action.write(&id).map_err(|error| {
            tracing::error!(%error, "an action cannot be sent to the telephone exchange");
            Reason::LoginRefused
        })?;
        if !self.classifier.expect(&id) {
            // It leaves 64 questions unanswered.
            return Err(Reason::Silent);
        }
        let writing = async {
            self.stream.write_all(&bytes).await?;
            self.stream.flush().await
        };
        timeout(self.patience, writing).await.map_err(|_| Reason::Silent)??;
        Ok(id.as_str().to_owned())
    }

    /// Says good-bye, if there is still somebody to hear it, and waits a moment until
    /// they close: who closes before everything is read resets the connection, and the
    /// good-bye may get lost.
    pub async fn close(&mut self) {
        let bye = async {
            self.send(&Action::Logoff).await?;
            while self.stream.read(&mut self.buffer).await? > 0 {}
            Ok::<_, Reason>(())
        };
        match timeout(GOOD_BYE, bye).await {
            Ok(Ok(())) => {}
            Ok(Err(reason)) => tracing::debug!(reason = reason.code(), "the telephone exchange was gone already"),
            Err(_) => tracing::debug!("the telephone exchange does not answer the good-bye"),
        }
    }
}

/// An id that nobody can guess: who could, could forge an answer inside a caller number.
fn action_id() -> Result<ActionId, Reason> {
    let made = secret::generate().and_then(|id| Ok(ActionId::new(&id)?));
    made.map_err(|error| {
        tracing::error!(%error, "no action can be sent to the telephone exchange");
        Reason::Broken
    })
}
