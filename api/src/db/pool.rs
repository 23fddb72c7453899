//! Pools of connections, and how work gets onto them.

use super::Conn;
use super::workers::WorkerPool;
use diesel::QueryResult;
use diesel::r2d2::{self, ManageConnection, Pool, PooledConnection};
use std::cell::RefCell;
use std::sync::Arc;
use std::time::{Duration, Instant};
use thread_local::ThreadLocal;

/// A connection that answered so lately is not asked whether it still does: on
/// PostgreSQL that question would cost as much as a short read.
const FRESH: Duration = Duration::from_secs(1);

/// Whoever waited this long for a connection is told that there is none.
const PATIENCE: Duration = Duration::from_secs(8);

/// Why the database gave no answer.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    /// No connection could be had in time.
    #[error("no database connection: {0}")]
    Unavailable(String),
    /// The database refused a statement or broke off.
    #[error("database: {0}")]
    Query(#[from] diesel::result::Error),
    /// The work was stopped (panic, or the server is going down).
    #[error("the work on the database was stopped: {0}")]
    Stopped(String),
}

struct Manager {
    url: String,
}

/// A connection of a pool.
struct Pooled {
    conn: Conn,
    /// When it last did what it was asked; none after it did not.
    answered_at: Option<Instant>,
}

impl Pooled {
    /// Does some work, and notes whether the connection is to be trusted.
    fn work<T, E>(&mut self, work: impl FnOnce(&mut Conn) -> Result<T, E>) -> Result<T, E> {
        self.answered_at = None;
        let result = work(&mut self.conn);
        self.answered_at = result.is_ok().then(Instant::now);
        result
    }
}

impl ManageConnection for Manager {
    type Connection = Pooled;
    type Error = r2d2::Error;

    fn connect(&self) -> Result<Pooled, r2d2::Error> {
        let conn = Conn::open(&self.url).map_err(r2d2::Error::ConnectionError)?;
        Ok(Pooled { conn, answered_at: Some(Instant::now()) })
    }

    fn is_valid(&self, pooled: &mut Pooled) -> Result<(), r2d2::Error> {
        use diesel::connection::SimpleConnection;
        if pooled.answered_at.is_some_and(|at| at.elapsed() < FRESH) {
            return Ok(());
        }
        pooled.conn.batch_execute("SELECT 1").map_err(r2d2::Error::QueryError)
    }

    fn has_broken(&self, pooled: &mut Pooled) -> bool {
        std::thread::panicking() || pooled.conn.is_broken()
    }
}

/// The database. Cheap to clone.
#[derive(Clone)]
pub struct Db {
    readers: ConnectionPool,
    writers: ConnectionPool,
    per_thread: Arc<ThreadConnections>,
    sqlite: bool,
}

/// Connections, and the threads that work on them.
#[derive(Clone)]
struct ConnectionPool {
    pool: Pool<Manager>,
    workers: WorkerPool,
}

/// On SQLite: a connection for each thread that reads where it is asked.
struct ThreadConnections {
    url: String,
    connections: ThreadLocal<RefCell<Conn>>,
}

