//! The OpenAPI document: served, committed, and of one piece.

use reqwest::Method;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::PathBuf;
use tests::{TestApp, on_both_databases};

on_both_databases![the_document_is_served];

/// The committed document. Write it anew with `UPDATE_OPENAPI=1`, or `cargo xtask openapi`.
#[test]
fn the_committed_document_is_the_one_generated() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../openapi/openapi.json");
    let generated = format!("{}\n", serde_json::to_string_pretty(&solicita::routes::document()).unwrap());
    if std::env::var_os("UPDATE_OPENAPI").is_some() {
        std::fs::write(&path, &generated).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == generated, "openapi/openapi.json is not what the code says: run `cargo xtask openapi`");
}

async fn the_document_is_served(app: TestApp) {
    let reply = app.anonymous.request_outside_api(Method::GET, "/api/v1/openapi.json").send().await;
    let served: Value = reply.good();
    assert_eq!(served, serde_json::to_value(solicita::routes::document()).unwrap());
    assert!(served["openapi"].as_str().unwrap().starts_with("3.1"));
}

/// Every operation: `GET /api/v1/requests/{number}`.
pub fn operations() -> BTreeSet<String> {
    let document = serde_json::to_value(solicita::routes::document()).unwrap();
    let mut operations = BTreeSet::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for method in item.as_object().unwrap().keys().filter(|key| *key != "parameters") {
            operations.insert(format!("{} {path}", method.to_uppercase()));
        }
    }
    operations
}

#[test]
fn every_operation_is_described() {
    let document = serde_json::to_value(solicita::routes::document()).unwrap();
    let mut ids = BTreeSet::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let what = format!("{method} {path}");
            assert!(operation["summary"].as_str().is_some_and(|summary| summary.len() > 5), "{what} has no summary");
            assert!(operation["tags"].as_array().is_some_and(|tags| tags.len() == 1), "{what} has no tag");
            let id = operation["operationId"].as_str().unwrap_or_default().to_owned();
            assert!(ids.insert(id.clone()), "{what}: the operationId {id:?} is another's, too");
        }
    }
}

/// Codes are listed as they travel, not as the program names them.
#[test]
fn enumerations_list_their_codes() {
    fn listed<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
        match value {
            Value::Object(members) => {
                let codes = members.get("enum").and_then(Value::as_array).into_iter().flatten();
                found.extend(codes.filter_map(Value::as_str));
                members.values().for_each(|member| listed(member, found));
            }
            Value::Array(items) => items.iter().for_each(|item| listed(item, found)),
            _ => {}
        }
    }
    let document = serde_json::to_value(solicita::routes::document()).unwrap();
    let tags = &document["components"]["schemas"]["CallTag"]["enum"];
    assert_eq!(*tags, serde_json::to_value(contract::calls::CallTag::ALL).unwrap());
    let mut found = Vec::new();
    listed(&document, &mut found);
    assert!(found.len() > 100, "{found:?}");
    let names: Vec<_> = found.into_iter().filter(|code| code.starts_with(char::is_uppercase)).collect();
    assert_eq!(names, Vec::<&str>::new());
}
