//! A company whose telephones are those of the recordings: Carla answers at extension 200,
//! Diego at 201, and Ana has the number that most calls come from.

use super::node::{LEASE, Node, test_timing};
use super::popups::{self, PopUpLog, viewer};
use crate::database::{Database, DatabaseInstance};
use crate::ids;
use crate::time::monday;
use crate::world::World;
use chrono::TimeDelta;
use contract::PhoneKind;
use contract::calls::ExtensionEdit;
use contract::identity::Phone;
use diesel::prelude::*;
use solicita::actions::extensions;
use solicita::app::App;
use solicita::clock::Clock;
use solicita::db::schema::people;
use solicita::domain::telephony::ami::calls::Change;
use solicita::error::Result;
use solicita::models;
use solicita::monitor::CallSink;
use solicita::monitor::Sink;
use solicita::tx::Tx;
use std::sync::Mutex;

/// The number that Ana calls from, as it is shown.
pub const ANA_NUMBER: &str = "+33 1 99 00 12 34";

/// The company, on a database of its own.
pub struct CallCenter {
    instance: DatabaseInstance,
    world: World,
    clock: Clock,
}

impl CallCenter {
    /// Creates it, with telephony switched on and the extensions of the attendants recorded.
    #[must_use]
    pub fn new(database: Database) -> Self {
        let (instance, world) = database.with_company();
        let clock = Clock::default();
        clock.set(monday());
        let call_center = Self { instance, world, clock };
        call_center.app().write_now(|tx| set_up_telephony(tx, &call_center.world)).unwrap();
        call_center
    }

    /// The application of one more node.
    #[must_use]
    pub fn app(&self) -> App {
        App::open(self.instance.config(), self.clock.clone()).expect("the application opens")
    }

    /// Starts one more node, which records what the pop-ups of the attendants show.
    #[must_use]
    pub fn node(&self) -> Node<PopUpRecorder> {
        let attendants = [self.world.people.executor.id, self.world.people.second.id];
        let sink = PopUpRecorder { attendants, log: Mutex::default() };
        Node::start(self.app(), test_timing(), sink)
    }

    /// Lets the lease of a node that died run out.
    pub fn expire_lease(&self) {
        self.clock.advance(TimeDelta::from_std(LEASE).unwrap() + TimeDelta::seconds(1));
    }

    /// The call log and the call-backs, as lines.
    #[must_use]
    pub fn call_log(&self) -> Vec<String> {
        self.app().write_now(|tx| popups::call_log(tx, self.world.people.executor.id)).unwrap()
    }
}

/// Switches telephony on, and gives extensions and numbers as in the recordings.
///
/// # Errors
/// When the database does not answer.
pub fn set_up_telephony(tx: &mut Tx<'_>, world: &World) -> Result<()> {
    let now = tx.db_now();
    models::parameters::set(tx, ids::TELEPHONY, "N", "S", None, now)?;
    tx.parameters = models::parameters::load(tx.conn)?;
    let phone = Phone { kind: PhoneKind::Work, number: ANA_NUMBER.to_owned() };
    let area = tx.parameters.area_code();
    models::person_phones::set(tx.conn, world.people.requester.id, &[phone], area.as_deref())?;
    for (person, extension) in [(world.people.executor.id, "200"), (world.people.second.id, "201")] {
        diesel::update(people::table.find(person)).set(people::extension.eq(extension)).execute(tx.conn)?;
        let viewer = viewer(tx, person)?;
        extensions::record(tx, &viewer, &ExtensionEdit { extension: Some(extension.to_owned()) })?;
    }
    Ok(())
}

/// Stores calls as the product does, and records after each change what the pop-ups of the
/// attendants show (`GET /calls/popups`).
pub struct PopUpRecorder {
    attendants: [i64; 2],
    log: Mutex<PopUpLog>,
}

impl PopUpRecorder {
    /// What the pop-ups have shown so far.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        self.log.lock().unwrap().lines().to_vec()
    }

    fn update(&self, tx: &mut Tx<'_>) -> Result<()> {
        self.log.lock().unwrap().update(tx, &self.attendants)
    }
}

impl Sink for PopUpRecorder {
    fn begin(&self, tx: &mut Tx<'_>) -> Result<()> {
        self.update(tx)?;
        CallSink.begin(tx)?;
        self.update(tx)
    }

    fn observe(&self, tx: &mut Tx<'_>, changes: &[Change]) -> Result<()> {
        changes.iter().try_for_each(|change| {
            CallSink.observe(tx, std::slice::from_ref(change))?;
            self.update(tx)
        })
    }

    fn is_recorded(&self, tx: &mut Tx<'_>, extension: &str) -> Result<bool> {
        CallSink.is_recorded(tx, extension)
    }
}
