//! Giving a request to a group, or to a person of a group.

use super::DialogProps;
use super::doing::{ActionDialog, Doing, use_kept};
use crate::api;
use crate::hooks::{AsyncState, use_fetch, use_form, use_language};
use crate::ui::{AreaField, Combo, ComboOption, Problem, SelectField, SelectOption};
use contract::desk::{Delegate, DelegationTarget};
use contract::limits;
use locales::{Language, text};
use yew::prelude::*;

#[derive(Clone, Default, PartialEq)]
struct Typed {
    group: String,
    person: String,
}

fn fields(language: Language) -> Vec<(&'static str, &'static str, AttrValue)> {
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
    let (why, doing) = use_kept::<String>("delegate", props);
    let own = props.view.row.group.clone();
    let form = use_form(|| Typed {
        group: own.as_ref().map(|group| group.id.to_string()).unwrap_or_default(),
        ..Typed::default()
    });
    let onsubmit = {
        let (doing, typed, why) = (doing.clone(), form.value.clone(), why.value.clone());
        Callback::from(move |()| submit(&doing, &typed, &why))
    };
    let value = &form.value;
    let known: Vec<DelegationTarget> = targets.data().map(|list| (**list).clone()).unwrap_or_default();
    let chosen = known.iter().find(|target| target.group.id.to_string() == value.group);
    let people = chosen.map(|target| people(language, target)).unwrap_or_default();
    let group = form.on(|form, id: AttrValue| (form.group, form.person) = (id.to_string(), String::new()));
    html! {
        <ActionDialog title={text!(language, "desk-delegate-title", number = props.view.row.number)} confirm={text!(language, "action-delegate")}
                      doing={doing.clone()} fields={fields(language)} {onsubmit} onclose={props.onclose.clone()}>
            if let AsyncState::Failed(error) = &targets.state { <Problem error={error.clone()} retry={targets.reload.clone()} /> }
            <Combo id="delegate-group" label={text!(language, "desk-group")} required=true value={value.group.clone()} options={groups(&known)}
                   chosen={own.map(|group| AttrValue::from(group.name))} onselect={group} error={doing.field("group_id")} />
            <SelectField id="delegate-person" label={text!(language, "desk-person")} value={value.person.clone()} options={people}
                         onchange={form.on(|form, id| form.person = id)} error={doing.field("person_id")}
                         help={text!(language, "desk-delegate-person-help")} />
            <AreaField id="delegate-why" label={text!(language, "desk-justification")} required=true value={(*why.value).clone()}
                       onchange={why.on(|why, text| *why = text)} limit={limits::JUSTIFICATION}
                       error={doing.field("justification")} help={text!(language, "desk-history-reads")} />
        </ActionDialog>
    }
}

fn submit(doing: &Doing, typed: &Typed, why: &str) {
    if doing.filled(&[("group_id", &typed.group), ("justification", why)])
        && let Ok(group_id) = typed.group.parse()
    {
        let to = Delegate { group_id, person_id: typed.person.parse().ok(), justification: why.to_owned() };
        doing.run("delegate", to);
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
