//! The fields of the form: the request, its classification, its contact, its solution.

use super::draft::FormDraft;
use crate::api::{self, ApiError};
use crate::hooks::{use_fetch, use_language};
use crate::pages::desktop::service_options::service_options;
use crate::pages::shared::levels::{impact_options, urgency_options};
use crate::ui::{AreaField, Card, CheckField, Combo, Files, FilesHandle, SelectField, SelectOption, TextField};
use contract::requests::Contact;
use contract::{Level, Origin, limits};
use locales::{Language, text};
use yew::prelude::*;

/// Properties of [`Fields`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The form.
    pub draft: FormDraft,
    /// The files.
    pub files: FilesHandle,
    /// What is wrong with it.
    pub error: Option<ApiError>,
}

/// The fields of the form: name in the API, identifier of the control, label.
#[must_use]
pub fn field_names(language: Language) -> Vec<(&'static str, &'static str, AttrValue)> {
    let label = |key: &str| AttrValue::from(text!(language, key));
    vec![
        ("requester_id", "open-requester", label("deskopen-find")),
        ("new_requester.name", "open-name", label("deskopen-name")),
        ("new_requester.email", "open-email", label("desk-email")),
        ("new_requester.phone", "open-phone", label("deskopen-phone")),
        ("new_requester.tax_id", "open-tax-id", label("desk-tax-id")),
        ("service_id", "open-service", label("desk-service")),
        ("title", "open-title", label("deskopen-request-title")),
        ("description", "open-description", label("desk-tab-description")),
        ("origin", "open-origin", label("deskopen-origin")),
        ("impact", "open-impact", label("desk-impact")),
        ("urgency", "open-urgency", label("desk-urgency")),
        ("contact.name", "open-contact-name", label("deskopen-contact-name")),
        ("contact.phone", "open-contact-phone", label("deskopen-phone")),
        ("contact.email", "open-contact-email", label("desk-email")),
        ("contact.place", "open-contact-place", label("desk-place")),
        ("parent", "open-parent", label("deskopen-parent")),
        ("solution", "open-solution", label("desk-solution")),
    ]
}

/// All fields but the requester.
#[component]
pub fn Fields(props: &Props) -> Html {
    let language = use_language();
    let form = &props.draft.value;
    let catalogue = use_fetch((), |()| async { api::catalogue::services().await });
    let options = catalogue.data().map(|catalogue| service_options(language, catalogue, None));
    let hint = catalogue.data().and_then(|catalogue| {
        catalogue
            .services
            .iter()
            .find(|service| service.id.to_string() == form.service)
            .map(|service| service.hint.clone())
    });
    let hint = hint.filter(|hint| !hint.is_empty()).map(AttrValue::from);
    let field = |name: &str| props.error.as_ref().and_then(|error| error.field(name));
    let draft = &props.draft;
    html! {
        <>
            <Card title={text!(language, "desk-request-card")}>
                <div class="sol-stack">
                    <Combo id="open-service" label={text!(language, "desk-service")} required=true value={form.service.clone()}
                           options={options.unwrap_or_default()} loading={catalogue.data().is_none()} error={field("service_id")}
                           placeholder={Some(AttrValue::from(text!(language, "desk-service-find")))}
                           onselect={draft.on(|form, id: AttrValue| form.service = id.to_string())} />
                    <TextField id="open-title" label={text!(language, "deskopen-request-title")} required=true value={form.title.clone()}
                               onchange={draft.on(|form, text| form.title = text)} error={field("title")} limit={Some(limits::TITLE)} />
                    <AreaField id="open-description" label={text!(language, "desk-tab-description")} required=true rows=5
                               value={form.description.clone()} onchange={draft.on(|form, text| form.description = text)}
                               error={field("description")} help={hint} />
                    <Classification draft={draft.clone()} error={props.error.clone()} />
                    <Files id="open-files" files={props.files.clone()} />
                </div>
            </Card>
            <Card title={text!(language, "desk-contact")}><ContactFields draft={draft.clone()} error={props.error.clone()} /></Card>
            <Card title={text!(language, "desk-solution")}><SolutionField draft={draft.clone()} error={props.error.clone()} /></Card>
        </>
    }
}

#[derive(Properties, PartialEq)]
struct PartProps {
    draft: FormDraft,
    error: Option<ApiError>,
}

