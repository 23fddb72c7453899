//! The editor of a service.

use super::targets::Targets;
use super::working_time;
use crate::api::collection;
use crate::hooks::{use_fetch, use_language};
use crate::pages::admin::shared::{Editor, EditorPage, FieldName, ItemProps, use_editor};
use crate::pages::shared::levels::impact_options;
use crate::route::{AdminRoute, Item};
use crate::ui::{
    AreaField, Card, CheckField, Combo, ComboOption, Href, SelectField, SelectOption, TextField, invalid_field,
    required_errors, use_go,
};
use contract::admin::{
    CalendarView, GroupView, ServiceAdminView, ServiceCategoryView, ServiceEdit, TargetView, UnitView,
};
use contract::{FieldError, Level, RequestType, limits};
use locales::{Language, text};
use yew::prelude::*;

/// A new service.
fn blank() -> ServiceEdit {
    ServiceEdit {
        name: String::new(),
        description: String::new(),
        hint: String::new(),
        request_type: RequestType::ServiceRequest,
        category_id: 0,
        group_id: None,
        calendar_id: 0,
        impact: Level::Medium,
        fixed_priority: None,
        confidential: false,
        active: true,
        unit_ids: Vec::new(),
        targets: Vec::new(),
    }
}

/// The fields of the form: name in the API, identifier of the control, label.
fn field_names(language: Language) -> Vec<FieldName> {
    let label = |key: &str| AttrValue::from(text!(language, key));
    vec![
        ("name", "service-name", label("admin-name")),
        ("description", "service-description", label("service-description")),
        ("hint", "service-hint", label("service-hint")),
        ("category_id", "service-category", label("service-category")),
        ("group_id", "service-group", label("desk-group")),
        ("calendar_id", "service-calendar", label("service-calendar")),
        ("fixed_priority", "service-priority", label("service-priority")),
    ]
}

/// The fields of the targets, for the summary of errors.
fn target_fields(language: Language, service: &ServiceEdit) -> Vec<(AttrValue, AttrValue, AttrValue)> {
    let row = |(index, target): (usize, &TargetView)| {
        ["capture", "resolve"].map(|part| {
            let priority = target.priority;
            let label = text!(language, &format!("service-{part}-of"), priority = priority);
            (format!("targets.{index}.{part}").into(), format!("{part}-{priority}").into(), label.into())
        })
    };
    service.targets.iter().enumerate().flat_map(row).collect()
}

/// The form.
#[component]
pub fn Service(props: &ItemProps) -> Html {
    let language = use_language();
    let go = use_go();
    let oncreated = go.reform(|id| Href::to(&AdminRoute::Service { id: Item::Id(id) }));
    let editor = use_editor::<ServiceAdminView>(props.id, blank, oncreated);
    let onsave = {
        let editor = editor.clone();
        Callback::from(move |()| editor.save_unless(errors(language, &editor.value)))
    };
    let title = editor.read.as_ref().map_or_else(|| text!(language, "service-new"), |read| read.data.edit.name.clone());
    html! {
        <EditorPage<ServiceAdminView> {title} list={(text!(language, "admin-nav-services").into(), Href::to(&AdminRoute::Services))}
                    editor={editor.clone()} fields={field_names(language)} rows={target_fields(language, &editor.value)} {onsave}>
            <Card title={text!(language, "service-what")}><Description editor={editor.clone()} /></Card>
            <Card title={text!(language, "service-who")}><Assignment editor={editor.clone()} /></Card>
            <Card title={text!(language, "service-when")}><Deadlines editor={editor.clone()} /></Card>
            <Card title={text!(language, "service-units")}><Units editor={editor.clone()} /></Card>
        </EditorPage<ServiceAdminView>>
    }
}

/// What can be found wrong before sending.
fn errors(language: Language, edit: &ServiceEdit) -> Vec<FieldError> {
    let chosen = |id: i64| if id > 0 { "chosen" } else { "" };
    let mut errors = required_errors(
        language,
        &[("name", &edit.name), ("category_id", chosen(edit.category_id)), ("calendar_id", chosen(edit.calendar_id))],
    );
    for (index, target) in edit.targets.iter().enumerate() {
        for (name, value) in [("capture", target.capture), ("resolve", target.resolve)] {
            if value == Some(working_time::INVALID) {
                errors.push(invalid_field(&format!("targets.{index}.{name}"), text!(language, "service-target-wrong")));
            }
        }
    }
    errors
}

