//! Logging in again over a page whose session has expired. The page stays as it is, with everything that was typed, and
//! the API calls that the server refused are repeated.

use crate::api::{self, ApiError, reauthentication};
use crate::browser;
use crate::hooks::{use_action, use_language, use_session};
use crate::ui::{Button, ButtonKind, Dialog, PasswordField, Problem, SubmitForm, TextField};
use contract::identity::{Me, NewSession};
use locales::text;
use std::rc::Rc;
use yew::prelude::*;

/// The login dialog, while the session has expired.
#[component]
pub fn Relogin() -> Html {
    let session = use_session();
    match session.me() {
        Some(me) if session.expired => html! { <Login me={me.clone()} /> },
        _ => Html::default(),
    }
}

#[derive(Properties, PartialEq)]
struct LoginProps {
    me: Rc<Me>,
}

#[component]
fn Login(props: &LoginProps) -> Html {
    let language = use_language();
    let session = use_session();
    let action = use_action();
    let login =
        use_state_eq(|| props.me.email.clone().or_else(|| props.me.employee_number.clone()).unwrap_or_default());
    let password = use_state_eq(String::new);
    let onsubmit = {
        let (action, session, person) = (action.clone(), session.clone(), props.me.id);
        let credentials = NewSession { login: (*login).clone(), password: (*password).clone() };
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let (session, credentials) = (session.clone(), credentials.clone());
            action.run(async move {
                let me = api::session::log_in(&credentials).await?;
                if me.id != person {
                    // Somebody else has logged in: nothing of the first person's page may stay.
                    browser::reload();
                    return Err(ApiError::LoggedOut);
                }
                session.enter(me);
                reauthentication::resume(true);
                Ok(())
            });
        })
    };
    let leave = Callback::from(move |()| session.leave());
    html! {
        <Dialog title={text!(language, "relogin-title")}>
            <SubmitForm {onsubmit} browser_checks=true>
                <p>{ text!(language, "relogin-text", name = crate::text::first_name(&props.me.name)) }</p>
                <Problem error={action.error.clone()} />
                <TextField id="relogin-login" label={text!(language, "login-login")} value={(*login).clone()}
                           onchange={ let login = login.setter(); move |value| login.set(value) }
                           autocomplete="username" />
                <PasswordField id="relogin-password" label={text!(language, "login-password")}
                    value={(*password).clone()}
                               onchange={ let password = password.setter(); move |value| password.set(value) }
                               autofocus=true />
                <div class="sol-row">
                    <Button kind={ButtonKind::Primary} submit=true label={text!(language, "relogin-enter")}
                        loading={action.busy} />
                    <Button kind={ButtonKind::Link} label={text!(language, "relogin-leave")} onclick={leave} />
                </div>
            </SubmitForm>
        </Dialog>
    }
}
