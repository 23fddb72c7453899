//! The results: printed as they come, as tables, and as JSON.

use super::wrk::LoadResult;
use crate::Database;
use serde::Serialize;
use std::path::PathBuf;

/// The name of a kind of database.
#[must_use]
pub const fn name(database: Database) -> &'static str {
    match database {
        Database::Sqlite => "sqlite",
        Database::Postgres => "postgres",
    }
}

/// The median.
#[must_use]
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}

/// A case: the results of the product, of the bare handler and of the bare SQL, by round.
#[derive(Debug, Serialize)]
pub struct Case {
    /// The service.
    pub name: &'static str,
    /// The kind of database.
    pub database: &'static str,
    /// The product's.
    pub product: Vec<LoadResult>,
    /// The bare handler's, each measured right before the product's.
    pub bare: Vec<LoadResult>,
    /// Transactions in a second of pgbench, each measured right after the product's.
    pub sql: Vec<f64>,
}

impl Case {
    fn of(results: &[LoadResult], value: impl Fn(&LoadResult) -> f64) -> f64 {
        median(results.iter().map(value).collect())
    }

    /// The product's rate as a part of the bare handler's.
    #[must_use]
    pub fn of_handler(&self) -> f64 {
        median(self.product.iter().zip(&self.bare).map(|(product, bare)| product.rate() / bare.rate()).collect())
    }

    /// The product's rate as a part of the bare SQL's; none without bare SQL.
    #[must_use]
    pub fn of_sql(&self) -> Option<f64> {
        let ratios: Vec<f64> = self.product.iter().zip(&self.sql).map(|(product, sql)| product.rate() / sql).collect();
        (!ratios.is_empty()).then(|| median(ratios))
    }

    fn row(&self) -> String {
        let millis = |micros: f64| format!("{:.2}", micros / 1000.0);
        let errors: u64 = self.product.iter().map(|result| result.errors).sum();
        let (sql, ratio) = match self.of_sql() {
            Some(ratio) => (format!("{:.0}", median(self.sql.clone())), format!("{:.0} %", ratio * 100.0)),
            None => ("–".to_owned(), "–".to_owned()),
        };
        format!(
            "| {} | {} | {:.0} | {} | {} | {errors} | {:.0} | {} | {:.0} % | {sql} | {ratio} |",
            self.name,
            self.database,
            Self::of(&self.product, LoadResult::rate),
            millis(Self::of(&self.product, |result| result.p50 as f64)),
            millis(Self::of(&self.product, |result| result.p99 as f64)),
            Self::of(&self.bare, LoadResult::rate),
            millis(Self::of(&self.bare, |result| result.p99 as f64)),
            self.of_handler() * 100.0,
        )
    }
}

/// The times until pop-ups were visible, in milliseconds.
#[derive(Debug, Serialize)]
pub struct PopUps {
    /// What caused them.
    pub name: &'static str,
    /// The kind of database.
    pub database: &'static str,
    /// The times, the shortest first.
    pub millis: Vec<f64>,
}

impl PopUps {
    fn at(&self, part: f64) -> f64 {
        let place = (self.millis.len() as f64 * part).ceil() as usize;
        self.millis.get(place.saturating_sub(1)).copied().unwrap_or(0.0)
    }

    fn row(&self) -> String {
        format!(
            "| {} | {} | {} | {:.0} | {:.0} | {:.0} |",
            self.name,
            self.database,
            self.millis.len(),
            self.at(0.5),
            self.at(0.95),
            self.at(1.0)
        )
    }
}

/// One round of a case.
#[derive(Debug)]
pub struct Round {
    /// The product's result.
    pub product: LoadResult,
    /// The bare handler's result.
    pub bare: LoadResult,
    /// Transactions in a second of pgbench.
    pub sql: Option<f64>,
}

/// Prints each result when it is measured, and writes all results so far to a file: they are not
/// lost when the run stops midway.
#[derive(Debug)]
pub struct Recorder {
    report: Report,
    file: Option<PathBuf>,
}

