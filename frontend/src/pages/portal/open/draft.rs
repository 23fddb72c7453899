//! What the form holds.

use contract::Level;
use contract::identity::Me;
use contract::requests::{Contact, NewRequest};
use contract::timeline::UploadView;
use serde::{Deserialize, Serialize};

/// The content of the form, kept as a draft.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Content {
    /// Title.
    pub title: String,
    /// Description.
    pub description: String,
    /// Urgency; medium until another one is chosen.
    pub urgency: Option<Level>,
    /// Whom to call, when it is not the person as they are registered.
    pub contact: Option<Contact>,
    /// Files that have arrived.
    pub files: Vec<UploadView>,
}

impl Content {
    /// What is sent.
    pub fn request(&self, service_id: i64, me: &Me, upload_ids: Vec<i64>) -> NewRequest {
        NewRequest {
            service_id,
            title: self.title.trim().to_owned(),
            description: self.description.trim().to_owned(),
            urgency: Some(self.urgency.unwrap_or(Level::Medium)),
            contact: Some(self.contact.clone().unwrap_or_else(|| own_contact(me))),
            upload_ids,
            ..NewRequest::default()
        }
    }
}

/// The person as they are registered.
pub fn own_contact(me: &Me) -> Contact {
    let phone = me.phones.first().map(|phone| phone.number.clone());
    Contact {
        name: me.name.clone(),
        phone: me.extension.clone().or(phone).unwrap_or_default(),
        email: me.email.clone().unwrap_or_default(),
        place: me.place.clone().unwrap_or_default(),
    }
}

/// Files that were refused, taken along to the confirmation: name and reason.
#[derive(Debug, Clone, PartialEq)]
pub struct Refused {
    /// Name and reason of each.
    pub files: Vec<(String, String)>,
}
