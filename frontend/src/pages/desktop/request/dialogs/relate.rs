//! The dialog that relates a request to another one: as its child, or as its duplicate.

use super::action_dialog::ActionDialog;
use super::props::DialogProps;
use crate::hooks::use_language;
use crate::pages::desktop::request::request_action::use_request_action;
use crate::ui::{RadioCard, RadioCards, TextField, invalid_field};
use contract::RelationKind;
use contract::desk::Relate;
use locales::text;
use yew::prelude::*;

/// Asks for the kind of the relation and the other request.
#[component]
pub fn RelateDialog(props: &DialogProps) -> Html {
    let language = use_language();
    let action = use_request_action(&props.view, &props.ondone, &props.onstale);
    let kind = use_state_eq(|| RelationKind::ChildOf);
    let other = use_state_eq(String::new);
    let onsubmit = {
        let (action, kind, other) = (action.clone(), *kind, other.clone());
        Callback::from(move |()| {
            if !action.require(&[("number", &other)]) {
                return;
            }
            match other.trim().parse() {
                Ok(number) => action.run("relations", Relate { kind, number }),
                Err(_) => {
                    action.fail(vec![invalid_field("number", text!(language, "desk-relate-wrong"))]);
                }
            }
        })
    };
    let card = |value: RelationKind, help: &str| RadioCard {
        value,
        label: text!(language, &crate::text::code("relation", value)).into(),
        help: Some(text!(language, help).into()),
        icon: None,
    };
    let cards = vec![
        card(RelationKind::ChildOf, "desk-relate-child-help"),
        card(RelationKind::DuplicateOf, "desk-relate-duplicate-help"),
    ];
    let label = AttrValue::from(text!(language, "desk-relate-number"));
    html! {
        <ActionDialog title={text!(language, "desk-relate-title", number = props.view.row.number)} confirm={text!(language, "action-relate")}
                      action={action.clone()} fields={vec![("number", "relate-number", label.clone())]} {onsubmit} onclose={props.onclose.clone()}>
            <RadioCards<RelationKind> name="relate-kind" legend={text!(language, "desk-relate-how")} {cards} selected={Some(*kind)}
                                      onselect={ let kind = kind.setter(); move |value| kind.set(value) } error={action.field("kind")} />
            <TextField id="relate-number" {label} required=true value={(*other).clone()} inputmode={Some(AttrValue::Static("numeric"))}
                       onchange={ let other = other.setter(); move |text| other.set(text) } error={action.field("number")} />
        </ActionDialog>
    }
}
