//! The buttons of what may be done with a request. The server says which actions these are.

use super::dialogs::OpenDialog;
use super::request_action::use_request_action;
use crate::hooks::{use_language, use_media};
use crate::ui::{Button, ButtonKind, Menu, MenuEntry, Problem};
use contract::Action;
use contract::requests::RequestView;
use locales::text;
use std::rc::Rc;
use yew::prelude::*;

/// The actions that have a button here, with their icons, the most frequent ones first. Other actions have their place
/// in the composer, in the tabs, and in the rows of the timeline.
const ORDER: [(Action, &str); 12] = [
    (Action::Capture, "hand-paper"),
    (Action::Resolve, "check-circle"),
    (Action::Reactivate, "play"),
    (Action::Suspend, "pause-circle"),
    (Action::Delegate, "user-plus"),
    (Action::Reclassify, "random"),
    (Action::Reopen, "undo-alt"),
    (Action::ChangePriority, "signal"),
    (Action::ChangeDeadline, "clock"),
    (Action::ReturnToGroup, "users"),
    (Action::Relate, "link"),
    (Action::Cancel, "ban"),
];

/// Properties of [`Actions`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The request.
    pub view: Rc<RequestView>,
    /// Opens the dialog of an action that asks something first.
    pub onopen: Callback<OpenDialog>,
    /// Called with the request after an action.
    pub ondone: Callback<RequestView>,
    /// Called when the request has changed since it was read.
    pub onstale: Callback<()>,
}

/// The first actions as buttons, the others behind *More*.
#[component]
pub fn Actions(props: &Props) -> Html {
    let language = use_language();
    let narrow = use_media("(max-width: 700px)");
    let roomy = use_media("(min-width: 1100px)");
    let capture = use_request_action(&props.view, &props.ondone, &props.onstale);
    let allowed: Vec<_> = ORDER.into_iter().filter(|(action, _)| props.view.row.actions.contains(action)).collect();
    if allowed.is_empty() {
        return Html::default();
    }
    let first = allowed.len().min(if narrow {
        2
    } else if roomy {
        4
    } else {
        3
    });
    let (shown, more) = allowed.split_at(first);
    let start = |action: Action| {
        let (capture, onopen) = (capture.clone(), props.onopen.clone());
        Callback::from(move |()| match action {
            Action::Capture => capture.capture(),
            other => onopen.emit(OpenDialog::Action(other)),
        })
    };
    let name = |action: Action| text!(language, &crate::text::code("action", action));
    let button = |&(action, icon): &(Action, &'static str)| {
        let captures = action == Action::Capture;
        html! {
            <Button key={action.as_str()} kind={if captures { ButtonKind::Primary } else { ButtonKind::Secondary }} small=true {icon}
                    label={name(action)} onclick={start(action)} loading={captures && capture.busy()} />
        }
    };
    let entry = |&(action, icon): &(Action, &'static str)| MenuEntry::action(name(action), icon, start(action));
    html! {
        <>
            <div class="dk__acts">
                { for shown.iter().map(button) }
                if !more.is_empty() {
                    <Menu toggle={html! { { text!(language, "desk-more") } }} entries={more.iter().map(entry).collect::<Vec<_>>()}
                          class="dk__more" end={narrow} />
                }
            </div>
            <div role="status"><Problem error={capture.error()} /></div>
        </>
    }
}
