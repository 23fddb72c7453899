//! What was measured, as a table for people and as JSON.

use super::wrk::Turn;
use crate::Database;
use serde::Serialize;

/// The name of a kind of database.
#[must_use]
pub const fn name(database: Database) -> &'static str {
    match database {
        Database::Sqlite => "sqlite",
        Database::Postgres => "postgres",
    }
}

/// The value in the middle.
#[must_use]
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}

/// One of the cases: the turns of the product, of the bare handler and of the bare SQL.
#[derive(Debug, Serialize)]
pub struct Case {
    /// What is asked.
    pub name: &'static str,
    /// On which database.
    pub database: &'static str,
    /// The product's turns.
    pub product: Vec<Turn>,
    /// The bare handler's, each right before the product's.
    pub bare: Vec<Turn>,
    /// Transactions in a second of pgbench, each right after.
    pub sql: Vec<f64>,
}

impl Case {
    fn of(turns: &[Turn], value: impl Fn(&Turn) -> f64) -> f64 {
        median(turns.iter().map(value).collect())
    }

    /// The product's rate, as a part of the bare handler's.
    #[must_use]
    pub fn of_handler(&self) -> f64 {
        median(self.product.iter().zip(&self.bare).map(|(product, bare)| product.rate() / bare.rate()).collect())
    }

    /// The product's rate, as a part of the bare SQL's.
    #[must_use]
    pub fn of_sql(&self) -> Option<f64> {
        let ratios: Vec<f64> = self.product.iter().zip(&self.sql).map(|(product, sql)| product.rate() / sql).collect();
        (!ratios.is_empty()).then(|| median(ratios))
    }

    fn row(&self) -> String {
        let millis = |micros: f64| format!("{:.2}", micros / 1000.0);
        let errors: u64 = self.product.iter().map(|turn| turn.errors).sum();
        let (sql, ratio) = match self.of_sql() {
            Some(ratio) => (format!("{:.0}", median(self.sql.clone())), format!("{:.0} %", ratio * 100.0)),
            None => ("–".to_owned(), "–".to_owned()),
        };
        format!(
            "| {} | {} | {:.0} | {} | {} | {errors} | {:.0} | {} | {:.0} % | {sql} | {ratio} |",
            self.name,
            self.database,
            Self::of(&self.product, Turn::rate),
            millis(Self::of(&self.product, |turn| turn.p50 as f64)),
            millis(Self::of(&self.product, |turn| turn.p99 as f64)),
            Self::of(&self.bare, Turn::rate),
            millis(Self::of(&self.bare, |turn| turn.p99 as f64)),
            self.of_handler() * 100.0,
        )
    }
}

/// How long pop-ups took to be seen, in milliseconds.
#[derive(Debug, Serialize)]
pub struct PopUps {
    /// What raised them.
    pub name: &'static str,
    /// On which database.
    pub database: &'static str,
    /// All of them, the shortest first.
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

/// Everything that was measured in one run.
#[derive(Debug, Default, Serialize)]
pub struct Report {
    /// Requests in the database.
    pub requests: u64,
    /// The polled services.
    pub cases: Vec<Case>,
    /// The pop-ups.
    pub popups: Vec<PopUps>,
    /// The server's own memory after the load, in bytes, by database.
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
            lines.push(format!("Memory of the server after this, {database}: {} MB.", bytes / 1_000_000));
        }
        lines.join("\n")
    }
}