impl Recorder {
    /// Starts a report about so many requests, which is also written to a file.
    #[must_use]
    pub fn new(requests: u64, file: Option<PathBuf>) -> Self {
        Self { report: Report { requests, ..Report::default() }, file }
    }

    /// The results so far.
    #[must_use]
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// Begins a case, which the next rounds belong to.
    pub fn begin_case(&mut self, name: &'static str, database: &'static str) {
        println!("{database}: {name}");
        self.report.cases.push(Case { name, database, product: vec![], bare: vec![], sql: vec![] });
    }

    /// Adds a round to the present case.
    ///
    /// # Panics
    /// When there is no case, or the file cannot be written.
    pub fn add_round(&mut self, round: Round) {
        let Round { product, bare, sql } = round;
        let sql_rate = sql.map_or("–".to_owned(), |rate| format!("{rate:.0}/s"));
        println!("  {:.0}/s, bare handler {:.0}/s, bare SQL {sql_rate}", product.rate(), bare.rate());
        let case = self.report.cases.last_mut().expect("a case has begun");
        case.product.push(product);
        case.bare.push(bare);
        case.sql.extend(sql);
        self.save();
    }

    /// Adds the time until a pop-up was visible, in milliseconds.
    ///
    /// # Panics
    /// When the file cannot be written.
    pub fn add_popup(&mut self, name: &'static str, database: &'static str, millis: f64) {
        println!("{database}: {name}: {millis:.0} ms");
        let popups = &mut self.report.popups;
        let index = popups.iter().position(|these| (these.name, these.database) == (name, database));
        let index = index.unwrap_or_else(|| {
            popups.push(PopUps { name, database, millis: vec![] });
            popups.len() - 1
        });
        popups[index].millis.push(millis);
        popups[index].millis.sort_by(f64::total_cmp);
        self.save();
    }

    /// Adds the memory of the server, in bytes.
    ///
    /// # Panics
    /// When the file cannot be written.
    pub fn add_memory(&mut self, database: &'static str, bytes: u64) {
        self.report.memory.push((database, bytes));
        println!("{}", Report::memory_line(database, bytes));
        self.save();
    }

    /// Writes another file first, so that a complete one is there at any time.
    fn save(&self) {
        let Some(file) = &self.file else { return };
        let json = serde_json::to_string_pretty(&self.report).expect("a report as JSON");
        let new = file.with_extension("new");
        std::fs::write(&new, json).and_then(|()| std::fs::rename(&new, file)).expect("the file for the results");
    }
}

/// Everything that was measured in one run.
#[derive(Debug, Default, Serialize)]
pub struct Report {
    /// Requests in the database.
    pub requests: u64,
    /// The polled services.
    pub cases: Vec<Case>,
    /// The pop-ups.
    pub popups: Vec<PopUps>,
    /// Anonymous memory of the server after the load, in bytes, by database.
    pub memory: Vec<(&'static str, u64)>,
}

impl Report {
    /// As tables.
    #[must_use]
    pub fn tables(&self) -> String {
        let mut lines = vec![
            "| case | database | answers/s | p50 ms | p99 ms | errors | bare handler/s | its p99 ms | of the handler | bare SQL/s | of the SQL |".to_owned(),
            "| --- | --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |".to_owned(),
        ];
        lines.extend(self.cases.iter().map(Case::row));
        if !self.popups.is_empty() {
            lines.push(String::new());
            lines.push("| pop-up seen after | database | times | p50 ms | p95 ms | longest ms |".to_owned());
            lines.push("| --- | --- | --: | --: | --: | --: |".to_owned());
            lines.extend(self.popups.iter().map(PopUps::row));
        }
        lines.push(String::new());
        for (database, bytes) in &self.memory {
            lines.push(Self::memory_line(database, *bytes));
        }
        lines.join("\n")
    }

    fn memory_line(database: &str, bytes: u64) -> String {
        format!("Memory of the server after this, {database}: {} MB.", bytes / 1_000_000)
    }
}
