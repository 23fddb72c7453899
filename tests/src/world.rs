//! The company in the database of every test: units, groups, people, catalogue, templates. It
//! is written without the API, in one transaction.

mod catalogue;
mod people;
mod templates;

pub use catalogue::{Calendars, Categories, Reasons, Services};
pub use people::{Groups, People, PersonaData, Units, join, session, token};
pub use templates::Templates;

use solicita::error::Result;
use solicita::tx::Tx;

/// The identifiers of all that the company has.
#[derive(Debug, Clone)]
pub struct World {
    /// Units.
    pub units: Units,
    /// Groups.
    pub groups: Groups,
    /// People, with their sessions and tokens.
    pub people: People,
    /// Calendars.
    pub calendars: Calendars,
    /// Categories of the service catalogue.
    pub categories: Categories,
    /// Services.
    pub services: Services,
    /// Suspension reasons.
    pub reasons: Reasons,
    /// E-mail templates. No parameter names one until a test sets it.
    pub templates: Templates,
}

impl World {
    /// Creates the company in an empty database.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn create(tx: &mut Tx<'_>) -> Result<Self> {
        let units = Units::create(tx)?;
        let groups = Groups::create(tx)?;
        let people = People::create(tx, &units, &groups)?;
        let calendars = Calendars::create(tx)?;
        let categories = Categories::create(tx)?;
        let services = Services::create(tx, &units, &groups, &calendars, &categories)?;
        let reasons = Reasons::create(tx)?;
        let templates = Templates::create(tx)?;
        Ok(Self { units, groups, people, calendars, categories, services, reasons, templates })
    }
}
