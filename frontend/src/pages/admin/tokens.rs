//! API tokens: who may call, for what, from where, until when.

use super::shared::{ListPage, listing, matches, use_search};
use crate::api;
use crate::hooks::{Clock, use_action, use_clock, use_fetch, use_language, use_me, use_submission};
use crate::ui::{
    Alert, AlertKind, AreaField, Button, ButtonKind, CheckField, Confirm, CopyButton, Dialog, FormProblem,
    PersonPicker, TableRow, TextField, Toast, invalid, loaded, required_errors, skeleton_rows, use_toaster,
};
use chrono::{NaiveDate, NaiveTime};
use contract::admin::{CreatedToken, NewToken, TokenView};
use contract::desk::PersonHit;
use contract::{FieldError, Scope, limits};
use locales::{Language, text};
use std::rc::Rc;
use yew::prelude::*;

/// What was asked for.
#[derive(Clone, PartialEq)]
enum Asked {
    New,
    Revoke(TokenView),
}

/// The list, with *new* and *revoke*.
#[component]
pub fn Tokens() -> Html {
    let clock = use_clock();
    let language = clock.language;
    let list = use_fetch((), |()| async { api::tokens::list().await });
    let search = use_search();
    let asked = use_state_eq(|| None::<Asked>);
    let ask = {
        let asked = asked.setter();
        Callback::from(move |what: Option<Asked>| asked.set(what))
    };
    let view = |tokens: &Rc<Vec<TokenView>>| {
        let found = tokens
            .iter()
            .filter(|token| matches(&search.0, &format!("{} {} {}", token.name, token.person.name, token.prefix)));
        let rows = found.map(|token| row(&clock, token, &ask)).collect();
        let heads = ["admin-name", "token-scopes", "token-from", "token-expires", "token-used", ""];
        listing(language, &text!(language, "admin-nav-tokens"), &heads, rows, !search.0.is_empty())
    };
    let actions = html! {
        <Button kind={ButtonKind::Primary} icon="plus" label={text!(language, "token-new")} onclick={ask.reform(|()| Some(Asked::New))} />
    };
    let onclose = ask.reform(|()| None);
    html! {
        <ListPage title={text!(language, "admin-nav-tokens")} lead={Some(AttrValue::from(text!(language, "token-lead")))} {actions}
                  search={search.clone()}>
            { loaded(&list, language, skeleton_rows(4), view) }
            { match (*asked).clone() {
                Some(Asked::New) => html! { <New {onclose} oncreated={list.reload.clone()} /> },
                Some(Asked::Revoke(token)) => html! { <Revoke {token} {onclose} onrevoked={list.reload.clone()} /> },
                None => Html::default(),
            } }
        </ListPage>
    }
}

fn row(clock: &Clock, token: &TokenView, ask: &Callback<Option<Asked>>) -> TableRow {
    let language = clock.language;
    let now = clock.now();
    let expired = token.expires_at.is_some_and(|at| at <= now);
    let scopes: Vec<String> =
        token.scopes.iter().map(|scope| text!(language, &crate::text::code("scope", scope))).collect();
    let from = if token.allowed_addresses.is_empty() {
        text!(language, "token-anywhere")
    } else {
        token.allowed_addresses.join(", ")
    };
    let until = match (token.revoked_at, token.expires_at) {
        (Some(at), _) => text!(language, "token-revoked", at = clock.date_time(at)),
        (None, Some(at)) if expired => text!(language, "token-expired", at = clock.date(at)),
        (None, Some(at)) => clock.date(at),
        (None, None) => text!(language, "token-never-expires"),
    };
    let used = token.last_used_at.map_or_else(|| text!(language, "token-never-used"), |at| clock.date_time(at));
    let revoke = {
        let token = token.clone();
        ask.reform(move |()| Some(Asked::Revoke(token.clone())))
    };
    let alive = token.revoked_at.is_none();
    TableRow::new(
        token.id,
        vec![
            html! { <>
                <strong>{ &token.name }</strong>
                <span class="sol-sub">{ text!(language, "token-acts-as", name = token.person.name.as_str()) }{ " · " }<code>{ &token.prefix }{ "…" }</code></span>
            </> },
            html! { { scopes.join(", ") } },
            html! { { from } },
            html! { { until } },
            html! { { used } },
            html! { if alive { <Button kind={ButtonKind::Link} small=true label={text!(language, "token-revoke")} onclick={revoke} /> } },
        ],
    )
    .dim(!alive || expired)
}