impl PartProps {
    fn field(&self, name: &str) -> Option<String> {
        self.error.as_ref().and_then(|error| error.field(name))
    }
}

/// Origin, impact, urgency, parent.
#[component]
fn Classification(props: &PartProps) -> Html {
    let language = use_language();
    let (draft, form) = (&props.draft, &props.draft.value);
    let origins = [Origin::Telephone, Origin::InPerson, Origin::Email, Origin::Portal, Origin::Other];
    let origins = origins.iter().map(|one| -> SelectOption {
        (one.as_str().into(), text!(language, &crate::text::code("origin", one)).into())
    });
    let origin = form.origin.unwrap_or(Origin::Telephone);
    let mut usual: Vec<SelectOption> = vec![("".into(), text!(language, "deskopen-impact-usual").into())];
    usual.extend(impact_options(language));
    html! {
        <div class="dk-pair">
            <SelectField id="open-origin" label={text!(language, "deskopen-origin")} value={origin.as_str()} options={origins.collect::<Vec<_>>()}
                         onchange={draft.on(|form, code: String| form.origin = code.parse().ok())} error={props.field("origin")} />
            <TextField id="open-parent" label={text!(language, "deskopen-parent")} optional=true value={form.parent.clone()}
                       onchange={draft.on(|form, text| form.parent = text)} error={props.field("parent")}
                       inputmode={Some(AttrValue::Static("numeric"))} />
            <SelectField id="open-impact" label={text!(language, "desk-impact")} options={usual}
                         value={form.impact.map(Level::as_str).unwrap_or_default()} error={props.field("impact")}
                         onchange={draft.on(|form, code: String| form.impact = code.parse().ok())} />
            <SelectField id="open-urgency" label={text!(language, "desk-urgency")} options={urgency_options(language)}
                         value={form.urgency.unwrap_or(Level::Medium).as_str()} error={props.field("urgency")}
                         onchange={draft.on(|form, code: String| form.urgency = code.parse().ok())} />
        </div>
    }
}

/// The contact for questions, when it is not the requester.
#[component]
fn ContactFields(props: &PartProps) -> Html {
    let language = use_language();
    let (draft, form) = (&props.draft, &props.draft.value);
    let other = draft.on(|form, on: bool| form.contact = on.then(Contact::default));
    let change = |change: fn(&mut Contact, String)| {
        draft.on(move |form, text: String| change(form.contact.get_or_insert_default(), text))
    };
    html! {
        <div class="sol-stack">
            <CheckField id="open-contact" label={text!(language, "deskopen-contact-other")} checked={form.contact.is_some()} onchange={other}
                        help={text!(language, "deskopen-contact-help")} />
            if let Some(contact) = &form.contact {
                <div class="dk-pair">
                    <TextField id="open-contact-name" label={text!(language, "deskopen-contact-name")} value={contact.name.clone()}
                               onchange={change(|contact, text| contact.name = text)} error={props.field("contact.name")} />
                    <TextField id="open-contact-phone" label={text!(language, "deskopen-phone")} kind="tel" value={contact.phone.clone()}
                               onchange={change(|contact, text| contact.phone = text)} error={props.field("contact.phone")} />
                    <TextField id="open-contact-email" label={text!(language, "desk-email")} kind="email" value={contact.email.clone()}
                               onchange={change(|contact, text| contact.email = text)} error={props.field("contact.email")} />
                    <TextField id="open-contact-place" label={text!(language, "desk-place")} value={contact.place.clone()}
                               onchange={change(|contact, text| contact.place = text)} error={props.field("contact.place")} />
                </div>
            }
        </div>
    }
}

/// The solution, when the request is resolved at once.
#[component]
fn SolutionField(props: &PartProps) -> Html {
    let language = use_language();
    let (draft, form) = (&props.draft, &props.draft.value);
    let solved = draft.on(|form, on: bool| form.solution = on.then(String::new));
    html! {
        <div class="sol-stack">
            <CheckField id="open-solved" label={text!(language, "deskopen-solved")} checked={form.solution.is_some()} onchange={solved}
                        help={text!(language, "deskopen-solved-help")} />
            if let Some(solution) = &form.solution {
                <AreaField id="open-solution" label={text!(language, "desk-solution")} required=true value={solution.clone()}
                           onchange={draft.on(|form, text| form.solution = Some(text))} error={props.field("solution")}
                           help={text!(language, "deskopen-solution-help")} />
            }
        </div>
    }
}
