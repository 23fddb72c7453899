//! What this tab calls itself, so that a pop-up that is taken up in it closes in the others.

use crate::api::SubmissionKey;
use crate::browser::storage;

const KEY: &str = "solicita.tab";

/// The tab's name; the same after a reload.
pub fn name() -> String {
    storage::read_tab(KEY).unwrap_or_else(|| {
        let name = SubmissionKey::new().as_str().to_owned();
        storage::write_tab(KEY, &name);
        name
    })
}
