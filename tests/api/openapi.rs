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
    let reply = app.anonymous.visit(Method::GET, "/api/v1/openapi.json").send().await;
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
