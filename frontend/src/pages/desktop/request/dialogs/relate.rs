//! Saying that a request belongs to another, or repeats it.

use super::DialogProps;
use super::doing::{ActionDialog, use_doing};
use crate::hooks::use_language;
use crate::ui::{RadioCard, RadioCards, TextField};
use contract::RelationKind;
use contract::desk::Relate;
use locales::text;
use yew::prelude::*;

/// Asks how, and with which.
#[component]
pub fn RelateDialog(props: &DialogProps) -> Html {
    let language = use_language();
    let doing = use_doing(&props.view, &props.ondone, &props.onstale);
    let kind = use_state_eq(|| RelationKind::ChildOf);
    let other = use_state_eq(String::new);
    let onsubmit = {
        let (doing, kind, other) = (doing.clone(), *kind, other.clone());
        Callback::from(move |()| {
            if !doing.filled(&[("number", &other)]) {
                return;
            }
            match other.trim().parse() {
                Ok(number) => doing.run("relations", Relate { kind, number }),
                Err(_) => {
                    let complaint = doing.complaint("number", text!(language, "desk-relate-wrong"));
                    let _ = doing.sound(vec![complaint]);
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
                      doing={doing.clone()} fields={vec![("number", "relate-number", label.clone())]} {onsubmit} onclose={props.onclose.clone()}>
            <RadioCards<RelationKind> name="relate-kind" legend={text!(language, "desk-relate-how")} {cards} selected={Some(*kind)}
                                      onselect={ let kind = kind.setter(); move |value| kind.set(value) } error={doing.field("kind")} />
            <TextField id="relate-number" {label} required=true value={(*other).clone()} inputmode={Some(AttrValue::Static("numeric"))}
                       onchange={ let other = other.setter(); move |text| other.set(text) } error={doing.field("number")} />
        </ActionDialog>
    }
}
