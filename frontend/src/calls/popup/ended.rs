//! After hang-up: the attendant says what the call was about.

use crate::calls::actions::CallActions;
use crate::hooks::use_language;
use crate::ui::{BareField, Button, ButtonKind, Radio, icon, invalid, invalid_field};
use contract::calls::{CallPopUp, CallTag, ConcludeCall};
use locales::{Language, text};
use std::rc::Rc;
use yew::prelude::*;

/// The request that was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum About {
    /// One of the requests that are shown.
    Shown(i64),
    /// Another one, whose number is typed.
    Other,
}

/// Properties of [`Ended`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The call.
    pub call: Rc<CallPopUp>,
    /// What can be done with it.
    pub actions: CallActions,
    /// The attendant wants to say who called first.
    pub onidentify: Callback<()>,
}

/// A choice of requests and tags. Only a request that was opened or looked at in this call is chosen beforehand.
#[component]
pub fn Ended(props: &Props) -> Html {
    let language = use_language();
    let (call, actions) = (&props.call, &props.actions);
    let chosen = use_state_eq(|| None::<About>);
    let typed = use_state_eq(String::new);
    let about = chosen.or_else(|| call.likely().map(About::Shown));
    let number = match about {
        Some(About::Shown(number)) => Some(number),
        Some(About::Other) => typed.trim().parse().ok(),
        None => None,
    };
    let link = {
        let (actions, id) = (actions.clone(), call.call_id);
        Callback::from(move |()| match number {
            Some(number) => actions.conclude(id, ConcludeCall { number: Some(number), tag: None }),
            None => {
                let error = invalid_field("number", text!(language, "calls-which"));
                actions.action.fail(invalid(language, vec![error]));
            }
        })
    };
    let label = match number {
        Some(number) => text!(language, "calls-link-to", number = number),
        None => text!(language, "calls-link"),
    };
    let name = format!("call-{}-about", call.call_id);
    let option = |value: About, content: Html| {
        let chosen = chosen.setter();
        let onchange = Callback::from(move |()| chosen.set(Some(value)));
        let on = about == Some(value);
        html! {
            <label class={classes!("call__pi", on.then_some("is-on"))}>
                <Radio name={name.clone()} checked={on} {onchange} />
                { content }
            </label>
        }
    };
    let seen = |number: i64| call.requests.iter().any(|link| link.number == number);
    let shown = |(number, title): (i64, &str)| {
        let note = seen(number).then(|| format!(" · {}", text!(language, "calls-seen")));
        option(
            About::Shown(number),
            html! { <span class="sol-grow"><strong>{ number }</strong><small>{ title.to_owned() }{ note.unwrap_or_default() }</small></span> },
        )
    };
    let error = actions.action.error.as_ref().and_then(|error| error.field("number"));
    html! {
        <>
            <div class="call__b">
                <fieldset class="call__pick">
                    <legend class="call__n">{ text!(language, "calls-about") }</legend>
                    { for call.possible().into_iter().map(shown) }
                    { option(About::Other, html! {
                        <><strong class="sol-grow">{ text!(language, "calls-other-request") }</strong>{ other(language, call, &typed, &chosen) }</>
                    }) }
                    if let Some(error) = error { <p class="call__why call__why--bad" role="alert">{ icon("exclamation-circle") }<span>{ error }</span></p> }
                </fieldset>
                <p class="sol-small sol-subtle">{ text!(language, "calls-or-tag") }</p>
                { tags(language, call, actions) }
            </div>
            <footer class="call__f">
                <Button kind={ButtonKind::Primary} icon="link" {label} onclick={link} loading={actions.action.busy} />
                { open_new(language, props) }
            </footer>
        </>
    }
}

/// The field for the number of another request.
fn other(
    language: Language,
    call: &CallPopUp,
    typed: &UseStateHandle<String>,
    chosen: &UseStateHandle<Option<About>>,
) -> Html {
    let onchange = {
        let (typed, chosen) = (typed.setter(), chosen.setter());
        Callback::from(move |text: String| {
            typed.set(text);
            chosen.set(Some(About::Other));
        })
    };
    html! {
        <BareField class="call__other" id={format!("call-{}-number", call.call_id)} inputmode="numeric" value={(**typed).clone()} {onchange}
                   label={text!(language, "calls-number-label")} placeholder={text!(language, "calls-number")} />
    }
}

/// The tags of a call that has nothing to do with a request.
fn tags(language: Language, call: &CallPopUp, actions: &CallActions) -> Html {
    let tag = |(tag, name): (CallTag, &'static str)| {
        let (actions, id) = (actions.clone(), call.call_id);
        let onclick = Callback::from(move |()| actions.conclude(id, ConcludeCall { number: None, tag: Some(tag) }));
        html! { <Button small=true icon={name} label={text!(language, &crate::text::code("calls-tag", tag))} {onclick} /> }
    };
    let all_tags =
        [(CallTag::WrongNumber, "times"), (CallTag::Information, "info-circle"), (CallTag::Dropped, "phone-slash")];
    html! { <div class="sol-row sol-row--wrap">{ for all_tags.into_iter().map(tag) }</div> }
}

/// Opens a new request for a caller who is known; for another one, says first who it was.
fn open_new(language: Language, props: &Props) -> Html {
    let Some(caller) = props.call.caller.clone() else {
        return html! {
            <Button kind={ButtonKind::Link} icon="user-plus" label={text!(language, "calls-identify")} onclick={props.onidentify.clone()} />
        };
    };
    let (actions, id) = (props.actions.clone(), props.call.call_id);
    let onclick = Callback::from(move |()| actions.open_request(id, caller.clone()));
    html! { <Button kind={ButtonKind::Link} icon="plus" label={text!(language, "calls-open-new")} {onclick} /> }
}