#[derive(Properties, PartialEq)]
struct PartProps {
    editor: Editor<ServiceAdminView>,
}

/// What the service is: name, type, category, description.
#[component]
fn Description(props: &PartProps) -> Html {
    let language = use_language();
    let (editor, value) = (&props.editor, &props.editor.value);
    let categories = use_fetch((), |()| async { collection::list::<ServiceCategoryView>().await });
    let mut options: Vec<SelectOption> = vec![("".into(), text!(language, "desk-choose").into())];
    options.extend(
        categories
            .data()
            .into_iter()
            .flat_map(|list| list.iter())
            .map(|category| -> SelectOption { (category.id.to_string().into(), category.name.clone().into()) }),
    );
    let types = RequestType::ALL
        .iter()
        .map(|one| -> SelectOption { (one.as_str().into(), text!(language, &crate::text::code("type", one)).into()) });
    html! {
        <div class="sol-stack">
            <TextField id="service-name" label={text!(language, "admin-name")} required=true value={value.name.clone()} limit={Some(limits::NAME)}
                       onchange={editor.on(|service, text| service.name = text)} error={editor.field("name")} />
            <div class="dk-pair">
                <SelectField id="service-type" label={text!(language, "desk-type")} options={types.collect::<Vec<_>>()} value={value.request_type.as_str()}
                             onchange={editor.on(|service, code: String| service.request_type = code.parse().unwrap_or(service.request_type))} />
                <SelectField id="service-category" label={text!(language, "service-category")} required=true {options}
                             value={if value.category_id > 0 { value.category_id.to_string() } else { String::new() }} error={editor.field("category_id")}
                             onchange={editor.on(|service, id: String| service.category_id = id.parse().unwrap_or_default())} />
            </div>
            <AreaField id="service-description" label={text!(language, "service-description")} rows=2 limit={limits::JUSTIFICATION}
                       value={value.description.clone()} onchange={editor.on(|service, text| service.description = text)}
                       error={editor.field("description")} help={text!(language, "service-description-help")} />
            <AreaField id="service-hint" label={text!(language, "service-hint")} rows=2 limit={limits::JUSTIFICATION} value={value.hint.clone()}
                       onchange={editor.on(|service, text| service.hint = text)} error={editor.field("hint")}
                       help={text!(language, "service-hint-help")} />
            <CheckField id="service-active" label={text!(language, "service-offered")} checked={value.active}
                        onchange={editor.on(|service, on| service.active = on)} help={text!(language, "service-active-help")} />
        </div>
    }
}

/// Who serves its requests.
#[component]
fn Assignment(props: &PartProps) -> Html {
    let language = use_language();
    let (editor, value) = (&props.editor, &props.editor.value);
    let groups = use_fetch((), |()| async { collection::list::<GroupView>().await });
    let options = groups
        .data()
        .into_iter()
        .flat_map(|list| list.iter())
        .filter(|group| group.active || Some(group.id) == value.group_id);
    let options = options.map(|group| ComboOption::new(group.id.to_string(), group.name.clone()));
    html! {
        <div class="sol-stack">
            <Combo id="service-group" label={text!(language, "desk-group")} optional=true options={options.collect::<Vec<_>>()}
                   value={value.group_id.map(|id| id.to_string()).unwrap_or_default()} error={editor.field("group_id")}
                   onselect={editor.on(|service, id: AttrValue| service.group_id = id.parse().ok())} help={text!(language, "service-group-help")} />
            <CheckField id="service-confidential" label={text!(language, "service-confidential")} checked={value.confidential}
                        onchange={editor.on(|service, on| service.confidential = on)} help={text!(language, "service-confidential-help")} />
        </div>
    }
}

