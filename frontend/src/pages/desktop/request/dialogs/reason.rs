//! The dialog of actions that ask for a reason only: cancelling, reopening, reactivating, returning to the group.

use super::action_dialog::{ActionDialog, use_dialog_draft};
use super::props::DialogProps;
use crate::hooks::use_language;
use crate::ui::AreaField;
use contract::{Action, limits};
use locales::text;
use serde_json::json;
use std::rc::Rc;
use yew::prelude::*;

/// An action that asks for a reason, and the texts of its dialog.
#[derive(Debug, Clone, Copy, PartialEq)]
struct ReasonAction {
    action: Action,
    /// The end of its path in the API.
    path: &'static str,
    /// The name of the reason in the API.
    field: &'static str,
    /// The keys of the title, of the button, and of the label.
    title: &'static str,
    confirm: &'static str,
    label: &'static str,
    /// The key of the text that says who reads the reason.
    help: &'static str,
    required: bool,
}

const ACTIONS: [ReasonAction; 4] = [
    ReasonAction {
        action: Action::Cancel,
        path: "cancel",
        field: "reason",
        title: "desk-cancel-title",
        confirm: "req-cancel",
        label: "desk-justification",
        help: "desk-requester-reads",
        required: true,
    },
    ReasonAction {
        action: Action::Reopen,
        path: "reopen",
        field: "reason",
        title: "desk-reopen-title",
        confirm: "action-reopen",
        label: "desk-reason",
        help: "desk-requester-reads",
        required: true,
    },
    ReasonAction {
        action: Action::Reactivate,
        path: "reactivate",
        field: "text",
        title: "desk-reactivate-title",
        confirm: "action-reactivate",
        label: "desk-reason",
        help: "desk-requester-reads",
        required: false,
    },
    ReasonAction {
        action: Action::ReturnToGroup,
        path: "return-to-group",
        field: "justification",
        title: "desk-return-title",
        confirm: "action-return-to-group",
        label: "desk-justification",
        help: "desk-history-reads",
        required: true,
    },
];

/// The dialog of such an action; nothing for any other one.
pub fn dialog(action: Action, dialog: DialogProps) -> Html {
    let Some(about) = ACTIONS.into_iter().find(|about| about.action == action) else {
        return Html::default();
    };
    html! { <ReasonDialog {about} dialog={Rc::new(dialog)} /> }
}

#[derive(Properties, PartialEq)]
struct Props {
    about: ReasonAction,
    dialog: Rc<DialogProps>,
}

#[component]
fn ReasonDialog(props: &Props) -> Html {
    let language = use_language();
    let (about, dialog) = (props.about, &props.dialog);
    let (reason, action) = use_dialog_draft::<String>(about.path, dialog);
    let onsubmit = {
        let (action, reason) = (action.clone(), reason.value.clone());
        Callback::from(move |()| {
            if !about.required || action.require(&[(about.field, &reason)]) {
                action.run(about.path, json!({ about.field: *reason }));
            }
        })
    };
    let label = AttrValue::from(text!(language, about.label));
    let name = crate::text::first_name(&dialog.view.row.requester.name);
    html! {
        <ActionDialog title={text!(language, about.title, number = dialog.view.row.number)} action={action.clone()} {onsubmit}
                      confirm={text!(language, about.confirm)} danger={about.action == Action::Cancel}
                      fields={vec![(about.field, "plain-text", label.clone())]} onclose={dialog.onclose.clone()}>
            if about.action == Action::Cancel { <p>{ text!(language, "desk-cancel-text") }</p> }
            <AreaField id="plain-text" {label} required={about.required} optional={!about.required} autofocus=true value={(*reason.value).clone()}
                       onchange={reason.on(|reason, text| *reason = text)} limit={limits::JUSTIFICATION}
                       error={action.field(about.field)} help={text!(language, about.help, name = name)} />
        </ActionDialog>
    }
}
