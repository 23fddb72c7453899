//! The frame of the dialogs that ask something before an action, and what is typed in them.

use super::props::DialogProps;
use crate::api::ApiError;
use crate::hooks::{Draft, use_draft, use_language};
use crate::pages::desktop::request::request_action::{RequestAction, use_request_action};
use crate::ui::{Alert, AlertKind, Button, ButtonKind, Dialog, FormProblem, SubmitForm};
use locales::text;
use serde::{Serialize, de::DeserializeOwned};
use yew::prelude::*;

/// What is typed in a dialog, and its action. The draft is kept in the browser until the action is done, so that a
/// dialog that was closed by mistake opens as it was. `name` is a name for the draft of this dialog.
#[hook]
pub fn use_dialog_draft<T>(name: &str, dialog: &DialogProps) -> (Draft<T>, RequestAction)
where
    T: Clone + Default + PartialEq + Serialize + DeserializeOwned + 'static,
{
    let draft = use_draft::<T>(&format!("desk-{}-{name}", dialog.view.row.number));
    let ondone = {
        let (draft, ondone) = (draft.clone(), dialog.ondone.clone());
        Callback::from(move |view| {
            draft.clear();
            ondone.emit(view);
        })
    };
    let action = use_request_action(&dialog.view, &ondone, &dialog.onstale);
    (draft, action)
}

/// Properties of [`ActionDialog`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The heading.
    pub title: AttrValue,
    /// The label of the button that does it: a verb.
    pub confirm: AttrValue,
    /// The action gives something up: the button is red.
    #[prop_or_default]
    pub danger: bool,
    /// The action.
    pub action: RequestAction,
    /// The fields: name in the API, identifier of the control, label.
    #[prop_or_default]
    pub fields: Vec<(&'static str, &'static str, AttrValue)>,
    /// Called when the form is sent.
    pub onsubmit: Callback<()>,
    /// Closes the dialog without doing anything.
    pub onclose: Callback<()>,
    /// The fields.
    pub children: Html,
}

/// The frame. It says when the request was changed by somebody else meanwhile.
#[component]
pub fn ActionDialog(props: &Props) -> Html {
    let language = use_language();
    let error = props.action.error();
    let stale = error.as_ref().and_then(ApiError::status) == Some(412);
    let kind = if props.danger { ButtonKind::Danger } else { ButtonKind::Primary };
    let footer = html! {
        <>
            <Button {kind} label={props.confirm.clone()} onclick={props.onsubmit.clone()} loading={props.action.busy()} />
            <Button kind={ButtonKind::Link} label={text!(language, "ui-back")} onclick={props.onclose.clone()} />
        </>
    };
    let onsubmit = {
        let (submit, busy) = (props.onsubmit.clone(), props.action.busy());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if !busy {
                submit.emit(());
            }
        })
    };
    html! {
        <Dialog title={props.title.clone()} onclose={props.onclose.clone()} {footer} class="dk-dialog">
            <SubmitForm {onsubmit}>
                if stale {
                    <Alert kind={AlertKind::Warning} title={text!(language, "desk-stale")}>{ text!(language, "desk-stale-text") }</Alert>
                } else {
                    <FormProblem {error} fields={props.fields.clone()} />
                }
                { props.children.clone() }
                <input type="submit" hidden=true />
            </SubmitForm>
        </Dialog>
    }
}
