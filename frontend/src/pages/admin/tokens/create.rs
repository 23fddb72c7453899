//! The dialog that creates a token, and shows its text the only time.

use crate::api;
use crate::hooks::{
    Action as ActionState, Clock, Form, use_action, use_clock, use_form, use_language, use_me, use_submission,
};
use crate::ui::{
    Alert, AlertKind, AreaField, Button, ButtonKind, CheckField, CopyButton, Dialog, FormFields, FormProblem,
    PersonPicker, TextField, invalid, required_errors, required_mark,
};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use contract::admin::{CreatedToken, NewToken};
use contract::desk::PersonHit;
use contract::{Scope, limits};
use locales::{Language, text};
use yew::prelude::*;

/// What is typed in the dialog.
#[derive(Clone, PartialEq, Default)]
struct TokenForm {
    name: String,
    person: Option<(i64, AttrValue)>,
    scopes: Vec<Scope>,
    /// The last day, as a `date` field writes it.
    expires: String,
    /// Addresses between blanks, commas, semicolons or line breaks.
    addresses: String,
}

impl TokenForm {
    /// What is sent.
    fn to_token(&self, clock: &Clock) -> NewToken {
        NewToken {
            name: self.name.clone(),
            person_id: self.person.as_ref().map(|(id, _)| *id),
            scopes: self.scopes.clone(),
            expires_at: end_of_day(&self.expires).map(|local| clock.instant(local)),
            allowed_addresses: addresses(&self.addresses),
        }
    }
}

/// The end of the day that was typed; none when it is no date.
fn end_of_day(typed: &str) -> Option<NaiveDateTime> {
    let day = NaiveDate::parse_from_str(typed, "%Y-%m-%d").ok()?;
    Some(day.succ_opt()?.and_time(NaiveTime::default()))
}

/// The addresses that were typed.
fn addresses(typed: &str) -> Vec<String> {
    let parts = typed.split(['\n', ',', ';', ' ']).map(str::trim).filter(|part| !part.is_empty());
    parts.map(ToOwned::to_owned).collect()
}

/// A token whose text is shown.
#[derive(Clone, PartialEq)]
struct Secret {
    name: String,
    text: String,
}

/// Properties of [`CreateDialog`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Closes the dialog.
    pub onclose: Callback<()>,
    /// Called when a token was created.
    pub oncreated: Callback<()>,
}

/// The dialog.
#[component]
pub fn CreateDialog(props: &Props) -> Html {
    let created = use_state_eq(|| None::<Secret>);
    let oncreated = {
        let (created, oncreated) = (created.setter(), props.oncreated.clone());
        Callback::from(move |token: CreatedToken| {
            created.set(Some(Secret { name: token.token.name, text: token.secret }));
            oncreated.emit(());
        })
    };
    match (*created).clone() {
        Some(secret) => html! { <SecretDialog {secret} onclose={props.onclose.clone()} /> },
        None => html! { <FormDialog onclose={props.onclose.clone()} {oncreated} /> },
    }
}

/// The fields of the form: name in the API, identifier of the control, label.
fn field_names(language: Language) -> Vec<(&'static str, &'static str, AttrValue)> {
    let label = |key: &str| AttrValue::from(text!(language, key));
    vec![
        ("name", "token-name", label("admin-name")),
        ("person_id", "token-person", label("token-person")),
        ("scopes", "scope-requests-read", label("token-scopes")),
        ("expires_at", "token-expires", label("token-expires")),
        ("allowed_addresses", "token-addresses", label("token-from")),
    ]
}

#[derive(Properties, PartialEq)]
struct FormDialogProps {
    onclose: Callback<()>,
    oncreated: Callback<CreatedToken>,
}

/// The form.
#[component]
fn FormDialog(props: &FormDialogProps) -> Html {
    let clock = use_clock();
    let language = clock.language;
    let form = use_form(TokenForm::default);
    let (action, create) = use_create(&props.oncreated);
    let onclick = {
        let (value, clock) = (form.value.clone(), clock.clone());
        create.reform(move |()| value.to_token(&clock))
    };
    let footer = html! {
        <>
            <Button kind={ButtonKind::Primary} label={text!(language, "token-create")} {onclick} loading={action.busy} />
            <Button kind={ButtonKind::Link} label={text!(language, "ui-back")} onclick={props.onclose.clone()} />
        </>
    };
    html! {
        <Dialog title={text!(language, "token-new")} onclose={props.onclose.clone()} {footer}>
            <FormFields>
                <FormProblem error={action.error.clone()} fields={field_names(language)} />
                <Fields {form} {action} />
            </FormFields>
        </Dialog>
    }
}

/// The action that creates a token, and the callback that starts it.
#[hook]
fn use_create(oncreated: &Callback<CreatedToken>) -> (ActionState, Callback<NewToken>) {
    let language = use_language();
    let action = use_action();
    let submission = use_submission();
    let create = {
        let (action, oncreated) = (action.clone(), oncreated.clone());
        Callback::from(move |new: NewToken| {
            let scopes = if new.scopes.is_empty() { "" } else { "some" };
            let missing = required_errors(language, &[("name", &new.name), ("scopes", scopes)]);
            if !missing.is_empty() {
                return action.fail(invalid(language, missing));
            }
            let (submission, oncreated) = (submission.clone(), oncreated.clone());
            action.run(async move {
                let created = api::tokens::create(&new, &submission.key(&new)).await?;
                submission.accepted();
                oncreated.emit(created);
                Ok(())
            });
        })
    };
    (action, create)
}

