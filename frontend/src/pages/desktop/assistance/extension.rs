//! The extension that the attendant answers calls at.

use crate::api;
use crate::calls::{Calls, lost};
use crate::hooks::{use_action, use_clock};
use crate::ui::{Alert, AlertKind, Button, ButtonKind, Problem, TextField, icon};
use contract::calls::LostExtension;
use locales::text;
use yew::prelude::*;

/// Properties of [`Extension`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The attendant's calls.
    pub calls: Calls,
}

/// The field of the extension, *Save*, *Stop answering*, and since when it is theirs.
#[component]
pub fn Extension(props: &Props) -> Html {
    let clock = use_clock();
    let language = clock.language;
    let action = use_action();
    let mine = &props.calls.extension;
    let typed = use_state_eq(|| mine.extension.clone().unwrap_or_default());
    use_effect_with(mine.extension.clone(), {
        let typed = typed.setter();
        move |extension| typed.set(extension.clone().unwrap_or_default())
    });
    let save = {
        let (action, replace) = (action.clone(), props.calls.replace_extension.clone());
        Callback::from(move |extension: Option<String>| {
            let replace = replace.clone();
            action.run(async move {
                replace.emit(api::calls::set_extension(extension).await?);
                Ok(())
            });
        })
    };
    let onsubmit = {
        let (save, typed) = (save.clone(), typed.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            save.emit(Some((*typed).clone()));
        })
    };
    let error = action.error.as_ref().and_then(|error| error.field("extension"));
    let other_error = action.error.clone().filter(|_| error.is_none());
    let since = mine.recorded_at.map(|at| {
        if clock.same_day(at, clock.now()) {
            text!(language, "calls-recorded", at = clock.time(at))
        } else {
            text!(language, "calls-recorded-on", at = clock.date_time(at))
        }
    });
    html! {
        <section class="sol-card as__ext" aria-label={text!(language, "calls-my-extension")}>
            if let Some(lost) = &mine.lost { <LostExtensionAlert lost={lost.clone()} ontake={save.reform(Some)} /> }
            <form {onsubmit} class="as__in" novalidate=true>
                <TextField id="extension" label={text!(language, "calls-my-extension")} value={(*typed).clone()} inputmode={Some(AttrValue::Static("numeric"))}
                           autocomplete={Some(AttrValue::Static("off"))} onchange={ let typed = typed.setter(); move |text| typed.set(text) } {error} />
                <Button kind={ButtonKind::Primary} submit=true label={text!(language, "calls-record")} loading={action.busy} />
                if mine.extension.is_some() {
                    <Button kind={ButtonKind::Link} label={text!(language, "calls-stop")} onclick={save.reform(|()| None)} />
                }
            </form>
            <Problem error={other_error} />
            <p class="as__ok" role="status">
                if let Some(since) = since {
                    { icon("check-circle") }{ " " }{ since }
                } else {
                    <span class="sol-subtle">{ text!(language, "calls-not-answering") }</span>
                }
            </p>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct LostProps {
    lost: LostExtension,
    /// Takes the extension back.
    ontake: Callback<String>,
}

/// Says why and when the extension was lost, and takes it back.
#[component]
fn LostExtensionAlert(props: &LostProps) -> Html {
    let clock = use_clock();
    let language = clock.language;
    let extension = props.lost.extension.clone();
    let onclick = props.ontake.reform(move |()| extension.clone());
    let actions = html! {
        <Button kind={ButtonKind::Inline} label={text!(language, "calls-take-back", extension = props.lost.extension.as_str())} {onclick} />
    };
    html! {
        <Alert kind={AlertKind::Warning} title={lost(language, &props.lost)} {actions}>
            { text!(language, "calls-lost-at", at = clock.date_time(props.lost.at)) }
        </Alert>
    }
}
