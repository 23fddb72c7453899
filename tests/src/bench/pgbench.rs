//! The bare statement: pgbench sends what the product sends, prepared, and nothing else.

use super::cluster::Cluster;
use crate::postgres;
use diesel::prelude::*;
use diesel::sql_types::Text;
use solicita::config::Config;
use solicita::db::Conn;
use std::process::Command;
use std::time::Duration;

/// Scripts that pgbench takes at the most.
const SCRIPTS: usize = 100;

#[derive(QueryableByName)]
struct Prepared {
    #[diesel(sql_type = Text)]
    statement: String,
}

/// Statements that a piece of work prepares, in order, as PostgreSQL has them: with `$1`
/// where a value goes.
///
/// # Panics
/// When the database does not answer.
#[must_use]
pub fn statements(config: &Config, work: impl FnOnce(&mut Conn)) -> Vec<String> {
    let mut conn = Conn::open(&config.database_url).expect("a connection");
    work(&mut conn);
    let Conn::Pg(conn) = &mut conn else { panic!("only PostgreSQL tells what it prepared") };
    let prepared = diesel::sql_query("SELECT statement FROM pg_prepared_statements ORDER BY prepare_time");
    prepared.load::<Prepared>(conn).expect("the prepared statements").into_iter().map(|row| row.statement).collect()
}

/// Statements with values in the places of `$1`, `$2`…: one script for each list of values.
#[must_use]
pub fn scripts(statement: &str, values: impl IntoIterator<Item = Vec<String>>) -> Vec<String> {
    let fill = |values: Vec<String>| {
        // The last first: `$1` begins `$10`.
        let places = values.iter().enumerate().rev();
        places.fold(statement.to_owned(), |text, (place, value)| {
            text.replace(&format!("${}", place + 1), &format!("'{}'", value.replace('\'', "''")))
        })
    };
    values.into_iter().take(SCRIPTS).map(fill).map(|text| format!("{text};\n")).collect()
}

/// Transactions in a second: each runs one of the scripts.
///
/// # Panics
/// When pgbench fails.
#[must_use]
pub fn run(cluster: &Cluster, scripts: &[String], connections: u32, turn: Duration) -> f64 {
    let folder = crate::server::folder("pgbench-");
    let mut command = Command::new(postgres::programs().expect("PostgreSQL").join("pgbench"));
    command.args(["--no-vacuum", "--protocol=prepared", "--jobs=2", "--username=postgres"]);
    command.arg(format!("--client={connections}")).arg(format!("--time={}", turn.as_secs().max(1)));
    command.arg("--host").arg(cluster.socket());
    for (place, script) in scripts.iter().enumerate() {
        let file = folder.path().join(format!("{place}.sql"));
        std::fs::write(&file, script).expect("a file");
        command.arg("--file").arg(file);
    }
    let output = command.arg("solicita").output().expect("pgbench runs");
    let said = String::from_utf8_lossy(&output.stdout);
    let rate = said.lines().find_map(|line| line.strip_prefix("tps = ")?.split(' ').next()?.parse().ok());
    rate.unwrap_or_else(|| panic!("pgbench: {said}{}", String::from_utf8_lossy(&output.stderr)))
}
