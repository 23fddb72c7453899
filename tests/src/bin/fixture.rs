//! Writes the fixtures of the present version of the schema: `fixtures/<migration>.*.sql`.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a tool for developers")]

use tests::{Database, fixture, run};

fn main() {
    for database in [Database::Sqlite, Database::Postgres] {
        run::on(database, |app| async move {
            fixture::populate(&app).await;
            let path = fixture::folder().join(format!("{}{}", fixture::version(), fixture::suffix(database)));
            std::fs::write(&path, fixture::dump(&app)).unwrap();
            println!("{}", path.display());
        });
    }
}
