//! Names of contents.

use std::fmt;

/// The SHA-256 of a content, as 64 hexadecimal digits in lower case. Nothing else names a content, so no name leads
/// out of the store.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ContentHash(String);

/// What is no hash of a content.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("this is no hash of a content")]
pub struct NoContentHash;

impl ContentHash {
    /// From the digest of a content.
    #[must_use]
    pub fn of_digest(digest: &[u8; 32]) -> Self {
        use fmt::Write;
        let hex = digest.iter().fold(String::with_capacity(64), |mut text, byte| {
            // Writing to a String cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        });
        Self(hex)
    }

    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::str::FromStr for ContentHash {
    type Err = NoContentHash;

    fn from_str(text: &str) -> Result<Self, NoContentHash> {
        let digits = text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
        if text.len() == 64 && digits { Ok(Self(text.to_owned())) } else { Err(NoContentHash) }
    }
}

impl fmt::Display for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_hash_names_a_content() {
        let digits = "0123456789abcdef".repeat(4);
        assert_eq!(digits.parse::<ContentHash>().unwrap().as_str(), digits);
        let upper = digits.to_uppercase();
        let long = format!("{digits}0");
        for other in ["", "..", "../../etc/passwd", "incoming", upper.as_str(), long.as_str()] {
            assert!(other.parse::<ContentHash>().is_err(), "{other}");
        }
    }
}
