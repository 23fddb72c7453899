//! The collections that administrators edit. All work alike: `GET` and `POST` of the list, `GET` and `PUT` of `/{id}`
//! with `If-Match`.

use super::{Answer, ApiCall, SubmissionKey, Tagged};
use contract::admin::{
    CalendarEdit, CalendarView, GroupEdit, GroupView, MemberEdit, PersonEdit, PersonView, ServiceAdminView,
    ServiceCategoryEdit, ServiceCategoryView, ServiceEdit, SuspensionReasonEdit, TemplateEdit, TemplateView, UnitEdit,
    UnitView,
};
use contract::desk::SuspensionReasonView;
use serde::{Serialize, de::DeserializeOwned};

/// A resource of a collection, as it is read.
pub trait Resource: DeserializeOwned + Clone + PartialEq + 'static {
    /// The resource as it is written.
    type Edit: Serialize + Clone + PartialEq + 'static;

    /// The path of the collection.
    const PATH: &'static str;

    /// The path of its list.
    const LIST: &'static str = Self::PATH;

    /// The identifier.
    fn id(&self) -> i64;

    /// What can be edited of the resource, as it was read.
    fn edit(&self) -> Self::Edit;
}

/// The path of one resource.
fn path<T: Resource>(id: i64) -> String {
    format!("{}/{id}", T::PATH)
}

/// All resources of a collection.
pub async fn list<T: Resource>() -> Answer<Vec<T>> {
    ApiCall::get(T::LIST).json().await
}

/// One resource, with its version.
pub async fn get<T: Resource>(id: i64) -> Answer<Tagged<T>> {
    ApiCall::get(&path::<T>(id)).tagged().await
}

/// Creates a resource.
pub async fn create<T: Resource>(edit: &T::Edit, key: &SubmissionKey) -> Answer<Tagged<T>> {
    ApiCall::post(T::PATH).body(edit).once(key).tagged().await
}

/// Replaces a resource, if it still has the version that was read.
pub async fn save<T: Resource>(id: i64, edit: &T::Edit, etag: Option<&str>) -> Answer<Tagged<T>> {
    ApiCall::put(&path::<T>(id)).body(edit).version(etag).tagged().await
}

impl Resource for GroupView {
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

impl Resource for UnitView {
    type Edit = UnitEdit;
    const PATH: &'static str = "/units";

    fn id(&self) -> i64 {
        self.id
    }

    fn edit(&self) -> UnitEdit {
        UnitEdit { name: self.name.clone(), active: self.active }
    }
}

impl Resource for ServiceAdminView {
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

impl Resource for ServiceCategoryView {
    type Edit = ServiceCategoryEdit;
    const PATH: &'static str = "/service-categories";

    fn id(&self) -> i64 {
        self.id
    }

    fn edit(&self) -> ServiceCategoryEdit {
        ServiceCategoryEdit { name: self.name.clone(), icon: self.icon.clone(), position: self.position }
    }
}

impl Resource for CalendarView {
    type Edit = CalendarEdit;
    const PATH: &'static str = "/calendars";

    fn id(&self) -> i64 {
        self.id
    }

    fn edit(&self) -> CalendarEdit {
        self.edit.clone()
    }
}

impl Resource for SuspensionReasonView {
    type Edit = SuspensionReasonEdit;
    const PATH: &'static str = "/suspension-reasons";

    fn id(&self) -> i64 {
        self.id
    }

    fn edit(&self) -> SuspensionReasonEdit {
        SuspensionReasonEdit { names: self.names.clone(), waits_requester: self.waits_requester, active: self.active }
    }
}

impl Resource for TemplateView {
    type Edit = TemplateEdit;
    const PATH: &'static str = "/email-templates";

    fn id(&self) -> i64 {
        self.id
    }

    fn edit(&self) -> TemplateEdit {
        TemplateEdit { name: self.name.clone(), kind: self.kind, active: self.active, texts: self.texts.clone() }
    }
}

/// People are listed page by page (`people::list`).
impl Resource for PersonView {
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

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn read<T: Resource>(view: Value) -> T {
        serde_json::from_value(view).unwrap()
    }

    #[test]
    fn resources_have_paths() {
        assert_eq!((path::<GroupView>(3), path::<PersonView>(12)), ("/groups/3".to_owned(), "/people/12".to_owned()));
        assert_eq!((GroupView::LIST, ServiceAdminView::LIST), ("/groups", "/services/all"));
        assert_eq!(path::<ServiceAdminView>(3), "/services/3");
    }

    #[test]
    fn members_are_written_by_their_identifiers() {
        let group = read::<GroupView>(json!({
            "id": 4, "name": "Network", "email": null, "see_all": true, "active": true, "version": 9,
            "members": [
                { "person": { "id": 11, "name": "Ana" }, "permission": "execute", "change_sla": true },
                { "person": { "id": 12, "name": "Bia" }, "permission": "view", "change_sla": false },
            ],
        }));
        let edit = group.edit();
        let members: Vec<(i64, bool)> =
            edit.members.iter().map(|member| (member.person_id, member.change_sla)).collect();
        assert_eq!((group.id(), members), (4, vec![(11, true), (12, false)]));
        assert_eq!((edit.name.as_str(), edit.email, edit.see_all, edit.active), ("Network", None, true, true));
    }

    /// What is shown of a CPF is masked: sent back it would overwrite the number.
    #[test]
    fn a_masked_tax_id_is_not_written_back() {
        let person = read::<PersonView>(json!({
            "id": 5, "name": "Ana", "email": "ana@example.com", "tax_id_masked": "***.982.247-**",
            "employee_number": "7", "unit": { "id": 3, "name": "TI" }, "job_title": null, "extension": "4021",
            "place": null, "phones": [], "language": "pt-BR", "time_zone": "America/Sao_Paulo", "vip": true,
            "active": true, "roles": ["requester"], "groups": [], "has_password": true, "version": 2,
        }));
        let edit = person.edit();
        assert_eq!(edit.tax_id, None);
        assert_eq!((edit.unit_id, edit.extension.as_deref(), edit.vip), (Some(3), Some("4021"), true));
        assert_eq!((edit.roles, edit.language), (person.roles, person.language));
    }
}
