//! Logging in.

use super::frame::AccessFrame;
use crate::api::{self, ApiError};
use crate::hooks::{Session, use_action, use_language, use_session};
use crate::route::Route;
use crate::ui::{
    Button, ButtonKind, FormProblem, Go, Href, PasswordField, SubmitForm, TextField, invalid, required_errors,
};
use contract::identity::NewSession;
use locales::text;
use serde::{Deserialize, Serialize};
use yew::prelude::*;
use yew_router::prelude::*;

/// The query string of the login page.
#[derive(Serialize, Deserialize)]
struct LoginQuery {
    /// The address to go to after logging in.
    #[serde(rename = "return")]
    return_to: String,
}

/// Logging in. Afterwards it leads to the page that asked for the login.
#[component]
pub fn Login() -> Html {
    let language = use_language();
    let session = use_session();
    let location = use_location();
    let target = location
        .and_then(|location| location.query::<LoginQuery>().ok())
        .map_or_else(|| Href::to(&Route::Home), |query| Href::local(&query.return_to));
    if let Session::Person(_) = session.session {
        return html! { <Redirect<Href> to={target} /> };
    }
    html! {
        <AccessFrame title={text!(language, "login-title")} lead={AttrValue::from(text!(language, "login-lead"))}>
            <LoginForm />
            <p class="sol-login__alt"><Go to={Route::Forgot}>{ text!(language, "login-forgot") }</Go></p>
        </AccessFrame>
    }
}

#[component]
fn LoginForm() -> Html {
    let language = use_language();
    let session = use_session();
    let action = use_action();
    let login = use_state_eq(String::new);
    let password = use_state_eq(String::new);
    let onsubmit = {
        let (action, session) = (action.clone(), session.clone());
        let credentials = NewSession { login: login.trim().to_owned(), password: (*password).clone() };
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let missing =
                required_errors(language, &[("login", &credentials.login), ("password", &credentials.password)]);
            if !missing.is_empty() {
                return action.fail(invalid(language, missing));
            }
            let (session, credentials) = (session.clone(), credentials.clone());
            action.run(async move {
                session.enter(api::session::log_in(&credentials).await?);
                Ok(())
            });
        })
    };
    let field = |name: &str| action.error.as_ref().and_then(|error: &ApiError| error.field(name));
    let fields = vec![
        ("login", "login", text!(language, "login-login").into()),
        ("password", "password", text!(language, "login-password").into()),
    ];
    let setter = |state: &UseStateHandle<String>| {
        let state = state.setter();
        Callback::from(move |value| state.set(value))
    };
    html! {
        <SubmitForm {onsubmit}>
            <FormProblem error={action.error.clone()} {fields} />
            <TextField id="login" label={text!(language, "login-login")} value={(*login).clone()}
                onchange={setter(&login)}
                       error={field("login")} autocomplete="username" autofocus=true />
            <PasswordField id="password" label={text!(language, "login-password")} value={(*password).clone()}
                           onchange={setter(&password)} error={field("password")} />
            <Button kind={ButtonKind::Primary} submit=true block=true large=true
                    label={text!(language, "login-enter")} loading={action.busy} />
        </SubmitForm>
    }
}
