//! Which tests a person left out on purpose. All others have to run: a test that is skipped for another reason fails the
//! run.

use anyhow::{Result, bail};

use crate::tally::Tally;

/// The databases that tests run on, as the names of the tests say.
const DATABASES: [&str; 2] = ["sqlite", "postgres"];

/// What was asked for.
#[derive(Default)]
pub struct Selection {
    /// Parts of names; only tests that have one of them run. Empty: all run.
    pub filters: Vec<String>,
    /// Databases whose tests do not run.
    pub left_out: Vec<&'static str>,
}

impl Selection {
    /// The parts of names of the command line, and the databases (names between commas) of `SOLICITA_TEST_DATABASES`. All,
    /// unless it is set.
    pub fn new(filters: &[String], databases: Option<&str>) -> Result<Self> {
        if let Some(option) = filters.iter().find(|filter| filter.starts_with('-')) {
            bail!("{option} is no part of a test's name; options of the test runner are for `cargo test`");
        }
        let asked: Vec<_> = databases.map_or(DATABASES.to_vec(), |names| names.split(',').map(str::trim).collect());
        if let Some(other) = asked.iter().find(|name| !DATABASES.contains(name)) {
            bail!("SOLICITA_TEST_DATABASES names {other:?}; it may name sqlite and postgres");
        }
        let left_out = DATABASES.into_iter().filter(|name| !asked.contains(name)).collect();
        Ok(Self { filters: filters.to_vec(), left_out })
    }

    /// How many tests of a run count as skipped. Those that do not match a filter do not: somebody wanted to see one test.
    pub fn skipped(&self, tally: &Tally) -> usize {
        tally.ignored + if self.filters.is_empty() { tally.filtered_out } else { 0 }
    }

    /// Fails if a suite has ignored tests, or no test at all.
    pub fn judge_suite(&self, suite: &Tally) -> Result<()> {
        if suite.ignored > 0 {
            bail!("{} ignored: {}; a test runs, or it goes", suite.ignored, suite.ignored_names.join(", "));
        }
        if suite.is_empty() && self.filters.is_empty() {
            bail!("no test ran");
        }
        Ok(())
    }

    /// Fails if a suite that has tests for each database ran none on one that is not left out.
    pub fn judge_databases(&self, suite: &Tally) -> Result<()> {
        let wanted = DATABASES.iter().filter(|database| !self.left_out.contains(database) && self.filters.is_empty());
        match wanted.into_iter().find(|database| !suite.has(&format!("::{database}"))) {
            Some(database) => bail!("no test ran on {database}, and SOLICITA_TEST_DATABASES does not leave it out"),
            None => Ok(()),
        }
    }

    /// Fails if no test of the whole run has a name that contains a filter.
    pub fn judge_filters(&self, all: &Tally) -> Result<()> {
        match self.filters.iter().find(|filter| !all.has(filter)) {
            Some(filter) => bail!("no test that ran has {filter:?} in its name"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn selection(filters: &[&str], databases: Option<&str>) -> Result<Selection> {
        Selection::new(&filters.iter().map(|filter| (*filter).to_owned()).collect::<Vec<_>>(), databases)
    }

    fn ran(names: &[&str]) -> Tally {
        let ran: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        Tally { passed: ran.len(), ran, ..Tally::default() }
    }

    fn fault(result: Result<()>) -> String {
        result.unwrap_err().to_string()
    }

    #[test]
    fn databases_are_left_out_by_name() {
        let left_out = |names| selection(&[], names).map(|selection| selection.left_out);
        assert_eq!(left_out(None).unwrap(), [""; 0]);
        assert_eq!(left_out(Some("sqlite,postgres")).unwrap(), [""; 0]);
        assert_eq!(left_out(Some("sqlite")).unwrap(), ["postgres"]);
        assert_eq!(left_out(Some(" postgres ")).unwrap(), ["sqlite"]);
        assert!(left_out(Some("sqlite,oracle")).is_err());
        assert!(left_out(Some("")).is_err());
    }

    #[test]
    fn an_ignored_test_fails_the_run() {
        let mut suite = ran(&["one"]);
        assert!(selection(&[], None).unwrap().judge_suite(&suite).is_ok());
        suite.ignored = 1;
        suite.ignored_names = vec!["slow".to_owned()];
        assert_eq!(
            fault(selection(&[], None).unwrap().judge_suite(&suite)),
            "1 ignored: slow; a test runs, or it goes"
        );
        assert!(selection(&["one"], None).unwrap().judge_suite(&suite).is_err());
    }

    #[test]
    fn a_suite_without_tests_fails_unless_a_filter_asks_for_others() {
        assert_eq!(fault(selection(&[], None).unwrap().judge_suite(&Tally::default())), "no test ran");
        assert!(selection(&["note"], None).unwrap().judge_suite(&Tally::default()).is_ok());
    }

    #[test]
    fn each_database_has_tests_unless_it_is_left_out() {
        let suite = ran(&["notes::add::sqlite", "postgres_is_a_word"]);
        let all = selection(&[], None).unwrap();
        assert!(fault(all.judge_databases(&suite)).starts_with("no test ran on postgres"));
        assert!(all.judge_databases(&ran(&["a::sqlite", "a::postgres"])).is_ok());
        assert!(selection(&[], Some("sqlite")).unwrap().judge_databases(&suite).is_ok());
        assert!(selection(&["add"], None).unwrap().judge_databases(&suite).is_ok());
    }

    #[test]
    fn every_filter_has_to_match_a_test() {
        let all = ran(&["notes::add::sqlite", "notes::read"]);
        assert!(selection(&["add", "notes::"], None).unwrap().judge_filters(&all).is_ok());
        let fault = fault(selection(&["add", "raed"], None).unwrap().judge_filters(&all));
        assert_eq!(fault, "no test that ran has \"raed\" in its name");
        assert!(selection(&["--nocapture"], None).is_err(), "an option");
    }

    #[test]
    fn tests_on_a_database_that_is_left_out_count_as_skipped() {
        let tally = Tally { filtered_out: 7, ignored: 1, ..ran(&["one"]) };
        assert_eq!(selection(&[], Some("sqlite")).unwrap().skipped(&tally), 8);
        assert_eq!(selection(&["one"], None).unwrap().skipped(&tally), 1);
    }
}
