//! The dialogs that ask something before an action on a request. What is typed in them stays after an error, and
//! when somebody else changes the request meanwhile.

mod action_dialog;
mod delegate;
mod props;
mod reason;
mod reclassify;
mod redact;
mod relate;
mod resolve;
mod sla;
mod suspend;

pub use redact::RedactButton;

use contract::Action;
use contract::requests::RequestView;
use contract::timeline::OccurrenceView;
use props::DialogProps;
use std::rc::Rc;
use yew::prelude::*;

/// The dialog that is open.
#[derive(Debug, Clone, PartialEq)]
pub enum OpenDialog {
    /// The dialog of an action on the request.
    Action(Action),
    /// The dialog that redacts the text of an occurrence.
    Redact(OccurrenceView),
}

/// Renders the dialog that is open, if any.
pub fn dialog(
    open: Option<OpenDialog>,
    view: &Rc<RequestView>,
    onclose: &Callback<()>,
    ondone: &Callback<RequestView>,
    onstale: &Callback<()>,
) -> Html {
    let (view, onclose, ondone, onstale) = (view.clone(), onclose.clone(), ondone.clone(), onstale.clone());
    match open {
        None => Html::default(),
        Some(OpenDialog::Redact(item)) => {
            html! { <redact::RedactDialog number={view.row.number} {item} {onclose} ondone={onstale} /> }
        }
        Some(OpenDialog::Action(action)) => match action {
            Action::Resolve => html! { <resolve::ResolveDialog {view} {onclose} {ondone} {onstale} /> },
            Action::Suspend => html! { <suspend::SuspendDialog {view} {onclose} {ondone} {onstale} /> },
            Action::Delegate => html! { <delegate::DelegateDialog {view} {onclose} {ondone} {onstale} /> },
            Action::Reclassify => html! { <reclassify::ReclassifyDialog {view} {onclose} {ondone} {onstale} /> },
            Action::ChangePriority => html! { <sla::PriorityDialog {view} {onclose} {ondone} {onstale} /> },
            Action::ChangeDeadline => html! { <sla::DeadlineDialog {view} {onclose} {ondone} {onstale} /> },
            Action::Relate => html! { <relate::RelateDialog {view} {onclose} {ondone} {onstale} /> },
            other => reason::dialog(other, DialogProps { view, onclose, ondone, onstale }),
        },
    }
}
