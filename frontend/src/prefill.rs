//! The requester that the form of a new request opens with.
//!
//! The page or the call that leads to the form hands the person over in memory, so that no name ends up in an address.

use serde::{Deserialize, Serialize};
use std::cell::RefCell;

/// A registered person, as the form shows a requester.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownPerson {
    /// Identifier.
    pub id: i64,
    /// Name.
    pub name: String,
    /// What tells the person from others of the same name: unit, number, e-mail address.
    pub about: String,
}

thread_local! {
    static REQUESTER: RefCell<Option<KnownPerson>> = const { RefCell::new(None) };
}

/// Sets the requester of the next form that opens.
pub fn set_requester(person: KnownPerson) {
    REQUESTER.set(Some(person));
}

/// The requester that was set since the last form opened. Each is taken once.
#[must_use]
pub fn take_requester() -> Option<KnownPerson> {
    REQUESTER.take()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(id: i64) -> KnownPerson {
        KnownPerson { id, name: format!("Person {id}"), about: String::new() }
    }

    #[test]
    fn a_requester_is_taken_once_and_the_last_one_wins() {
        assert_eq!(take_requester(), None);
        set_requester(person(1));
        set_requester(person(2));
        assert_eq!(take_requester(), Some(person(2)));
        assert_eq!(take_requester(), None);
    }

    #[test]
    fn drafts_of_earlier_versions_are_read() {
        let stored = r#"{"id":7,"name":"Ana","about":"TI"}"#;
        let read: KnownPerson = serde_json::from_str(stored).unwrap();
        assert_eq!(read, KnownPerson { id: 7, name: "Ana".to_owned(), about: "TI".to_owned() });
        assert_eq!(serde_json::to_string(&read).unwrap(), stored);
    }
}
