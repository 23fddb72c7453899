//! Parameters: how administrators set them over the API.

use crate::Persona;
use crate::http::Reply;
use serde_json::{Map, Value, json};

/// The path of a parameter below `/api/v1`: `/parameters/417`.
#[must_use]
pub fn path(id: i32) -> String {
    format!("/parameters/{id}")
}

/// The identifier of a parameter's field on the page of all parameters.
#[must_use]
pub fn field(id: i32) -> String {
    format!("parameter-{id}")
}

impl Persona {
    /// Sets one parameter: `PUT /parameters/{id}`.
    pub async fn set_parameter(&self, id: i32, value: &str) -> Reply {
        self.put(path(id), &json!({ "value": value })).await
    }

    /// Sets several parameters together: `PUT /parameters`.
    pub async fn set_parameters(&self, values: &[(i32, &str)]) -> Reply {
        let values: Map<String, Value> = values.iter().map(|(id, value)| (id.to_string(), json!(value))).collect();
        self.put("/parameters", &json!({ "values": values })).await
    }
}
