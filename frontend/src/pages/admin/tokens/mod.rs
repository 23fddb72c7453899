//! API tokens: for whom they act, for what they may be used, from where, and until when.

mod create;

use super::shared::{ListPage, listing, matches, use_search};
use crate::api;
use crate::hooks::{Clock, use_action, use_clock, use_fetch, use_language};
use crate::ui::{Button, ButtonKind, Confirm, TableRow, Toast, loaded, skeleton_rows, use_toaster};
use contract::admin::TokenView;
use create::CreateDialog;
use locales::text;
use std::rc::Rc;
use yew::prelude::*;

/// The dialog that is open.
#[derive(Clone, PartialEq)]
enum OpenDialog {
    /// Creates a token.
    Create,
    /// Revokes a token.
    Revoke(TokenView),
}

/// The list, with buttons that create and revoke tokens.
#[component]
pub fn Tokens() -> Html {
    let clock = use_clock();
    let language = clock.language;
    let list = use_fetch((), |()| async { api::tokens::list().await });
    let search = use_search();
    let dialog = use_state_eq(|| None::<OpenDialog>);
    let open = {
        let dialog = dialog.setter();
        Callback::from(move |which: Option<OpenDialog>| dialog.set(which))
    };
    let view = |tokens: &Rc<Vec<TokenView>>| {
        let found = tokens
            .iter()
            .filter(|token| matches(&search.0, &format!("{} {} {}", token.name, token.person.name, token.prefix)));
        let rows = found.map(|token| row(&clock, token, &open)).collect();
        let heads = ["admin-name", "token-scopes", "token-from", "token-expires", "token-used", ""];
        listing(language, &text!(language, "admin-nav-tokens"), &heads, rows, !search.0.is_empty())
    };
    let actions = html! {
        <Button kind={ButtonKind::Primary} icon="plus" label={text!(language, "token-new")} onclick={open.reform(|()| Some(OpenDialog::Create))} />
    };
    let onclose = open.reform(|()| None);
    html! {
        <ListPage title={text!(language, "admin-nav-tokens")} lead={Some(AttrValue::from(text!(language, "token-lead")))} {actions}
                  search={search.clone()}>
            { loaded(&list, language, skeleton_rows(4), view) }
            { match (*dialog).clone() {
                Some(OpenDialog::Create) => html! { <CreateDialog {onclose} oncreated={list.reload.clone()} /> },
                Some(OpenDialog::Revoke(token)) => html! { <RevokeDialog {token} {onclose} onrevoked={list.reload.clone()} /> },
                None => Html::default(),
            } }
        </ListPage>
    }
}

fn row(clock: &Clock, token: &TokenView, open: &Callback<Option<OpenDialog>>) -> TableRow {
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
        open.reform(move |()| Some(OpenDialog::Revoke(token.clone())))
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

#[derive(Properties, PartialEq)]
struct RevokeProps {
    token: TokenView,
    onclose: Callback<()>,
    onrevoked: Callback<()>,
}

/// Asks before a token is revoked.
#[component]
fn RevokeDialog(props: &RevokeProps) -> Html {
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
