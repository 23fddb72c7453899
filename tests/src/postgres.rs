//! The PostgreSQL server of the test process. The installed programs are found and started
//! when a test first needs them. The server is stopped when the test process ends, even if it
//! is killed.

use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

/// A shell script that runs beside the tests. It starts the server, prints `ready`, and waits
/// for the end of its standard input. The test process holds that pipe and writes nothing to
/// it: it is closed when the test process ends. Then the script stops the server and removes
/// its files.
const SUPERVISOR: &str = r#"
trap '' INT TERM HUP
as_owner="$1" bin="$2" root="$3"
$as_owner "$bin/initdb" -D "$root/data" -U postgres --auth=trust --no-sync --encoding=UTF8 --locale=C.UTF-8 >"$root/log" 2>&1 || { cat "$root/log"; exit 1; }
$as_owner "$bin/postgres" -D "$root/data" -k "$root" -c listen_addresses= -c max_connections=300 \
    -c shared_buffers=32MB -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off \
    -c wal_level=minimal -c max_wal_senders=0 -c max_wal_size=256MB >>"$root/log" 2>&1 </dev/null &
server=$!
for _ in $(seq 1 300); do
    $as_owner "$bin/pg_isready" -q -h "$root" && break
    kill -0 $server 2>/dev/null || break
    sleep 0.1
done
$as_owner "$bin/pg_isready" -q -h "$root" && echo ready || cat "$root/log"
exec >/dev/null
cat >/dev/null
kill -QUIT $server
wait $server
rm -rf "$root"
"#;

/// The server of this process.
pub struct Server {
    folder: PathBuf,
    /// It is closed when the process ends, which stops the server.
    _stdin: std::process::ChildStdin,
}

impl Server {
    /// The URL of a database.
    pub fn url(&self, database: &str) -> String {
        format!("postgres:///{database}?host={}&user=postgres", self.folder.display())
    }
}

/// The server, started at the first call.
pub fn server() -> &'static Server {
    static SERVER: OnceLock<Server> = OnceLock::new();
    SERVER.get_or_init(start)
}

fn start() -> Server {
    let programs = programs().expect(
        "PostgreSQL is not installed: install it (apt-get install postgresql), or leave its tests out \
         (SOLICITA_TEST_DATABASES=sqlite cargo xtask test, or cargo test … -- --skip postgres)",
    );
    let folder = tempfile::Builder::new().prefix("solicita-pg-").tempdir_in(super::database::scratch()).unwrap().keep();
    let as_owner = run_as_owner(&folder);
    #[allow(
        clippy::zombie_processes,
        reason = "the supervisor outlives this process, because it stops the server afterwards"
    )]
    let mut supervisor = Command::new("sh")
        .args(["-c", SUPERVISOR, "supervisor", as_owner])
        .args([&programs, &folder])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        // Ctrl-C ends the tests alone; then the pipe is closed.
        .process_group(0)
        .spawn()
        .unwrap();
    let stdin = supervisor.stdin.take().unwrap();
    let mut output = BufReader::new(supervisor.stdout.take().unwrap());
    let mut line = String::new();
    output.read_line(&mut line).unwrap();
    assert_eq!(line.trim(), "ready", "PostgreSQL did not start: see {}", folder.join("log").display());
    Server { folder, _stdin: stdin }
}

/// The folder of PostgreSQL's programs: the newest version that Debian has installed, or the
/// one in PATH.
pub(crate) fn programs() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut found: Vec<(u32, PathBuf)> = versions
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin"))))
        .filter(|(_, folder)| folder.join("initdb").exists())
        .collect();
    found.sort();
    let in_path = || {
        let path = std::env::var_os("PATH").unwrap_or_default();
        std::env::split_paths(&path).find(|folder| folder.join("initdb").exists() && folder.join("postgres").exists())
    };
    found.pop().map(|(_, folder)| folder).or_else(in_path)
}

fn is_root() -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status.lines().any(|line| line.starts_with("Uid:") && line.split_whitespace().nth(2) == Some("0"))
}

/// The beginning of a command line that works on a data folder of PostgreSQL. The folder is given
/// to the account that the command then runs as.
pub(crate) fn run_as_owner(folder: &Path) -> &'static str {
    if is_root() { give_to_postgres(folder) } else { "" }
}

/// PostgreSQL refuses to run as root. The folder is given to the account `postgres`, which
/// Debian creates, and the server runs as that account.
fn give_to_postgres(folder: &Path) -> &'static str {
    let given = Command::new("chown").arg("postgres:").arg(folder).status().is_ok_and(|status| status.success());
    assert!(given, "running as root, and there is no account `postgres` to run PostgreSQL as: install postgresql");
    "setpriv --reuid=postgres --regid=postgres --init-groups"
}
