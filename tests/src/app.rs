//! The application under test.

use crate::database::{Database, Place};
use crate::personas::{Door, Persona};
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
    /// Which database it is on.
    pub database: Database,
    /// The application itself, for what cannot be done from the outside.
    pub app: App,
    /// The company.
    pub world: World,
    /// Nobody: without a session.
    pub anonymous: Persona,
    /// Ana: opens requests. Portuguese; at headquarters.
    pub requester: Persona,
    /// Bruno: another requester, who is nothing to Ana. Spanish; at the branch.
    pub stranger: Persona,
    /// Carla: executes in the support group, and may change priority and deadline.
    pub executor: Persona,
    /// Diego: executes in the support group. English.
    pub second: Persona,
    /// Elisa: may look at the support group's requests.
    pub watcher: Persona,
    /// Fábio: executes in the first level, which sees all requests but confidential ones.
    pub overseer: Persona,
    /// Gabriela: executes in the networks group, and is nothing to the support group.
    pub outsider: Persona,
    /// Helena: administrates, and is no attendant.
    pub administrator: Persona,
    /// A third-party system, with a token that may read and write requests.
    pub integrator: Persona,
    pub(crate) servers: Servers,
    pub(crate) place: Arc<Place>,
}

impl TestApp {
    /// Starts an application on a database of its own, on a Monday at ten.
    pub async fn start(database: Database) -> Self {
        Self::start_with(database, |_| {}).await
    }

    /// The same with other settings.
    pub async fn start_with(database: Database, change: impl FnOnce(&mut Config)) -> Self {
        let (place, world) = database.with_company();
        let clock = Clock::default();
        clock.set(monday());
        let mut config = place.config();
        change(&mut config);
        Self::with(database, Arc::new(place), world, clock, Servers::default(), config)
    }

    fn on(database: Database, place: Arc<Place>, world: World, clock: Clock, servers: Servers) -> Self {
        let config = place.config();
        Self::with(database, place, world, clock, servers, config)
    }

    fn with(
        database: Database,
        place: Arc<Place>,
        world: World,
        clock: Clock,
        servers: Servers,
        config: Config,
    ) -> Self {
        let app = App::open(config, clock).expect("the application opens");
        let door = servers.serve(&app);
        let person = |secret: &str| Persona::with_session(door.clone(), secret);
        Self {
            database,
            anonymous: Persona::anonymous(door.clone()),
            requester: person(world.people.requester.secret),
            stranger: person(world.people.stranger.secret),
            executor: person(world.people.executor.secret),
            second: person(world.people.second.secret),
            watcher: person(world.people.watcher.secret),
            overseer: person(world.people.overseer.secret),
            outsider: person(world.people.outsider.secret),
            administrator: person(world.people.administrator.secret),
            integrator: Persona::with_token(door.clone(), world.people.integrator.secret),
            app,
            world,
            servers,
            place,
        }
    }

    /// Starts an application on a database made from a fixture's SQL, which is brought
    /// to the present version.
    #[must_use]
    pub fn restored(&self, sql: &str) -> Self {
        let place = self.database.empty();
        crate::fixture::restore(&place.url, sql);
        let (world, clock) = (self.world.clone(), self.app.clock.clone());
        let restored = Self::on(self.database, Arc::new(place), world, clock, self.servers.clone());
        restored.stay_logged_in();
        restored
    }

    /// Another node on the same database, with the same clock: a second server, or the
    /// first one after a restart.
    #[must_use]
    pub fn another_node(&self) -> Self {
        let clock = self.app.clock.clone();
        Self::on(self.database, self.place.clone(), self.world.clone(), clock, self.servers.clone())
    }

    /// Another node with other settings.
    #[must_use]
    pub fn another_node_with(&self, change: impl FnOnce(&mut Config)) -> Self {
        let mut config = self.place.config();
        change(&mut config);
        let clock = self.app.clock.clone();
        Self::with(self.database, self.place.clone(), self.world.clone(), clock, self.servers.clone(), config)
    }

    /// Does what is due: what the clock does to requests, sweeping, the outbox.
    pub async fn jobs(&self) {
        solicita::jobs::run_due(&self.app).await;
    }

    /// What time it is.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.app.clock.now()
    }

    /// Lets time pass. Nobody's session ends: it is as if they had been at work.
    pub fn advance(&self, by: TimeDelta) {
        self.app.clock.advance(by);
        self.stay_logged_in();
    }

    /// Sets the clock. Nobody's session ends.
    pub fn go_to(&self, at: DateTime<Utc>) {
        self.app.clock.set(at);
        self.stay_logged_in();
    }

    fn stay_logged_in(&self) {
        self.write(|tx| {
            let (now, until) = (tx.db_now(), stored(tx.now + TimeDelta::days(1)));
            diesel::update(sessions::table)
                .set((sessions::last_seen_at.eq(now), sessions::expires_at.eq(until)))
                .execute(tx.conn)?;
            Ok(())
        });
    }

    /// Writes in one transaction, past the API.
    pub fn write<T>(&self, work: impl FnOnce(&mut Tx<'_>) -> solicita::error::Result<T>) -> T {
        self.app.write_now(work).expect("a write past the API")
    }

    /// Reads, past the API.
    pub fn read<T>(&self, work: impl FnOnce(&mut Tx<'_>) -> solicita::error::Result<T>) -> T {
        // One way in is enough: nothing is written, and nobody waits for this.
        self.write(work)
    }

    /// Sets a parameter, as an administrator would have.
    pub fn set(&self, parameter: i32, value: impl ToString) {
        let value = value.to_string();
        self.write(|tx| {
            let (before, now) = (tx.parameters.value(parameter), tx.db_now());
            Ok(solicita::models::parameters::set(tx, parameter, &before, &value, None, now)?)
        });
    }

    /// A request for a service, ready to be opened.
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

/// The servers of a test, to be stopped at its end.
#[derive(Clone, Default)]
pub(crate) struct Servers(Arc<Mutex<Vec<ServerHandle>>>);

impl Servers {
    fn serve(&self, app: &App) -> Door {
        let running = solicita::serve::serve(app).expect("the server starts");
        self.0.lock().unwrap().push(running.server.handle());
        actix_web::rt::spawn(running.server);
        Door::new(running.address)
    }

    pub(crate) async fn stop(&self) {
        let handles = std::mem::take(&mut *self.0.lock().unwrap());
        for handle in handles {
            handle.stop(false).await;
        }
    }
}
