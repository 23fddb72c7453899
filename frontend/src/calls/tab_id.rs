//! The name of this tab. The server keeps the name of the tab that takes a call up, so that the others hide its pop-up.

use crate::api::SubmissionKey;
use crate::browser::storage;

const KEY: &str = "solicita.tab";

/// The tab's name: random, and the same after a reload.
pub fn name() -> String {
    storage::read_tab(KEY).unwrap_or_else(|| {
        let name = SubmissionKey::new().as_str().to_owned();
        storage::write_tab(KEY, &name);
        name
    })
}
