//! Giving a request to a group, or to a person of a group.

use super::DialogProps;
use super::doing::{ActionDialog, use_doing};
use crate::api;
use crate::hooks::{use_fetch, use_language};
use crate::ui::{AreaField, Combo, ComboOption, Problem, SelectField, SelectOption};
use contract::desk::{Delegate, DelegationTarget};
use contract::limits;
use locales::{Language, text};
use yew::prelude::*;

/// Asks for group, person and justification.
#[component]
pub fn DelegateDialog(props: &DialogProps) -> Html {
    let language = use_language();
    let targets = use_fetch((), |()| async { api::desk::delegation_targets().await });
    let doing = use_doing(&props.view, &props.ondone, &props.onstale);
    let own = props.view.row.group.as_ref().map(|group| group.id.to_string()).unwrap_or_default();
    let group = use_state_eq(|| own);
    let person = use_state_eq(String::new);
    let why = use_state_eq(String::new);
    let onsubmit = {
        let (doing, group, person, why) = (doing.clone(), group.clone(), person.clone(), why.clone());
        Callback::from(move |()| {
            if doing.filled(&[("group_id", &group), ("justification", &why)])
                && let Ok(group_id) = group.parse()
            {
                doing.run(
                    "delegate",
                    Delegate { group_id, person_id: person.parse().ok(), justification: (*why).clone() },
                );
            }
        })
    };
    let known: Vec<DelegationTarget> = targets.data().map(|list| (**list).clone()).unwrap_or_default();
    let people =
        known.iter().find(|target| target.group.id.to_string() == *group).map(|target| people(language, target));
    let fields = vec![
        ("group_id", "delegate-group", AttrValue::from(text!(language, "desk-group"))),
        ("person_id", "delegate-person", AttrValue::from(text!(language, "desk-person"))),
        ("justification", "delegate-why", AttrValue::from(text!(language, "desk-justification"))),
    ];
    let choose_group = {
        let (group, person) = (group.setter(), person.setter());
        Callback::from(move |id: AttrValue| {
            group.set(id.to_string());
            person.set(String::new());
        })
    };
    html! {
        <ActionDialog title={text!(language, "desk-delegate-title", number = props.view.row.number)} confirm={text!(language, "action-delegate")}
                      doing={doing.clone()} {fields} {onsubmit} onclose={props.onclose.clone()}>
            if let crate::hooks::AsyncState::Failed(error) = &targets.state { <Problem error={error.clone()} retry={targets.reload.clone()} /> }
            <Combo id="delegate-group" label={text!(language, "desk-group")} required=true value={(*group).clone()} options={groups(&known)}
                   chosen={props.view.row.group.as_ref().map(|group| AttrValue::from(group.name.clone()))} onselect={choose_group}
                   error={doing.field("group_id")} />
            <SelectField id="delegate-person" label={text!(language, "desk-person")} value={(*person).clone()} options={people.unwrap_or_default()}
                         onchange={ let person = person.setter(); move |id| person.set(id) } error={doing.field("person_id")}
                         help={text!(language, "desk-delegate-person-help")} />
            <AreaField id="delegate-why" label={text!(language, "desk-justification")} required=true value={(*why).clone()}
                       onchange={ let why = why.setter(); move |text| why.set(text) } limit={limits::JUSTIFICATION}
                       error={doing.field("justification")} help={text!(language, "desk-history-reads")} />
        </ActionDialog>
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
