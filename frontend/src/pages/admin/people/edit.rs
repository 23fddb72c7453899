//! The editor of a person.

use super::access::Access;
use crate::api::collection;
use crate::browser::{self, time_zone};
use crate::hooks::{use_fetch, use_language};
use crate::pages::admin::shared::{Editor, EditorPage, FieldName, ItemProps, ZoneField, filled, use_editor};
use crate::route::{AdminRoute, Item};
use crate::ui::{
    Button, ButtonKind, Card, CheckField, Combo, ComboOption, Href, IconButton, SelectField, SelectOption, TextField,
    use_go,
};
use contract::admin::{PersonEdit, PersonView, UnitView};
use contract::identity::Phone;
use contract::{Language, PhoneKind, Role, limits};
use locales::text;
use yew::prelude::*;

/// A new person.
fn blank() -> PersonEdit {
    PersonEdit {
        name: String::new(),
        email: None,
        tax_id: None,
        employee_number: None,
        unit_id: None,
        job_title: None,
        extension: None,
        place: None,
        phones: Vec::new(),
        language: Language::default(),
        time_zone: time_zone::of_browser(),
        vip: false,
        active: true,
        roles: vec![Role::Requester],
    }
}

/// The fields of the form: name in the API, identifier of the control, label.
fn field_names(language: Language) -> Vec<FieldName> {
    let label = |key: &str| AttrValue::from(text!(language, key));
    vec![
        ("name", "person-name", label("deskopen-name")),
        ("email", "person-email", label("admin-email")),
        ("tax_id", "person-tax-id", label("desk-tax-id")),
        ("employee_number", "person-number", label("person-number")),
        ("unit_id", "person-unit", label("person-unit")),
        ("job_title", "person-job", label("person-job")),
        ("extension", "person-extension", label("desk-extension")),
        ("place", "person-place", label("desk-place")),
        ("time_zone", "person-zone", label("admin-time-zone")),
        ("roles", "role-requester", label("person-roles")),
    ]
}

/// The form.
#[component]
pub fn Person(props: &ItemProps) -> Html {
    let language = use_language();
    let go = use_go();
    let oncreated = go.reform(|id| Href::to(&AdminRoute::Person { id: Item::Id(id) }));
    let editor = use_editor::<PersonView>(props.id, blank, oncreated);
    let onsave = {
        let editor = editor.clone();
        Callback::from(move |()| editor.save(&[("name", &editor.value.name)]))
    };
    let title = editor.read.as_ref().map_or_else(|| text!(language, "person-new"), |read| read.data.name.clone());
    html! {
        <EditorPage<PersonView> {title} list={(text!(language, "admin-nav-people").into(), Href::to(&AdminRoute::People))} editor={editor.clone()}
                    fields={field_names(language)} {onsave}>
            <Card title={text!(language, "person-identity")}><Identity editor={editor.clone()} /></Card>
            <Card title={text!(language, "person-place")}><Place editor={editor.clone()} /></Card>
            <Card title={text!(language, "person-phones")}><Phones editor={editor.clone()} /></Card>
            <Card title={text!(language, "person-rights")}><Rights editor={editor.clone()} /></Card>
            if let Some(read) = &editor.read { <Access person={read.data.clone()} /> }
        </EditorPage<PersonView>>
    }
}

#[derive(Properties, PartialEq)]
struct PartProps {
    editor: Editor<PersonView>,
}

/// Name, e-mail address, employee number and CPF.
#[component]
fn Identity(props: &PartProps) -> Html {
    let language = use_language();
    let (editor, value) = (&props.editor, &props.editor.value);
    let masked = editor.read.as_ref().and_then(|read| read.data.tax_id_masked.clone());
    let help = match &masked {
        Some(masked) => text!(language, "person-tax-id-kept", masked = masked.as_str()),
        None => text!(language, "deskopen-tax-id-help"),
    };
    let clearing = value.tax_id.as_deref() == Some("");
    html! {
        <div class="sol-stack">
            <TextField id="person-name" label={text!(language, "deskopen-name")} required=true value={value.name.clone()} limit={Some(limits::NAME)}
                       onchange={editor.on(|person, text| person.name = text)} error={editor.field("name")} />
            <div class="dk-pair">
                <TextField id="person-email" label={text!(language, "admin-email")} kind="email" value={value.email.clone().unwrap_or_default()}
                           onchange={editor.on(|person, text| person.email = filled(text))} error={editor.field("email")}
                           help={text!(language, "person-email-help")} />
                <TextField id="person-number" label={text!(language, "person-number")} value={value.employee_number.clone().unwrap_or_default()}
                           onchange={editor.on(|person, text| person.employee_number = filled(text))} error={editor.field("employee_number")} />
            </div>
            <TextField id="person-tax-id" label={text!(language, "desk-tax-id")} value={value.tax_id.clone().unwrap_or_default()} autocomplete="off"
                       onchange={editor.on(|person, text| person.tax_id = filled(text))} error={editor.field("tax_id")} help={AttrValue::from(help)} />
            if masked.is_some() {
                <CheckField id="person-tax-id-clear" label={text!(language, "person-tax-id-clear")} checked={clearing}
                            onchange={editor.on(|person, on: bool| person.tax_id = on.then(String::new))} />
            }
        </div>
    }
}

