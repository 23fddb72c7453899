//! A list of steps with a clock: what ran, for how long, and how many tests passed.

use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::process;
use crate::selection::Selection;
use crate::tally::Tally;

/// The steps done so far.
#[derive(Default)]
pub struct Steps {
    /// Which tests were asked for.
    pub selection: Selection,
    done: Vec<(String, Duration)>,
    tally: Tally,
}

/// Runs steps and prints a summary. Its last line is the count of tests, if any ran.
pub fn run(steps: impl FnOnce(&mut Steps) -> Result<()>) -> ExitCode {
    let mut done = Steps::default();
    let result = steps(&mut done);
    done.print_times();
    if let Err(error) = &result {
        eprintln!("error: {error:#}\n");
    }
    if let Some(counts) = done.counts() {
        println!("{counts}");
    }
    if result.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
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
        }
        result.with_context(|| name.to_owned())
    }

    /// Runs a `cargo test`, shows what it prints, and counts its tests. Fails if a test failed, or was skipped without
    /// being asked to.
    pub fn cargo_test(&mut self, cargo: &mut Command) -> Result<Tally> {
        let mut suite = Tally::default();
        let result = process::run_reading(cargo, |line| suite.read(line));
        self.tally.add(suite.clone());
        result.and_then(|()| self.selection.judge_suite(&suite))?;
        Ok(suite)
    }

    /// All tests that ran.
    pub fn tally(&self) -> &Tally {
        &self.tally
    }

    fn print_times(&self) {
        println!();
        for (name, time) in &self.done {
            println!("{:>7.1} s  {name}", time.as_secs_f32());
        }
        let total: Duration = self.done.iter().map(|(_, time)| *time).sum();
        println!("{:>7.1} s  in all\n", total.as_secs_f32());
        if !self.selection.left_out.is_empty() {
            println!("left out by SOLICITA_TEST_DATABASES: the tests on {}", self.selection.left_out.join(" and on "));
        }
    }

    /// The line with the numbers of tests, if there are any.
    fn counts(&self) -> Option<String> {
        let Tally { passed, failed, .. } = self.tally;
        let skipped = self.selection.skipped(&self.tally);
        (passed + failed + skipped > 0).then(|| format!("{passed} passed, {failed} failed, {skipped} skipped"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A program that prints what a test runner prints.
    fn runner(lines: &[&str], exit_code: i32) -> Command {
        let mut shell = Command::new("sh");
        shell.args(["-c", &format!("printf '%s\\n' \"$@\"; exit {exit_code}"), "sh"]).args(lines);
        shell
    }

    const PASSED: &str = "test result: ok. 1 passed; 0 failed; 0 ignored; 0 measured; 4 filtered out; finished in 0s";
    const FAILED: &str = "test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out";
    const IGNORED: &str = "test result: ok. 1 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out";

    #[test]
    fn the_last_line_counts_what_ran_and_what_did_not() {
        let mut steps = Steps::default();
        assert_eq!(steps.counts(), None);
        assert!(steps.cargo_test(&mut runner(&["test one ... ok", PASSED], 0)).is_ok());
        assert_eq!(steps.counts().as_deref(), Some("1 passed, 0 failed, 4 skipped"));
        assert!(steps.cargo_test(&mut runner(&["test two ... FAILED", FAILED], 101)).is_err());
        assert_eq!(steps.counts().as_deref(), Some("3 passed, 1 failed, 4 skipped"));
    }

    #[test]
    fn a_runner_that_succeeds_may_still_fail_the_run() {
        let mut steps = Steps::default();
        let ignored = steps.cargo_test(&mut runner(&["test slow ... ignored", IGNORED], 0)).unwrap_err();
        assert!(ignored.to_string().starts_with("1 ignored: slow"), "{ignored}");
        assert_eq!(steps.counts().as_deref(), Some("1 passed, 0 failed, 1 skipped"));
        assert_eq!(steps.cargo_test(&mut runner(&["running 0 tests"], 0)).unwrap_err().to_string(), "no test ran");
    }

    #[test]
    fn the_first_step_that_fails_is_the_last() {
        let mut ran = Vec::new();
        let mut note = |step| {
            ran.push(step);
            Ok(())
        };
        let code = run(|steps| {
            steps.run("one", |_| note(1))?;
            steps.run("two", |_| anyhow::bail!("no"))?;
            steps.run("three", |_| note(3))
        });
        assert_eq!((ran, code), (vec![1], ExitCode::FAILURE));
    }
}
