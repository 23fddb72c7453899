//! Programs that run beside the tests. They end when the test process ends, even if it is
//! killed.

use crate::wait::DEADLINE;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Instant;

/// A shell script that runs the program and waits for the end of its own standard input. The
/// test process holds that pipe and writes nothing to it: it is closed when the test process
/// ends. Then the script ends the program and all that it started.
const SUPERVISOR: &str = r#"
"$@" </dev/null &
program=$!
exec >/dev/null
cat >/dev/null
kill -TERM $program 2>/dev/null
for _ in $(seq 1 20); do
    kill -0 $program 2>/dev/null || break
    sleep 0.05
done
kill -KILL 0
"#;

/// A program that is running.
#[derive(Debug)]
pub struct Program {
    supervisor: Child,
    /// Closing it ends the program.
    stdin: Option<ChildStdin>,
    /// Lines of its standard output.
    lines: Receiver<String>,
    log: PathBuf,
}

impl Program {
    /// Starts a program with the arguments and the environment of `command`. Its standard error
    /// is appended to a file.
    #[must_use]
    pub fn start(command: &Command, log: &Path) -> Self {
        let mut supervisor = Command::new("sh");
        supervisor.args(["-c", SUPERVISOR, "supervisor"]).arg(command.get_program()).args(command.get_args());
        for (name, value) in command.get_envs() {
            match value {
                Some(value) => supervisor.env(name, value),
                None => supervisor.env_remove(name),
            };
        }
        let errors = File::options().create(true).append(true).open(log).expect("a log file");
        let mut supervisor = supervisor
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(errors)
            // Ctrl-C ends the tests alone; then the pipe is closed.
            .process_group(0)
            .spawn()
            .expect("a shell");
        let (stdin, output) = (supervisor.stdin.take(), supervisor.stdout.take().expect("a pipe"));
        let (sender, lines) = channel();
        // All output is read, so that the program never waits for a reader.
        std::thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                let _ = sender.send(line);
            }
        });
        Self { supervisor, stdin, lines, log: log.to_owned() }
    }

    /// Waits until the program prints a line that `read` understands.
    ///
    /// # Errors
    /// When it ends or a minute passes before that; the error contains its standard error.
    pub fn wait_for<T>(&self, read: impl Fn(&str) -> Option<T>) -> Result<T, String> {
        let end = Instant::now() + DEADLINE;
        loop {
            match self.lines.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(line) => {
                    if let Some(found) = read(&line) {
                        return Ok(found);
                    }
                }
                Err(RecvTimeoutError::Timeout) => {
                    return Err(format!("no such line within {DEADLINE:?}\n{}", self.errors()));
                }
                Err(RecvTimeoutError::Disconnected) => return Err(format!("it ended\n{}", self.errors())),
            }
        }
    }

    /// Its process id.
    ///
    /// # Panics
    /// When it has ended, or the system is not Linux.
    #[must_use]
    pub fn id(&self) -> u32 {
        let supervisor = self.supervisor.id();
        let children =
            std::fs::read_to_string(format!("/proc/{supervisor}/task/{supervisor}/children")).unwrap_or_default();
        // The other child of the supervisor is the `cat` that waits for the end of the pipe.
        let first = children.split_whitespace().next().and_then(|child| child.parse().ok());
        first.unwrap_or_else(|| panic!("the program has ended\n{}", self.errors()))
    }

    /// Its standard error so far.
    #[must_use]
    pub fn errors(&self) -> String {
        std::fs::read_to_string(&self.log).unwrap_or_default()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        drop(self.stdin.take());
        // The supervisor ends after the program.
        let _ = self.supervisor.wait();
    }
}

/// The path of a program.
///
/// # Panics
/// When it is not installed; the message says what to install.
#[must_use]
pub fn find(program: &str, package: &str) -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file());
    found.unwrap_or_else(|| panic!("{program} is not installed: apt-get install {package}"))
}
