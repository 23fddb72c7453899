//! Keys that make a repeated submission create nothing twice.

use std::rc::Rc;

/// The `Idempotency-Key` of one form: made once, kept across retries, renewed
/// when the form has been accepted (see `hooks::use_submission`).
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
        bytes[6] = (bytes[6] & 0x0f) | 0x40;
        bytes[8] = (bytes[8] & 0x3f) | 0x80;
        let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        Self(format!("{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]).into())
    }

    /// The key as it travels.
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
