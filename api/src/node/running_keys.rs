//! Creations with an `Idempotency-Key` that are under way on this node.

use crate::models::idempotency::Key;
use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

/// The keys under way.
#[derive(Clone, Default)]
pub struct RunningKeys(Arc<Mutex<HashSet<Key>>>);

/// A key under way; until it is dropped no other creation may use it.
pub struct RunningKey {
    keys: RunningKeys,
    key: Key,
}

impl RunningKeys {
    /// Takes a key, unless a creation with it is under way.
    #[must_use]
    pub fn take(&self, key: &Key) -> Option<RunningKey> {
        let free = self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(key.clone());
        free.then(|| RunningKey { keys: self.clone(), key: key.clone() })
    }
}

impl Drop for RunningKey {
    fn drop(&mut self) {
        self.keys.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.key);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_free_again_when_its_creation_is_over() {
        let keys = RunningKeys::default();
        let key = Key { caller: "person:1".to_owned(), route: "POST /requests".to_owned(), key: "k".to_owned() };
        let running = keys.take(&key);
        assert!(running.is_some() && keys.take(&key).is_none());
        drop(running);
        assert!(keys.take(&key).is_some());
    }
}
