//! The telephony console: how the exchange is watched, a simulator, the last calls
//! to the web services.

mod calls;
mod cards;
mod fields;
mod legend;
mod result;
mod simulator;
mod words;

use super::parameters::link_to;
use crate::api;
use crate::hooks::{use_action, use_fetch, use_form, use_language, use_refresh};
use crate::ui::{
    Alert, AlertKind, Button, Card, Go, Page, Problem, Toast, loaded, skeleton_lines, skeleton_rows, use_toaster,
};
use calls::Calls;
use cards::Cards;
use contract::console::{Console as Read, MonitorPhase, ServiceCall};
use fields::Typed;
use locales::{Language, text};
use simulator::Simulator;
use std::rc::Rc;
use yew::prelude::*;

/// How often the page is read again.
const REFRESH_MS: u32 = 5_000;

/// The parameter that switches telephony on.
const TELEPHONY: i32 = 281;

/// What the page shows of the server.
#[derive(PartialEq)]
struct Seen {
    console: Read,
    calls: Rc<Vec<ServiceCall>>,
}

/// The page.
#[component]
pub fn Console() -> Html {
    let language = use_language();
    let seen = use_fetch((), |()| async {
        let console = api::telephony::console().await?;
        Ok(Seen { console, calls: Rc::new(api::telephony::service_calls().await?) })
    });
    use_refresh(REFRESH_MS, seen.reload.clone());
    let typed = use_form(Typed::default);
    let watched = seen.data().is_some_and(|seen| seen.console.monitor.phase != MonitorPhase::Off);
    let onrepeat = typed.on(|typed: &mut Typed, call: ServiceCall| typed.repeat(&call));
    let top = |seen: &Rc<Seen>| {
        html! {
            <>
                if !seen.console.telephony { { off(language) } }
                <Cards console={seen.console.clone()} />
            </>
        }
    };
    html! {
        <Page title={text!(language, "console-title")} actions={html! { <Reconnect {watched} onreconnected={seen.reload.clone()} /> }}>
            { loaded(&seen, language, waiting(), top) }
            <Simulator {typed} onshown={seen.reload.clone()} />
            if let Some(seen) = seen.data() {
                <Calls calls={seen.calls.clone()} {onrepeat} />
            } else {
                <Card flush=true>{ skeleton_rows(4) }</Card>
            }
        </Page>
    }
}

fn waiting() -> Html {
    html! { <div class="tc__cards">{ for (0..4).map(|_| html! { <Card>{ skeleton_lines(&[40, 60, 80]) }</Card> }) }</div> }
}

fn off(language: Language) -> Html {
    let actions =
        html! { <Go to={link_to(TELEPHONY)}>{ text!(language, "console-off-link", number = TELEPHONY) }</Go> };
    html! {
        <Alert kind={AlertKind::Warning} title={text!(language, "console-off")} live=false class={classes!("tc__off")} {actions}>
            { text!(language, "console-off-text") }
        </Alert>
    }
}

#[derive(Properties, PartialEq)]
struct ReconnectProps {
    /// False: there is no connection that could be made anew.
    watched: bool,
    onreconnected: Callback<()>,
}

/// Connects to the exchange anew.
#[component]
fn Reconnect(props: &ReconnectProps) -> Html {
    let language = use_language();
    let toaster = use_toaster();
    let action = use_action();
    let onclick = {
        let (action, onreconnected) = (action.clone(), props.onreconnected.clone());
        Callback::from(move |()| {
            let (toaster, onreconnected) = (toaster.clone(), onreconnected.clone());
            action.run(async move {
                api::telephony::reconnect().await?;
                toaster.show(Toast::done(text!(language, "console-reconnected")).key("reconnect"));
                onreconnected.emit(());
                Ok(())
            });
        })
    };
    html! {
        <>
            <Problem error={action.error.clone()} />
            <Button icon="sync-alt" label={text!(language, "console-reconnect")} {onclick} loading={action.busy} disabled={!props.watched} />
        </>
    }
}
