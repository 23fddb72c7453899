//! The index of unfinished requests holds the situations that the rules call unfinished.

use diesel::prelude::*;
use diesel::sql_types::Text;
use solicita::domain::lifecycle::UNFINISHED;
use std::collections::BTreeSet;
use tests::{TestApp, on_both_databases};

on_both_databases![the_index_holds_what_is_unfinished];

#[derive(QueryableByName)]
struct Index {
    #[diesel(sql_type = Text)]
    definition: String,
}

const SQLITE: &str = "SELECT sql AS definition FROM sqlite_master WHERE name = 'requests_unfinished'";
const POSTGRES: &str = "SELECT indexdef::text AS definition FROM pg_indexes WHERE indexname = 'requests_unfinished'";

async fn the_index_holds_what_is_unfinished(app: TestApp) {
    let query = if app.app.db.is_sqlite() { SQLITE } else { POSTGRES };
    let index: Index = app.read(|tx| Ok(diesel::sql_query(query).get_result(tx.conn)?));
    let (_, condition) = index.definition.split_once("WHERE").expect("the index has a condition");
    let held: BTreeSet<&str> = condition.split('\'').skip(1).step_by(2).collect();
    assert_eq!(held, UNFINISHED.iter().map(|situation| situation.as_str()).collect(), "{condition}");
}
