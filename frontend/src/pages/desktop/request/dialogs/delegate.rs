//! The dialog that delegates a request to a group, or to a member of a group.

use super::action_dialog::{ActionDialog, use_dialog_draft};
use super::props::DialogProps;
use crate::api;
use crate::hooks::{AsyncState, use_fetch, use_form, use_language};
use crate::pages::desktop::request::request_action::RequestAction;
use crate::ui::{AreaField, Combo, ComboOption, Problem, SelectField, SelectOption};
use contract::desk::{Delegate, DelegationTarget};
use contract::limits;
use locales::{Language, text};
use yew::prelude::*;

/// Whom the request is delegated to, as identifiers.
#[derive(Clone, Default, PartialEq)]
struct Recipient {
    group: String,
    /// Empty: anybody of the group.
    person: String,
}

/// The fields of the form: name in the API, identifier of the control, label.
fn field_names(language: Language) -> Vec<(&'static str, &'static str, AttrValue)> {
    vec![
        ("group_id", "delegate-group", text!(language, "desk-group").into()),
        ("person_id", "delegate-person", text!(language, "desk-person").into()),
        ("justification", "delegate-why", text!(language, "desk-justification").into()),
    ]
}

/// Asks for group, person and justification.
#[component]
pub fn DelegateDialog(props: &DialogProps) -> Html {
    let language = use_language();
    let targets = use_fetch((), |()| async { api::desk::delegation_targets().await });
    let (why, action) = use_dialog_draft::<String>("delegate", props);
    let own = props.view.row.group.clone();
    let form = use_form(|| Recipient {
        group: own.as_ref().map(|group| group.id.to_string()).unwrap_or_default(),
        ..Recipient::default()
    });
    let onsubmit = {
        let (action, recipient, why) = (action.clone(), form.value.clone(), why.value.clone());
        Callback::from(move |()| submit(&action, &recipient, &why))
    };
    let value = &form.value;
    let known: Vec<DelegationTarget> = targets.data().map(|list| (**list).clone()).unwrap_or_default();
    let chosen = known.iter().find(|target| target.group.id.to_string() == value.group);
    let people = chosen.map(|target| people(language, target)).unwrap_or_default();
    let group = form.on(|form, id: AttrValue| (form.group, form.person) = (id.to_string(), String::new()));
    html! {
        <ActionDialog title={text!(language, "desk-delegate-title", number = props.view.row.number)} confirm={text!(language, "action-delegate")}
                      action={action.clone()} fields={field_names(language)} {onsubmit} onclose={props.onclose.clone()}>
            if let AsyncState::Failed(error) = &targets.state { <Problem error={error.clone()} retry={targets.reload.clone()} /> }
            <Combo id="delegate-group" label={text!(language, "desk-group")} required=true value={value.group.clone()} options={groups(&known)}
                   chosen={own.map(|group| AttrValue::from(group.name))} onselect={group} error={action.field("group_id")} />
            <SelectField id="delegate-person" label={text!(language, "desk-person")} value={value.person.clone()} options={people}
                         onchange={form.on(|form, id| form.person = id)} error={action.field("person_id")}
                         help={text!(language, "desk-delegate-person-help")} />
            <AreaField id="delegate-why" label={text!(language, "desk-justification")} required=true value={(*why.value).clone()}
                       onchange={why.on(|why, text| *why = text)} limit={limits::JUSTIFICATION}
                       error={action.field("justification")} help={text!(language, "desk-history-reads")} />
        </ActionDialog>
    }
}

fn submit(action: &RequestAction, recipient: &Recipient, why: &str) {
    if action.require(&[("group_id", &recipient.group), ("justification", why)])
        && let Ok(group_id) = recipient.group.parse()
    {
        let to = Delegate { group_id, person_id: recipient.person.parse().ok(), justification: why.to_owned() };
        action.run("delegate", to);
    }
}

fn groups(targets: &[DelegationTarget]) -> Vec<ComboOption> {
    targets.iter().map(|target| ComboOption::new(target.group.id.to_string(), target.group.name.clone())).collect()
}

fn people(language: Language, target: &DelegationTarget) -> Vec<SelectOption> {
    let mut options: Vec<SelectOption> = vec![("".into(), text!(language, "desk-delegate-anybody").into())];
    options.extend(
        target
            .people
            .iter()
            .map(|person| -> SelectOption { (person.id.to_string().into(), person.name.clone().into()) }),
    );
    options
}
