//! The demo company as it stands in the database.

use super::personnel::DemoUser;
use crate::demo::data::{self, Company};
use crate::domain::calendar::Calendar;

/// The company as it stands in the database; lists are in the order of the files.
#[derive(Debug, Clone)]
pub struct DemoCompany {
    /// As it is written down.
    pub company: Company,
    /// Office hours.
    pub business: Calendar,
    /// Day and night.
    pub permanent: Calendar,
    /// Identifiers of the units.
    pub units: Vec<i64>,
    /// Identifiers of the groups.
    pub groups: Vec<i64>,
    /// Identifiers of the services.
    pub services: Vec<i64>,
    /// Identifiers of the reasons to suspend.
    pub reasons: Vec<i64>,
    /// The people.
    pub personnel: Vec<DemoUser>,
}

impl DemoCompany {
    /// Place of a service with this key.
    #[must_use]
    pub fn service(&self, key: &str) -> Option<usize> {
        self.company.services.iter().position(|service| service.key == key)
    }

    /// Place of the group that serves a service.
    #[must_use]
    pub fn group_of(&self, service: usize) -> usize {
        let key = self.company.services.get(service).and_then(|service| service.group.as_ref());
        // The first group is that of parameter 9, too.
        key.and_then(|key| self.company.groups.iter().position(|group| &group.key == key)).unwrap_or(0)
    }

    /// The calendar that a service's deadlines are counted in.
    #[must_use]
    pub fn calendar_of(&self, service: usize) -> &Calendar {
        let always = self.company.services.get(service).is_some_and(data::Service::is_always);
        if always { &self.permanent } else { &self.business }
    }

    /// Place of the person with this address.
    #[must_use]
    pub fn person(&self, email: &str) -> Option<usize> {
        self.personnel.iter().position(|user| user.person.email.as_deref() == Some(email))
    }
}
