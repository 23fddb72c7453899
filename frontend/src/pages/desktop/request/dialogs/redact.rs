//! The dialog that redacts a text that should not have been written: the text is blanked for everybody.

use crate::api;
use crate::hooks::{use_action, use_language};
use crate::ui::{AreaField, Button, ButtonKind, Confirm, FormFields, Toast, invalid, required_errors, use_toaster};
use contract::limits;
use contract::timeline::{OccurrenceView, Redact};
use locales::text;
use yew::prelude::*;

/// Properties of [`RedactButton`].
#[derive(Properties, PartialEq)]
pub struct ButtonProps {
    /// Opens the dialog.
    pub onclick: Callback<()>,
}

/// The button below a row of the timeline.
#[component]
pub fn RedactButton(props: &ButtonProps) -> Html {
    let language = use_language();
    html! {
        <div class="dk-redact">
            <Button kind={ButtonKind::Inline} small=true label={text!(language, "action-redact")} onclick={props.onclick.clone()} />
        </div>
    }
}

/// Properties of [`RedactDialog`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The number of the request.
    pub number: i64,
    /// The occurrence whose text is redacted.
    pub item: OccurrenceView,
    /// Closes the dialog without doing anything.
    pub onclose: Callback<()>,
    /// Called when it was done.
    pub ondone: Callback<()>,
}

/// Asks why, and says that it cannot be undone.
#[component]
pub fn RedactDialog(props: &Props) -> Html {
    let language = use_language();
    let toaster = use_toaster();
    let action = use_action();
    let why = use_state_eq(String::new);
    let onconfirm = {
        let (action, why, number, id) = (action.clone(), why.clone(), props.number, props.item.id);
        let (onclose, ondone) = (props.onclose.clone(), props.ondone.clone());
        Callback::from(move |()| {
            let missing = required_errors(language, &[("reason", &why)]);
            if !missing.is_empty() {
                return action.fail(invalid(language, missing));
            }
            let (onclose, ondone, toaster) = (onclose.clone(), ondone.clone(), toaster.clone());
            let redact = Redact { reason: (*why).clone() };
            action.run(async move {
                api::desk::redact(number, id, &redact).await?;
                toaster.show(Toast::done(text!(language, "desk-redacted")));
                onclose.emit(());
                ondone.emit(());
                Ok(())
            });
        })
    };
    let error = action.error.clone();
    let field = error.as_ref().and_then(|error| error.field("reason"));
    let other = error.filter(|_| field.is_none());
    html! {
        <Confirm title={text!(language, "desk-redact-title")} confirm={text!(language, "action-redact")} danger=true {onconfirm}
                 oncancel={props.onclose.clone()} busy={action.busy} error={other}>
            <p>{ text!(language, "desk-redact-text") }</p>
            <blockquote class="dk-quote">{ props.item.text.clone().unwrap_or_default() }</blockquote>
            <FormFields>
                <AreaField id="redact-why" label={text!(language, "desk-reason")} required=true value={(*why).clone()} limit={limits::JUSTIFICATION}
                           onchange={ let why = why.setter(); move |text| why.set(text) } error={field} help={text!(language, "desk-redact-noted")} />
            </FormFields>
        </Confirm>
    }
}
