//! What is typed in the form, and the request that is made of it.

use contract::Level;
use contract::identity::Me;
use contract::requests::{Contact, NewRequest};
use contract::timeline::UploadView;
use serde::{Deserialize, Serialize};

/// What is typed in the form. It is kept in the browser until the request is opened.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct RequestDraft {
    /// Title.
    pub title: String,
    /// Description.
    pub description: String,
    /// The urgency; medium until another one is chosen.
    pub urgency: Option<Level>,
    /// The contact for questions, when it is not the requester with their registered data.
    pub contact: Option<Contact>,
    /// Files that the server has received.
    pub files: Vec<UploadView>,
}

impl RequestDraft {
    /// The urgency that is chosen, or medium.
    #[must_use]
    pub fn urgency(&self) -> Level {
        self.urgency.unwrap_or(Level::Medium)
    }

    /// What is sent.
    #[must_use]
    pub fn to_request(&self, service_id: i64, me: &Me, upload_ids: Vec<i64>) -> NewRequest {
        NewRequest {
            service_id,
            title: self.title.trim().to_owned(),
            description: self.description.trim().to_owned(),
            urgency: Some(self.urgency()),
            contact: Some(self.contact.clone().unwrap_or_else(|| own_contact(me))),
            upload_ids,
            ..NewRequest::default()
        }
    }
}

/// The registered data of the person as a contact: the extension comes before other telephones.
#[must_use]
pub fn own_contact(me: &Me) -> Contact {
    let phone = me.phones.first().map(|phone| phone.number.clone());
    Contact {
        name: me.name.clone(),
        phone: me.extension.clone().or(phone).unwrap_or_default(),
        email: me.email.clone().unwrap_or_default(),
        place: me.place.clone().unwrap_or_default(),
    }
}

/// Files that could not be sent. The confirmation shows them.
#[derive(Debug, Clone, PartialEq)]
pub struct RefusedFiles {
    /// The name of each, and the reason.
    pub files: Vec<(String, String)>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::identity::Phone;
    use contract::{Language, PhoneKind};
    use serde_json::json;

    fn me() -> Me {
        serde_json::from_value(json!({
            "id": 7, "name": "Ana", "email": "ana@example.com", "language": Language::Portuguese, "time_zone": "UTC",
            "roles": [], "groups": [], "phones": [], "unread_notifications": 0, "unread_requests": 0,
            "events_after": "0-0",
            "portal": {
                "start_in_progress": false, "show_title": true, "suspension_complement_required": false,
                "attachment_bytes_max": 0, "attachments_max": 0,
            },
        }))
        .unwrap()
    }

    fn mobile(number: &str) -> Phone {
        Phone { kind: PhoneKind::Mobile, number: number.to_owned() }
    }

    #[test]
    fn the_extension_comes_before_other_telephones() {
        let phones = vec![mobile("11 99999-0000"), mobile("11 98888-0000")];
        assert_eq!(own_contact(&Me { phones: phones.clone(), ..me() }).phone, "11 99999-0000");
        assert_eq!(own_contact(&Me { phones, extension: Some("214".to_owned()), ..me() }).phone, "214");
        assert_eq!(own_contact(&me()).phone, "");
    }

    #[test]
    fn what_is_left_open_is_the_person_and_medium_urgency() {
        let draft = RequestDraft {
            title: " Printer ".to_owned(),
            description: "On fire.\n".to_owned(),
            ..RequestDraft::default()
        };
        let request = draft.to_request(3, &me(), vec![1]);
        assert_eq!((request.service_id, request.upload_ids.as_slice()), (3, &[1][..]));
        assert_eq!((request.title.as_str(), request.description.as_str()), ("Printer", "On fire."));
        assert_eq!(request.urgency, Some(Level::Medium));
        assert_eq!(request.contact, Some(own_contact(&me())));
    }

    #[test]
    fn another_contact_and_urgency_are_sent_as_they_are() {
        let contact = Contact { name: "Bia".to_owned(), ..Contact::default() };
        let draft =
            RequestDraft { contact: Some(contact.clone()), urgency: Some(Level::High), ..RequestDraft::default() };
        let request = draft.to_request(3, &me(), Vec::new());
        assert_eq!((request.contact, request.urgency), (Some(contact), Some(Level::High)));
    }
}
