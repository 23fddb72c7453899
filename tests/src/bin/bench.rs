//! Measures the product: see `tests::bench` and `docs/performance.md`.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a tool for developers")]

use clap::Parser;
use std::path::PathBuf;
use std::time::Duration;
use tests::Database;
use tests::bench::report::{Report, name};
use tests::bench::{Plan, data::Data, polled, popups, served::Served};

/// Measures the polled services and the pop-ups.
#[derive(Parser)]
#[command(name = "cargo xtask bench --")]
struct Arguments {
    /// Which database: sqlite, postgres; both unless named
    #[arg(long)]
    database: Option<String>,
    /// Requests in the database
    #[arg(long, default_value_t = 1_000_000)]
    requests: u64,
    /// Turns of each side
    #[arg(long, default_value_t = 5)]
    rounds: usize,
    /// Seconds of a turn
    #[arg(long, default_value_t = 5)]
    seconds: u64,
    /// Connections of the load generator
    #[arg(long, default_value_t = 32)]
    connections: usize,
    /// Connections to the database, of the server and of pgbench
    #[arg(long, default_value_t = 8)]
    pool: u32,
    /// Pop-ups that are timed; 0 for none
    #[arg(long, default_value_t = 100)]
    popups: usize,
    /// Where the data is kept between runs
    #[arg(long, env = "SOLICITA_BENCH_DATA", default_value = "/var/tmp/solicita-bench")]
    data: PathBuf,
    /// A file for the results as JSON
    #[arg(long)]
    json: Option<PathBuf>,
}

fn main() {
    let arguments = Arguments::parse();
    let plan = Plan {
        requests: arguments.requests,
        rounds: arguments.rounds,
        turn: Duration::from_secs(arguments.seconds),
        connections: arguments.connections,
        pool: arguments.pool,
        popups: arguments.popups,
    };
    let databases = [Database::Sqlite, Database::Postgres];
    let wanted =
        databases.into_iter().filter(|one| arguments.database.as_deref().is_none_or(|asked| asked == name(*one)));
    let runtime = actix_web::rt::System::new();
    let mut report = Report { requests: plan.requests, ..Report::default() };
    for database in wanted {
        let data = Data::prepare(&arguments.data, database, plan.requests, plan.pool);
        runtime.block_on(measure(database, &data, &plan, &mut report));
    }
    println!("\n{}", report.tables());
    if let Some(file) = arguments.json {
        std::fs::write(file, serde_json::to_string_pretty(&report).unwrap()).unwrap();
    }
}

async fn measure(database: Database, data: &Data, plan: &Plan, report: &mut Report) {
    let log = tests::server::folder("bench-log-");
    let product = Served::product(&data.config, &log.path().join("server.log"));
    report.cases.extend(polled::measure(database, data, &product, plan).await);
    if plan.popups > 0 {
        report.popups.extend(popups::measure(database, data, &product, plan).await);
    }
    report.memory.push((name(database), product.memory()));
}
