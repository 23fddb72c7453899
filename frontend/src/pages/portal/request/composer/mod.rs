//! Writing a message to the attendants of a request, or adding a note to it.

mod message;
mod note;
mod props;

use crate::hooks::use_language;
use crate::ui::{Tab, Tabs};
use contract::Action;
use contract::requests::RequestView;
use locales::text;
use message::MessageForm;
use note::NoteForm;
use yew::prelude::*;

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ComposerTab {
    /// A message to the attendant.
    Message,
    /// A note.
    Note,
}

/// Properties of [`Composer`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The request.
    pub view: RequestView,
    /// The tab that is chosen.
    pub tab: UseStateHandle<ComposerTab>,
    /// Called when something was sent.
    pub onwritten: Callback<()>,
}

/// The forms of a message and of a note, as far as they are allowed.
#[component]
pub fn Composer(props: &Props) -> Html {
    let language = use_language();
    let may = |action: Action| props.view.row.actions.contains(&action);
    let mut tabs = Vec::new();
    if may(Action::Message) {
        tabs.push(Tab::new(ComposerTab::Message, text!(language, "action-message")).icon("comments"));
    }
    if may(Action::AddNote) {
        tabs.push(Tab::new(ComposerTab::Note, text!(language, "action-add-note")).icon("sticky-note"));
    }
    let allowed: Vec<ComposerTab> = tabs.iter().map(|tab| tab.value).collect();
    let selected = selected_tab(*props.tab, &allowed);
    let onselect = {
        let tab = props.tab.setter();
        Callback::from(move |value| tab.set(value))
    };
    html! {
        <section class="sol-card sol-card--flush comp" aria-label={text!(language, "req-write")}>
            <Tabs<ComposerTab> id="compose" label={text!(language, "req-write")} {tabs} {selected} {onselect}>
                if selected == ComposerTab::Message {
                    <MessageForm view={props.view.clone()} onwritten={props.onwritten.clone()} />
                } else {
                    <NoteForm view={props.view.clone()} onwritten={props.onwritten.clone()} />
                }
            </Tabs<ComposerTab>>
        </section>
    }
}

/// The tab that is shown: the chosen one, or the first one when that is not allowed.
fn selected_tab(chosen: ComposerTab, allowed: &[ComposerTab]) -> ComposerTab {
    if allowed.contains(&chosen) { chosen } else { allowed.first().copied().unwrap_or(ComposerTab::Message) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tab_that_is_not_allowed_gives_way_to_the_first_one() {
        let (message, note) = (ComposerTab::Message, ComposerTab::Note);
        assert_eq!(selected_tab(note, &[message, note]), note);
        assert_eq!(selected_tab(note, &[message]), message);
        assert_eq!(selected_tab(message, &[note]), note);
    }
}
