//! Doing something with a request: what every dialog of the desk has in common.

use super::DialogProps;
use crate::api::{self, Answer, ApiError};
use crate::hooks::{Action as Running, Draft, use_action, use_draft, use_language};
use crate::ui::{
    Alert, AlertKind, Button, ButtonKind, Dialog, FormProblem, SubmitForm, Toast, Toaster, invalid, invalid_field,
    required_errors, use_toaster,
};
use contract::requests::RequestView;
use contract::{FieldError, limits};
use locales::{Language, text};
use serde::{Serialize, de::DeserializeOwned};
use std::rc::Rc;
use yew::prelude::*;

/// One action on one request.
#[derive(Clone, PartialEq)]
pub struct Doing {
    language: Language,
    running: Running,
    toaster: Toaster,
    view: Rc<RequestView>,
    ondone: Callback<RequestView>,
    onstale: Callback<()>,
}

/// An action on a request. `ondone` gets the request as it is then; `onstale` is
/// called when it turns out that what is shown is old, and reads it again.
#[hook]
pub fn use_doing(view: &Rc<RequestView>, ondone: &Callback<RequestView>, onstale: &Callback<()>) -> Doing {
    Doing {
        language: use_language(),
        running: use_action(),
        toaster: use_toaster(),
        view: view.clone(),
        ondone: ondone.clone(),
        onstale: onstale.clone(),
    }
}

/// What is typed in a dialog, kept in the browser until it is accepted: a dialog that was
/// closed by mistake opens as it was. And the action that it leads to.
#[hook]
pub fn use_kept<T>(what: &str, dialog: &DialogProps) -> (Draft<T>, Doing)
where
    T: Clone + Default + PartialEq + Serialize + DeserializeOwned + 'static,
{
    let draft = use_draft::<T>(&format!("desk-{}-{what}", dialog.view.row.number));
    let ondone = {
        let (draft, ondone) = (draft.clone(), dialog.ondone.clone());
        Callback::from(move |view| {
            draft.clear();
            ondone.emit(view);
        })
    };
    let doing = use_doing(&dialog.view, &ondone, &dialog.onstale);
    (draft, doing)
}

impl Doing {
    /// True while it is being done.
    #[must_use]
    pub fn busy(&self) -> bool {
        self.running.busy
    }

    /// Why it could not be done.
    #[must_use]
    pub fn error(&self) -> Option<ApiError> {
        self.running.error.clone()
    }

    /// What is wrong with a field.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<String> {
        self.running.error.as_ref()?.field(name)
    }

    /// Whether the fields (name in the API, value) are filled in; says so when they are not.
    #[must_use]
    pub fn filled(&self, fields: &[(&str, &str)]) -> bool {
        self.sound(required_errors(self.language, fields))
    }

    /// Whether nothing is wrong; shows what is.
    #[must_use]
    pub fn sound(&self, errors: Vec<FieldError>) -> bool {
        let sound = errors.is_empty();
        if !sound {
            self.running.fail(invalid(self.language, errors));
        }
        sound
    }

    /// A complaint about a field: its name in the API, and what to do about it.
    #[must_use]
    pub fn complaint(&self, field: &str, message: String) -> FieldError {
        invalid_field(field, message)
    }

    /// Does it: `POST /requests/{number}/{what}`.
    pub fn run(&self, what: &'static str, body: impl Serialize + 'static) {
        let (number, version) = (self.view.row.number, self.view.row.version);
        self.finish(what, async move { api::desk::act(number, what, &body, version).await });
    }

    /// Takes the request.
    pub fn capture(&self) {
        let (number, version) = (self.view.row.number, self.view.row.version);
        self.finish("capture", async move { api::desk::capture(number, version).await });
    }

    fn finish(&self, what: &'static str, answer: impl Future<Output = Answer<RequestView>> + 'static) {
        let (language, toaster) = (self.language, self.toaster.clone());
        let (ondone, onstale) = (self.ondone.clone(), self.onstale.clone());
        self.running.run(async move {
            match answer.await {
                Ok(view) => {
                    let said = text!(language, &format!("desk-done-{what}"), number = view.row.number);
                    toaster.show(Toast::done(said));
                    ondone.emit(view);
                    Ok(())
                }
                Err(error) => {
                    if matches!(error.status(), Some(409 | 412)) {
                        onstale.emit(());
                    }
                    Err(error)
                }
            }
        });
    }
}

/// Minutes as they were typed: nothing, a number, or something that is none (`Some(None)`).
#[must_use]
pub fn minutes(typed: &str) -> Option<Option<i32>> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    Some(typed.parse().ok().filter(|minutes| (1..=limits::MINUTES_MAX).contains(minutes)))
}

/// Properties of [`ActionDialog`].
#[derive(Properties, PartialEq)]
pub struct FrameProps {
    /// What is done.
    pub title: AttrValue,
    /// The button that does it, by its verb.
    pub confirm: AttrValue,
    /// It gives something up: red button.
    #[prop_or_default]
    pub danger: bool,
    /// The action.
    pub doing: Doing,
    /// The fields: name in the API, identifier of the control, label.
    #[prop_or_default]
    pub fields: Vec<(&'static str, &'static str, AttrValue)>,
    /// Does it.
    pub onsubmit: Callback<()>,
    /// Leaves everything as it is.
    pub onclose: Callback<()>,
    /// What is asked.
    pub children: Html,
}

/// The frame of every dialog of the desk.
#[component]
pub fn ActionDialog(props: &FrameProps) -> Html {
    let language = use_language();
    let error = props.doing.error();
    let old = error.as_ref().and_then(ApiError::status) == Some(412);
    let kind = if props.danger { ButtonKind::Danger } else { ButtonKind::Primary };
    let footer = html! {
        <>
            <Button {kind} label={props.confirm.clone()} onclick={props.onsubmit.clone()} loading={props.doing.busy()} />
            <Button kind={ButtonKind::Link} label={text!(language, "ui-back")} onclick={props.onclose.clone()} />
        </>
    };
    let onsubmit = {
        let (submit, busy) = (props.onsubmit.clone(), props.doing.busy());
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
                if old {
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
