//! Monitoring an Asterisk: what the parameters ask for, and why there may be no connection.

use crate::domain::parameters::{Parameters, ids};
use crate::domain::pbx_address::PbxAddress;
use std::fmt;

/// The manager interface to connect to, and the account to log in with.
#[derive(Clone, PartialEq, Eq)]
pub struct MonitorTarget {
    /// Where the manager interface listens.
    pub address: PbxAddress,
    /// The account's name.
    pub user: String,
    /// The account's secret.
    pub secret: String,
}

/// Leaves the secret out.
impl fmt::Debug for MonitorTarget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MonitorTarget")
            .field("address", &self.address)
            .field("user", &self.user)
            .finish_non_exhaustive()
    }
}

/// What the parameters say about monitoring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MonitorSettings {
    /// Monitoring is off: parameter 177 or 281 is.
    Off,
    /// Monitoring is on, but the address, the account or its secret is missing.
    Incomplete,
    /// Monitoring is on, for this manager interface.
    On(MonitorTarget),
}

impl MonitorSettings {
    /// Reads parameters 177 to 180 and 281.
    #[must_use]
    pub fn of(parameters: &Parameters) -> Self {
        if !parameters.yes(ids::WATCH_ASTERISK) || !parameters.yes(ids::TELEPHONY) {
            return Self::Off;
        }
        let (user, secret) = (parameters.value(ids::ASTERISK_USER), parameters.value(ids::ASTERISK_SECRET));
        match parameters.value(ids::ASTERISK_ADDRESS).parse() {
            Ok(address) if !user.is_empty() && !secret.is_empty() => Self::On(MonitorTarget { address, user, secret }),
            _ => Self::Incomplete,
        }
    }

    /// The manager interface to connect to, when monitoring is on and the settings are complete.
    #[must_use]
    pub fn target(&self) -> Option<&MonitorTarget> {
        match self {
            Self::On(target) => Some(target),
            Self::Off | Self::Incomplete => None,
        }
    }
}

/// The code that is shown when [`MonitorSettings::Incomplete`] is why there is no connection.
pub const INCOMPLETE: &str = "incomplete";
/// The code that is shown when no node has begun to monitor yet.
pub const NO_NODE: &str = "no-node";

/// Declares the reasons with their stable codes.
macro_rules! reasons {
    ($($(#[$meta:meta])* $name:ident = $code:literal),+ $(,)?) => {
        /// Why a connection ended or could not be made. Its code is shown to administrators.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum DisconnectReason { $($(#[$meta])* $name),+ }

        impl DisconnectReason {
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
    /// The name of the host cannot be resolved.
    UnknownHost = "unknown-host",
    /// Nothing listens at the address.
    Refused = "refused",
    /// The network has no route to the address.
    Unreachable = "unreachable",
    /// The connection and the login took too long.
    NoAnswer = "no-answer",
    /// The server at the address is not a manager interface.
    NotAsterisk = "not-asterisk",
    /// The account or its secret is wrong.
    WrongSecret = "wrong-secret",
    /// The account may not log in from this server, or not now.
    LoginRefused = "login-refused",
    /// The exchange closed the connection.
    Closed = "closed",
    /// The connection broke.
    Broken = "broken",
    /// Nothing came for a long time, not even answers.
    Silent = "silent",
    /// This node ended the connection: it shuts down, the parameters changed, or another node took over.
    Ended = "ended",
}

impl DisconnectReason {
    /// Whether the exchange refused the account. Trying again soon does not help and may lock the account.
    #[must_use]
    pub const fn is_refusal(self) -> bool {
        matches!(self, Self::WrongSecret | Self::LoginRefused)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use locales::Language;

    #[test]
    fn every_reason_is_explained_in_three_languages() {
        for code in DisconnectReason::ALL.iter().map(|reason| reason.code()).chain([INCOMPLETE, NO_NODE]) {
            for language in Language::ALL {
                let key = format!("monitor-reason-{code}");
                assert!(locales::has(*language, &key), "{key} has no text in {language}");
            }
        }
    }
}
