//! Idempotency keys: a repeated submission creates nothing twice.

use std::rc::Rc;

/// The `Idempotency-Key` of one submission. A retry sends the same key; `hooks::use_submission` makes another one once
/// the submission has been accepted or its content has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubmissionKey(Rc<str>);

impl SubmissionKey {
    /// A new random key (a version 4 UUID).
    #[must_use]
    pub fn new() -> Self {
        let mut bytes = [0_u8; 16];
        let filled = web_sys::window()
            .and_then(|window| window.crypto().ok())
            .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
        if !filled {
            for byte in &mut bytes {
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 255")]
                let random = (js_sys::Math::random() * 256.0) as u8;
                *byte = random;
            }
        }
        Self::from_random(bytes)
    }

    /// The version 4 UUID of sixteen random bytes (RFC 9562, section 5.4).
    pub(crate) fn from_random(mut bytes: [u8; 16]) -> Self {
        bytes[6] = (bytes[6] & 0x0f) | 0x40;
        bytes[8] = (bytes[8] & 0x3f) | 0x80;
        let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        Self(format!("{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]).into())
    }

    /// The key as it is sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for SubmissionKey {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn keys_are_version_4_uuids(bytes: [u8; 16]) {
            let key = SubmissionKey::from_random(bytes);
            let groups: Vec<&str> = key.as_str().split('-').collect();
            prop_assert_eq!(groups.iter().map(|group| group.len()).collect::<Vec<_>>(), [8, 4, 4, 4, 12]);
            prop_assert!(groups.concat().chars().all(|c| matches!(c, '0'..='9' | 'a'..='f')));
            prop_assert!(groups[2].starts_with('4') && groups[3].starts_with(['8', '9', 'a', 'b']));
        }
    }
}
