//! The bare statement: pgbench sends what the product sends, prepared, and nothing else.

use super::cluster::Cluster;
use crate::postgres;
use diesel::prelude::*;
use diesel::sql_types::Text;
use solicita::config::Config;
use solicita::db::Conn;
use std::process::Command;
use std::time::Duration;

/// Lists of values, each in a script of its own, which each connection prepares. Few: preparing is not what is compared.
const SCRIPTS: usize = 10;

/// PostgreSQL plans a prepared statement anew for its first five lists of values, then keeps one plan. The product's have
/// that plan long since; pgbench's connections, which are new, get it from the first time on.
const PLANS: (&str, &str) = ("PGOPTIONS", "-c plan_cache_mode=force_generic_plan");

#[derive(Debug, QueryableByName)]
struct Prepared {
    #[diesel(sql_type = Text)]
    statement: String,
}

/// What pgbench does: a statement, and each time one of the lists of values bound to it.
pub struct Work {
    statement: String,
    values: Vec<Vec<String>>,
}

impl Work {
    /// The only statement that a piece of work prepares, as PostgreSQL has it: with `$1`
    /// where a value goes. Of the lists of values the first ten are used.
    ///
    /// # Panics
    /// When the database does not answer, or there were several.
    #[must_use]
    pub fn of(config: &Config, values: impl IntoIterator<Item = Vec<String>>, work: impl FnOnce(&mut Conn)) -> Self {
        let mut conn = Conn::open(&config.database_url).expect("a connection");
        work(&mut conn);
        let Conn::Pg(conn) = &mut conn else { panic!("only PostgreSQL tells what it prepared") };
        let prepared = diesel::sql_query("SELECT statement FROM pg_prepared_statements ORDER BY prepare_time");
        let mut prepared = prepared.load::<Prepared>(conn).expect("the prepared statements");
        let statement = prepared.pop().expect("a statement").statement;
        assert!(prepared.is_empty(), "one statement: {statement}, but also {prepared:#?}");
        Self { statement, values: values.into_iter().take(SCRIPTS).collect() }
    }

    /// A script for each list, and its values as variables, which pgbench binds.
    fn scripts(&self) -> impl Iterator<Item = (String, Vec<String>)> {
        self.values.iter().enumerate().map(|(script, values)| {
            let variable = |place: usize| format!("v{script}_{place}");
            // The last first: `$1` begins `$10`.
            let text = (1..=values.len()).rev().fold(self.statement.clone(), |text, place| {
                text.replace(&format!("${place}"), &format!(":{}", variable(place)))
            });
            let defined = values.iter().zip(1..).map(|(value, place)| format!("{}={value}", variable(place)));
            (format!("{text};\n"), defined.collect())
        })
    }
}

/// Transactions in a second: each is the statement, with one of the lists of values.
///
/// # Panics
/// When pgbench fails.
#[must_use]
pub fn run(cluster: &Cluster, work: &Work, connections: u32, turn: Duration) -> f64 {
    let folder = crate::server::folder("pgbench-");
    let mut command = Command::new(postgres::programs().expect("PostgreSQL").join("pgbench"));
    command.args(["--no-vacuum", "--protocol=prepared", "--jobs=2", "--username=postgres"]);
    command.arg(format!("--client={connections}")).arg(format!("--time={}", turn.as_secs().max(1)));
    command.arg("--host").arg(cluster.socket()).env(PLANS.0, PLANS.1);
    for (place, (script, variables)) in work.scripts().enumerate() {
        let file = folder.path().join(format!("{place}.sql"));
        std::fs::write(&file, script).expect("a file");
        command.arg("--file").arg(file);
        variables.iter().for_each(|variable| {
            command.arg("--define").arg(variable);
        });
    }
    let output = command.arg("solicita").output().expect("pgbench runs");
    let said = String::from_utf8_lossy(&output.stdout);
    let rate = said.lines().find_map(|line| line.strip_prefix("tps = ")?.split(' ').next()?.parse().ok());
    rate.unwrap_or_else(|| panic!("pgbench: {said}{}", String::from_utf8_lossy(&output.stderr)))
}
