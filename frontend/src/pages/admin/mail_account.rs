//! The account that e-mails are sent from, and a test of it.

use crate::api::{self, ApiError, Tagged};
use crate::hooks::{Action as ActionState, Form, use_action, use_fetch, use_form, use_language, use_me};
use crate::ui::{
    Alert, AlertKind, Button, ButtonKind, Card, CheckField, FormProblem, Page, Problem, RadioCard, RadioCards,
    SelectField, SelectOption, SubmitForm, TextField, Toast, Unsaved, invalid, loaded, required_errors, skeleton_lines,
    use_toaster,
};
use contract::admin::{MailAccountEdit, MailAccountView, MailSecurity, MailTestResult, MailTransport};
use locales::{Language, text};
use std::rc::Rc;
use yew::prelude::*;

/// The port at which servers accept messages from users (RFC 6409).
const SUBMISSION_PORT: i32 = 587;

/// The page.
#[component]
pub fn MailAccount() -> Html {
    let language = use_language();
    let account = use_fetch((), |()| async { api::mail::account().await });
    let view = |read: &Rc<Tagged<MailAccountView>>| {
        html! {
            <div class="ad__form sol-stack">
                <Account key={read.etag.clone().unwrap_or_default()} read={read.clone()} replace={account.replace.clone()} reload={account.reload.clone()} />
                <Test />
            </div>
        }
    };
    html! {
        <Page title={text!(language, "admin-nav-mail-account")} lead={html! { { text!(language, "account-lead") } }}>
            { loaded(&account, language, html! { <Card>{ skeleton_lines(&[40, 70, 55]) }</Card> }, view) }
        </Page>
    }
}

/// What can be edited of the account. A password is not read; when none is typed, the saved one stays.
fn edit_of(view: &MailAccountView) -> MailAccountEdit {
    MailAccountEdit {
        transport: view.transport,
        host: view.host.clone(),
        port: view.port,
        security: view.security,
        username: view.username.clone(),
        password: None,
        from_name: view.from_name.clone(),
        from_address: view.from_address.clone(),
    }
}

#[derive(Properties, PartialEq)]
struct AccountProps {
    read: Rc<Tagged<MailAccountView>>,
    replace: Callback<Tagged<MailAccountView>>,
    reload: Callback<()>,
}

/// The fields of the form: name in the API, identifier of the control, label.
fn field_names(language: Language) -> Vec<(&'static str, &'static str, AttrValue)> {
    let label = |key: &str| AttrValue::from(text!(language, key));
    vec![
        ("host", "account-host", label("account-host")),
        ("port", "account-port", label("account-port")),
        ("security", "account-security", label("account-security")),
        ("username", "account-username", label("account-username")),
        ("password", "account-password", label("account-password")),
        ("from_name", "account-from-name", label("account-from-name")),
        ("from_address", "account-from-address", label("account-from-address")),
    ]
}

/// The form. Its parent makes a new one for each version that is read.
#[component]
fn Account(props: &AccountProps) -> Html {
    let language = use_language();
    let view = &props.read.data;
    let original = edit_of(view);
    let form = use_form(|| original.clone());
    let (action, save) = use_save(props, &form.value);
    let dirty = *form.value != original;
    html! {
        <SubmitForm onsubmit={save}>
            <Unsaved dirty={dirty && !action.busy} />
            <Alert title={text!(language, &format!("account-source-{}", view.source))} live=false>{ text!(language, "account-source-help") }</Alert>
            { problem(language, action.error.clone(), &props.reload) }
            <Card><Fields view={props.read.clone()} {form} error={action.error.clone()} /></Card>
            <div class={classes!("ad__bar", dirty.then_some("is-dirty"))}>
                <span class="sol-grow" role="status">{ text!(language, if dirty { "admin-bar-dirty" } else { "admin-bar-clean" }) }</span>
                <Button kind={ButtonKind::Primary} submit=true label={text!(language, "ui-save")} loading={action.busy} disabled={!dirty} />
            </div>
        </SubmitForm>
    }
}

