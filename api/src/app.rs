//! The application: its state, and the server built from it.

use crate::actions::tokens::Uses;
use crate::auth::password::Passwords;
use crate::clock::Clock;
use crate::config::Config;
use crate::db::{self, Db};
use crate::handlers::telephony::Ledger;
use crate::jobs::Jobs;
use crate::live::{Bus, Presence};
use crate::models;
use crate::storage::Storage;
use actix_web::dev::Server;
use actix_web::{HttpServer, web};
use anyhow::Context;
use chrono_tz::Tz;
use std::collections::HashSet;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, OnceLock};
use tokio::sync::Notify;

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
    /// Tells open pages that there is something new.
    pub live: Bus,
    /// Contents of attachments.
    pub storage: Storage,
    /// Wakes the outbox.
    pub mail_wake: Arc<Notify>,
    /// Calls with an `Idempotency-Key` that are under way on this node.
    pub running_keys: Arc<Mutex<HashSet<crate::models::idempotency::Key>>>,
    /// The company's time zone.
    pub time_zone: Tz,
    /// Calls to the telephony web services that are not written down yet.
    pub ledger: Ledger,
    /// Which attendants have a page open here.
    pub presence: Presence,
    /// Which tokens were lately noted as in use.
    pub token_uses: Uses,
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
        let storage = Storage::open(&config.storage_path()?).context("opening the storage of attachments")?;
        Ok(Self {
            db,
            config: Arc::new(config),
            clock,
            passwords: Passwords::default(),
            live: Bus::default(),
            storage,
            mail_wake: Arc::new(Notify::new()),
            running_keys: Arc::default(),
            time_zone,
            ledger: Ledger::default(),
            presence: Presence::default(),
            token_uses: Uses::default(),
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

    /// After a commit: there may be live events and e-mails.
    pub fn committed(&self) {
        self.live.wake();
        self.mail_wake.notify_one();
    }
}

/// After the update that brought them: people's telephone numbers as they are found.
fn fill_phone_keys(conn: &mut db::Conn) -> crate::error::Result<()> {
    if models::phone_keys::are_missing(conn)? {
        let area = models::parameters::load(conn)?.area_code();
        models::phone_keys::rewrite(conn, area.as_deref())?;
    }
    Ok(())
}

/// A server that is listening.
pub struct Running {
    /// The server; await it.
    pub server: Server,
    /// Where it listens.
    pub address: SocketAddr,
    /// The background work; stop it after the server.
    pub jobs: Jobs,
}

/// Starts listening and the background work.
///
/// # Errors
/// When the address cannot be bound.
pub fn serve(app: &App) -> anyhow::Result<Running> {
    let state = app.clone();
    let mut server = HttpServer::new(move || crate::routes::build(state.clone()))
        // Longer than proxies keep idle connections: else one is closed while it is taken.
        .keep_alive(std::time::Duration::from_secs(75))
        .client_request_timeout(std::time::Duration::from_secs(15))
        .client_disconnect_timeout(std::time::Duration::from_secs(5))
        .shutdown_timeout(10)
        .disable_signals();
    if app.config.workers > 0 {
        server = server.workers(app.config.workers);
    }
    let server = server.bind(&app.config.listen).with_context(|| format!("listening on {}", app.config.listen))?;
    let address = *server.addrs().first().context("no address was bound")?;
    app.here.get_or_init(|| format!("http://{address}"));
    Ok(Running { server: server.run(), address, jobs: crate::jobs::start(app) })
}

/// The state as handlers take it.
pub type Shared = web::Data<App>;
