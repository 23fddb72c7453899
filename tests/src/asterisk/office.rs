//! A company at whose telephones the recordings take place: Carla answers at 200, Diego
//! at 201, and Ana has the number that calls most.

use super::pages::{self, Pages, viewer};
use super::watch::{LEASE, Node, calm};
use crate::database::{Database, Place};
use crate::time::monday;
use crate::world::World;
use chrono::TimeDelta;
use contract::PhoneKind;
use contract::calls::ExtensionEdit;
use contract::identity::Phone;
use diesel::prelude::*;
use solicita::actions::calls::asterisk::Calls;
use solicita::actions::extensions;
use solicita::app::App;
use solicita::clock::Clock;
use solicita::db::schema::people;
use solicita::domain::telephony::ami::calls::Change;
use solicita::error::Result;
use solicita::models;
use solicita::monitor::{Sink, Timing};
use solicita::tx::Tx;
use std::sync::Mutex;
use std::time::Duration;

/// The number that Ana calls from, as the directory has it.
pub const ANA: &str = "+33 1 99 00 12 34";

/// The company, on a database of its own.
pub struct Office {
    place: Place,
    world: World,
    clock: Clock,
}

impl Office {
    /// Opens it: telephony is on, the attendants have recorded their extensions.
    #[must_use]
    pub fn open(database: Database) -> Self {
        let (place, world) = database.with_company();
        let clock = Clock::default();
        clock.set(monday());
        let office = Self { place, world, clock };
        office.app().write_now(|tx| office.furnish(tx)).unwrap();
        office
    }

    fn furnish(&self, tx: &mut Tx<'_>) -> Result<()> {
        furnish(tx, &self.world)
    }

    /// The application on one more node.
    #[must_use]
    pub fn app(&self) -> App {
        App::open(self.place.config(), self.clock.clone()).expect("the application opens")
    }

    /// One more node that watches, quickly, and notes what the attendants' pages show.
    #[must_use]
    pub fn node(&self) -> Node<Watched> {
        let attendants = [self.world.people.executor.id, self.world.people.second.id];
        let sink = Watched { attendants, pages: Mutex::default() };
        Node::start(self.app(), Timing { ping: Duration::from_millis(20), ..calm() }, sink)
    }

    /// Lets the lease of a node run out that died.
    pub fn wait_for_the_lease(&self) {
        self.clock.advance(TimeDelta::from_std(LEASE).unwrap() + TimeDelta::seconds(1));
    }

    /// The call log, and what is to be called back.
    #[must_use]
    pub fn log(&self) -> Vec<String> {
        self.app().write_now(|tx| pages::log(tx, self.world.people.executor.id)).unwrap()
    }
}

/// Puts the telephones where the recordings need them.
///
/// # Errors
/// When the database does not answer.
pub fn furnish(tx: &mut Tx<'_>, world: &World) -> Result<()> {
    let now = tx.db_now();
    models::parameters::set(tx, 281, "N", "S", None, now)?;
    tx.parameters = models::parameters::load(tx.conn)?;
    let phone = Phone { kind: PhoneKind::Work, number: ANA.to_owned() };
    let area = tx.parameters.area_code();
    models::person_phones::set(tx.conn, world.people.requester.id, &[phone], area.as_deref())?;
    for (person, extension) in [(world.people.executor.id, "200"), (world.people.second.id, "201")] {
        diesel::update(people::table.find(person)).set(people::extension.eq(extension)).execute(tx.conn)?;
        let viewer = viewer(tx, person)?;
        extensions::record(tx, &viewer, &ExtensionEdit { extension: Some(extension.to_owned()) })?;
    }
    Ok(())
}

/// What the product does with calls; after each change the attendants' pages are looked
/// at, as `GET /calls/popups` gives them.
pub struct Watched {
    attendants: [i64; 2],
    pages: Mutex<Pages>,
}

impl Watched {
    /// What happened on the pages.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        self.pages.lock().unwrap().lines().to_vec()
    }

    fn look(&self, tx: &mut Tx<'_>) -> Result<()> {
        self.pages.lock().unwrap().look(tx, &self.attendants)
    }
}

impl Sink for Watched {
    fn begin(&self, tx: &mut Tx<'_>) -> Result<()> {
        self.look(tx)?;
        Calls.begin(tx)?;
        self.look(tx)
    }

    fn observe(&self, tx: &mut Tx<'_>, changes: &[Change]) -> Result<()> {
        changes.iter().try_for_each(|change| {
            Calls.observe(tx, std::slice::from_ref(change))?;
            self.look(tx)
        })
    }

    fn is_recorded(&self, tx: &mut Tx<'_>, extension: &str) -> Result<bool> {
        Calls.is_recorded(tx, extension)
    }
}
