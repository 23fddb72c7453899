//! Parameters.

use super::{Answer, Call, Tagged};
use contract::Page;
use contract::admin::{ListQuery, ParameterChange, ParameterEdits, ParameterView};

/// All of them, with the version of the whole.
pub async fn list() -> Answer<Tagged<Vec<ParameterView>>> {
    Call::get("/parameters").tagged().await
}

/// Saves several in one transaction, if nobody has saved any since they were read.
pub async fn save(edits: &ParameterEdits, etag: Option<&str>) -> Answer<Tagged<Vec<ParameterView>>> {
    Call::put("/parameters").body(edits).version(etag).tagged().await
}

/// The changes of one, newest first.
pub async fn changes_of(id: i32, query: &ListQuery) -> Answer<Page<ParameterChange>> {
    Call::get(&format!("/parameters/{id}/changes")).query(query).json().await
}

/// The changes of all, newest first.
pub async fn changes(query: &ListQuery) -> Answer<Page<ParameterChange>> {
    Call::get("/parameter-changes").query(query).json().await
}
