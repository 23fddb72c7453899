//! The dialogs that cancel and reopen a request.

use crate::api;
use crate::hooks::{use_action, use_draft, use_language};
use crate::ui::{AreaField, Button, ButtonKind, Dialog, FormProblem, invalid, required_errors};
use contract::requests::{Cancel, Reopen, RequestView};
use contract::{Action, limits};
use locales::text;
use yew::prelude::*;

/// Properties of the dialogs.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The number of the request.
    pub number: i64,
    /// Closes the dialog without doing anything.
    pub onclose: Callback<()>,
    /// Called with the request after the action.
    pub ondone: Callback<RequestView>,
}

/// Renders the dialog of an action, if there is one.
pub fn dialog(number: i64, action: Option<Action>, onclose: &Callback<()>, ondone: &Callback<RequestView>) -> Html {
    match action {
        Some(Action::Cancel) => html! { <CancelDialog {number} onclose={onclose.clone()} ondone={ondone.clone()} /> },
        Some(Action::Reopen) => html! { <ReopenDialog {number} onclose={onclose.clone()} ondone={ondone.clone()} /> },
        _ => Html::default(),
    }
}

/// Cancels the request. The reason may be left out.
#[component]
pub fn CancelDialog(props: &Props) -> Html {
    let language = use_language();
    let action = use_action();
    let reason = use_state_eq(String::new);
    let onsubmit = {
        let (action, number, ondone, reason) = (action.clone(), props.number, props.ondone.clone(), (*reason).clone());
        Callback::from(move |()| {
            let (ondone, reason) = (ondone.clone(), reason.trim().to_owned());
            action.run(async move {
                ondone.emit(api::requests::cancel(number, &Cancel { reason }).await?);
                Ok(())
            });
        })
    };
    let footer = html! {
        <>
            <Button kind={ButtonKind::Danger} label={text!(language, "req-cancel")} onclick={onsubmit.clone()}
                loading={action.busy} />
            <Button kind={ButtonKind::Link} label={text!(language, "req-cancel-keep")}
                onclick={props.onclose.clone()} />
        </>
    };
    html! {
        <Dialog title={text!(language, "req-cancel-title", number = props.number)} onclose={props.onclose.clone()}
            {footer}>
            <div class="sol-stack">
                <p>{ text!(language, "req-cancel-text") }</p>
                <FormProblem error={action.error.clone()}
                    fields={vec![("reason", "cancel-reason", text!(language, "req-reason").into())]} />
                <AreaField id="cancel-reason" label={text!(language, "req-reason")} optional=true
                    limit={limits::JUSTIFICATION}
                           value={(*reason).clone()} onsend={onsubmit}
                           error={action.error.as_ref().and_then(|error| error.field("reason"))}
                           onchange={ let reason = reason.setter(); move |value| reason.set(value) } />
            </div>
        </Dialog>
    }
}

/// Reopens the request, with a reason.
#[component]
pub fn ReopenDialog(props: &Props) -> Html {
    let language = use_language();
    let action = use_action();
    let draft = use_draft::<String>(&format!("request-{}-reopen", props.number));
    let onsubmit = {
        let (action, number, ondone, draft) = (action.clone(), props.number, props.ondone.clone(), draft.clone());
        Callback::from(move |()| {
            let missing = required_errors(language, &[("reason", &draft.value)]);
            if !missing.is_empty() {
                return action.fail(invalid(language, missing));
            }
            let (ondone, draft, reason) = (ondone.clone(), draft.clone(), draft.value.trim().to_owned());
            action.run(async move {
                let view = api::requests::reopen(number, &Reopen { reason }).await?;
                draft.clear();
                ondone.emit(view);
                Ok(())
            });
        })
    };
    let footer = html! {
        <>
            <Button kind={ButtonKind::Primary} label={text!(language, "req-reopen")} onclick={onsubmit.clone()}
                loading={action.busy} />
            <Button kind={ButtonKind::Link} label={text!(language, "ui-back")} onclick={props.onclose.clone()} />
        </>
    };
    html! {
        <Dialog title={text!(language, "req-reopen-title", number = props.number)} onclose={props.onclose.clone()}
            {footer}>
            <div class="sol-stack">
                <p>{ text!(language, "req-reopen-text") }</p>
                <FormProblem error={action.error.clone()}
                    fields={vec![("reason", "reopen-reason", text!(language, "req-reopen-why").into())]} />
                <AreaField id="reopen-reason" label={text!(language, "req-reopen-why")} required=true
                    limit={limits::JUSTIFICATION}
                           value={(*draft.value).clone()} onsend={onsubmit} autofocus=true
                           error={action.error.as_ref().and_then(|error| error.field("reason"))}
                           onchange={draft.on(|reason, value: String| *reason = value)} />
            </div>
        </Dialog>
    }
}
