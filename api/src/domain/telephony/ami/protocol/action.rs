//! Actions: what the monitor sends to an exchange.

use md5::{Digest, Md5};

/// The longest line that is written, in bytes. Asterisk discards actions with lines longer than 1,024 bytes.
pub const MAX_ACTION_LINE: usize = 1_000;

/// Why an action cannot be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ActionError {
    /// The value of a header has a control character. CR or LF would end the header.
    #[error("the {0} holds a control character")]
    ControlCharacter(&'static str),
    /// A header line is longer than [`MAX_ACTION_LINE`].
    #[error("the {0} is too long")]
    TooLong(&'static str),
    /// An action id is empty, longer than 64 characters, or has other characters than visible ASCII ones.
    #[error("an action id has 1 to 64 visible ASCII characters")]
    Id,
}

/// The id that links an answer to its action. Make it of at least 16 random characters, because a caller who guesses it
/// can forge an answer inside a caller number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionId(String);

impl ActionId {
    /// Checks an id.
    ///
    /// # Errors
    /// [`ActionError::Id`].
    pub fn new(id: &str) -> Result<Self, ActionError> {
        if (1..=64).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_graphic()) {
            Ok(Self(id.to_owned()))
        } else {
            Err(ActionError::Id)
        }
    }

    /// The id as it is sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A class of events. Only known classes can be named, because Asterisk takes an unknown one for "no events at all" and
/// answers Success (recording 07).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventClass {
    /// Channels, dialling, bridges.
    Call,
    /// Queues and their members.
    Agent,
}

impl EventClass {
    /// The name in `EventMask`, `Privilege` and the account's `read=`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Call => "call",
            Self::Agent => "agent",
        }
    }
}

/// What the monitor may ask of an exchange. No action changes anything in it.
pub enum Action<'a> {
    /// Log in with the secret in the clear.
    Login {
        /// The account of `manager.conf`.
        username: &'a str,
        /// Its secret.
        secret: &'a str,
    },
    /// Ask for a challenge, which comes in the header `Challenge` of the answer.
    Challenge,
    /// Log in with the MD5 hash of challenge and secret, so that the secret is not sent (recording 04).
    LoginMd5 {
        /// The account of `manager.conf`.
        username: &'a str,
        /// Its secret.
        secret: &'a str,
        /// The challenge of this connection.
        challenge: &'a str,
    },
    /// Ask for a sign of life.
    Ping,
    /// List all channels. This needs the class `reporting` or `system` in the account's `write=`.
    CoreShowChannels,
    /// List the members of all queues and the callers who wait in them. Every account may.
    QueueStatus,
    /// Receive the events of these classes only. Other events are lost, not queued. No class means no events.
    Events(&'a [EventClass]),
    /// End the session. The server then closes the connection.
    Logoff,
}

impl Action<'_> {
    /// The bytes to send.
    ///
    /// # Errors
    /// When a value could end its header or is too long. Then nothing may be sent.
    pub fn write(&self, id: &ActionId) -> Result<Vec<u8>, ActionError> {
        let mut headers: Vec<(&'static str, String)> = Vec::new();
        let name = match self {
            Action::Login { username, secret } => {
                headers.push(("Username", (*username).to_owned()));
                headers.push(("Secret", (*secret).to_owned()));
                "Login"
            }
            Action::Challenge => {
                headers.push(("AuthType", "MD5".to_owned()));
                "Challenge"
            }
            Action::LoginMd5 { username, secret, challenge } => {
                headers.push(("Username", (*username).to_owned()));
                headers.push(("AuthType", "MD5".to_owned()));
                headers.push(("Key", key(challenge, secret)));
                "Login"
            }
            Action::Ping => "Ping",
            Action::CoreShowChannels => "CoreShowChannels",
            Action::QueueStatus => "QueueStatus",
            Action::Events(classes) => {
                headers.push(("EventMask", event_mask(classes)));
                "Events"
            }
            Action::Logoff => "Logoff",
        };
        let mut text = format!("Action: {name}\r\nActionID: {}\r\n", id.as_str());
        for (header, value) in headers {
            check(header, &value)?;
            text.push_str(&format!("{header}: {value}\r\n"));
        }
        text.push_str("\r\n");
        Ok(text.into_bytes())
    }
}

/// The value of `EventMask`: the names of the classes, or `off` without any.
fn event_mask(classes: &[EventClass]) -> String {
    if classes.is_empty() {
        return "off".to_owned();
    }
    classes.iter().map(|class| class.name()).collect::<Vec<_>>().join(",")
}

/// The hash that the challenge login sends in place of the secret, in lower-case hexadecimal.
fn key(challenge: &str, secret: &str) -> String {
    let digest = Md5::new().chain_update(challenge).chain_update(secret).finalize();
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn check(header: &'static str, value: &str) -> Result<(), ActionError> {
    if value.chars().any(char::is_control) {
        return Err(ActionError::ControlCharacter(header));
    }
    if header.len() + 2 + value.len() > MAX_ACTION_LINE {
        return Err(ActionError::TooLong(header));
    }
    Ok(())
}
