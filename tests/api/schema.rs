//! The schema: both folders of migrations, and what they make, agree with `schema.rs`.

use diesel::prelude::*;
use diesel::sql_types::Text;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use tests::{TestApp, on_both_databases};

on_both_databases![the_live_schema_is_the_one_in_schema_rs];

const SCHEMA: &str = include_str!("../../api/src/db/schema.rs");

/// Column by column, as `schema.rs` has it: table, column, type.
fn written() -> Vec<(&'static str, &'static str, &'static str)> {
    let mut columns = Vec::new();
    let mut table = "";
    for line in SCHEMA.lines().map(str::trim) {
        if let Some((name, rest)) = line.split_once(" (")
            && rest.ends_with(") {")
        {
            table = name;
        } else if let Some((name, kind)) = line.trim_end_matches(',').split_once(" -> ") {
            columns.push((table, name, kind));
        }
    }
    columns
}

/// Names of the columns of a table, in order.
pub fn columns(table: &str) -> Vec<&'static str> {
    written().into_iter().filter(|(of, ..)| *of == table).map(|(_, name, _)| name).collect()
}

#[derive(QueryableByName)]
struct Column {
    #[diesel(sql_type = Text)]
    table_name: String,
    #[diesel(sql_type = Text)]
    column_name: String,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Text)]
    nullable: String,
}

const SQLITE: &str = "SELECT m.name AS table_name, c.name AS column_name, lower(c.type) AS kind,
    CASE WHEN c.\"notnull\" = 1 OR c.pk > 0 THEN 'no' ELSE 'yes' END AS nullable
    FROM sqlite_master m JOIN pragma_table_info(m.name) c
    WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE '\\_\\_%' ESCAPE '\\'";

const POSTGRES: &str = "SELECT table_name::text, column_name::text, data_type::text AS kind,
    lower(is_nullable)::text AS nullable FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name NOT LIKE '\\_\\_%'";

/// The database's name for a type, as diesel calls it.
fn diesel_type(kind: &str) -> &str {
    match kind {
        "integer" => "Integer",
        "bigint" => "BigInt",
        "text" => "Text",
        "boolean" => "Bool",
        "timestamp" | "timestamp without time zone" => "Timestamp",
        other => other,
    }
}

async fn the_live_schema_is_the_one_in_schema_rs(app: TestApp) {
    let query = if app.app.db.is_sqlite() { SQLITE } else { POSTGRES };
    let live: Vec<Column> = app.read(|tx| Ok(diesel::sql_query(query).load(tx.conn)?));
    let sqlite = app.app.db.is_sqlite();
    let live: BTreeMap<(String, String), String> = live
        .into_iter()
        .map(|column| {
            // SQLite's key that counts by itself has 64 bits and must be called INTEGER.
            let counts = sqlite && column.column_name == "id" && column.kind == "integer" && column.nullable == "no";
            let counts = counts && SCHEMA.contains(&format!("{} (id) {{\n        id -> BigInt", column.table_name));
            let kind = if counts { "BigInt" } else { diesel_type(&column.kind) };
            let kind = if column.nullable == "yes" { format!("Nullable<{kind}>") } else { kind.to_owned() };
            ((column.table_name, column.column_name), kind)
        })
        .collect();
    let expected: BTreeMap<(String, String), String> = written()
        .into_iter()
        .map(|(table, name, kind)| ((table.to_owned(), name.to_owned()), kind.to_owned()))
        .collect();
    let only = |a: &BTreeMap<_, _>, b: &BTreeMap<_, _>| {
        a.iter().filter(|(key, kind)| b.get(*key) != Some(*kind)).map(|entry| format!("{entry:?}")).collect::<Vec<_>>()
    };
    assert_eq!((only(&live, &expected), only(&expected, &live)), (Vec::new(), Vec::new()), "live only, schema.rs only");
}

#[test]
fn both_folders_of_migrations_have_the_same_names() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../migrations");
    let names = |folder: &str| -> BTreeSet<String> {
        let entries = std::fs::read_dir(root.join(folder)).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    };
    assert_eq!(names("sqlite"), names("postgres"));
    assert!(!names("sqlite").is_empty());
    for folder in ["sqlite", "postgres"] {
        for name in names(folder) {
            assert!(name.as_bytes()[..17].iter().all(|byte| byte.is_ascii_digit() || *byte == b'-'), "{name}");
            for file in ["up.sql", "down.sql"] {
                assert!(root.join(folder).join(&name).join(file).exists(), "{folder}/{name}/{file}");
            }
        }
    }
}
