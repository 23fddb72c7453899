//! Making a token, whose text is shown once.

use crate::api;
use crate::hooks::{
    Action as Running, Clock, Form, use_action, use_clock, use_form, use_language, use_me, use_submission,
};
use crate::ui::{
    Alert, AlertKind, AreaField, Button, ButtonKind, CheckField, CopyButton, Dialog, FormFields, FormProblem,
    PersonPicker, TextField, invalid, required_errors, required_mark,
};
use chrono::{NaiveDate, NaiveTime};
use contract::admin::{CreatedToken, NewToken};
use contract::desk::PersonHit;
use contract::{Scope, limits};
use locales::{Language, text};
use yew::prelude::*;

#[derive(Clone, PartialEq, Default)]
struct Typed {
    name: String,
    person: Option<(i64, AttrValue)>,
    scopes: Vec<Scope>,
    expires: String,
    addresses: String,
}

impl Typed {
    fn token(&self, clock: &Clock) -> NewToken {
        // Until the end of that day.
        let day = NaiveDate::parse_from_str(&self.expires, "%Y-%m-%d").ok().and_then(|day| day.succ_opt());
        let addresses = self.addresses.split(['\n', ',', ';', ' ']).map(str::trim).filter(|part| !part.is_empty());
        NewToken {
            name: self.name.clone(),
            person_id: self.person.as_ref().map(|(id, _)| *id),
            scopes: self.scopes.clone(),
            expires_at: day.map(|day| clock.instant(day.and_time(NaiveTime::default()))),
            allowed_addresses: addresses.map(ToOwned::to_owned).collect(),
        }
    }
}

/// What is shown once.
#[derive(Clone, PartialEq)]
struct Secret {
    name: String,
    text: String,
}

/// Properties of [`New`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Closes the dialog.
    pub onclose: Callback<()>,
    /// There is one more.
    pub oncreated: Callback<()>,
}

/// Makes a token, and shows its text.
#[component]
pub fn New(props: &Props) -> Html {
    let created = use_state_eq(|| None::<Secret>);
    let oncreated = {
        let (created, oncreated) = (created.setter(), props.oncreated.clone());
        Callback::from(move |token: CreatedToken| {
            created.set(Some(Secret { name: token.token.name, text: token.secret }));
            oncreated.emit(());
        })
    };
    match (*created).clone() {
        Some(secret) => html! { <Created {secret} onclose={props.onclose.clone()} /> },
        None => html! { <Ask onclose={props.onclose.clone()} {oncreated} /> },
    }
}

fn names(language: Language) -> Vec<(&'static str, &'static str, AttrValue)> {
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
struct AskProps {
    onclose: Callback<()>,
    oncreated: Callback<CreatedToken>,
}

/// Asks what the token is for.
#[component]
fn Ask(props: &AskProps) -> Html {
    let clock = use_clock();
    let language = clock.language;
    let form = use_form(Typed::default);
    let (action, create) = use_create(&props.oncreated);
    let onclick = {
        let (value, clock) = (form.value.clone(), clock.clone());
        create.reform(move |()| value.token(&clock))
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
                <FormProblem error={action.error.clone()} fields={names(language)} />
                <Fields {form} {action} />
            </FormFields>
        </Dialog>
    }
}

/// Makes the token that it is given.
#[hook]
fn use_create(oncreated: &Callback<CreatedToken>) -> (Running, Callback<NewToken>) {
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
    form: Form<Typed>,
    action: Running,
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
    form: Form<Typed>,
    error: Option<String>,
}

/// What the token may be used for.
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
struct CreatedProps {
    secret: Secret,
    onclose: Callback<()>,
}

/// The token's text, the only time.
#[component]
fn Created(props: &CreatedProps) -> Html {
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
