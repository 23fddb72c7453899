//! What is asked before something is done with a request. Every dialog keeps what
//! was typed until it is done or given up: over an error, and over a request that
//! was changed by somebody else meanwhile.

mod delegate;
mod doing;
mod plain;
mod reclassify;
mod redact;
mod relate;
mod resolve;
mod sla;
mod suspend;

pub use doing::{Doing, minutes, use_doing};
pub use reclassify::service_options;
pub use redact::RedactButton;

use contract::Action;
use contract::requests::RequestView;
use contract::timeline::OccurrenceView;
use std::rc::Rc;
use yew::prelude::*;

/// What was asked for.
#[derive(Debug, Clone, PartialEq)]
pub enum Asked {
    /// An action on the request.
    Action(Action),
    /// Blanking the text of a row.
    Redact(OccurrenceView),
}

/// Properties of every dialog.
#[derive(Properties, PartialEq)]
pub struct DialogProps {
    /// The request, as it is now.
    pub view: Rc<RequestView>,
    /// Leaves everything as it is.
    pub onclose: Callback<()>,
    /// It was done.
    pub ondone: Callback<RequestView>,
    /// What is shown is old.
    pub onstale: Callback<()>,
}

/// The dialog of what was asked for.
pub fn of(
    asked: Option<Asked>,
    view: &Rc<RequestView>,
    onclose: &Callback<()>,
    ondone: &Callback<RequestView>,
    onstale: &Callback<()>,
) -> Html {
    let (view, onclose, ondone, onstale) = (view.clone(), onclose.clone(), ondone.clone(), onstale.clone());
    match asked {
        None => Html::default(),
        Some(Asked::Redact(item)) => {
            html! { <redact::RedactDialog number={view.row.number} {item} {onclose} ondone={onstale} /> }
        }
        Some(Asked::Action(action)) => match action {
            Action::Resolve => html! { <resolve::ResolveDialog {view} {onclose} {ondone} {onstale} /> },
            Action::Suspend => html! { <suspend::SuspendDialog {view} {onclose} {ondone} {onstale} /> },
            Action::Delegate => html! { <delegate::DelegateDialog {view} {onclose} {ondone} {onstale} /> },
            Action::Reclassify => html! { <reclassify::ReclassifyDialog {view} {onclose} {ondone} {onstale} /> },
            Action::ChangePriority => html! { <sla::PriorityDialog {view} {onclose} {ondone} {onstale} /> },
            Action::ChangeDeadline => html! { <sla::DeadlineDialog {view} {onclose} {ondone} {onstale} /> },
            Action::Relate => html! { <relate::RelateDialog {view} {onclose} {ondone} {onstale} /> },
            other => plain::of(other, view, onclose, ondone, onstale),
        },
    }
}
