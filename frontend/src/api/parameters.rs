//! The parameters of the installation.

use super::{Answer, ApiCall, Tagged};
use contract::Page;
use contract::admin::{ListQuery, ParameterChange, ParameterEdits, ParameterView};

/// All parameters, with the version of the whole list.
pub async fn list() -> Answer<Tagged<Vec<ParameterView>>> {
    ApiCall::get("/parameters").tagged().await
}

/// Saves several parameters in one transaction, if nobody has saved any since they were read.
pub async fn save(edits: &ParameterEdits, etag: Option<&str>) -> Answer<Tagged<Vec<ParameterView>>> {
    ApiCall::put("/parameters").body(edits).version(etag).tagged().await
}

/// The changes of one parameter, newest first.
pub async fn changes_of(id: i32, query: &ListQuery) -> Answer<Page<ParameterChange>> {
    ApiCall::get(&format!("/parameters/{id}/changes")).query(query).json().await
}

/// The changes of all parameters, newest first.
pub async fn changes(query: &ListQuery) -> Answer<Page<ParameterChange>> {
    ApiCall::get("/parameter-changes").query(query).json().await
}
