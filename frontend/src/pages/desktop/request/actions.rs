//! What may be done with a request, as buttons. The list comes from the server.

use super::dialogs::{Asked, use_doing};
use crate::hooks::{use_language, use_media};
use crate::ui::{Button, ButtonKind, Menu, MenuEntry, Problem};
use contract::Action;
use contract::requests::RequestView;
use locales::text;
use std::rc::Rc;
use yew::prelude::*;

/// The actions of the desk with their icons, the most frequent first. The others
/// of the contract stand elsewhere: composer, tabs, rows of the timeline.
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
    /// An action was chosen that asks something first.
    pub onask: Callback<Asked>,
    /// An action was done.
    pub ondone: Callback<RequestView>,
    /// What is shown is old.
    pub onstale: Callback<()>,
}

/// The first actions as buttons, the others behind *More*.
#[component]
pub fn Actions(props: &Props) -> Html {
    let language = use_language();
    let narrow = use_media("(max-width: 700px)");
    let roomy = use_media("(min-width: 1100px)");
    let capturing = use_doing(&props.view, &props.ondone, &props.onstale);
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
        let (capturing, onask) = (capturing.clone(), props.onask.clone());
        Callback::from(move |()| match action {
            Action::Capture => capturing.capture(),
            other => onask.emit(Asked::Action(other)),
        })
    };
    let name = |action: Action| text!(language, &crate::text::code("action", action));
    let button = |&(action, icon): &(Action, &'static str)| {
        let capture = action == Action::Capture;
        html! {
            <Button key={action.as_str()} kind={if capture { ButtonKind::Primary } else { ButtonKind::Secondary }} small=true {icon}
                    label={name(action)} onclick={start(action)} loading={capture && capturing.busy()} />
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
            <div role="status"><Problem error={capturing.error()} /></div>
        </>
    }
}
