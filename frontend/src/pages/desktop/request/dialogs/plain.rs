//! Actions that ask for one text: cancelling, reopening, reactivating, returning
//! to the group.

use super::DialogProps;
use super::doing::{ActionDialog, use_kept};
use crate::hooks::use_language;
use crate::ui::AreaField;
use contract::requests::RequestView;
use contract::{Action, limits};
use locales::text;
use serde_json::json;
use std::rc::Rc;
use yew::prelude::*;

/// What an action of this kind asks.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Question {
    action: Action,
    /// The end of the path.
    what: &'static str,
    /// The name of the text in the API.
    field: &'static str,
    /// The title, the button, and the label of the text.
    title: &'static str,
    confirm: &'static str,
    label: &'static str,
    /// Who reads the text.
    help: &'static str,
    required: bool,
}

const QUESTIONS: [Question; 4] = [
    Question {
        action: Action::Cancel,
        what: "cancel",
        field: "reason",
        title: "desk-cancel-title",
        confirm: "req-cancel",
        label: "desk-justification",
        help: "desk-requester-reads",
        required: true,
    },
    Question {
        action: Action::Reopen,
        what: "reopen",
        field: "reason",
        title: "desk-reopen-title",
        confirm: "action-reopen",
        label: "desk-reason",
        help: "desk-requester-reads",
        required: true,
    },
    Question {
        action: Action::Reactivate,
        what: "reactivate",
        field: "text",
        title: "desk-reactivate-title",
        confirm: "action-reactivate",
        label: "desk-reason",
        help: "desk-requester-reads",
        required: false,
    },
    Question {
        action: Action::ReturnToGroup,
        what: "return-to-group",
        field: "justification",
        title: "desk-return-title",
        confirm: "action-return-to-group",
        label: "desk-justification",
        help: "desk-history-reads",
        required: true,
    },
];

/// The dialog of such an action; nothing for any other.
pub fn of(
    action: Action,
    view: Rc<RequestView>,
    onclose: Callback<()>,
    ondone: Callback<RequestView>,
    onstale: Callback<()>,
) -> Html {
    let Some(question) = QUESTIONS.into_iter().find(|question| question.action == action) else {
        return Html::default();
    };
    html! { <PlainDialog {question} dialog={Rc::new(DialogProps { view, onclose, ondone, onstale })} /> }
}

#[derive(Properties, PartialEq)]
struct Props {
    question: Question,
    dialog: Rc<DialogProps>,
}

#[component]
fn PlainDialog(props: &Props) -> Html {
    let language = use_language();
    let (question, dialog) = (props.question, &props.dialog);
    let (typed, doing) = use_kept::<String>(question.what, dialog);
    let onsubmit = {
        let (doing, typed) = (doing.clone(), typed.value.clone());
        Callback::from(move |()| {
            if !question.required || doing.filled(&[(question.field, &typed)]) {
                doing.run(question.what, json!({ question.field: *typed }));
            }
        })
    };
    let label = AttrValue::from(text!(language, question.label));
    let name = crate::text::first_name(&dialog.view.row.requester.name);
    html! {
        <ActionDialog title={text!(language, question.title, number = dialog.view.row.number)} doing={doing.clone()} {onsubmit}
                      confirm={text!(language, question.confirm)} danger={question.action == Action::Cancel}
                      fields={vec![(question.field, "plain-text", label.clone())]} onclose={dialog.onclose.clone()}>
            if question.action == Action::Cancel { <p>{ text!(language, "desk-cancel-text") }</p> }
            <AreaField id="plain-text" {label} required={question.required} optional={!question.required} autofocus=true value={(*typed.value).clone()}
                       onchange={typed.on(|typed, text| *typed = text)} limit={limits::JUSTIFICATION}
                       error={doing.field(question.field)} help={text!(language, question.help, name = name)} />
        </ActionDialog>
    }
}