/// Unit, job title, extension and place.
#[component]
fn Place(props: &PartProps) -> Html {
    let language = use_language();
    let (editor, value) = (&props.editor, &props.editor.value);
    let units = use_fetch((), |()| async { collection::list::<UnitView>().await });
    let options = units.data().map(|units| {
        let active = units.iter().filter(|unit| unit.active || Some(unit.id) == value.unit_id);
        active.map(|unit| ComboOption::new(unit.id.to_string(), unit.name.clone())).collect::<Vec<_>>()
    });
    let chosen =
        editor.read.as_ref().and_then(|read| read.data.unit.as_ref()).map(|unit| AttrValue::from(unit.name.clone()));
    html! {
        <div class="sol-stack">
            <Combo id="person-unit" label={text!(language, "person-unit")} optional=true options={options.unwrap_or_default()} {chosen}
                   value={value.unit_id.map(|id| id.to_string()).unwrap_or_default()} error={editor.field("unit_id")}
                   onselect={editor.on(|person, id: AttrValue| person.unit_id = id.parse().ok())} />
            <div class="dk-pair">
                <TextField id="person-job" label={text!(language, "person-job")} value={value.job_title.clone().unwrap_or_default()}
                           onchange={editor.on(|person, text| person.job_title = filled(text))} error={editor.field("job_title")} />
                <TextField id="person-extension" label={text!(language, "desk-extension")} value={value.extension.clone().unwrap_or_default()}
                           onchange={editor.on(|person, text| person.extension = filled(text))} error={editor.field("extension")} />
            </div>
            <TextField id="person-place" label={text!(language, "desk-place")} value={value.place.clone().unwrap_or_default()}
                       onchange={editor.on(|person, text| person.place = filled(text))} error={editor.field("place")} />
        </div>
    }
}

/// The telephones.
#[component]
fn Phones(props: &PartProps) -> Html {
    let language = use_language();
    let editor = &props.editor;
    let kinds: Vec<SelectOption> = PhoneKind::ALL
        .iter()
        .map(|one| -> SelectOption { (one.as_str().into(), text!(language, &crate::text::code("phone", one)).into()) })
        .collect();
    let row = |(index, phone): (usize, &Phone)| {
        let kind = editor.on(move |person, code: String| {
            if let (Some(phone), Ok(kind)) = (person.phones.get_mut(index), code.parse()) {
                phone.kind = kind;
            }
        });
        let number = editor.on(move |person, text: String| {
            if let Some(phone) = person.phones.get_mut(index) {
                phone.number = text;
            }
        });
        let remove = editor.on(move |person, ()| {
            if index < person.phones.len() {
                person.phones.remove(index);
                browser::focus_id("phone-add");
            }
        });
        html! {
            <li>
                <SelectField id={format!("phone-kind-{index}")} label={text!(language, "person-phone-kind")} hidden_label=true options={kinds.clone()}
                             value={phone.kind.as_str()} onchange={kind} />
                <div class="sol-grow">
                    <TextField id={format!("phone-{index}")} label={text!(language, "deskopen-phone")} hidden_label=true kind="tel"
                               value={phone.number.clone()} onchange={number} error={editor.field(&format!("phones.{index}.number"))} />
                </div>
                <IconButton label={text!(language, "person-phone-remove", number = phone.number.as_str())} icon="trash" onclick={remove} />
            </li>
        }
    };
    let add = editor.on(|person, ()| person.phones.push(Phone { kind: PhoneKind::Mobile, number: String::new() }));
    html! {
        <div class="sol-stack">
            if !editor.value.phones.is_empty() { <ul class="ad-rows">{ for editor.value.phones.iter().enumerate().map(row) }</ul> }
            <div><Button id="phone-add" kind={ButtonKind::Inline} icon="plus" label={text!(language, "person-phone-add")} onclick={add} /></div>
        </div>
    }
}

/// Roles, language, time zone, and the marks of VIPs and of active people.
#[component]
fn Rights(props: &PartProps) -> Html {
    let language = use_language();
    let (editor, value) = (&props.editor, &props.editor.value);
    let role = |role: &Role| {
        let role = *role;
        let onchange = editor.on(move |person, on: bool| {
            person.roles.retain(|known| *known != role);
            if on {
                person.roles.push(role);
            }
        });
        let id = crate::text::code("role", role);
        let help = AttrValue::from(text!(language, &crate::text::code("person-role", role)));
        html! { <CheckField label={text!(language, &id)} {id} checked={value.roles.contains(&role)} {onchange} {help} /> }
    };
    let languages = Language::ALL
        .iter()
        .map(|one| -> SelectOption { (one.as_str().into(), text!(*one, &format!("language-name-{one}")).into()) });
    html! {
        <div class="sol-stack">
            <fieldset class="ad-checks">
                <legend class="sol-h3">{ text!(language, "person-roles") }</legend>
                { for Role::ALL.iter().map(role) }
                if let Some(error) = editor.field("roles") { <p class="ad-wrong" role="alert">{ error }</p> }
            </fieldset>
            <div class="dk-pair">
                <SelectField id="person-language" label={text!(language, "ui-language")} options={languages.collect::<Vec<_>>()}
                             value={value.language.as_str()} onchange={editor.on(|person, code: String| person.language = code.parse().unwrap_or_default())} />
                <ZoneField id="person-zone" value={value.time_zone.clone()} onchange={editor.on(|person, zone| person.time_zone = zone)}
                           error={editor.field("time_zone")} />
            </div>
            <CheckField id="person-vip" label={text!(language, "desk-vip")} checked={value.vip} help={text!(language, "person-vip-help")}
                        onchange={editor.on(|person, on| person.vip = on)} />
            <CheckField id="person-active" label={text!(language, "admin-active")} checked={value.active} help={text!(language, "person-active-help")}
                        onchange={editor.on(|person, on| person.active = on)} />
        </div>
    }
}
