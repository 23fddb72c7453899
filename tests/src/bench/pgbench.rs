//! The bare SQL: pgbench executes the prepared statement of the product, and nothing else.

use super::cluster::PostgresCluster;
use crate::postgres;
use diesel::prelude::*;
use diesel::sql_types::Text;
use solicita::config::Config;
use solicita::db::Conn;
use std::process::Command;
use std::time::Duration;

/// How many lists of values are used. Each is in a script of its own, which each connection
/// prepares; there are few, because preparing is not measured.
const SCRIPTS: usize = 10;

/// PostgreSQL plans a prepared statement anew for its first five executions, then keeps one
/// plan. The connections of the product have that plan already; the new connections of pgbench
/// are made to use it from the first execution.
const PLANS: (&str, &str) = ("PGOPTIONS", "-c plan_cache_mode=force_generic_plan");

#[derive(Debug, QueryableByName)]
struct Prepared {
    #[diesel(sql_type = Text)]
    statement: String,
}

/// What pgbench executes: a statement, each time with one of the lists of values.
pub struct Workload {
    statement: String,
    values: Vec<Vec<String>>,
}

impl Workload {
    /// The one statement that a query prepares, in PostgreSQL's own form, with `$1` in the place
    /// of a value. Of the lists of values the first ten are used.
    ///
    /// # Panics
    /// When the database does not answer, or the query prepares several statements.
    #[must_use]
    pub fn of(config: &Config, values: impl IntoIterator<Item = Vec<String>>, query: impl FnOnce(&mut Conn)) -> Self {
        let mut conn = Conn::open(&config.database_url).expect("a connection");
        query(&mut conn);
        let Conn::Pg(conn) = &mut conn else { panic!("only PostgreSQL lists its prepared statements") };
        let prepared = diesel::sql_query("SELECT statement FROM pg_prepared_statements ORDER BY prepare_time");
        let mut prepared = prepared.load::<Prepared>(conn).expect("the prepared statements");
        let statement = prepared.pop().expect("a statement").statement;
        assert!(prepared.is_empty(), "one statement: {statement}, but also {prepared:#?}");
        Self { statement, values: values.into_iter().take(SCRIPTS).collect() }
    }

    /// A script for each list of values, and the values as variables, which pgbench binds.
    fn scripts(&self) -> impl Iterator<Item = (String, Vec<String>)> {
        self.values.iter().enumerate().map(|(script, values)| {
            let variable = |place: usize| format!("v{script}_{place}");
            // The last value first, because `$10` begins with `$1`.
            let text = (1..=values.len()).rev().fold(self.statement.clone(), |text, place| {
                text.replace(&format!("${place}"), &format!(":{}", variable(place)))
            });
            let defined = values.iter().zip(1..).map(|(value, place)| format!("{}={value}", variable(place)));
            (format!("{text};\n"), defined.collect())
        })
    }
}

/// Runs pgbench for a while, and returns the transactions in a second.
///
/// # Panics
/// When pgbench fails.
#[must_use]
pub fn run(cluster: &PostgresCluster, workload: &Workload, connections: u32, duration: Duration) -> f64 {
    let folder = crate::server::folder("pgbench-");
    let mut command = Command::new(postgres::programs().expect("PostgreSQL").join("pgbench"));
    command.args(["--no-vacuum", "--protocol=prepared", "--jobs=2", "--username=postgres"]);
    command.arg(format!("--client={connections}")).arg(format!("--time={}", duration.as_secs().max(1)));
    command.arg("--host").arg(cluster.socket()).env(PLANS.0, PLANS.1);
    for (place, (script, variables)) in workload.scripts().enumerate() {
        let file = folder.path().join(format!("{place}.sql"));
        std::fs::write(&file, script).expect("a file");
        command.arg("--file").arg(file);
        variables.iter().for_each(|variable| {
            command.arg("--define").arg(variable);
        });
    }
    let output = command.arg("solicita").output().expect("pgbench runs");
    let text = String::from_utf8_lossy(&output.stdout);
    let rate = text.lines().find_map(|line| line.strip_prefix("tps = ")?.split(' ').next()?.parse().ok());
    rate.unwrap_or_else(|| panic!("pgbench: {text}{}", String::from_utf8_lossy(&output.stderr)))
}
