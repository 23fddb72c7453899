//! The application's state, and how its transactions are opened.

use crate::auth::password::Passwords;
use crate::clock::Clock;
use crate::config::Config;
use crate::db::{self, Conn, Db, DbError};
use crate::error::{Error, Result};
use crate::models;
use crate::node::Node;
use crate::storage::{self, Storage};
use crate::tx::{Made, Tx};
use actix_web::web;
use anyhow::Context as _;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use std::net::SocketAddr;
use std::sync::{Arc, OnceLock};

/// State shared by handlers and jobs. Cheap to clone.
#[derive(Clone)]
pub struct App {
    /// The database.
    pub db: Db,
    /// Settings.
    pub config: Arc<Config>,
    /// What time it is.
    pub clock: Clock,
    /// Hashes and checks passwords.
    pub passwords: Passwords,
    /// Contents of attachments.
    pub storage: Storage,
    /// The company's time zone.
    pub time_zone: Tz,
    /// What this node holds in memory.
    pub node: Node,
    /// Where the server is found, once it listens.
    here: Arc<OnceLock<String>>,
}

impl App {
    /// Opens the database (creating the SQLite file), brings it to this version's
    /// schema, and opens the storage.
    ///
    /// # Errors
    /// When one of them cannot be had.
    pub fn open(config: Config, clock: Clock) -> anyhow::Result<Self> {
        if let Some(folder) = config.sqlite_path().as_deref().and_then(std::path::Path::parent) {
            std::fs::create_dir_all(folder).with_context(|| format!("creating {}", folder.display()))?;
        }
        let db = Db::open(&config.database_url, config.database_connections).context("opening the database")?;
        db::migrate(&db).context("bringing the database to this version")?;
        db.write_now(fill_phone_keys).context("reading people's telephone numbers")?;
        let time_zone = config.time_zone.parse().context("time_zone must be the IANA name of a time zone")?;
        let storage = storage::open(&config.storage_url).context("opening the storage of attachments")?;
        Ok(Self {
            db,
            config: Arc::new(config),
            clock,
            passwords: Passwords::default(),
            storage,
            time_zone,
            node: Node::default(),
            here: Arc::default(),
        })
    }

    /// Address that people type, for links in e-mails.
    #[must_use]
    pub fn public_url(&self) -> String {
        if !self.config.public_url.is_empty() {
            return self.config.public_url.trim_end_matches('/').to_owned();
        }
        self.here.get().cloned().unwrap_or_else(|| format!("http://{}", self.config.listen))
    }

    /// The server listens there now.
    pub fn listens_at(&self, address: SocketAddr) {
        self.here.get_or_init(|| format!("http://{address}"));
    }

    /// Reads from one snapshot.
    ///
    /// # Errors
    /// The closure's own, or the database's.
    pub async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let context = self.context();
        self.db.read(move |conn| context.run(conn, work).map(|(value, _)| value)).await
    }

    /// Writes in one transaction; once it is committed, wakes those who wait for what it made.
    ///
    /// # Errors
    /// The closure's own (nothing is written then), or the database's.
    pub async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let context = self.context();
        let (value, made) = self.db.write(move |conn| context.run(conn, work)).await?;
        self.node.signals.committed(made);
        Ok(value)
    }

    /// Does what [`App::write`] would do, and undoes it: nothing is kept, nobody is told.
    ///
    /// # Errors
    /// As [`App::write`].
    pub async fn dry_run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let context = self.context();
        let undone = self.db.write(move |conn| match context.run(conn, work) {
            Ok((value, _)) => Err::<(), _>(Undone::Done(value)),
            Err(error) => Err(Undone::Failed(error)),
        });
        match undone.await {
            Err(Undone::Done(value)) => Ok(value),
            Err(Undone::Failed(error)) => Err(error),
            Ok(()) => Err(Error::Internal(anyhow::anyhow!("a dry run was committed"))),
        }
    }

    /// [`App::write`] on this thread: commands and demo data.
    ///
    /// # Errors
    /// As [`App::write`].
    pub fn write_now<T>(&self, work: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> Result<T> {
        let context = self.context();
        let (value, made) = self.db.write_now(move |conn| context.run(conn, work))?;
        self.node.signals.committed(made);
        Ok(value)
    }

    fn context(&self) -> Context {
        Context { now: self.clock.now(), public_url: self.public_url(), time_zone: self.time_zone }
    }
}

/// What a transaction is told beside its connection.
struct Context {
    now: DateTime<Utc>,
    public_url: String,
    time_zone: Tz,
}

impl Context {
    fn run<T>(self, conn: &mut Conn, work: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> Result<(T, Made)> {
        let parameters = models::parameters::load(conn)?;
        let Self { now, public_url, time_zone } = self;
        let mut tx = Tx { conn, now, parameters, public_url, time_zone, made: Made::default() };
        let value = work(&mut tx)?;
        Ok((value, tx.made))
    }
}

/// How a dry run ended: either way as an error, so that the transaction is undone.
enum Undone<T> {
    Done(T),
    Failed(Error),
}

impl<T> From<DbError> for Undone<T> {
    fn from(error: DbError) -> Self {
        Self::Failed(error.into())
    }
}

/// After the update that brought them: people's telephone numbers as they are found.
fn fill_phone_keys(conn: &mut Conn) -> Result<()> {
    if models::phone_keys::are_missing(conn)? {
        let area = models::parameters::load(conn)?.area_code();
        models::phone_keys::rewrite(conn, area.as_deref())?;
    }
    Ok(())
}

/// The state as handlers take it.
pub type Shared = web::Data<App>;
