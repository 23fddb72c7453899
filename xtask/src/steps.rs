//! A list of steps with a clock: what ran, for how long, and how many tests passed.

use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use regex::Regex;

use crate::process;

/// The steps done so far.
#[derive(Default)]
pub struct Steps {
    done: Vec<(String, Duration)>,
    tally: Tally,
    left_out: String,
}

/// What the test runners counted.
#[derive(Default, Debug, PartialEq, Eq)]
struct Tally {
    passed: usize,
    failed: usize,
    skipped: usize,
}

impl Steps {
    /// Runs one step. The first that fails is the last that runs.
    pub fn run(&mut self, name: &str, step: impl FnOnce(&mut Self) -> Result<()>) -> Result<()> {
        println!("\n== {name}");
        let start = Instant::now();
        let result = step(self);
        self.done.push((name.to_owned(), start.elapsed()));
        if result.is_err() {
            println!("\n!! {name} failed");
            self.print();
        }
        result.with_context(|| name.to_owned())
    }

    /// Runs a `cargo test`, shows what it says and counts its tests.
    pub fn cargo_test(&mut self, cargo: &mut Command) -> Result<()> {
        let mut tally = Tally::default();
        let result = process::run_reading(cargo, |line| tally.read(line));
        self.tally.passed += tally.passed;
        self.tally.failed += tally.failed;
        self.tally.skipped += tally.skipped;
        result
    }

    /// Tests on these databases do not run; the last line will say so.
    pub fn leave_out(&mut self, databases: &[&str]) {
        if !databases.is_empty() {
            self.left_out = format!("; NOT RUN: the tests on {}", databases.join(" and on "));
        }
    }

    /// Prints the times, and on the last line the count of tests.
    pub fn print(&self) {
        println!();
        for (name, time) in &self.done {
            println!("{:>7.1} s  {name}", time.as_secs_f32());
        }
        let total: Duration = self.done.iter().map(|(_, time)| *time).sum();
        println!("{:>7.1} s  in all\n", total.as_secs_f32());
        let Tally { passed, failed, skipped } = self.tally;
        if self.tally != Tally::default() {
            println!("{passed} passed, {failed} failed, {skipped} skipped{}", self.left_out);
        }
    }
}

impl Tally {
    /// Counts in a line like `test result: ok. 3 passed; 0 failed; 1 ignored; …`.
    fn read(&mut self, line: &str) {
        let Ok(form) = Regex::new(r"^test result: .*?(\d+) passed; (\d+) failed; (\d+) ignored") else { return };
        if let Some(found) = form.captures(line) {
            let number = |group: usize| found[group].parse::<usize>().unwrap_or_default();
            self.passed += number(1);
            self.failed += number(2);
            self.skipped += number(3);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_added_up() {
        let mut tally = Tally::default();
        tally.read("running 4 tests");
        tally.read("test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s");
        tally.read("test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out");
        assert_eq!(tally, Tally { passed: 4, failed: 2, skipped: 1 });
    }
}
