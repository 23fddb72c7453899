//! Which attendants have a page open at this node. The table `presences` has it of all nodes, so that a telephone system
//! can be told whether somebody sees the pop-up.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Open pages by person.
#[derive(Clone)]
pub struct Presence {
    /// Name of this node among those of a database.
    node: Arc<str>,
    open: Arc<Mutex<HashMap<i64, usize>>>,
}

impl Default for Presence {
    fn default() -> Self {
        let node = crate::auth::secret::generate().unwrap_or_else(|_| std::process::id().to_string());
        Self { node: node.into(), open: Arc::default() }
    }
}

impl Presence {
    /// Name of this node among those of a database.
    #[must_use]
    pub fn node(&self) -> Arc<str> {
        self.node.clone()
    }

    /// A person opens a page; true when it is their first one here.
    #[must_use]
    pub fn open(&self, person: i64) -> bool {
        let mut open = self.pages();
        let pages = open.entry(person).or_default();
        *pages += 1;
        *pages == 1
    }

    /// A person closes a page; true when it was their last one here.
    #[must_use]
    pub fn close(&self, person: i64) -> bool {
        let mut open = self.pages();
        let Some(pages) = open.get_mut(&person) else { return false };
        *pages = pages.saturating_sub(1);
        let last = *pages == 0;
        if last {
            open.remove(&person);
        }
        last
    }

    /// Whether a person has a page open here.
    #[must_use]
    pub fn is_open(&self, person: i64) -> bool {
        self.pages().contains_key(&person)
    }

    /// Those who have a page open here.
    #[must_use]
    pub fn people(&self) -> Vec<i64> {
        self.pages().keys().copied().collect()
    }

    fn pages(&self) -> MutexGuard<'_, HashMap<i64, usize>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_there_from_the_first_page_to_the_last() {
        let presence = Presence::default();
        assert!(presence.open(7) && !presence.open(7) && presence.is_open(7));
        assert!(!presence.close(7) && presence.is_open(7));
        assert!(presence.close(7) && !presence.is_open(7));
        assert!(!presence.close(7), "who has none closes none");
    }
}