/// The action that saves the form, and the callback that starts it.
#[hook]
fn use_save(props: &AccountProps, edit: &Rc<MailAccountEdit>) -> (ActionState, Callback<SubmitEvent>) {
    let language = use_language();
    let toaster = use_toaster();
    let action = use_action();
    let save = {
        let (action, edit) = (action.clone(), edit.clone());
        let (etag, replace) = (props.read.etag.clone(), props.replace.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let missing = required_errors(language, &required_fields(&edit));
            if !missing.is_empty() {
                return action.fail(invalid(language, missing));
            }
            let (edit, etag, replace, toaster) = (edit.clone(), etag.clone(), replace.clone(), toaster.clone());
            action.run(async move {
                let saved = api::mail::set_account(&edit, etag.as_deref()).await?;
                toaster.show(Toast::done(text!(language, "admin-saved")));
                replace.emit(saved);
                Ok(())
            });
        })
    };
    (action, save)
}

/// The fields that must be filled in (name in the API, value): the server only where e-mails are sent through one.
fn required_fields(edit: &MailAccountEdit) -> Vec<(&'static str, &str)> {
    let mut fields = vec![("from_address", edit.from_address.as_str())];
    if edit.transport == MailTransport::Smtp {
        fields.push(("host", &edit.host));
    }
    fields
}

/// Sets the transport. The first time that SMTP is chosen, port and encryption are the usual ones.
fn set_transport(edit: &mut MailAccountEdit, transport: MailTransport) {
    edit.transport = transport;
    if transport == MailTransport::Smtp && edit.port == 0 {
        (edit.port, edit.security) = (SUBMISSION_PORT, MailSecurity::StartTls);
    }
}

/// Why it was not saved: fields are wrong, or somebody else has saved the account meanwhile.
fn problem(language: Language, error: Option<ApiError>, reload: &Callback<()>) -> Html {
    if error.as_ref().and_then(ApiError::status) == Some(412) {
        let actions = html! { <Button kind={ButtonKind::Inline} label={text!(language, "admin-conflict-theirs")} onclick={reload.clone()} /> };
        return html! {
            <Alert kind={AlertKind::Warning} title={text!(language, "admin-conflict")} {actions}>{ text!(language, "account-conflict-text") }</Alert>
        };
    }
    html! { <FormProblem {error} fields={field_names(language)} /> }
}

#[derive(Properties, PartialEq)]
struct FieldsProps {
    view: Rc<Tagged<MailAccountView>>,
    form: Form<MailAccountEdit>,
    error: Option<ApiError>,
}

#[component]
fn Fields(props: &FieldsProps) -> Html {
    let language = use_language();
    let (form, edit) = (&props.form, &props.form.value);
    let field = |name: &str| props.error.as_ref().and_then(|error| error.field(name));
    let transport = form.on(set_transport);
    let cards = MailTransport::ALL.iter().rev().map(|&value| RadioCard {
        value,
        label: text!(language, &crate::text::code("mail-transport", value)).into(),
        help: Some(text!(language, &crate::text::code("account-transport-help", value)).into()),
        icon: None,
    });
    html! {
        <div class="sol-stack">
            <RadioCards<MailTransport> name="account-transport" legend={text!(language, "account-transport")} cards={cards.collect::<Vec<_>>()}
                                       selected={Some(edit.transport)} onselect={transport} error={field("transport")} />
            if edit.transport == MailTransport::Smtp { <Server form={form.clone()} view={props.view.clone()} error={props.error.clone()} /> }
            <div class="dk-pair">
                <TextField id="account-from-name" label={text!(language, "account-from-name")} value={edit.from_name.clone()}
                           onchange={form.on(|edit, text| edit.from_name = text)} error={field("from_name")} />
                <TextField id="account-from-address" label={text!(language, "account-from-address")} required=true kind="email"
                           value={edit.from_address.clone()} onchange={form.on(|edit, text| edit.from_address = text)} error={field("from_address")} />
            </div>
        </div>
    }
}

