//! The browser's own store, which may be absent or full.

use super::window;

fn store() -> Option<web_sys::Storage> {
    window()?.local_storage().ok().flatten()
}

/// What is kept under a key.
#[must_use]
pub fn read(key: &str) -> Option<String> {
    store()?.get_item(key).ok().flatten()
}

/// Keeps something. False when the store is absent or full.
pub fn write(key: &str, value: &str) -> bool {
    store().is_some_and(|store| store.set_item(key, value).is_ok())
}

/// Forgets a key.
pub fn remove(key: &str) {
    if let Some(store) = store() {
        let _ = store.remove_item(key);
    }
}

/// Every key that begins so.
#[must_use]
pub fn keys(prefix: &str) -> Vec<String> {
    let Some(store) = store() else { return Vec::new() };
    let count = store.length().unwrap_or_default();
    (0..count).filter_map(|index| store.key(index).ok().flatten()).filter(|key| key.starts_with(prefix)).collect()
}

fn tab_store() -> Option<web_sys::Storage> {
    window()?.session_storage().ok().flatten()
}

/// What this tab keeps under a key.
#[must_use]
pub fn read_tab(key: &str) -> Option<String> {
    tab_store()?.get_item(key).ok().flatten()
}

/// Keeps something for this tab only. Where that is not possible it is forgotten with the page.
pub fn write_tab(key: &str, value: &str) {
    if let Some(store) = tab_store() {
        let _ = store.set_item(key, value);
    }
}
