//! Changing one's own password.

use crate::api::{self, ApiError};
use crate::hooks::{use_action, use_language};
use crate::pages::shared::password::new_password_errors;
use crate::ui::{
    Button, ButtonKind, Card, FormProblem, PasswordField, SubmitForm, Toast, invalid, required_errors, use_toaster,
};
use contract::identity::PasswordChange;
use contract::limits;
use locales::text;
use yew::prelude::*;

/// The password.
#[component]
pub fn PasswordCard() -> Html {
    let language = use_language();
    let toaster = use_toaster();
    let action = use_action();
    let current = use_state_eq(String::new);
    let new = use_state_eq(String::new);
    let repeated = use_state_eq(String::new);
    let setter = |state: &UseStateHandle<String>| {
        let state = state.setter();
        Callback::from(move |value| state.set(value))
    };
    let onsubmit = {
        let action = action.clone();
        let change = PasswordChange { current: (*current).clone(), new: (*new).clone() };
        let (again, forget) = ((*repeated).clone(), [setter(&current), setter(&new), setter(&repeated)]);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let mut errors = required_errors(language, &[("current", &change.current)]);
            errors.extend(new_password_errors(language, "new", &change.new, &again));
            if !errors.is_empty() {
                return action.fail(invalid(language, errors));
            }
            let (change, toaster, forget) = (change.clone(), toaster.clone(), forget.clone());
            action.run(async move {
                api::session::change_password(&change).await?;
                toaster.show(Toast::done(text!(language, "password-done")));
                forget.iter().for_each(|field| field.emit(String::new()));
                Ok(())
            });
        })
    };
    let field = |name: &str| action.error.as_ref().and_then(|error: &ApiError| error.field(name));
    let labels = ["profile-password-current", "password-new", "password-repeat"]
        .map(|key| AttrValue::from(text!(language, key)));
    let fields = vec![
        ("current", "current", labels[0].clone()),
        ("new", "new", labels[1].clone()),
        ("repeated", "repeated", labels[2].clone()),
    ];
    let help = text!(language, "password-help", min = limits::PASSWORD_MIN);
    html! {
        <Card title={text!(language, "profile-password")}>
            <SubmitForm {onsubmit}>
                <FormProblem error={action.error.clone()} {fields} />
                <PasswordField id="current" label={labels[0].clone()} value={(*current).clone()}
                    onchange={setter(&current)} error={field("current")} />
                <PasswordField id="new" label={labels[1].clone()} value={(*new).clone()} onchange={setter(&new)}
                    error={field("new")}
                               {help} autocomplete="new-password" />
                <PasswordField id="repeated" label={labels[2].clone()} value={(*repeated).clone()}
                    onchange={setter(&repeated)}
                               error={field("repeated")} autocomplete="new-password" />
                <div><Button kind={ButtonKind::Primary} submit=true label={text!(language, "password-save")}
                    loading={action.busy} /></div>
            </SubmitForm>
        </Card>
    }
}