#[derive(Clone, PartialEq, Default)]
struct Form {
    name: String,
    person: Option<(i64, AttrValue)>,
    scopes: Vec<Scope>,
    expires: String,
    addresses: String,
}

impl Form {
    fn token(&self, clock: &Clock) -> NewToken {
        let midnight = NaiveTime::default();
        let day = NaiveDate::parse_from_str(&self.expires, "%Y-%m-%d").ok();
        let addresses = self.addresses.split(['\n', ',', ';', ' ']).map(str::trim).filter(|part| !part.is_empty());
        NewToken {
            name: self.name.clone(),
            person_id: self.person.as_ref().map(|(id, _)| *id),
            scopes: self.scopes.clone(),
            expires_at: day.and_then(|day| day.succ_opt()).map(|day| clock.instant(day.and_time(midnight))),
            allowed_addresses: addresses.map(ToOwned::to_owned).collect(),
        }
    }
}

#[derive(Properties, PartialEq)]
struct NewProps {
    onclose: Callback<()>,
    oncreated: Callback<()>,
}

/// Makes a token, and shows its text, once.
#[component]
fn New(props: &NewProps) -> Html {
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
        None => html! { <NewForm onclose={props.onclose.clone()} {oncreated} /> },
    }
}

#[derive(Properties, PartialEq)]
struct NewFormProps {
    onclose: Callback<()>,
    oncreated: Callback<CreatedToken>,
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

#[component]
fn NewForm(props: &NewFormProps) -> Html {
    let clock = use_clock();
    let language = clock.language;
    let me = use_me();
    let action = use_action();
    let submission = use_submission();
    let form = use_state_eq(Form::default);
    let create = {
        let (action, form, clock, oncreated) = (action.clone(), form.clone(), clock.clone(), props.oncreated.clone());
        Callback::from(move |()| {
            let scopes = if form.scopes.is_empty() { "" } else { "some" };
            let missing = required_errors(language, &[("name", &form.name), ("scopes", scopes)]);
            if !missing.is_empty() {
                return action.fail(invalid(language, missing));
            }
            let (new, submission, oncreated) = (form.token(&clock), submission.clone(), oncreated.clone());
            action.run(async move {
                let created = api::tokens::create(&new, &submission.key(&new)).await?;
                submission.accepted();
                oncreated.emit(created);
                Ok(())
            });
        })
    };
    let change = |change: fn(&mut Form, String)| {
        let form = form.clone();
        Callback::from(move |text: String| {
            let mut next = (*form).clone();
            change(&mut next, text);
            form.set(next);
        })
    };
    let person = {
        let form = form.clone();
        Callback::from(move |hit: Option<PersonHit>| {
            let person = hit.map(|hit| (hit.id, hit.name.into()));
            form.set(Form { person, ..(*form).clone() });
        })
    };
    let field = |name: &str| action.error.as_ref().and_then(|error| error.field(name));
    let wrong_address = action.error.as_ref().and_then(|error| {
        error
            .fields()
            .iter()
            .find(|error: &&FieldError| error.field.starts_with("allowed_addresses"))
            .map(|error| error.message.clone())
    });
    let footer = html! {
        <>
            <Button kind={ButtonKind::Primary} label={text!(language, "token-create")} onclick={create} loading={action.busy} />
            <Button kind={ButtonKind::Link} label={text!(language, "ui-back")} onclick={props.onclose.clone()} />
        </>
    };
    html! {
        <Dialog title={text!(language, "token-new")} onclose={props.onclose.clone()} {footer}>
            <div class="pf-v6-c-form sol-form">
                <FormProblem error={action.error.clone()} fields={names(language)} />
                <TextField id="token-name" label={text!(language, "admin-name")} required=true autofocus=true value={form.name.clone()}
                           onchange={change(|form, text| form.name = text)} error={field("name")} limit={Some(limits::NAME)}
                           help={text!(language, "token-name-help")} />
                <Scopes form={form.clone()} error={field("scopes")} />
                <PersonPicker id="token-person" label={text!(language, "token-person")} optional=true chosen={form.person.clone()} onselect={person}
                              error={field("person_id")} help={text!(language, "token-person-help", name = me.name.as_str())} />
                <TextField id="token-expires" label={text!(language, "token-expires")} optional=true kind="date" value={form.expires.clone()}
                           onchange={change(|form, text| form.expires = text)} error={field("expires_at")} help={text!(language, "token-expires-help")} />
                <AreaField id="token-addresses" label={text!(language, "token-from")} optional=true rows=2 limit={limits::JUSTIFICATION}
                           value={form.addresses.clone()} onchange={change(|form, text| form.addresses = text)} error={wrong_address}
                           help={text!(language, "token-addresses-help")} />
            </div>
        </Dialog>
    }
}

#[derive(Properties, PartialEq)]
struct ScopesProps {
    form: UseStateHandle<Form>,
    error: Option<String>,
}

/// What the token may be used for.
#[component]
fn Scopes(props: &ScopesProps) -> Html {
    let language = use_language();
    let scope = |scope: &Scope| {
        let (scope, form) = (*scope, props.form.clone());
        let onchange = Callback::from(move |on: bool| {
            let mut next = (*form).clone();
            next.scopes.retain(|known| *known != scope);
            if on {
                next.scopes.push(scope);
            }
            form.set(next);
        });
        let id = crate::text::code("scope", scope);
        html! { <CheckField label={text!(language, &id)} {id} checked={props.form.scopes.contains(&scope)} {onchange} /> }
    };
    html! {
        <fieldset class="ad-checks">
            <legend class="sol-h3">{ text!(language, "token-scopes") }</legend>
            { for Scope::ALL.iter().map(scope) }
            if let Some(error) = &props.error { <p class="ad-wrong" role="alert">{ error }</p> }
        </fieldset>
    }
}

/// What is shown once.
#[derive(Clone, PartialEq)]
struct Secret {
    name: String,
    text: String,
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
    let footer = html! { <Button kind={ButtonKind::Primary} label={text!(language, "token-kept")} onclick={props.onclose.clone()} /> };
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

#[derive(Properties, PartialEq)]
struct RevokeProps {
    token: TokenView,
    onclose: Callback<()>,
    onrevoked: Callback<()>,
}

/// Asks before a token is revoked.
#[component]
fn Revoke(props: &RevokeProps) -> Html {
    let language = use_language();
    let toaster = use_toaster();
    let action = use_action();
    let onconfirm = {
        let (action, id) = (action.clone(), props.token.id);
        let (onclose, onrevoked) = (props.onclose.clone(), props.onrevoked.clone());
        Callback::from(move |()| {
            let (onclose, onrevoked, toaster) = (onclose.clone(), onrevoked.clone(), toaster.clone());
            action.run(async move {
                api::tokens::revoke(id).await?;
                toaster.show(Toast::done(text!(language, "token-revoked-done")));
                onclose.emit(());
                onrevoked.emit(());
                Ok(())
            });
        })
    };
    html! {
        <Confirm title={text!(language, "token-revoke-title", name = props.token.name.as_str())} confirm={text!(language, "token-revoke")} danger=true
                 {onconfirm} oncancel={props.onclose.clone()} busy={action.busy} error={action.error.clone()}>
            <p>{ text!(language, "token-revoke-text") }</p>
        </Confirm>
    }
}
