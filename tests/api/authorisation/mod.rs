//! Who may call what: every operation of the OpenAPI document, by everybody, on a
//! request that is Ana's and the support group's. A new operation fails here until
//! it has a row in `table.rs`.

mod calls;
mod table;

use crate::openapi::operations;
use contract::Scope;
use std::collections::{BTreeMap, BTreeSet};
use table::{TABLE, WHO};
use tests::{TestApp, ids, on_both_databases};

on_both_databases![every_operation_answers_everybody_as_the_table_says];

async fn every_operation_answers_everybody_as_the_table_says(app: TestApp) {
    app.set_parameter(ids::MESSAGES, "S");
    app.set_parameter(ids::PORTAL_CANCEL, "S");
    app.set_parameter(ids::TELEPHONY, "S");
    let rows: BTreeMap<String, &str> =
        TABLE.iter().map(|(operation, row)| (operation.replacen(" /", " /api/v1/", 1), *row)).collect();
    let known: BTreeSet<String> = rows.keys().cloned().collect();
    assert_eq!(operations(), known, "left: the document; right: the table above");

    let token = app.write(|tx| {
        tests::world::token(tx, app.world.people.executor.id, "sol_token-for-the-telephone", &[Scope::Telephony])
    });
    let mut wrong = Vec::new();
    for (operation, row) in TABLE {
        for (who, expected) in WHO.iter().zip(row.split(' ')) {
            let person = match *who {
                "nobody" => app.anonymous.clone(),
                "owner" => app.requester.clone(),
                "stranger" => app.stranger.clone(),
                "watcher" => app.watcher.clone(),
                "executor" => app.executor.clone(),
                "outsider" => app.outsider.clone(),
                "overseer" => app.overseer.clone(),
                "administrator" => app.administrator.clone(),
                _ => app.anonymous.token(token),
            };
            let status = calls::attempt(&app, operation, person, who).await;
            if status.to_string() != expected {
                wrong.push(format!("{operation} by {who}: {status}, not {expected}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} answers are not as the table says:\n{}", wrong.len(), wrong.join("\n"));
}
