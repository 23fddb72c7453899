//! Setting a password with a link from an e-mail.

use super::frame::AccessFrame;
use crate::api::{self, ApiError};
use crate::hooks::{AsyncState, use_action, use_clock, use_fetch, use_language};
use crate::pages::shared::password::new_password_errors;
use crate::route::Route;
use crate::ui::{
    Alert, AlertKind, Button, ButtonKind, FormProblem, Go, PasswordField, SubmitForm, invalid, loaded, skeleton_lines,
};
use contract::identity::PasswordLink;
use contract::limits;
use locales::text;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`SetPassword`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The link's secret.
    pub token: String,
}

/// Sets a password, as long as the link is valid.
#[component]
pub fn SetPassword(props: &Props) -> Html {
    let clock = use_clock();
    let language = clock.language;
    let done = use_state_eq(|| false);
    let link = use_fetch(props.token.clone(), |token| async move { api::session::password_link(&token).await });
    let ondone = {
        let done = done.setter();
        Callback::from(move |()| done.set(true))
    };
    let view = |link: &Rc<PasswordLink>| {
        html! {
            <>
                <p class="sol-subtle">
                    { text!(language, "password-for", name = link.name.as_str(), until = clock.date_time(link.expires_at)) }
                </p>
                <PasswordForm token={props.token.clone()} ondone={ondone.clone()} />
            </>
        }
    };
    let expired = match &link.state {
        AsyncState::Failed(error) => matches!(error.status(), Some(404 | 410 | 422)),
        _ => false,
    };
    html! {
        <AccessFrame title={text!(language, "password-title")}>
            if *done {
                <Alert kind={AlertKind::Success} title={text!(language, "password-done")}>
                    <Go to={Route::Login}>{ text!(language, "password-enter") }</Go>
                </Alert>
            } else if expired {
                <Alert kind={AlertKind::Warning} title={text!(language, "password-expired")}>
                    <Go to={Route::Forgot}>{ text!(language, "password-another") }</Go>
                </Alert>
            } else {
                { loaded(&link, language, skeleton_lines(&[60, 80, 40]), view) }
            }
        </AccessFrame>
    }
}

#[derive(Properties, PartialEq)]
struct FormProps {
    token: String,
    ondone: Callback<()>,
}

#[component]
fn PasswordForm(props: &FormProps) -> Html {
    let language = use_language();
    let action = use_action();
    let password = use_state_eq(String::new);
    let repeated = use_state_eq(String::new);
    let onsubmit = {
        let (action, ondone, token) = (action.clone(), props.ondone.clone(), props.token.clone());
        let (password, repeated) = ((*password).clone(), (*repeated).clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let errors = new_password_errors(language, "password", &password, &repeated);
            if !errors.is_empty() {
                return action.fail(invalid(language, errors));
            }
            let (ondone, token, password) = (ondone.clone(), token.clone(), password.clone());
            action.run(async move {
                api::session::reset_password(&token, password).await?;
                ondone.emit(());
                Ok(())
            });
        })
    };
    let field = |name: &str| action.error.as_ref().and_then(|error: &ApiError| error.field(name));
    let (first, second) = (text!(language, "password-new"), text!(language, "password-repeat"));
    let fields = vec![("password", "password", first.clone().into()), ("repeated", "repeated", second.clone().into())];
    let help = text!(language, "password-help", min = limits::PASSWORD_MIN);
    html! {
        <SubmitForm {onsubmit}>
            <FormProblem error={action.error.clone()} {fields} />
            <PasswordField id="password" label={first} value={(*password).clone()} error={field("password")} {help}
                           autocomplete="new-password" autofocus=true
                           onchange={ let password = password.setter(); move |value| password.set(value) } />
            <PasswordField id="repeated" label={second} value={(*repeated).clone()} error={field("repeated")}
                           autocomplete="new-password"
                           onchange={ let repeated = repeated.setter(); move |value| repeated.set(value) } />
            <Button kind={ButtonKind::Primary} submit=true block=true large=true
                    label={text!(language, "password-save")} loading={action.busy} />
        </SubmitForm>
    }
}
