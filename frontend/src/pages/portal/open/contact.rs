//! The contact for questions about a request.

use super::draft::{RequestDraft, own_contact};
use crate::api::ApiError;
use crate::hooks::{Draft, use_language};
use crate::ui::{Button, ButtonKind, Card, CheckField, Facts, TextField, fact};
use contract::identity::Me;
use contract::limits;
use contract::requests::Contact;
use locales::{Language, text};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`ContactCard`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The form.
    pub draft: Draft<RequestDraft>,
    /// The person.
    pub me: Rc<Me>,
    /// What is wrong with the form.
    pub error: Option<ApiError>,
}

/// Shows the person's registered data, until they want to change it or name somebody else.
#[component]
pub fn ContactCard(props: &Props) -> Html {
    let language = use_language();
    let draft = &props.draft;
    let own = own_contact(&props.me);
    let editing = draft.value.contact.is_some();
    let other = draft.value.contact.as_ref().is_some_and(|contact| contact.name != own.name);
    let toggle = {
        let own = own.clone();
        draft.on(move |draft, ()| draft.contact = (!editing).then(|| own.clone()))
    };
    let onother = draft.on(|draft, other: bool| draft.contact = other.then(Contact::default));
    let label = text!(language, if editing { "open-contact-own" } else { "ui-change" });
    let action = html! { <Button kind={ButtonKind::Inline} {label} onclick={toggle} /> };
    html! {
        <Card title={text!(language, "open-contact")} {action}>
            if let Some(contact) = &draft.value.contact {
                <Fields draft={draft.clone()} contact={contact.clone()} error={props.error.clone()} />
            } else {
                <Facts>
                    { fact(text!(language, "open-contact-name"), html! { { &own.name } }) }
                    { fact(text!(language, "open-contact-phone"), html! { { or_none(language, &own.phone) } }) }
                    { fact(text!(language, "open-contact-email"), html! { { or_none(language, &own.email) } }) }
                    { fact(text!(language, "open-contact-place"), html! { { or_none(language, &own.place) } }) }
                </Facts>
            }
            <div class="open__other">
                <CheckField id="contact-other" label={text!(language, "open-contact-other")} checked={other}
                    onchange={onother} />
            </div>
        </Card>
    }
}

fn or_none(language: Language, value: &str) -> String {
    if value.is_empty() { text!(language, "ui-none") } else { value.to_owned() }
}

#[derive(Properties, PartialEq)]
struct FieldsProps {
    draft: Draft<RequestDraft>,
    contact: Contact,
    error: Option<ApiError>,
}

#[component]
fn Fields(props: &FieldsProps) -> Html {
    let language = use_language();
    let change = |set: fn(&mut Contact, String)| {
        props.draft.on(move |draft, value: String| set(draft.contact.get_or_insert_default(), value))
    };
    let error = |name: &str| props.error.as_ref().and_then(|error| error.field(name));
    let contact = &props.contact;
    html! {
        <div class="sol-stack open__contact">
            <TextField id="contact-name" label={text!(language, "open-contact-name")} value={contact.name.clone()}
                limit={limits::NAME}
                       error={error("contact.name")} onchange={change(|contact, value| contact.name = value)} />
            <TextField id="contact-phone" label={text!(language, "open-contact-phone")}
                value={contact.phone.clone()} kind="tel"
                       error={error("contact.phone")} onchange={change(|contact, value| contact.phone = value)} />
            <TextField id="contact-email" label={text!(language, "open-contact-email")}
                value={contact.email.clone()} kind="email"
                       error={error("contact.email")} onchange={change(|contact, value| contact.email = value)} />
            <TextField id="contact-place" label={text!(language, "open-contact-place")} value={contact.place.clone()}
                       error={error("contact.place")} onchange={change(|contact, value| contact.place = value)} />
        </div>
    }
}