#[derive(Properties, PartialEq)]
struct FieldsProps {
    form: Form<TokenForm>,
    action: ActionState,
}

#[component]
fn Fields(props: &FieldsProps) -> Html {
    let language = use_language();
    let me = use_me();
    let (form, value) = (&props.form, &props.form.value);
    let field = |name: &str| props.action.error.as_ref().and_then(|error| error.field(name));
    let wrong_address = props.action.error.as_ref().and_then(|error| {
        let wrong = error.fields().iter().find(|error| error.field.starts_with("allowed_addresses"));
        wrong.map(|error| error.message.clone())
    });
    let person = form.on(|form, hit: Option<PersonHit>| form.person = hit.map(|hit| (hit.id, hit.name.into())));
    html! {
        <>
            <TextField id="token-name" label={text!(language, "admin-name")} required=true autofocus=true value={value.name.clone()}
                       onchange={form.on(|form, text| form.name = text)} error={field("name")} limit={Some(limits::NAME)}
                       help={text!(language, "token-name-help")} />
            <Scopes form={form.clone()} error={field("scopes")} />
            <PersonPicker id="token-person" label={text!(language, "token-person")} optional=true chosen={value.person.clone()} onselect={person}
                          error={field("person_id")} help={text!(language, "token-person-help", name = me.name.as_str())} />
            <TextField id="token-expires" label={text!(language, "token-expires")} optional=true kind="date" value={value.expires.clone()}
                       onchange={form.on(|form, text| form.expires = text)} error={field("expires_at")} help={text!(language, "token-expires-help")} />
            <AreaField id="token-addresses" label={text!(language, "token-from")} optional=true rows=2 limit={limits::JUSTIFICATION}
                       value={value.addresses.clone()} onchange={form.on(|form, text| form.addresses = text)} error={wrong_address}
                       help={text!(language, "token-addresses-help")} />
        </>
    }
}

#[derive(Properties, PartialEq)]
struct ScopesProps {
    form: Form<TokenForm>,
    error: Option<String>,
}

/// The scopes: what the token may be used for.
#[component]
fn Scopes(props: &ScopesProps) -> Html {
    let language = use_language();
    let scope = |scope: &Scope| {
        let scope = *scope;
        let onchange = props.form.on(move |form, on: bool| {
            form.scopes.retain(|known| *known != scope);
            if on {
                form.scopes.push(scope);
            }
        });
        let id = crate::text::code("scope", scope);
        html! { <CheckField label={text!(language, &id)} {id} checked={props.form.value.scopes.contains(&scope)} {onchange} /> }
    };
    html! {
        <fieldset class="ad-checks">
            <legend class="sol-h3">{ text!(language, "token-scopes") }{ required_mark() }</legend>
            { for Scope::ALL.iter().map(scope) }
            if let Some(error) = &props.error { <p class="ad-wrong" role="alert">{ error }</p> }
        </fieldset>
    }
}

#[derive(Properties, PartialEq)]
struct SecretProps {
    secret: Secret,
    onclose: Callback<()>,
}

/// The text of the token, which is shown only now.
#[component]
fn SecretDialog(props: &SecretProps) -> Html {
    let language = use_language();
    let footer = html! {
        <Button kind={ButtonKind::Primary} label={text!(language, "token-kept")} onclick={props.onclose.clone()} />
    };
    html! {
        <Dialog title={text!(language, "token-created", name = props.secret.name.as_str())} {footer}>
            <div class="sol-stack">
                <Alert kind={AlertKind::Warning} title={text!(language, "token-once")}>{ text!(language, "token-once-text") }</Alert>
                <div class="ad-secret">
                    <code data-test="secret">{ &props.secret.text }</code>
                    <CopyButton label={text!(language, "token-copy")} value={props.secret.text.clone()} />
                </div>
            </div>
        </Dialog>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_valid_until_the_end_of_its_last_day() {
        assert_eq!(end_of_day("2026-12-31").map(|end| end.to_string()).as_deref(), Some("2027-01-01 00:00:00"));
        assert_eq!(end_of_day("2028-02-28").map(|end| end.to_string()).as_deref(), Some("2028-02-29 00:00:00"));
    }

    #[test]
    fn without_a_date_a_token_does_not_expire() {
        for typed in ["", "soon", "31/12/2026", "2026-02-30"] {
            assert_eq!(end_of_day(typed), None, "{typed:?}");
        }
    }

    #[test]
    fn addresses_may_be_separated_in_several_ways() {
        assert_eq!(addresses("10.0.0.1, 10.0.0.0/8;\n ::1  \r\n"), ["10.0.0.1", "10.0.0.0/8", "::1"]);
        assert_eq!(addresses(" \n,;"), Vec::<String>::new());
    }
}
