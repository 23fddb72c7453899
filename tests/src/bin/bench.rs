//! Measures the product: see `tests::bench` and `docs/performance.md`.
#![allow(clippy::print_stdout, reason = "a tool for developers")]

use clap::Parser;
use std::path::PathBuf;
use std::time::Duration;
use tests::Database;
use tests::bench::report::{Recorder, name};
use tests::bench::{Plan, data::Data, polled, popups, server_process::ServerProcess};

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
    /// Rounds: how often each side is measured
    #[arg(long, default_value_t = 5)]
    rounds: usize,
    /// Seconds of each measurement
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
    /// A file for the results as JSON, which is written after each measurement
    #[arg(long)]
    json: Option<PathBuf>,
}

fn main() {
    let arguments = Arguments::parse();
    let plan = Plan {
        requests: arguments.requests,
        rounds: arguments.rounds,
        duration: Duration::from_secs(arguments.seconds),
        connections: arguments.connections,
        pool: arguments.pool,
        popups: arguments.popups,
    };
    let databases = [Database::Sqlite, Database::Postgres];
    let wanted =
        databases.into_iter().filter(|one| arguments.database.as_deref().is_none_or(|asked| asked == name(*one)));
    let runtime = actix_web::rt::System::new();
    let mut recorder = Recorder::new(plan.requests, arguments.json);
    for database in wanted {
        let data = Data::prepare(&arguments.data, database, plan.requests, plan.pool);
        runtime.block_on(measure(database, &data, &plan, &mut recorder));
    }
    println!("\n{}", recorder.report().tables());
}

async fn measure(database: Database, data: &Data, plan: &Plan, recorder: &mut Recorder) {
    let log = tests::server::folder("bench-log-");
    let product = ServerProcess::product(&data.config, &log.path().join("server.log"));
    polled::measure(database, data, &product, plan, recorder).await;
    if plan.popups > 0 {
        popups::measure(database, data, &product, plan, recorder).await;
    }
    recorder.add_memory(name(database), product.memory());
}
