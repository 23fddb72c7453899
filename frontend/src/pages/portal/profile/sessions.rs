//! Where one is logged in.

use crate::api;
use crate::hooks::{use_action, use_clock, use_fetch};
use crate::ui::{Button, Card, Problem, icon, loaded, skeleton_lines};
use contract::identity::SessionView;
use locales::{Language, text};
use std::rc::Rc;
use yew::prelude::*;

/// The open sessions, each with a way to end it.
#[component]
pub fn SessionsCard() -> Html {
    let clock = use_clock();
    let language = clock.language;
    let action = use_action();
    let sessions = use_fetch((), |()| async { api::session::sessions().await });
    let onend = {
        let (action, reload) = (action.clone(), sessions.reload.clone());
        Callback::from(move |id: i64| {
            let reload = reload.clone();
            action.run(async move {
                api::session::end_session(id).await?;
                reload.emit(());
                Ok(())
            });
        })
    };
    let row = |session: &SessionView| {
        let id = session.id;
        let device = device(language, &session.user_agent);
        let (at, address) = (clock.date_time(session.last_seen_at), session.address.as_str());
        let seen = text!(language, "profile-session-seen", at = at, address = address);
        html! {
            <li key={id}>
                { icon("desktop") }
                <div class="sol-grow">
                    <strong>{ device.clone() }</strong>
                    <div class="sol-small sol-subtle">{ seen }</div>
                </div>
                if session.current {
                    <span class="sol-small sol-subtle">{ text!(language, "profile-session-this") }</span>
                } else {
                    <Button small=true label={text!(language, "profile-session-end")}
                        onclick={onend.reform(move |()| id)} />
                }
            </li>
        }
    };
    let view = |list: &Rc<Vec<SessionView>>| html! { <ul class="sessions">{ for list.iter().map(row) }</ul> };
    html! {
        <Card title={text!(language, "profile-sessions")}>
            <p class="sol-subtle profile__lead">{ text!(language, "profile-sessions-text") }</p>
            <Problem error={action.error.clone()} />
            { loaded(&sessions, language, skeleton_lines(&[60, 40]), view) }
        </Card>
    }
}

/// *Firefox, Linux*: as much as a person can use of what a browser says about itself.
fn device(language: Language, agent: &str) -> String {
    let find =
        |known: &[(&str, &'static str)]| known.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name);
    let browser =
        find(&[("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrom", "Chrome"), ("Safari", "Safari")]);
    let system = find(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    ]);
    match (browser, system) {
        (Some(browser), Some(system)) => format!("{browser}, {system}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => text!(language, "profile-session-unknown"),
    }
}