/// How soon its requests are served: calendar, impact, priority, targets.
#[component]
fn Deadlines(props: &PartProps) -> Html {
    let language = use_language();
    let (editor, value) = (&props.editor, &props.editor.value);
    let calendars = use_fetch((), |()| async { collection::list::<CalendarView>().await });
    let mut options: Vec<SelectOption> = vec![("".into(), text!(language, "desk-choose").into())];
    options.extend(
        calendars
            .data()
            .into_iter()
            .flat_map(|list| list.iter())
            .map(|calendar| -> SelectOption { (calendar.id.to_string().into(), calendar.edit.name.clone().into()) }),
    );
    let mut priorities: Vec<SelectOption> = vec![("".into(), text!(language, "service-priority-none").into())];
    priorities.extend((1..=5).map(|number| -> SelectOption {
        (number.to_string().into(), format!("{number} · {}", text!(language, &format!("priority-{number}"))).into())
    }));
    html! {
        <div class="sol-stack">
            <SelectField id="service-calendar" label={text!(language, "service-calendar")} required=true {options} error={editor.field("calendar_id")}
                         value={if value.calendar_id > 0 { value.calendar_id.to_string() } else { String::new() }}
                         onchange={editor.on(|service, id: String| service.calendar_id = id.parse().unwrap_or_default())} />
            <div class="dk-pair">
                <SelectField id="service-impact" label={text!(language, "service-impact")} options={impact_options(language)} value={value.impact.as_str()}
                             onchange={editor.on(|service, code: String| service.impact = code.parse().unwrap_or(service.impact))} />
                <SelectField id="service-priority" label={text!(language, "service-priority")} options={priorities} error={editor.field("fixed_priority")}
                             value={value.fixed_priority.map(|number| number.to_string()).unwrap_or_default()}
                             onchange={editor.on(|service, number: String| service.fixed_priority = number.parse().ok())} />
            </div>
            <Targets editor={editor.clone()} />
        </div>
    }
}

/// The units whose people it is offered to.
#[component]
fn Units(props: &PartProps) -> Html {
    let language = use_language();
    let editor = &props.editor;
    let units = use_fetch((), |()| async { collection::list::<UnitView>().await });
    let chosen = &editor.value.unit_ids;
    let unit = |unit: &UnitView| {
        let id = unit.id;
        let onchange = editor.on(move |service, on: bool| {
            service.unit_ids.retain(|known| *known != id);
            if on {
                service.unit_ids.push(id);
                service.unit_ids.sort_unstable();
            }
        });
        html! { <CheckField id={format!("service-unit-{id}")} label={unit.name.clone()} checked={chosen.contains(&id)} {onchange} /> }
    };
    let summary = if chosen.is_empty() {
        text!(language, "service-units-all")
    } else {
        text!(language, "service-units-some", count = chosen.len())
    };
    let offered =
        units.data().into_iter().flat_map(|list| list.iter()).filter(|unit| unit.active || chosen.contains(&unit.id));
    html! {
        <fieldset class="ad-checks ad-checks--wide">
            <legend class="sol-subtle">{ summary }</legend>
            { for offered.map(unit) }
        </fieldset>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong_fields(service: &ServiceEdit) -> Vec<String> {
        errors(Language::English, service).into_iter().map(|error| error.field).collect()
    }

    fn complete() -> ServiceEdit {
        ServiceEdit { name: "Access".to_owned(), category_id: 1, calendar_id: 2, ..blank() }
    }

    #[test]
    fn name_category_and_calendar_are_required() {
        assert_eq!(wrong_fields(&blank()), ["name", "category_id", "calendar_id"]);
        assert_eq!(wrong_fields(&complete()), Vec::<String>::new());
    }

    #[test]
    fn a_time_that_cannot_be_read_is_an_error_of_its_target() {
        let target = |priority, capture, resolve| TargetView { priority, capture, resolve };
        let targets = vec![target(1, Some(600), None), target(2, None, Some(working_time::INVALID))];
        let service = ServiceEdit { targets, ..complete() };
        assert_eq!(wrong_fields(&service), ["targets.1.resolve"]);
        let fields = target_fields(Language::English, &service);
        let control = fields.iter().find(|(field, ..)| field == "targets.1.resolve").map(|(_, id, _)| id.as_str());
        assert_eq!(control, Some("resolve-2"));
    }
}
