//! The request to shut down, which background work waits for.

use tokio::sync::watch;

/// A request to stop that is made once. All clones share it.
#[derive(Debug, Clone, Default)]
pub struct Shutdown {
    requested: watch::Sender<bool>,
}

impl Shutdown {
    /// No request yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes the request. Making it again changes nothing.
    pub fn request(&self) {
        self.requested.send_replace(true);
    }

    /// Whether the request was made.
    #[must_use]
    pub fn is_requested(&self) -> bool {
        *self.requested.borrow()
    }

    /// Waits until the request is made; ends at once when it was made before.
    pub async fn requested(&self) {
        let mut requested = self.requested.subscribe();
        // This cannot fail, because `self` keeps a sender.
        let _ = requested.wait_for(|requested| *requested).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::FutureExt;

    #[actix_web::test]
    async fn all_clones_learn_of_a_request_and_it_stays() {
        let shutdown = Shutdown::new();
        let (early, never) = (shutdown.clone(), Shutdown::new());
        let waiting = actix_web::rt::spawn(async move { early.requested().await });
        assert!(!shutdown.is_requested());
        assert!(shutdown.requested().now_or_never().is_none(), "it is not requested yet");
        let clone = shutdown.clone();
        clone.request();
        clone.request();
        drop(clone);
        assert!(waiting.await.is_ok());
        assert!(shutdown.is_requested());
        assert!(shutdown.requested().now_or_never().is_some(), "it ends at once");
        assert!(!never.is_requested());
    }
}
