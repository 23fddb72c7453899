//! The telephony console: the state of the telephone exchange, a simulator, and the log of the web services.

mod explanation;
mod form;
mod result;
mod service_calls;
mod services;
mod simulator;
mod status_cards;
mod times;

use crate::api;
use crate::hooks::{use_action, use_fetch, use_form, use_language, use_refresh};
use crate::pages::admin::parameters::parameter_href;
use crate::ui::{
    Alert, AlertKind, Button, Card, Go, Page, Problem, Toast, loaded, skeleton_lines, skeleton_rows, use_toaster,
};
use contract::console::{Console as ConsoleView, MonitorPhase, ServiceCall};
use form::SimulatorForm;
use locales::{Language, text};
use service_calls::ServiceCalls;
use simulator::Simulator;
use status_cards::StatusCards;
use std::rc::Rc;
use yew::prelude::*;

/// How often the page is read again.
const REFRESH_MS: u32 = 5_000;

/// The number of the parameter that switches telephony on.
const TELEPHONY: i32 = 281;

/// What the page reads.
#[derive(PartialEq)]
struct ConsoleData {
    console: ConsoleView,
    calls: Rc<Vec<ServiceCall>>,
}

/// The page.
#[component]
pub fn Console() -> Html {
    let language = use_language();
    let data = use_fetch((), |()| async {
        let console = api::telephony::console().await?;
        Ok(ConsoleData { console, calls: Rc::new(api::telephony::service_calls().await?) })
    });
    use_refresh(REFRESH_MS, data.reload.clone());
    let form = use_form(SimulatorForm::default);
    let watched = data.data().is_some_and(|data| data.console.monitor.phase != MonitorPhase::Off);
    let onrepeat = form.on(|form: &mut SimulatorForm, call: ServiceCall| form.repeat(&call));
    let top = |data: &Rc<ConsoleData>| {
        html! {
            <>
                if !data.console.telephony { { telephony_off(language) } }
                <StatusCards console={data.console.clone()} />
            </>
        }
    };
    html! {
        <Page title={text!(language, "console-title")} actions={html! { <ReconnectButton {watched} onreconnected={data.reload.clone()} /> }}>
            { loaded(&data, language, skeleton_cards(), top) }
            <Simulator {form} onshown={data.reload.clone()} />
            if let Some(data) = data.data() {
                <ServiceCalls calls={data.calls.clone()} {onrepeat} />
            } else {
                <Card flush=true>{ skeleton_rows(4) }</Card>
            }
        </Page>
    }
}

fn skeleton_cards() -> Html {
    html! { <div class="tc__cards">{ for (0..4).map(|_| html! { <Card>{ skeleton_lines(&[40, 60, 80]) }</Card> }) }</div> }
}

/// Says that telephony is switched off.
fn telephony_off(language: Language) -> Html {
    let actions =
        html! { <Go to={parameter_href(TELEPHONY)}>{ text!(language, "console-off-link", number = TELEPHONY) }</Go> };
    html! {
        <Alert kind={AlertKind::Warning} title={text!(language, "console-off")} live=false class={classes!("tc__off")} {actions}>
            { text!(language, "console-off-text") }
        </Alert>
    }
}

#[derive(Properties, PartialEq)]
struct ReconnectProps {
    /// The exchange is watched, so that there is a connection to make anew.
    watched: bool,
    onreconnected: Callback<()>,
}

/// The button that connects to the exchange anew.
#[component]
fn ReconnectButton(props: &ReconnectProps) -> Html {
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
