//! The application under test.

use crate::database::{Database, DatabaseInstance};
use crate::personas::{Endpoint, Persona};
use crate::time::monday;
use crate::world::World;
use actix_web::dev::ServerHandle;
use chrono::{DateTime, TimeDelta, Utc};
use contract::requests::NewRequest;
use diesel::prelude::*;
use solicita::app::App;
use solicita::clock::Clock;
use solicita::config::Config;
use solicita::db::schema::sessions;
use solicita::db::stored;
use solicita::tx::Tx;
use std::sync::{Arc, Mutex};

/// A running application, the company in it, and the people who use it.
pub struct TestApp {
    /// The kind of its database.
    pub database: Database,
    /// The application itself, for what cannot be done over HTTP.
    pub app: App,
    /// The company.
    pub world: World,
    /// Nobody: without a session.
    pub anonymous: Persona,
    /// Ana: opens requests. Portuguese; at headquarters.
    pub requester: Persona,
    /// Bruno: another requester, who has nothing to do with Ana. Spanish; at the branch.
    pub stranger: Persona,
    /// Carla: executes in the support group, and may change priority and deadline.
    pub executor: Persona,
    /// Diego: executes in the support group. English.
    pub second: Persona,
    /// Elisa: may look at the support group's requests.
    pub watcher: Persona,
    /// Fábio: executes in the first level, which sees all requests but confidential ones.
    pub overseer: Persona,
    /// Gabriela: executes in the networks group, and not in the support group.
    pub outsider: Persona,
    /// Helena: an administrator, who is not an attendant.
    pub administrator: Persona,
    /// A third-party system, with a token that may read and write requests.
    pub integrator: Persona,
    pub(crate) servers: RunningServers,
    pub(crate) instance: Arc<DatabaseInstance>,
}

impl TestApp {
    /// Starts an application on a database of its own, on a Monday at ten.
    pub async fn start(database: Database) -> Self {
        Self::start_with(database, |_| {}).await
    }

    /// The same with other settings.
    pub async fn start_with(database: Database, change: impl FnOnce(&mut Config)) -> Self {
        let (instance, world) = database.with_company();
        let clock = Clock::default();
        clock.set(monday());
        let mut config = instance.config();
        change(&mut config);
        Self::start_node(database, Arc::new(instance), world, clock, RunningServers::default(), config)
    }

    fn start_node(
        database: Database,
        instance: Arc<DatabaseInstance>,
        world: World,
        clock: Clock,
        servers: RunningServers,
        config: Config,
    ) -> Self {
        let app = App::open(config, clock).expect("the application opens");
        let endpoint = servers.serve(&app);
        let person = |secret: &str| Persona::with_session(endpoint.clone(), secret);
        Self {
            database,
            anonymous: Persona::anonymous(endpoint.clone()),
            requester: person(world.people.requester.secret),
            stranger: person(world.people.stranger.secret),
            executor: person(world.people.executor.secret),
            second: person(world.people.second.secret),
            watcher: person(world.people.watcher.secret),
            overseer: person(world.people.overseer.secret),
            outsider: person(world.people.outsider.secret),
            administrator: person(world.people.administrator.secret),
            integrator: Persona::with_token(endpoint.clone(), world.people.integrator.secret),
            app,
            world,
            servers,
            instance,
        }
    }

    /// Starts an application on a database made from a fixture's SQL, which it migrates to the
    /// present version of the schema.
    #[must_use]
    pub fn restored(&self, sql: &str) -> Self {
        let instance = self.database.empty();
        crate::fixture::restore(&instance.url, sql);
        let (config, world, clock) = (instance.config(), self.world.clone(), self.app.clock.clone());
        let restored = Self::start_node(self.database, Arc::new(instance), world, clock, self.servers.clone(), config);
        restored.renew_sessions();
        restored
    }

    /// Another node on the same database, with the same clock: a second server, or the
    /// first one after a restart.
    #[must_use]
    pub fn another_node(&self) -> Self {
        self.another_node_with(|_| {})
    }

    /// Another node with other settings.
    #[must_use]
    pub fn another_node_with(&self, change: impl FnOnce(&mut Config)) -> Self {
        let mut config = self.instance.config();
        change(&mut config);
        let (instance, world, clock) = (self.instance.clone(), self.world.clone(), self.app.clock.clone());
        Self::start_node(self.database, instance, world, clock, self.servers.clone(), config)
    }

    /// Runs the background jobs that are due.
    pub async fn run_jobs(&self) {
        solicita::jobs::run_due(&self.app).await;
    }

    /// The present time.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.app.clock.now()
    }

    /// Advances the clock. Sessions are renewed, so that none ends.
    pub fn advance(&self, by: TimeDelta) {
        self.app.clock.advance(by);
        self.renew_sessions();
    }

    /// Sets the clock. Sessions are renewed, so that none ends.
    pub fn set_time(&self, at: DateTime<Utc>) {
        self.app.clock.set(at);
        self.renew_sessions();
    }

    fn renew_sessions(&self) {
        self.write(|tx| {
            let (now, until) = (tx.db_now(), stored(tx.now + TimeDelta::days(1)));
            diesel::update(sessions::table)
                .set((sessions::last_seen_at.eq(now), sessions::expires_at.eq(until)))
                .execute(tx.conn)?;
            Ok(())
        });
    }

    /// Writes to the database in one transaction, without the API.
    pub fn write<T>(&self, work: impl FnOnce(&mut Tx<'_>) -> solicita::error::Result<T>) -> T {
        self.app.write_now(work).expect("a write to the database")
    }

    /// Reads from the database, without the API. It uses a write transaction, which is good
    /// enough for tests.
    pub fn read<T>(&self, work: impl FnOnce(&mut Tx<'_>) -> solicita::error::Result<T>) -> T {
        self.write(work)
    }

    /// Sets a parameter, without the API.
    pub fn set_parameter(&self, parameter: i32, value: impl ToString) {
        let value = value.to_string();
        self.write(|tx| {
            let (before, now) = (tx.parameters.value(parameter), tx.db_now());
            Ok(solicita::models::parameters::set(tx, parameter, &before, &value, None, now)?)
        });
    }

    /// Opens a request of the requester's for a service, and returns its number.
    pub async fn open_request(&self, service_id: i64) -> i64 {
        self.requester.open(&self.draft(service_id)).await.row.number
    }

    /// Opens a request of the requester's, which the executor then resolves; returns its number.
    pub async fn resolved_request(&self) -> i64 {
        let number = self.open_request(self.world.services.email).await;
        self.executor.resolve(number).await;
        number
    }

    /// What a requester fills in to open a request for a service.
    #[must_use]
    pub fn draft(&self, service_id: i64) -> NewRequest {
        NewRequest {
            service_id,
            title: "Impressora não liga".to_owned(),
            description: "A impressora do segundo andar não liga desde ontem.".to_owned(),
            ..NewRequest::default()
        }
    }
}

/// The HTTP servers of a test, which are stopped at its end.
#[derive(Clone, Default)]
pub(crate) struct RunningServers(Arc<Mutex<Vec<ServerHandle>>>);

impl RunningServers {
    fn serve(&self, app: &App) -> Endpoint {
        let running = solicita::serve::serve(app).expect("the server starts");
        self.0.lock().unwrap().push(running.server.handle());
        actix_web::rt::spawn(running.server);
        Endpoint::new(running.address)
    }

    pub(crate) async fn stop(&self) {
        let handles = std::mem::take(&mut *self.0.lock().unwrap());
        for handle in handles {
            handle.stop(false).await;
        }
    }
}
