//! Why there is no connection.

/// Why a connection ended or was not made. The code is shown to administrators.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The name of the host is not known.
    UnknownHost,
    /// Nothing listens there.
    Refused,
    /// The network does not lead there.
    Unreachable,
    /// Nothing came in time: from the connection to the end of the login.
    NoAnswer,
    /// What answers is no manager interface.
    NotAsterisk,
    /// User or secret is wrong.
    WrongSecret,
    /// The account may not log in from here, or not now.
    LoginRefused,
    /// The exchange closed the connection.
    Closed,
    /// The connection broke.
    Broken,
    /// Nothing came for a long time, not even answers.
    Silent,
    /// Watching ends here: stopped, other parameters, another node.
    Ended,
}

impl Reason {
    /// The stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::UnknownHost => "unknown-host",
            Self::Refused => "refused",
            Self::Unreachable => "unreachable",
            Self::NoAnswer => "no-answer",
            Self::NotAsterisk => "not-asterisk",
            Self::WrongSecret => "wrong-secret",
            Self::LoginRefused => "login-refused",
            Self::Closed => "closed",
            Self::Broken => "broken",
            Self::Silent => "silent",
            Self::Ended => "ended",
        }
    }

    /// Whether trying again soon is of no use and may lock the account.
    #[must_use]
    pub const fn is_refusal(self) -> bool {
        matches!(self, Self::WrongSecret | Self::LoginRefused)
    }
}

impl From<std::io::Error> for Reason {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind as Kind;
        match error.kind() {
            Kind::ConnectionRefused => Self::Refused,
            Kind::TimedOut => Self::NoAnswer,
            Kind::HostUnreachable | Kind::NetworkUnreachable | Kind::NetworkDown => Self::Unreachable,
            _ => Self::Broken,
        }
    }
}
