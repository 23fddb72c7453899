//! One connection, to whichever database.

use diesel::connection::{AnsiTransactionManager, TransactionManager};
use diesel::prelude::*;

/// A connection to SQLite or PostgreSQL.
#[derive(diesel::MultiConnection)]
pub enum Conn {
    /// Embedded.
    Sqlite(diesel::sqlite::SqliteConnection),
    /// Shared.
    Pg(diesel::pg::PgConnection),
}

/// The backend of [`Conn`], for boxed queries.
pub type DB = <Conn as Connection>::Backend;

/// Works on the connection itself. A statement that goes through [`Conn`] is written as
/// text again at each call, three times over, although it was prepared long ago: too much
/// for what is polled, and of no account elsewhere (`docs/performance.md`).
macro_rules! direct {
    ($conn:expr, $itself:ident => $work:expr) => {
        match $conn {
            $crate::db::Conn::Sqlite($itself) => $work,
            $crate::db::Conn::Pg($itself) => $work,
        }
    };
}
pub(crate) use direct;

type Manager = <Conn as Connection>::TransactionManager;

impl Conn {
    /// Opens a connection and prepares it.
    ///
    /// # Errors
    /// When the address is of neither kind or the database cannot be reached.
    pub fn open(url: &str) -> ConnectionResult<Self> {
        if let Some(path) = url.strip_prefix("sqlite://") {
            let mut conn = diesel::sqlite::SqliteConnection::establish(path)?;
            prepare_sqlite(&mut conn).map_err(ConnectionError::CouldntSetupConfiguration)?;
            Ok(Self::Sqlite(conn))
        } else if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            let mut conn = diesel::pg::PgConnection::establish(url)?;
            prepare_postgres(&mut conn).map_err(ConnectionError::CouldntSetupConfiguration)?;
            Ok(Self::Pg(conn))
        } else {
            Err(ConnectionError::InvalidConnectionUrl("expected sqlite://PATH or postgres://…".to_owned()))
        }
    }

    /// Begins a transaction that will write. On SQLite it takes the write lock
    /// at once: a transaction that reads first and writes later can fail with
    /// SQLITE_BUSY whatever `busy_timeout` says.
    ///
    /// # Errors
    /// When the database does not answer or stays locked.
    pub fn begin_write(&mut self) -> QueryResult<()> {
        match self {
            Self::Sqlite(conn) => AnsiTransactionManager::begin_transaction_sql(conn, "BEGIN IMMEDIATE"),
            Self::Pg(conn) => AnsiTransactionManager::begin_transaction(conn),
        }
    }

    /// Begins a transaction that reads from one snapshot.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn begin_read(&mut self) -> QueryResult<()> {
        match self {
            Self::Sqlite(conn) => AnsiTransactionManager::begin_transaction(conn),
            Self::Pg(conn) => {
                AnsiTransactionManager::begin_transaction_sql(conn, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            }
        }
    }

    /// Commits.
    ///
    /// # Errors
    /// When the database refuses; then nothing was written.
    pub fn commit(&mut self) -> QueryResult<()> {
        Manager::commit_transaction(self)
    }

    /// Gives up the transaction.
    ///
    /// # Errors
    /// When the connection is broken (the pool then drops it).
    pub fn rollback(&mut self) -> QueryResult<()> {
        Manager::rollback_transaction(self)
    }

    /// Whether the connection must not be used again.
    pub fn is_broken(&mut self) -> bool {
        match Manager::transaction_manager_status_mut(self).transaction_depth() {
            Ok(None) => false,
            Ok(Some(_)) | Err(_) => true,
        }
    }

    /// Whether a transaction may lock single rows. On SQLite, where one transaction writes at a time, it need not.
    #[must_use]
    pub fn locks_rows(&self) -> bool {
        !self.is_sqlite()
    }

    /// True on the embedded database.
    #[must_use]
    pub fn is_sqlite(&self) -> bool {
        matches!(self, Self::Sqlite(_))
    }
}

fn prepare_sqlite(conn: &mut diesel::sqlite::SqliteConnection) -> QueryResult<()> {
    use diesel::connection::SimpleConnection;
    // FULL: a commit survives a power cut, in WAL mode too.
    conn.batch_execute(
        "PRAGMA busy_timeout = 10000;
         PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         PRAGMA foreign_keys = ON;
         PRAGMA cache_size = -16000;
         PRAGMA temp_store = MEMORY;",
    )
}

fn prepare_postgres(conn: &mut diesel::pg::PgConnection) -> QueryResult<()> {
    use diesel::connection::SimpleConnection;
    conn.batch_execute(
        "SET TIME ZONE 'UTC';
         SET synchronous_commit = on;
         SET lock_timeout = '10s';
         SET statement_timeout = '60s';
         SET idle_in_transaction_session_timeout = '60s';",
    )
}
