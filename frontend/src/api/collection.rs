//! What administrators keep: collections that all work alike (`GET` a list, `POST`,
//! `GET` and `PUT` `/{id}` with `If-Match`).

use super::{Answer, Call, SubmissionKey, Tagged};
use contract::admin::{
    CalendarEdit, CalendarView, GroupEdit, GroupView, PersonEdit, PersonView, ServiceAdminView, ServiceCategoryEdit,
    ServiceCategoryView, ServiceEdit, SuspensionReasonEdit, TemplateEdit, TemplateView, UnitEdit, UnitView,
};
use contract::desk::SuspensionReasonView;
use serde::{Serialize, de::DeserializeOwned};
use std::marker::PhantomData;

/// A collection: what is read of it, what is written to it.
#[derive(Debug)]
pub struct Collection<View, Edit> {
    path: &'static str,
    /// Where the list is, when not at `path`.
    all: &'static str,
    types: PhantomData<fn(Edit) -> View>,
}

impl<View, Edit> Clone for Collection<View, Edit> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<View, Edit> Copy for Collection<View, Edit> {}

impl<View, Edit> PartialEq for Collection<View, Edit> {
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path
    }
}

impl<View: DeserializeOwned, Edit: Serialize> Collection<View, Edit> {
    const fn new(path: &'static str, all: &'static str) -> Self {
        Self { path, all, types: PhantomData }
    }

    /// All of them.
    pub async fn list(&self) -> Answer<Vec<View>> {
        Call::get(self.all).json().await
    }

    /// One, with its version.
    pub async fn get(&self, id: i64) -> Answer<Tagged<View>> {
        Call::get(&format!("{}/{id}", self.path)).tagged().await
    }

    /// Makes a new one.
    pub async fn create(&self, edit: &Edit, key: &SubmissionKey) -> Answer<Tagged<View>> {
        Call::post(self.path).body(edit).once(key).tagged().await
    }

    /// Replaces one, if it is still the version that was read.
    pub async fn save(&self, id: i64, edit: &Edit, etag: Option<&str>) -> Answer<Tagged<View>> {
        Call::put(&format!("{}/{id}", self.path)).body(edit).version(etag).tagged().await
    }
}

/// Groups of attendants.
pub const GROUPS: Collection<GroupView, GroupEdit> = Collection::new("/groups", "/groups");
/// Units.
pub const UNITS: Collection<UnitView, UnitEdit> = Collection::new("/units", "/units");
/// Services.
pub const SERVICES: Collection<ServiceAdminView, ServiceEdit> = Collection::new("/services", "/services/all");
/// Categories of the catalogue.
pub const CATEGORIES: Collection<ServiceCategoryView, ServiceCategoryEdit> =
    Collection::new("/service-categories", "/service-categories");
/// Calendars of working hours.
pub const CALENDARS: Collection<CalendarView, CalendarEdit> = Collection::new("/calendars", "/calendars");
/// Reasons to suspend.
pub const REASONS: Collection<SuspensionReasonView, SuspensionReasonEdit> =
    Collection::new("/suspension-reasons", "/suspension-reasons");
/// E-mail templates.
pub const TEMPLATES: Collection<TemplateView, TemplateEdit> = Collection::new("/email-templates", "/email-templates");
/// People; their list comes in pages (`people::list`).
pub const PEOPLE: Collection<PersonView, PersonEdit> = Collection::new("/people", "/people");
