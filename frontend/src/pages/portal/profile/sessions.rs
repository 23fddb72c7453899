//! The browsers and devices where the person is logged in.

use crate::api;
use crate::hooks::{use_action, use_clock, use_fetch};
use crate::ui::{Button, Card, Problem, icon, loaded, skeleton_lines};
use contract::identity::SessionView;
use locales::{Language, text};
use std::rc::Rc;
use yew::prelude::*;

/// The open sessions, each with a button that ends it.
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

/// *Firefox, Linux*: browser and system, as its user agent string names them.
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
        (Some(only), None) | (None, Some(only)) => only.to_owned(),
        (None, None) => text!(language, "profile-session-unknown"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browser_and_system_are_recognised() {
        let known = [
            ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Linux"),
            ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0", "Edge, Windows"),
            ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0.0.0 Safari/537.36", "Chrome, Windows"),
            ("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0.0.0 Safari/537.36 OPR/120.0.0.0", "Opera, Windows"),
            ("Mozilla/5.0 (Linux; Android 15; Pixel 9) Chrome/140.0.0.0 Mobile Safari/537.36", "Chrome, Android"),
            ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1", "Safari, iPhone"),
            ("Mozilla/5.0 (Macintosh; Intel Mac OS X 15_0) Version/18.0 Safari/605.1.15", "Safari, macOS"),
        ];
        for (agent, name) in known {
            assert_eq!(device(Language::English, agent), name, "{agent}");
        }
    }

    #[test]
    fn one_of_the_two_is_enough() {
        assert_eq!(device(Language::English, "Firefox"), "Firefox");
        assert_eq!(device(Language::English, "curl (Linux)"), "Linux");
    }

    #[test]
    fn an_unknown_device_is_named_so_in_the_language() {
        for &language in Language::ALL {
            assert_eq!(device(language, "curl/8.0"), text!(language, "profile-session-unknown"));
        }
    }
}