impl Db {
    /// Opens the pools. On SQLite there is one writer, as the database has one,
    /// and `size` readers; on PostgreSQL one pool of `size` serves both.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub fn open(url: &str, size: u32) -> Result<Self, DbError> {
        let sqlite = url.starts_with("sqlite://");
        let readers = ConnectionPool::new("readers", url, size)?;
        let writers = if sqlite { ConnectionPool::new("writer", url, 1)? } else { readers.clone() };
        let per_thread = Arc::new(ThreadConnections { url: url.to_owned(), connections: ThreadLocal::new() });
        Ok(Self { readers, writers, per_thread, sqlite })
    }

    /// True on the embedded database.
    #[must_use]
    pub fn is_sqlite(&self) -> bool {
        self.sqlite
    }

    /// Reads from one snapshot, on a thread that may block.
    ///
    /// # Errors
    /// The closure's own, or [`DbError`] as `E`.
    pub async fn read<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: FnOnce(&mut Conn) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
    {
        let pool = self.readers.pool.clone();
        self.readers.workers.work(move || transaction(&pool, Conn::begin_read, work)).await
    }

    /// A short read, of known cost: a few look-ups by an index. There is no transaction:
    /// each statement reads what is committed when it begins. On SQLite it runs on this
    /// thread, on a connection of the thread's own, because handing it to another thread
    /// costs more than the read (`docs/performance.md`); on PostgreSQL on a thread that
    /// may wait for the network.
    ///
    /// # Errors
    /// The closure's own, or [`DbError`] as `E`.
    pub async fn read_short<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: FnOnce(&mut Conn) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
    {
        if self.sqlite {
            return work(&mut self.per_thread.get()?.borrow_mut());
        }
        let pool = self.readers.pool.clone();
        self.readers.workers.work(move || get(&pool)?.work(work)).await
    }

    /// Writes in one transaction, on a thread that may block. What the closure
    /// returns as an error undoes everything. Only actions call this.
    ///
    /// # Errors
    /// The closure's own, or [`DbError`] as `E`.
    pub async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: FnOnce(&mut Conn) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
    {
        let pool = self.writers.pool.clone();
        self.writers.workers.work(move || transaction(&pool, Conn::begin_write, work)).await
    }

    /// [`Db::read`] on this thread: commands and tests.
    ///
    /// # Errors
    /// As [`Db::read`].
    pub fn read_now<T, E: From<DbError>>(&self, work: impl FnOnce(&mut Conn) -> Result<T, E>) -> Result<T, E> {
        transaction(&self.readers.pool, Conn::begin_read, work)
    }

    /// [`Db::write`] on this thread: commands and tests.
    ///
    /// # Errors
    /// As [`Db::write`].
    pub fn write_now<T, E: From<DbError>>(&self, work: impl FnOnce(&mut Conn) -> Result<T, E>) -> Result<T, E> {
        transaction(&self.writers.pool, Conn::begin_write, work)
    }

    /// A connection with no transaction, for migrations and bulk loads.
    ///
    /// # Errors
    /// When none can be had.
    pub fn with_writer<T>(&self, work: impl FnOnce(&mut Conn) -> T) -> Result<T, DbError> {
        get(&self.writers.pool)?.work(|conn| Ok(work(conn)))
    }
}

impl ConnectionPool {
    fn new(name: &str, url: &str, size: u32) -> Result<Self, DbError> {
        Ok(Self { pool: pool(url, size)?, workers: WorkerPool::new(name, size, PATIENCE)? })
    }
}

impl ThreadConnections {
    /// This thread's.
    fn get(&self) -> Result<&RefCell<Conn>, DbError> {
        let open = || Conn::open(&self.url).map(RefCell::new);
        self.connections.get_or_try(open).map_err(|error| DbError::Unavailable(error.to_string()))
    }
}

fn pool(url: &str, size: u32) -> Result<Pool<Manager>, DbError> {
    Pool::builder()
        .max_size(size)
        .min_idle(Some(1))
        .test_on_check_out(!url.starts_with("sqlite://"))
        .connection_timeout(PATIENCE)
        .build(Manager { url: url.to_owned() })
        .map_err(|error| DbError::Unavailable(error.to_string()))
}

fn get(pool: &Pool<Manager>) -> Result<PooledConnection<Manager>, DbError> {
    pool.get().map_err(|error| DbError::Unavailable(error.to_string()))
}

/// Works in a transaction that begins so.
fn transaction<T, E>(
    pool: &Pool<Manager>,
    begin: fn(&mut Conn) -> QueryResult<()>,
    work: impl FnOnce(&mut Conn) -> Result<T, E>,
) -> Result<T, E>
where
    E: From<DbError>,
{
    get(pool)?.work(|conn| {
        begin(conn).map_err(DbError::from)?;
        finish(conn, work)
    })
}

fn finish<T, E: From<DbError>>(conn: &mut Conn, work: impl FnOnce(&mut Conn) -> Result<T, E>) -> Result<T, E> {
    match work(conn) {
        Ok(value) => {
            conn.commit().map_err(DbError::from)?;
            Ok(value)
        }
        Err(error) => {
            if let Err(rollback) = conn.rollback() {
                // The pool sees that the connection is broken and drops it, which undoes the work.
                tracing::warn!(%rollback, "could not roll back");
            }
            Err(error)
        }
    }
}
