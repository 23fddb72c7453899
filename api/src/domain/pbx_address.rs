//! The address of a telephone exchange's manager interface.

use std::fmt;
use std::str::FromStr;

/// The port of Asterisk's manager interface when the address names none.
const DEFAULT_PORT: u16 = 5038;

/// Host and port of a manager interface: `pbx.example.com:5038`, `10.0.0.7`, `[::1]:5038`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PbxAddress {
    /// A host name or an IP address, without brackets.
    pub host: String,
    /// The port, never 0.
    pub port: u16,
}

/// The text has no valid host, or its port is not from 1 to 65535.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an address of the form host:port")]
pub struct BadAddress;

impl FromStr for PbxAddress {
    type Err = BadAddress;

    fn from_str(text: &str) -> Result<Self, BadAddress> {
        let (host, port) = match text.strip_prefix('[') {
            Some(rest) => {
                let (host, port) = rest.split_once(']').ok_or(BadAddress)?;
                host.parse::<std::net::Ipv6Addr>().map_err(|_| BadAddress)?;
                (host, if port.is_empty() { None } else { Some(port.strip_prefix(':').ok_or(BadAddress)?) })
            }
            None => match text.split_once(':') {
                Some((host, port)) => (host_name(host)?, Some(port)),
                None => (host_name(text)?, None),
            },
        };
        let port = match port {
            None => DEFAULT_PORT,
            Some(port) if port.bytes().all(|digit| digit.is_ascii_digit()) => port.parse().map_err(|_| BadAddress)?,
            Some(_) => return Err(BadAddress),
        };
        if port == 0 { Err(BadAddress) } else { Ok(Self { host: host.to_owned(), port }) }
    }
}

fn host_name(host: &str) -> Result<&str, BadAddress> {
    let fits = (1..=253).contains(&host.len());
    let plain = host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._".contains(&byte));
    if fits && plain { Ok(host) } else { Err(BadAddress) }
}

impl fmt::Display for PbxAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.host.contains(':') {
            write!(f, "[{}]:{}", self.host, self.port)
        } else {
            write!(f, "{}:{}", self.host, self.port)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for (text, wanted) in [
            ("pbx.example.com:5039", Some("pbx.example.com:5039")),
            ("10.0.0.7", Some("10.0.0.7:5038")),
            ("[::1]", Some("[::1]:5038")),
            ("[::1]:7", Some("[::1]:7")),
            ("::1", None),
            ("[pbx]:7", None),
            ("[::1]7", None),
            ("pbx:", None),
            ("pbx:+7", None),
            ("pbx:65536", None),
            ("pbx:0", None),
            (":5038", None),
            ("pbx example", None),
            ("https://pbx:5038", None),
            ("", None),
        ] {
            assert_eq!(text.parse::<PbxAddress>().ok().map(|address| address.to_string()).as_deref(), wanted, "{text}");
        }
    }
}
