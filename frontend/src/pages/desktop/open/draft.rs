//! What is typed in the form, and the request that is made of it.

use crate::hooks::Draft;
use crate::prefill::KnownPerson;
use crate::ui::{invalid_field, required_errors};
use contract::requests::{Contact, NewRequest, NewRequester};
use contract::timeline::UploadView;
use contract::{FieldError, Level, Origin};
use locales::{Language, text};
use serde::{Deserialize, Serialize};

/// What is typed in the form. It is kept in the browser until the request is opened.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct RequestForm {
    /// The requester, when they are registered.
    pub known: Option<KnownPerson>,
    /// The requester, when they are registered together with the request.
    pub new: Option<NewRequester>,
    /// Identifier of the service; empty until one is chosen.
    pub service: String,
    /// Title.
    pub title: String,
    /// Description.
    pub description: String,
    /// How it reached the desk; by telephone when left out.
    pub origin: Option<Origin>,
    /// Impact; that of the service when left out.
    pub impact: Option<Level>,
    /// Urgency.
    pub urgency: Option<Level>,
    /// The contact for questions; the requester when left out.
    pub contact: Option<Contact>,
    /// Number of the parent request, as typed.
    pub parent: String,
    /// The solution, when the request is resolved at once.
    pub solution: Option<String>,
    /// Files that the server has received.
    pub uploads: Vec<UploadView>,
}

/// The form as a draft.
pub type FormDraft = Draft<RequestForm>;

impl RequestForm {
    /// What can be found wrong before sending.
    #[must_use]
    pub fn errors(&self, language: Language) -> Vec<FieldError> {
        let mut fields = vec![match &self.new {
            Some(person) => ("new_requester.name", person.name.as_str()),
            None => ("requester_id", if self.known.is_some() { "known" } else { "" }),
        }];
        fields.extend([
            ("service_id", self.service.as_str()),
            ("title", self.title.as_str()),
            ("description", self.description.as_str()),
        ]);
        if let Some(solution) = &self.solution {
            fields.push(("solution", solution));
        }
        let mut errors = required_errors(language, &fields);
        if !self.parent.trim().is_empty() && self.parent.trim().parse::<i64>().is_err() {
            errors.push(invalid_field("parent", text!(language, "desk-relate-wrong")));
        }
        errors
    }

    /// What is sent, with the files that have arrived and the call in which the request is opened.
    #[must_use]
    pub fn to_request(&self, upload_ids: Vec<i64>, call_id: Option<i64>) -> NewRequest {
        let filled = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
        NewRequest {
            service_id: self.service.parse().unwrap_or_default(),
            title: self.title.clone(),
            description: self.description.clone(),
            urgency: self.urgency,
            impact: self.impact,
            contact: self.contact.clone(),
            upload_ids,
            requester_id: self.known.as_ref().filter(|_| self.new.is_none()).map(|known| known.id),
            new_requester: self.new.as_ref().map(|new| NewRequester {
                name: new.name.clone(),
                email: filled(&new.email),
                phone: filled(&new.phone),
                tax_id: filled(&new.tax_id),
            }),
            origin: Some(self.origin.unwrap_or(Origin::Telephone)),
            parent: self.parent.trim().parse().ok(),
            solution: self.solution.clone(),
            call_id,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled() -> RequestForm {
        RequestForm {
            known: Some(KnownPerson { id: 7, name: "Ana".to_owned(), about: String::new() }),
            service: "3".to_owned(),
            title: "Printer".to_owned(),
            description: "It is on fire.".to_owned(),
            ..RequestForm::default()
        }
    }

    fn wrong_fields(form: &RequestForm) -> Vec<String> {
        form.errors(Language::English).into_iter().map(|error| error.field).collect()
    }

    #[test]
    fn an_empty_form_lacks_everything_that_is_required_in_the_order_of_the_form() {
        assert_eq!(wrong_fields(&RequestForm::default()), ["requester_id", "service_id", "title", "description"]);
        assert_eq!(wrong_fields(&filled()), Vec::<String>::new());
    }

    #[test]
    fn a_new_requester_needs_a_name() {
        let form = RequestForm { new: Some(NewRequester::default()), ..filled() };
        assert_eq!(wrong_fields(&form), ["new_requester.name"]);
    }

    #[test]
    fn a_parent_is_a_number_when_there_is_one() {
        for (typed, wrong) in [("", false), (" 34534 ", false), ("abc", true), ("34.534", true)] {
            let form = RequestForm { parent: typed.to_owned(), ..filled() };
            assert_eq!(wrong_fields(&form) == ["parent"], wrong, "{typed:?}");
        }
    }

    #[test]
    fn a_request_that_is_resolved_at_once_needs_a_solution() {
        let form = RequestForm { solution: Some(" ".to_owned()), ..filled() };
        assert_eq!(wrong_fields(&form), ["solution"]);
    }

    #[test]
    fn it_came_by_telephone_unless_something_else_is_chosen() {
        let request = filled().to_request(vec![1, 2], Some(9));
        assert_eq!((request.origin, request.call_id), (Some(Origin::Telephone), Some(9)));
        assert_eq!((request.service_id, request.requester_id, request.parent), (3, Some(7), None));
        assert_eq!(request.upload_ids, [1, 2]);
        let form = RequestForm { origin: Some(Origin::Email), parent: " 12 ".to_owned(), ..filled() };
        let request = form.to_request(Vec::new(), None);
        assert_eq!((request.origin, request.parent), (Some(Origin::Email), Some(12)));
    }

    #[test]
    fn a_new_requester_replaces_the_one_who_was_found_and_has_no_empty_data() {
        let new = NewRequester { name: "Bia".to_owned(), email: Some(" ".to_owned()), ..NewRequester::default() };
        let request = RequestForm { new: Some(new), ..filled() }.to_request(Vec::new(), None);
        assert_eq!(request.requester_id, None);
        let new = request.new_requester.unwrap();
        assert_eq!((new.name.as_str(), new.email), ("Bia", None));
    }
}
