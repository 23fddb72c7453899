//! Programs that run beside the tests and end with them, however the tests end.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// Runs the program and waits for the end of its own standard input, which the test
/// process holds and says nothing on: when that process ends, even killed, the pipe
/// closes. Then the program goes, and whatever it had started.
const KEEPER: &str = r#"
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

/// How long a program may take to say what it has to say.
const PATIENCE: Duration = Duration::from_secs(60);

/// A program that is running.
#[derive(Debug)]
pub struct Program {
    keeper: Child,
    alive: Option<ChildStdin>,
    said: Receiver<String>,
    log: PathBuf,
}

impl Program {
    /// Starts a program with the environment of `like`. What it writes to standard error goes
    /// to a file.
    #[must_use]
    pub fn start(like: &Command, log: &Path) -> Self {
        let mut keeper = Command::new("sh");
        keeper.args(["-c", KEEPER, "keeper"]).arg(like.get_program()).args(like.get_args());
        for (name, value) in like.get_envs() {
            match value {
                Some(value) => keeper.env(name, value),
                None => keeper.env_remove(name),
            };
        }
        let complaints = File::options().create(true).append(true).open(log).expect("a file for what a program says");
        let mut keeper = keeper
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(complaints)
            // Ctrl-C is for the tests; the keeper learns of their end by the pipe.
            .process_group(0)
            .spawn()
            .expect("a shell");
        let (alive, output) = (keeper.stdin.take(), keeper.stdout.take().expect("a pipe"));
        let (sender, said) = channel();
        // Whatever is said is taken in, so that the program never waits for a reader.
        std::thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                let _ = sender.send(line);
            }
        });
        Self { keeper, alive, said, log: log.to_owned() }
    }

    /// Waits until the program says something that `read` understands.
    ///
    /// # Errors
    /// When it ends, or a minute passes, without: what it complained of.
    pub fn wait_for<T>(&self, read: impl Fn(&str) -> Option<T>) -> Result<T, String> {
        let end = Instant::now() + PATIENCE;
        loop {
            match self.said.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(line) => {
                    if let Some(found) = read(&line) {
                        return Ok(found);
                    }
                }
                Err(RecvTimeoutError::Timeout) => {
                    return Err(format!("nothing within a minute\n{}", self.complaints()));
                }
                Err(RecvTimeoutError::Disconnected) => return Err(format!("it ended\n{}", self.complaints())),
            }
        }
    }

    /// Its number among the machine's processes.
    ///
    /// # Panics
    /// When it has ended, or the machine is not a Linux.
    #[must_use]
    pub fn id(&self) -> u32 {
        let keeper = self.keeper.id();
        let children = std::fs::read_to_string(format!("/proc/{keeper}/task/{keeper}/children")).unwrap_or_default();
        // The keeper's other child waits for the end of us.
        let first = children.split_whitespace().next().and_then(|child| child.parse().ok());
        first.unwrap_or_else(|| panic!("the program has ended\n{}", self.complaints()))
    }

    /// What it wrote to standard error.
    #[must_use]
    pub fn complaints(&self) -> String {
        std::fs::read_to_string(&self.log).unwrap_or_default()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        drop(self.alive.take());
        // The keeper ends when the program has.
        let _ = self.keeper.wait();
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
