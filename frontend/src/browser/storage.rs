//! The browser's storage, which may be absent or full.

use super::window;

fn store() -> Option<web_sys::Storage> {
    window()?.local_storage().ok().flatten()
}

/// The value of a key.
#[must_use]
pub fn read(key: &str) -> Option<String> {
    store()?.get_item(key).ok().flatten()
}

/// Stores a value. False when the storage is absent or full.
pub fn write(key: &str, value: &str) -> bool {
    store().is_some_and(|store| store.set_item(key, value).is_ok())
}

/// Removes a key.
pub fn remove(key: &str) {
    if let Some(store) = store() {
        let _ = store.remove_item(key);
    }
}

/// The keys with a prefix.
#[must_use]
pub fn keys(prefix: &str) -> Vec<String> {
    let Some(store) = store() else { return Vec::new() };
    let count = store.length().unwrap_or_default();
    (0..count).filter_map(|index| store.key(index).ok().flatten()).filter(|key| key.starts_with(prefix)).collect()
}

fn tab_store() -> Option<web_sys::Storage> {
    window()?.session_storage().ok().flatten()
}

/// The value of a key in this tab's storage.
#[must_use]
pub fn read_tab(key: &str) -> Option<String> {
    tab_store()?.get_item(key).ok().flatten()
}

/// Stores a value for this tab only. Without a storage the value is lost with the page.
pub fn write_tab(key: &str, value: &str) {
    if let Some(store) = tab_store() {
        let _ = store.set_item(key, value);
    }
}
