use md5::{Digest, Md5};

/// The longest line that is written, in bytes. Asterisk discards actions with lines over 1,024 bytes.
pub const MAX_ACTION_LINE: usize = 1_000;

/// Why an action cannot be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ActionError {
    /// The value of a header holds a control character (CR and LF among them); it would end the header.
    #[error("the {0} holds a control character")]
    ControlCharacter(&'static str),
    /// A header line over [`MAX_ACTION_LINE`].
    #[error("the {0} is too long")]
    TooLong(&'static str),
    /// An action id that is empty, over 64 characters, or holds others than visible ASCII characters.
    #[error("an action id has 1 to 64 visible ASCII characters")]
    Id,
}

/// The id by which an answer is known to be ours. Make it of at least 16 random characters: who guesses it can forge
/// an answer inside a caller number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionId(String);

impl ActionId {
    /// Takes an id.
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

/// A class of events. Only known ones can be named: Asterisk takes an unknown one for "no events at all" and answers
/// Success (recording 07).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventClass {
    /// Channels, dialling, bridges.
    Call,
    /// Call detail records.
    Cdr,
    /// Queues and their members.
    Agent,
    /// Start and stop of the PBX.
    System,
}

/// Which events the server shall send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventMask<'a> {
    /// All that the account may read.
    On,
    /// None. What happens meanwhile is lost, not queued.
    Off,
    /// These classes; none is the same as `Off`.
    Classes(&'a [EventClass]),
}

impl EventMask<'_> {
    fn text(self) -> String {
        let classes = match self {
            EventMask::On => return "on".to_owned(),
            EventMask::Off | EventMask::Classes([]) => return "off".to_owned(),
            EventMask::Classes(classes) => classes,
        };
        let names = classes.iter().map(|class| match class {
            EventClass::Call => "call",
            EventClass::Cdr => "cdr",
            EventClass::Agent => "agent",
            EventClass::System => "system",
        });
        names.collect::<Vec<_>>().join(",")
    }
}

/// What we may ask of the PBX: to log in, and to look. Nothing here changes anything in it.
pub enum Action<'a> {
    /// Log in with the secret in the clear.
    Login {
        /// The account of `manager.conf`.
        username: &'a str,
        /// Its secret.
        secret: &'a str,
    },
    /// Ask for a challenge, which comes as header `Challenge` of the answer.
    Challenge,
    /// Log in with the MD5 of challenge and secret, so that the secret is not sent (recording 04).
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
    /// List all channels; needs class reporting or system in `write=`.
    CoreShowChannels,
    /// List members and waiting callers; any account may.
    QueueStatus {
        /// The queue, or all.
        queue: Option<&'a str>,
    },
    /// Choose the events.
    Events(EventMask<'a>),
    /// Say good-bye; the server then closes the connection.
    Logoff,
}

impl Action<'_> {
    /// The bytes to send.
    ///
    /// # Errors
    /// When a value could end its header or is too long; nothing may be sent then.
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
            Action::QueueStatus { queue } => {
                headers.extend(queue.map(|queue| ("Queue", queue.to_owned())));
                "QueueStatus"
            }
            Action::Events(mask) => {
                headers.push(("EventMask", mask.text()));
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

/// What the challenge login sends in place of the secret: lower-case hexadecimal.
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
