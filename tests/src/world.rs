//! The company that every test finds: units, groups, people, catalogue, templates.
//! Written past the API, in one transaction.

mod catalogue;
mod people;
mod templates;

pub use catalogue::{Calendars, Categories, Reasons, Services};
pub use people::{Groups, People, PersonaData, Units, join, session, token};
pub use templates::Templates;

use solicita::error::Result;
use solicita::tx::Tx;

/// Identifiers of what is in the company.
#[derive(Debug, Clone)]
pub struct World {
    /// Units.
    pub units: Units,
    /// Groups.
    pub groups: Groups,
    /// People, with what they log in with.
    pub people: People,
    /// Calendars.
    pub calendars: Calendars,
    /// Categories of the catalogue.
    pub categories: Categories,
    /// Services.
    pub services: Services,
    /// Suspension reasons.
    pub reasons: Reasons,
    /// E-mail templates; no parameter names one until a test sets it.
    pub templates: Templates,
}

impl World {
    /// Puts the company into an empty database.
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