/// The SMTP server: host, port, encryption, user and password.
#[component]
fn Server(props: &FieldsProps) -> Html {
    let language = use_language();
    let (form, edit) = (&props.form, &props.form.value);
    let field = |name: &str| props.error.as_ref().and_then(|error| error.field(name));
    let securities = MailSecurity::ALL.iter().map(|one| -> SelectOption {
        (one.as_str().into(), text!(language, &crate::text::code("mail-security", one)).into())
    });
    let clear = form.on(|edit, on: bool| edit.password = on.then(String::new));
    let set_already = props.view.data.password_set;
    let clearing = edit.password.as_deref() == Some("");
    let help = text!(language, if set_already { "account-password-set" } else { "account-password-none" });
    html! {
        <>
            <div class="dk-pair">
                <TextField id="account-host" label={text!(language, "account-host")} required=true value={edit.host.clone()}
                           onchange={form.on(|edit, text| edit.host = text)} error={field("host")} />
                <TextField id="account-port" label={text!(language, "account-port")} kind="number" value={edit.port.to_string()}
                           onchange={form.on(|edit, text: String| edit.port = text.parse().unwrap_or_default())} error={field("port")} />
            </div>
            <SelectField id="account-security" label={text!(language, "account-security")} value={edit.security.as_str()}
                         options={securities.collect::<Vec<_>>()} error={field("security")}
                         onchange={form.on(|edit, code: String| edit.security = code.parse().unwrap_or(edit.security))} />
            <div class="dk-pair">
                <TextField id="account-username" label={text!(language, "account-username")} value={edit.username.clone()} autocomplete="off"
                           onchange={form.on(|edit, text| edit.username = text)} error={field("username")} />
                <TextField id="account-password" label={text!(language, "account-password")} kind="password" autocomplete="new-password"
                           value={edit.password.clone().unwrap_or_default()} error={field("password")} help={AttrValue::from(help)}
                           onchange={form.on(|edit, text: String| edit.password = Some(text).filter(|text| !text.is_empty()))} />
            </div>
            if set_already {
                <CheckField id="account-password-clear" label={text!(language, "account-password-clear")} checked={clearing} onchange={clear} />
            }
        </>
    }
}

/// Sends a test message from the saved account.
#[component]
fn Test() -> Html {
    let language = use_language();
    let me = use_me();
    let action = use_action();
    let to = use_state_eq(|| me.email.clone().unwrap_or_default());
    let result = use_state_eq(|| None::<MailTestResult>);
    let onsubmit = {
        let (action, to, result) = (action.clone(), to.clone(), result.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let (to, result) = ((*to).clone(), result.clone());
            result.set(None);
            action.run(async move {
                result.set(Some(api::mail::test(to).await?));
                Ok(())
            });
        })
    };
    let field = action.error.as_ref().and_then(|error| error.field("to"));
    let other = action.error.clone().filter(|_| field.is_none());
    html! {
        <Card title={text!(language, "account-test")}>
            <SubmitForm {onsubmit}>
                <TextField id="account-to" label={text!(language, "account-test-to")} kind="email" value={(*to).clone()} error={field}
                           onchange={ let to = to.setter(); move |text| to.set(text) } help={text!(language, "account-test-help")} />
                <Problem error={other} />
                if let Some(result) = &*result {
                    <Alert kind={if result.delivered { AlertKind::Success } else { AlertKind::Danger }}
                           title={text!(language, if result.delivered { "account-test-done" } else { "account-test-failed" })}>{ &result.detail }</Alert>
                }
                <div><Button submit=true icon="paper-plane" label={text!(language, "account-test-send")} loading={action.busy} /></div>
            </SubmitForm>
        </Card>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(transport: MailTransport) -> MailAccountEdit {
        MailAccountEdit {
            transport,
            host: String::new(),
            port: 0,
            security: MailSecurity::Plain,
            username: String::new(),
            password: None,
            from_name: String::new(),
            from_address: String::new(),
        }
    }

    #[test]
    fn a_server_is_required_only_where_there_is_one() {
        for &transport in MailTransport::ALL {
            let required: Vec<_> = required_fields(&edit(transport)).iter().map(|(name, _)| *name).collect();
            let expected: &[&str] =
                if transport == MailTransport::Smtp { &["from_address", "host"] } else { &["from_address"] };
            assert_eq!(required, expected, "{transport}");
        }
    }

    #[test]
    fn the_first_choice_of_smtp_brings_the_usual_port_and_encryption() {
        let mut account = edit(MailTransport::Folder);
        set_transport(&mut account, MailTransport::Smtp);
        assert_eq!((account.port, account.security), (587, MailSecurity::StartTls));
    }

    #[test]
    fn a_port_that_was_typed_stays() {
        let mut account = MailAccountEdit { port: 25, ..edit(MailTransport::Folder) };
        set_transport(&mut account, MailTransport::Smtp);
        assert_eq!((account.port, account.security), (25, MailSecurity::Plain));
    }
}
