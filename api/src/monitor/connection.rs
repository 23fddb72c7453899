//! One TCP connection to the manager interface: actions go out, messages come in.

use super::timing::Timing;
use crate::auth::secret;
use crate::domain::pbx_address::PbxAddress;
use crate::domain::telephony::ami::protocol::{Action, ActionId, Classifier, Message, Parser};
use crate::domain::telephony::monitoring::DisconnectReason;
use std::io;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{Instant, timeout};

/// The most bytes that one read takes.
const READ_SIZE: usize = 16 * 1024;
/// How long to wait for the exchange to close the connection after a log-off.
const LOGOFF_TIMEOUT: Duration = Duration::from_secs(1);

/// A connection with its parser and its outstanding answers.
pub(super) struct Connection<S> {
    stream: S,
    parser: Parser,
    classifier: Classifier,
    buffer: Vec<u8>,
    write_timeout: Duration,
    past_first_line: bool,
    /// When the last bytes came.
    pub last_read: Instant,
}

/// Connects to the manager interface.
pub(super) async fn connect(address: &PbxAddress, timing: &Timing) -> Result<Connection<TcpStream>, DisconnectReason> {
    let host = (address.host.as_str(), address.port);
    let connecting = async {
        let found = tokio::net::lookup_host(host).await.map_err(|_| DisconnectReason::UnknownHost)?;
        let addresses: Vec<_> = found.collect();
        Ok::<_, DisconnectReason>(TcpStream::connect(&addresses[..]).await?)
    };
    let stream = timeout(timing.login, connecting).await.map_err(|_| DisconnectReason::NoAnswer)??;
    Ok(Connection::new(stream, timing))
}

impl<S: AsyncRead + AsyncWrite + Unpin> Connection<S> {
    fn new(stream: S, timing: &Timing) -> Self {
        Self {
            stream,
            parser: Parser::new(),
            classifier: Classifier::new(),
            buffer: vec![0; READ_SIZE],
            write_timeout: timing.silence,
            past_first_line: false,
            last_read: Instant::now(),
        }
    }

    /// Reads once, and gives the messages that are complete then. Nothing is lost when this future is dropped while it
    /// waits.
    pub async fn receive(&mut self) -> Result<Vec<Message>, DisconnectReason> {
        let count = self.stream.read(&mut self.buffer).await?;
        if count == 0 {
            return Err(DisconnectReason::Closed);
        }
        self.last_read = Instant::now();
        let bytes = &self.buffer[..count];
        self.past_first_line |= bytes.contains(&b'\n');
        Ok(self.parser.push(bytes).into_iter().map(|block| self.classifier.classify(block)).collect())
    }

    /// Waits for Asterisk's greeting, and refuses any other.
    pub async fn expect_greeting(&mut self) -> Result<(), DisconnectReason> {
        while !self.past_first_line {
            self.receive().await?;
            if self.parser.held_bytes() > READ_SIZE {
                return Err(DisconnectReason::NotAsterisk);
            }
        }
        if self.parser.banner().is_some() { Ok(()) } else { Err(DisconnectReason::NotAsterisk) }
    }

    /// Sends an action, and gives the id that its answer will have.
    pub async fn send(&mut self, action: &Action<'_>) -> Result<String, DisconnectReason> {
        let id = new_action_id()?;
        let bytes = action.write(&id).map_err(|error| {
            tracing::error!(%error, "an action cannot be sent to the telephone exchange");
            DisconnectReason::LoginRefused
        })?;
        if !self.classifier.expect(&id) {
            // The exchange leaves too many actions unanswered.
            return Err(DisconnectReason::Silent);
        }
        let writing = async {
            self.stream.write_all(&bytes).await?;
            self.stream.flush().await
        };
        timeout(self.write_timeout, writing).await.map_err(|_| DisconnectReason::Silent)??;
        Ok(id.as_str().to_owned())
    }

    /// Logs off, and waits a moment until the exchange closes the connection. Closing it before everything is read
    /// would reset it, and the log-off might get lost.
    pub async fn close(&mut self) {
        let closing = async {
            self.send(&Action::Logoff).await?;
            while self.stream.read(&mut self.buffer).await? > 0 {}
            Ok::<_, DisconnectReason>(())
        };
        match timeout(LOGOFF_TIMEOUT, closing).await {
            Ok(Ok(())) => {}
            Ok(Err(reason)) => tracing::debug!(reason = reason.code(), "the telephone exchange was gone already"),
            Err(_) => tracing::debug!("the telephone exchange does not answer the good-bye"),
        }
    }
}

/// An id that nobody can guess, because a caller who guessed it could forge an answer inside a caller number.
fn new_action_id() -> Result<ActionId, DisconnectReason> {
    let made = secret::generate().and_then(|id| Ok(ActionId::new(&id)?));
    made.map_err(|error| {
        tracing::error!(%error, "no action can be sent to the telephone exchange");
        DisconnectReason::Broken
    })
}

impl From<io::Error> for DisconnectReason {
    fn from(error: io::Error) -> Self {
        use io::ErrorKind as Kind;
        match error.kind() {
            Kind::ConnectionRefused => Self::Refused,
            Kind::TimedOut => Self::NoAnswer,
            Kind::HostUnreachable | Kind::NetworkUnreachable | Kind::NetworkDown => Self::Unreachable,
            _ => Self::Broken,
        }
    }
}
