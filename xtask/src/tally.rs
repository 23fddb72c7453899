//! What the test runners print: how many tests passed and failed, which ran, and which did not.

use regex::Regex;

/// The tests of one or more runs.
#[derive(Default, Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// How many passed.
    pub passed: usize,
    /// How many failed.
    pub failed: usize,
    /// How many did not run because of `#[ignore]`.
    pub ignored: usize,
    /// How many did not run because of their name.
    pub filtered_out: usize,
    /// The names of those that ran.
    pub ran: Vec<String>,
    /// The names of the ignored ones.
    pub ignored_names: Vec<String>,
}

impl Tally {
    /// Whether no test ran.
    pub fn is_empty(&self) -> bool {
        self.passed + self.failed == 0
    }

    /// Whether a test ran whose name contains this text.
    pub fn has(&self, part_of_name: &str) -> bool {
        self.ran.iter().any(|name| name.contains(part_of_name))
    }

    /// Reads a line of libtest: one about a test, or the one with the numbers.
    pub fn read(&mut self, line: &str) {
        if line.starts_with("test result: ") {
            self.read_numbers(line);
        } else if let Some((name, outcome)) = line.strip_prefix("test ").and_then(|test| test.split_once(" ... ")) {
            let name = name.trim_end_matches(" - should panic").to_owned();
            if outcome.starts_with("ignored") {
                self.ignored_names.push(name);
            } else {
                self.ran.push(name);
            }
        }
    }

    /// `test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 2 filtered out; …`
    fn read_numbers(&mut self, line: &str) {
        let form = Regex::new(r"(\d+) passed; (\d+) failed; (\d+) ignored; \d+ measured; (\d+) filtered out");
        let Ok(form) = form else { return };
        if let Some(found) = form.captures(line) {
            let number = |group: usize| found[group].parse::<usize>().unwrap_or_default();
            self.passed += number(1);
            self.failed += number(2);
            self.ignored += number(3);
            self.filtered_out += number(4);
        }
    }

    /// Adds the tests of another run.
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.ignored += other.ignored;
        self.filtered_out += other.filtered_out;
        self.ran.extend(other.ran);
        self.ignored_names.extend(other.ignored_names);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_added_up() {
        let mut tally = Tally::default();
        for line in [
            "running 4 tests",
            "test one ... ok",
            "test two::sqlite - should panic ... ok",
            "test three ... FAILED",
            "test slow ... ignored, takes an hour",
            "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 2 filtered out; finished in 0.01s",
            "test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s",
        ] {
            tally.read(line);
        }
        assert_eq!((tally.passed, tally.failed, tally.ignored, tally.filtered_out), (4, 2, 1, 2));
        assert_eq!(
            (&tally.ran[..], &tally.ignored_names[..]),
            (&owned(&["one", "two::sqlite", "three"])[..], &owned(&["slow"])[..])
        );
        assert!(tally.has("two::") && !tally.has("slow"));

        let mut sum = tally.clone();
        sum.add(tally);
        assert_eq!((sum.passed, sum.failed, sum.ignored, sum.filtered_out, sum.ran.len()), (8, 4, 2, 4, 6));
    }

    fn owned(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }
}
