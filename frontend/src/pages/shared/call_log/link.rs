//! The dialog that says, after a call has ended, what it was about.

use crate::api;
use crate::calls::number;
use crate::hooks::{use_action, use_clock};
use crate::ui::{Button, ButtonKind, Dialog, Problem, RadioCard, RadioCards, TextField, invalid, invalid_field};
use contract::calls::{CallRow, CallTag, ConcludeCall};
use locales::text;
use yew::prelude::*;

/// Properties of [`LinkCallDialog`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The call.
    pub row: CallRow,
    /// Closes the dialog without saying anything.
    pub onclose: Callback<()>,
    /// Called when it was saved.
    pub ondone: Callback<()>,
}

/// Asks for the number of a request, or for a tag.
#[component]
pub fn LinkCallDialog(props: &Props) -> Html {
    let clock = use_clock();
    let language = clock.language;
    let action = use_action();
    let tag = use_state_eq(|| None::<CallTag>);
    let typed = use_state_eq(String::new);
    let conclude = {
        let (action, tag, typed) = (action.clone(), *tag, (*typed).clone());
        let (id, ondone) = (props.row.id, props.ondone.clone());
        Callback::from(move |()| {
            let Some(conclusion) = conclusion(tag, &typed) else {
                let error = invalid_field("number", text!(language, "calls-which"));
                return action.fail(invalid(language, vec![error]));
            };
            let ondone = ondone.clone();
            action.run(async move {
                api::calls::conclude(id, &conclusion).await?;
                ondone.emit(());
                Ok(())
            });
        })
    };
    let onsubmit = {
        let conclude = conclude.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            conclude.emit(());
        })
    };
    let ontype = {
        let (typed, tag) = (typed.setter(), tag.setter());
        Callback::from(move |text: String| {
            typed.set(text);
            tag.set(None);
        })
    };
    let card = |tag: &CallTag| RadioCard {
        value: *tag,
        label: text!(language, &crate::text::code("calls-tag", tag)).into(),
        help: None,
        icon: None,
    };
    let who = props.row.person.as_ref().map(|person| person.name.clone());
    let who = who.unwrap_or_else(|| number(language, props.row.number.as_deref(), props.row.number_withheld));
    let error = action.error.as_ref().and_then(|error| error.field("number"));
    let other_error = action.error.clone().filter(|_| error.is_none());
    let footer = html! {
        <>
            <Button kind={ButtonKind::Primary} icon="link" label={text!(language, "calls-link")} onclick={conclude} loading={action.busy} />
            <Button kind={ButtonKind::Link} label={text!(language, "ui-back")} onclick={props.onclose.clone()} />
        </>
    };
    html! {
        <Dialog title={text!(language, "calls-about")} onclose={props.onclose.clone()} {footer}>
            <form class="sol-stack" {onsubmit} novalidate=true>
                <p class="sol-subtle">{ format!("{who} · {}", clock.time(props.row.at)) }</p>
                <TextField id="call-number" label={text!(language, "calls-number-label")} value={(*typed).clone()} onchange={ontype} {error}
                           inputmode={Some(AttrValue::Static("numeric"))} />
                <RadioCards<CallTag> name="call-tag" legend={text!(language, "calls-or-tag")} selected={*tag}
                                     cards={CallTag::ALL.iter().map(card).collect::<Vec<_>>()}
                                     onselect={ let tag = tag.setter(); move |chosen| tag.set(Some(chosen)) } />
                <Problem error={other_error} />
            </form>
        </Dialog>
    }
}

/// What is sent: the tag, or the number that was typed where there is no tag. None when there is neither.
fn conclusion(tag: Option<CallTag>, typed: &str) -> Option<ConcludeCall> {
    let number = if tag.is_some() { None } else { typed.trim().parse().ok() };
    Some(ConcludeCall { number, tag }).filter(|conclusion| *conclusion != ConcludeCall::default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_comes_before_a_number() {
        for &tag in CallTag::ALL {
            assert_eq!(conclusion(Some(tag), "34534"), Some(ConcludeCall { number: None, tag: Some(tag) }));
        }
    }

    #[test]
    fn a_number_may_have_blanks_around_it() {
        assert_eq!(conclusion(None, " 34534 "), Some(ConcludeCall { number: Some(34534), tag: None }));
    }

    #[test]
    fn neither_number_nor_tag_is_no_conclusion() {
        for typed in ["", "  ", "abc", "12a", "#12"] {
            assert_eq!(conclusion(None, typed), None, "{typed:?}");
        }
    }
}
