//! Why there is no connection.

/// Parameters 178 to 180 are not complete: nothing is tried.
pub const INCOMPLETE: &str = "incomplete";
/// No node has taken up watching yet.
pub const NO_NODE: &str = "no-node";

/// Declares the reasons with their stable codes.
macro_rules! reasons {
    ($($(#[$meta:meta])* $name:ident = $code:literal),+ $(,)?) => {
        /// Why a connection ended or was not made. The code is shown to administrators.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Reason { $($(#[$meta])* $name),+ }

        impl Reason {
            /// Every reason.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The stable code.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }
        }
    };
}

reasons! {
    /// The name of the host is not known.
    UnknownHost = "unknown-host",
    /// Nothing listens there.
    Refused = "refused",
    /// The network does not lead there.
    Unreachable = "unreachable",
    /// Nothing came in time: from the connection to the end of the login.
    NoAnswer = "no-answer",
    /// What answers is no manager interface.
    NotAsterisk = "not-asterisk",
    /// User or secret is wrong.
    WrongSecret = "wrong-secret",
    /// The account may not log in from here, or not now.
    LoginRefused = "login-refused",
    /// The exchange closed the connection.
    Closed = "closed",
    /// The connection broke.
    Broken = "broken",
    /// Nothing came for a long time, not even answers.
    Silent = "silent",
    /// Watching ends here: stopped, other parameters, another node.
    Ended = "ended",
}

impl Reason {
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

#[cfg(test)]
mod tests {
    use super::*;
    use locales::Language;

    #[test]
    fn every_reason_is_explained_in_three_languages() {
        for code in Reason::ALL.iter().map(|reason| reason.code()).chain([INCOMPLETE, NO_NODE]) {
            for language in Language::ALL {
                let key = format!("monitor-reason-{code}");
                assert!(locales::has(*language, &key), "{key} has no text in {language}");
            }
        }
    }
}
