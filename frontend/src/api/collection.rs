//! What administrators keep: collections that all work alike (`GET` a list, `POST`,
//! `GET` and `PUT` `/{id}` with `If-Match`).

use super::{Answer, Call, SubmissionKey, Tagged};
use contract::admin::{
    CalendarEdit, CalendarView, GroupEdit, GroupView, MemberEdit, PersonEdit, PersonView, ServiceAdminView,
    ServiceCategoryEdit, ServiceCategoryView, ServiceEdit, SuspensionReasonEdit, TemplateEdit, TemplateView, UnitEdit,
    UnitView,
};
use contract::desk::SuspensionReasonView;
use serde::{Serialize, de::DeserializeOwned};

/// One thing of a collection, as it is read.
pub trait Kept: DeserializeOwned + Clone + PartialEq + 'static {
    /// The same, as it is written.
    type Edit: Serialize + Clone + PartialEq + 'static;

    /// Where the collection is.
    const PATH: &'static str;

    /// Where its list is.
    const LIST: &'static str = Self::PATH;

    /// Its identifier.
    fn id(&self) -> i64;

    /// What is edited of it.
    fn edit(&self) -> Self::Edit;
}

/// All of them.
pub async fn list<T: Kept>() -> Answer<Vec<T>> {
    Call::get(T::LIST).json().await
}

/// One, with its version.
pub async fn get<T: Kept>(id: i64) -> Answer<Tagged<T>> {
    Call::get(&format!("{}/{id}", T::PATH)).tagged().await
}

/// Makes a new one.
pub async fn create<T: Kept>(edit: &T::Edit, key: &SubmissionKey) -> Answer<Tagged<T>> {
    Call::post(T::PATH).body(edit).once(key).tagged().await
}

/// Replaces one, if it is still the version that was read.
pub async fn save<T: Kept>(id: i64, edit: &T::Edit, etag: Option<&str>) -> Answer<Tagged<T>> {
    Call::put(&format!("{}/{id}", T::PATH)).body(edit).version(etag).tagged().await
}

impl Kept for GroupView {
    type Edit = GroupEdit;
    const PATH: &'static str = "/groups";

    fn id(&self) -> i64 {
        self.id
    }

    fn edit(&self) -> GroupEdit {
        let members = self.members.iter().map(|member| MemberEdit {
            person_id: member.person.id,
            permission: member.permission,
            change_sla: member.change_sla,
        });
        GroupEdit {
            name: self.name.clone(),
            email: self.email.clone(),
            see_all: self.see_all,
            active: self.active,
            members: members.collect(),
        }
    }
}

impl Kept for UnitView {
    type Edit = UnitEdit;
    const PATH: &'static str = "/units";

    fn id(&self) -> i64 {
        self.id
    }

    fn edit(&self) -> UnitEdit {
        UnitEdit { name: self.name.clone(), active: self.active }
    }
}

impl Kept for ServiceAdminView {
    type Edit = ServiceEdit;
    const PATH: &'static str = "/services";
    const LIST: &'static str = "/services/all";

    fn id(&self) -> i64 {
        self.id
    }

    fn edit(&self) -> ServiceEdit {
        self.edit.clone()
    }
}

impl Kept for ServiceCategoryView {
    type Edit = ServiceCategoryEdit;
    const PATH: &'static str = "/service-categories";

    fn id(&self) -> i64 {
        self.id
    }

    fn edit(&self) -> ServiceCategoryEdit {
        ServiceCategoryEdit { name: self.name.clone(), icon: self.icon.clone(), position: self.position }
    }
}

impl Kept for CalendarView {
    type Edit = CalendarEdit;
    const PATH: &'static str = "/calendars";

    fn id(&self) -> i64 {
        self.id
    }

    fn edit(&self) -> CalendarEdit {
        self.edit.clone()
    }
}

impl Kept for SuspensionReasonView {
    type Edit = SuspensionReasonEdit;
    const PATH: &'static str = "/suspension-reasons";

    fn id(&self) -> i64 {
        self.id
    }

    fn edit(&self) -> SuspensionReasonEdit {
        SuspensionReasonEdit { names: self.names.clone(), waits_requester: self.waits_requester, active: self.active }
    }
}

impl Kept for TemplateView {
    type Edit = TemplateEdit;
    const PATH: &'static str = "/email-templates";

    fn id(&self) -> i64 {
        self.id
    }

    fn edit(&self) -> TemplateEdit {
        TemplateEdit { name: self.name.clone(), kind: self.kind, active: self.active, texts: self.texts.clone() }
    }
}

/// Their list comes in pages (`people::list`).
impl Kept for PersonView {
    type Edit = PersonEdit;
    const PATH: &'static str = "/people";

    fn id(&self) -> i64 {
        self.id
    }

    fn edit(&self) -> PersonEdit {
        PersonEdit {
            name: self.name.clone(),
            email: self.email.clone(),
            tax_id: None,
            employee_number: self.employee_number.clone(),
            unit_id: self.unit.as_ref().map(|unit| unit.id),
            job_title: self.job_title.clone(),
            extension: self.extension.clone(),
            place: self.place.clone(),
            phones: self.phones.clone(),
            language: self.language,
            time_zone: self.time_zone.clone(),
            vip: self.vip,
            active: self.active,
            roles: self.roles.clone(),
        }
    }
}
