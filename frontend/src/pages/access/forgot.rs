//! First access and forgotten password: a link is sent by e-mail. The answer does not tell
//! whether anybody has that address.

use super::frame::AccessFrame;
use crate::api;
use crate::hooks::{use_action, use_language};
use crate::route::Route;
use crate::ui::{
    Alert, AlertKind, Button, ButtonKind, FormProblem, Go, SubmitForm, TextField, invalid, required_errors,
};
use locales::text;
use yew::prelude::*;

/// Asks for a link to set a password.
#[component]
pub fn Forgot() -> Html {
    let language = use_language();
    let sent = use_state_eq(|| None::<String>);
    let onsent = {
        let sent = sent.setter();
        Callback::from(move |email| sent.set(Some(email)))
    };
    html! {
        <AccessFrame title={text!(language, "forgot-title")} lead={AttrValue::from(text!(language, "forgot-lead"))}>
            if let Some(email) = &*sent {
                <Alert kind={AlertKind::Info} title={text!(language, "forgot-sent")}>
                    { text!(language, "forgot-sent-text", email = email.as_str()) }
                </Alert>
            } else {
                <ForgotForm {onsent} />
            }
            <p class="sol-login__alt"><Go to={Route::Login}>{ text!(language, "forgot-back") }</Go></p>
        </AccessFrame>
    }
}

#[derive(Properties, PartialEq)]
struct FormProps {
    onsent: Callback<String>,
}

#[component]
fn ForgotForm(props: &FormProps) -> Html {
    let language = use_language();
    let action = use_action();
    let email = use_state_eq(String::new);
    let onsubmit = {
        let (action, onsent, email) = (action.clone(), props.onsent.clone(), email.trim().to_owned());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let missing = required_errors(language, &[("email", &email)]);
            if !missing.is_empty() {
                return action.fail(invalid(language, missing));
            }
            let (onsent, email) = (onsent.clone(), email.clone());
            action.run(async move {
                api::session::ask_password_link(email.clone()).await?;
                onsent.emit(email);
                Ok(())
            });
        })
    };
    let label = AttrValue::from(text!(language, "forgot-email"));
    html! {
        <SubmitForm {onsubmit}>
            <FormProblem error={action.error.clone()} fields={vec![("email", "email", label.clone())]} />
            <TextField id="email" {label} value={(*email).clone()} kind="email" autocomplete="email" autofocus=true
                       error={action.error.as_ref().and_then(|error| error.field("email"))}
                       onchange={ let email = email.setter(); move |value| email.set(value) } />
            <Button kind={ButtonKind::Primary} submit=true block=true large=true
                    label={text!(language, "forgot-send")} loading={action.busy} />
        </SubmitForm>
    }
}
