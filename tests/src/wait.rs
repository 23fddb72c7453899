//! Waiting for something that happens in the background.
//!
//! The deadlines are generous, because a busy machine is slow: they only end a test that
//! would hang. A condition that becomes true ends the wait at once.

use std::time::{Duration, Instant};

/// How long a test waits for something that usually takes milliseconds.
pub const DEADLINE: Duration = Duration::from_secs(60);

/// How often a condition is evaluated.
pub const INTERVAL: Duration = Duration::from_millis(10);

/// Waits until a condition is true.
///
/// # Panics
/// When it is not before the [`DEADLINE`].
pub async fn until(what: &str, mut condition: impl FnMut() -> bool) {
    until_some(what, async || condition().then_some(())).await;
}

/// Waits until a probe finds a value, and returns it.
///
/// # Panics
/// When it finds none before the [`DEADLINE`].
pub async fn until_some<T>(what: &str, mut probe: impl AsyncFnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(found) = probe().await {
            return found;
        }
        assert!(start.elapsed() < DEADLINE, "not within {DEADLINE:?}: {what}");
        tokio::time::sleep(INTERVAL).await;
    }
}
