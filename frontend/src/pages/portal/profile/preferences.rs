//! The preferences: language, time zone, light or dark.

use crate::api;
use crate::browser::time_zone;
use crate::hooks::{use_action, use_language, use_language_context, use_me, use_session};
use crate::ui::theme::{self, Theme};
use crate::ui::{Button, ButtonKind, Card, FormProblem, SelectField, SelectOption, SubmitForm, Toast, use_toaster};
use contract::Language;
use contract::identity::Preferences;
use locales::text;
use yew::prelude::*;

/// The time zones that are offered besides the person's own and that of the browser.
const ZONES: [&str; 16] = [
    "America/Sao_Paulo",
    "America/Noronha",
    "America/Manaus",
    "America/Cuiaba",
    "America/Rio_Branco",
    "America/Argentina/Buenos_Aires",
    "America/Santiago",
    "America/Bogota",
    "America/Lima",
    "America/Mexico_City",
    "America/New_York",
    "America/Los_Angeles",
    "Europe/Lisbon",
    "Europe/Madrid",
    "Europe/London",
    "UTC",
];

/// The preferences.
#[component]
pub fn PreferencesCard() -> Html {
    let language = use_language();
    let me = use_me();
    let session = use_session();
    let context = use_language_context();
    let toaster = use_toaster();
    let action = use_action();
    let chosen = use_state_eq(|| me.language);
    let zone = use_state_eq(|| me.time_zone.clone());
    let theme = use_state_eq(theme::chosen);
    let onsubmit = {
        let action = action.clone();
        let preferences = Preferences { language: *chosen, time_zone: (*zone).clone() };
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let (preferences, session, context, toaster) =
                (preferences.clone(), session.clone(), context.clone(), toaster.clone());
            action.run(async move {
                let me = api::session::set_preferences(&preferences).await?;
                context.follow(me.language);
                toaster.show(Toast::done(text!(me.language, "profile-saved")));
                session.enter(me);
                Ok(())
            });
        })
    };
    let languages: Vec<SelectOption> = Language::ALL
        .iter()
        .map(|each| (each.as_str().into(), text!(*each, &format!("language-name-{each}")).into()))
        .collect();
    let themes: Vec<SelectOption> = Theme::ALL
        .into_iter()
        .map(|each| (each.as_str().into(), text!(language, &format!("ui-theme-{}", each.as_str())).into()))
        .collect();
    let ontheme = {
        let theme = theme.setter();
        Callback::from(move |code: String| {
            if let Some(each) = Theme::ALL.into_iter().find(|each| each.as_str() == code) {
                theme::choose(each);
                theme.set(each);
            }
        })
    };
    let fields = vec![
        ("language", "language", text!(language, "ui-language").into()),
        ("time_zone", "time-zone", text!(language, "profile-time-zone").into()),
    ];
    html! {
        <Card title={text!(language, "profile-preferences")}>
            <SubmitForm {onsubmit} browser_checks=true>
                <FormProblem error={action.error.clone()} {fields} />
                <SelectField id="language" label={text!(language, "ui-language")} value={chosen.as_str()}
                    options={languages}
                             onchange={ let chosen = chosen.setter(); move |code: String| chosen.set(code.parse().unwrap_or_default()) } />
                <SelectField id="time-zone" label={text!(language, "profile-time-zone")} value={(*zone).clone()}
                    options={zone_options(&me.time_zone, &time_zone::of_browser())}
                             error={action.error.as_ref().and_then(|error| error.field("time_zone"))}
                             onchange={ let zone = zone.setter(); move |value| zone.set(value) } />
                <SelectField id="look" label={text!(language, "ui-theme")} value={theme.as_str()} options={themes}
                    onchange={ontheme}
                             help={AttrValue::from(text!(language, "profile-look-text"))} />
                <div><Button kind={ButtonKind::Primary} submit=true label={text!(language, "ui-save")}
                    loading={action.busy} /></div>
            </SubmitForm>
        </Card>
    }
}

/// The person's own zone, that of the browser, and the usual ones, each once.
fn zone_options(own: &str, browser: &str) -> Vec<SelectOption> {
    let mut zones: Vec<&str> = vec![own, browser];
    zones.extend(ZONES);
    let mut options: Vec<SelectOption> = Vec::new();
    for zone in zones {
        if !options.iter().any(|(known, _)| known == zone) {
            options.push((zone.to_owned().into(), zone.replace('_', " ").into()));
        }
    }
    options
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zones(own: &str, browser: &str) -> Vec<String> {
        zone_options(own, browser).iter().map(|(zone, _)| zone.to_string()).collect()
    }

    #[test]
    fn ones_own_zone_comes_first_then_that_of_the_browser() {
        let zones = zones("Asia/Tokyo", "Africa/Luanda");
        assert_eq!(zones[..2], ["Asia/Tokyo", "Africa/Luanda"]);
        assert_eq!(zones.len(), ZONES.len() + 2);
    }

    #[test]
    fn a_zone_is_offered_once() {
        assert_eq!(zones("UTC", "UTC").len(), ZONES.len());
        assert_eq!(zones("UTC", "UTC")[0], "UTC");
    }

    #[test]
    fn a_zone_is_written_with_blanks() {
        let options = zone_options("America/Sao_Paulo", "UTC");
        assert_eq!(options[0].1, "America/Sao Paulo");
    }
}
